"""Giving out serials that are never given twice."""

from __future__ import annotations

import re

from sqlalchemy import func, select

from exerciseplanner.storage.tables.injects import inject
from exerciseplanner.storage.tables.lessons import lesson
from exerciseplanner.storage.tables.serials import serial
from exerciseplanner.storage.tables.storylines import strand
from exerciseplanner.workspace.desk import Desk

_STRAND_LETTERS = {"storyline": ("SL", 2), "event": ("E", 2), "incident": ("I", 2)}
_FLAT = "INJ"


def strand_serial(desk: Desk, kind: str, parent_serial: str) -> str:
    """The next serial of a strand: `SL02`, `SL02-E03`, `SL02-E03-I01` (DOCTRINE 1.7)."""
    letters, width = _STRAND_LETTERS[kind]
    prefix = f"{parent_serial}-{letters}" if parent_serial else letters
    return f"{prefix}{_next(desk, prefix):0{width}d}"


def inject_serial(desk: Desk, strand_serial: str) -> str:
    """The next serial of an inject: `SL02-E03-I01-004`, or `INJ-004` outside any strand."""
    prefix = f"{strand_serial or _FLAT}-"
    return f"{prefix}{_next(desk, prefix):03d}"


def lesson_serial(desk: Desk) -> str:
    """The next serial of an observation: `OBS-004`."""
    return f"OBS-{_next(desk, 'OBS-'):03d}"


def _next(desk: Desk, prefix: str) -> int:
    row = desk.first(select(serial.c.last).where(serial.c.id == prefix))
    if row is not None:
        number = int(row[0]) + 1
        desk.change(serial, [prefix], {"last": number})
        return number
    number = _highest(desk, prefix) + 1
    desk.add(serial, {"id": prefix, "last": number})
    return number


def _highest(desk: Desk, prefix: str) -> int:
    pattern = re.compile(re.escape(prefix) + r"(\d+)")
    highest = 0
    for table in (inject, strand, lesson):
        rows = desk.all(
            select(table.c.serial).where(func.substr(table.c.serial, 1, len(prefix)) == prefix)
        )
        for (text,) in rows:
            found = pattern.fullmatch(str(text))
            highest = max(highest, int(found[1])) if found else highest
    return highest
