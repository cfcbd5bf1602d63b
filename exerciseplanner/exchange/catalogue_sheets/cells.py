"""Single cells of a list of standards or capabilities as values of the plan."""

from __future__ import annotations

import re
from datetime import date, datetime

from exerciseplanner.exchange.spreadsheets.cells import as_text, is_nothing, one_line
from exerciseplanner.exchange.spreadsheets.sheets import Cell

_STANAG = re.compile(r"(STANAG|STANREC)[\s_:.-]*(?:No\.?\s*)?(\d{4})", re.IGNORECASE)
_NUMBER = re.compile(r"\d{4}")
_SPIRAL = re.compile(
    r"(?<!\d)(\d{1,9}(?:\.\d+)?)(?!\d)(?:\s*(?:-|–|to)\s*(\d{1,9})(?!\d))?", re.IGNORECASE
)
_LONGEST_RANGE = 10


def text_of(cell: Cell) -> str:
    """A cell as one line of text; nothing where it holds a mark for nothing."""
    return "" if is_nothing(cell) else one_line(as_text(cell))


def stanag_of(cell: Cell) -> str:
    """A code as planners say it: `5516`, `STANAG5516` and `Stanag-5516` are STANAG 5516."""
    text = text_of(cell)
    found = _STANAG.fullmatch(text)
    if found is not None:
        return f"{found[1].upper()} {found[2]}"
    return f"STANAG {text}" if _NUMBER.fullmatch(text) else text


def date_of(cell: Cell) -> str:
    """A day as year, month and day where the program keeps it as one; other texts as they are."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else text_of(cell)


def spirals_of(cell: Cell) -> str:
    """The numbers of spirals: `Spiral 3 / 4` and `3-4` become `3, 4`."""
    text = text_of(cell)
    found: list[str] = []
    for first, last in _SPIRAL.findall(text):
        is_range = last and first.isdigit() and 0 <= int(last) - int(first) <= _LONGEST_RANGE
        each = range(int(first), int(last) + 1) if is_range else filter(None, (first, last))
        found += map(str, each)
    return ", ".join(dict.fromkeys(found)) or text


def status_of(cell: Cell) -> str:
    """A status in small letters, as the catalogue says it."""
    return text_of(cell).lower()
