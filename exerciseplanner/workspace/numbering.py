"""Numbering: serials that are given once, and those that people give by hand."""

from __future__ import annotations

import re

from sqlalchemy import select

from exerciseplanner.storage.tables.injects import inject
from exerciseplanner.storage.tables.lessons import lesson
from exerciseplanner.storage.tables.serials import serial
from exerciseplanner.storage.tables.storylines import strand
from exerciseplanner.workspace.desk import Desk

_OURS = re.compile(r"(.*(?:-|-E|-I|SL))(\d{1,9})", re.DOTALL)
_NUMBERED = tuple(
    f'SELECT 1 FROM "{table.name}" WHERE serial = ?' for table in (inject, strand, lesson)
)


class Numbering:
    """Gives out serials during one gesture; `keep` writes down how far it came."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[str, int | None] = {}
        self._last: dict[str, int] = {}
        self._given: set[str] = set()

    def next(self, prefix: str, width: int) -> str:
        """The next serial that begins with `prefix` and that no row has or ever had."""
        number = self._highest(prefix) + 1
        while self.is_taken(f"{prefix}{number:0{width}d}"):
            number += 1
        self._last[prefix] = number
        given = f"{prefix}{number:0{width}d}"
        self._given.add(given)
        return given

    def is_taken(self, wanted: str) -> bool:
        """Whether a row has the serial, or it was given out in this gesture."""
        return wanted in self._given or any(self._desk.plain(sql, (wanted,)) for sql in _NUMBERED)

    def note(self, given: str) -> None:
        """Remember a serial that somebody gave by hand, so that it is never given out again."""
        found = _OURS.fullmatch(given)
        if found:
            prefix, number = found[1], int(found[2])
            self._last[prefix] = max(self._highest(prefix), number)

    def keep(self) -> None:
        """Write down the highest number of each prefix."""
        for prefix, last in self._last.items():
            if self._kept[prefix] is None:
                self._desk.add(serial, {"id": prefix, "last": last})
            elif self._kept[prefix] != last:
                self._desk.change(serial, [prefix], {"last": last})
            self._kept[prefix] = last

    def _highest(self, prefix: str) -> int:
        if prefix not in self._kept:
            row = self._desk.first(select(serial.c.last).where(serial.c.id == prefix))
            self._kept[prefix] = None if row is None else int(row[0])
        return self._last.get(prefix, self._kept[prefix] or 0)


def note_serial(desk: Desk, given: object) -> None:
    """Remember a serial that a row gets by hand."""
    numbering = Numbering(desk)
    numbering.note(str(given))
    numbering.keep()
