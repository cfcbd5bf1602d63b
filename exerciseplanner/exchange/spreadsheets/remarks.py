"""Doubts gathered while rows are read, told once with all the rows they concern."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exerciseplanner.domain.intake import Doubt, Severity
from exerciseplanner.exchange.spreadsheets.sheets import Sheet

_MOST_RANGES = 8


class Remarks:
    """Messages by sheet, each with its rows; the order of first appearance is kept."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, Severity], dict[str, tuple[Sheet, list[int]]]] = {}
        self._plain: list[Doubt] = []

    def add(self, message: str, sheet: Sheet, row: int, severity: Severity = "doubt") -> None:
        """Note a message about one row of a sheet."""
        places = self._rows.setdefault((message, severity), {})
        places.setdefault(sheet.name, (sheet, []))[1].append(row)

    def say(self, place: str, message: str, severity: Severity = "doubt") -> None:
        """Note a message about a place that is not a row."""
        doubt = Doubt(place, message, severity)
        if doubt not in self._plain:
            self._plain.append(doubt)

    def told(self) -> tuple[Doubt, ...]:
        """Every message once for each sheet, those about whole sheets and files first."""
        about_rows = (
            Doubt(_place(sheet, rows), message, severity)
            for (message, severity), places in self._rows.items()
            for sheet, rows in places.values()
        )
        return (*self._plain, *about_rows)


def _place(sheet: Sheet, rows: Sequence[int]) -> str:
    numbers = sorted({sheet.first_row + row + 1 for row in rows})
    if len(numbers) == 1:
        return sheet.place(rows[0])
    ranges = list(_ranges(numbers))
    shown = ", ".join(ranges[:_MOST_RANGES])
    if len(ranges) > _MOST_RANGES:
        shown += f" … ({len(numbers)} rows)"
    return f"Rows {shown}" if sheet.delimited else f"{sheet.place()}, rows {shown}"


def _ranges(numbers: Iterable[int]) -> Iterable[str]:
    first = last = -1
    for number in (*numbers, None):
        if number is not None and number == last + 1:
            last = number
            continue
        if first >= 0:
            yield str(first) if first == last else f"{first}–{last}"
        first = last = -1 if number is None else number
