"""A workbook as plain rows of values, whatever kind of file it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | datetime | date | time | timedelta
"""One value; the empty text where a cell holds nothing."""

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Span:
    """A merged region; rows and columns as indices into the sheet's rows, all included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet without the empty area around it.

    `rows` all have the same length; `first_row` and `first_column` count what lay before them.
    Tall merged cells are filled down in their first column; `spans` keeps every merged region.
    `remarks` says what reading had to leave out or could not know.
    """

    name: str
    rows: tuple[Row, ...]
    first_row: int = 0
    first_column: int = 0
    hidden: bool = False
    spans: tuple[Span, ...] = ()
    remarks: tuple[str, ...] = ()
    delimited: bool = False

    @property
    def width(self) -> int:
        """How many columns each row has."""
        return len(self.rows[0]) if self.rows else 0

    def place(self, row: int | None = None) -> str:
        """Where a row stands, as the spreadsheet program numbers it."""
        name = "" if self.delimited else f"Sheet '{self.name}'"
        if row is None:
            return name or "File"
        number = f"row {self.first_row + row + 1}"
        return f"{name}, {number}" if name else number.capitalize()

    def letter(self, column: int) -> str:
        """The letters of a column, as the spreadsheet program shows them."""
        return letters(self.first_column + column)


@dataclass(frozen=True)
class Workbook:
    """Every sheet of one file; `source` is the name of the file."""

    source: str
    sheets: tuple[Sheet, ...]


def letters(column: int) -> str:
    """Column 0 is A, 25 is Z, 26 is AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
