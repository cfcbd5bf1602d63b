"""How strands, injects and observations are numbered."""

from __future__ import annotations

from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.numbering import Numbering

_STRAND_LETTERS = {"storyline": ("SL", 2), "event": ("E", 2), "incident": ("I", 2)}
_FLAT = "INJ"


def strand_serial(desk: Desk, kind: str, parent_serial: str) -> str:
    """The next serial of a strand: `SL02`, `SL02-E03`, `SL02-E03-I01` (DOCTRINE 1.7)."""
    numbering = Numbering(desk)
    given = next_strand(numbering, kind, parent_serial)
    numbering.keep()
    return given


def inject_serial(desk: Desk, strand_serial: str) -> str:
    """The next serial of an inject: `SL02-E03-I01-004`, or `INJ-004` outside any strand."""
    numbering = Numbering(desk)
    given = next_inject(numbering, strand_serial)
    numbering.keep()
    return given


def lesson_serial(desk: Desk) -> str:
    """The next serial of an observation: `OBS-004`."""
    numbering = Numbering(desk)
    given = next_lesson(numbering)
    numbering.keep()
    return given


def next_strand(numbering: Numbering, kind: str, parent_serial: str) -> str:
    """The next serial of a strand, for numbering many at once."""
    letters, width = _STRAND_LETTERS[kind]
    return numbering.next(f"{parent_serial}-{letters}" if parent_serial else letters, width)


def next_inject(numbering: Numbering, strand_serial: str) -> str:
    """The next serial of an inject, for numbering many at once."""
    return numbering.next(f"{strand_serial or _FLAT}-", 3)


def next_lesson(numbering: Numbering) -> str:
    """The next serial of an observation, for numbering many at once."""
    return numbering.next("OBS-", 3)
