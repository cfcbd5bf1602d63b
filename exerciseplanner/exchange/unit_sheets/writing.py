"""Units as a list: an Excel workbook, or delimited text that every program opens."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from datetime import datetime

from exerciseplanner.domain.mgrs import format_mgrs
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.time import format_offset
from exerciseplanner.exchange.force_symbols import ForceSymbols
from exerciseplanner.exchange.spreadsheets.cells import is_nothing
from exerciseplanner.exchange.unit_sheets.cells import needs_guard
from exerciseplanner.exchange.unit_sheets.headings import ID, IDENTITY, MGRS, WRITTEN, label_of
from exerciseplanner.exchange.unit_sheets.workbook import Sheet, Value, workbook
from exerciseplanner.exchange.writing import (
    Choices,
    ForceFormat,
    LossCount,
    Written,
    fields_lost,
    outer_ids,
    whole_rows_lost,
)
from exerciseplanner.workspace.queries.force_picture import ForcePicture
from exerciseplanner.workspace.queries.forces import UnitRow

SHEET = "Units"
_IDENTITIES = dict(NOUNS["side"].field("identity").options)
_HELD = {
    "side": frozenset({"name", "identity"}),
    "unit": frozenset(each.name for each in NOUNS["unit"].columns),
}
_MOST_DIGITS = 15
"""Spreadsheet programs keep so many digits of a number."""


def write_csv(picture: ForcePicture, choices: Choices) -> Written:
    """The units as delimited text in UTF-8; a text that looks like a formula is quoted with '."""
    units = _List(picture, choices)
    file = io.StringIO(newline="")
    lines = csv.writer(file)
    lines.writerow([label_of(column) for column in WRITTEN])
    for row in units.rows():
        lines.writerow([_text(value) for value in row])
    return Written(file.getvalue().encode("utf-8-sig"), units.losses.losses(), units.keys)


def write_xlsx(picture: ForcePicture, choices: Choices) -> Written:
    """The units as a workbook of one sheet with a filter above every column."""
    units = _List(picture, choices)
    headings = [label_of(column) for column in WRITTEN]
    rows = [[_cell(value) for value in row] for row in units.rows()]
    sheet = Sheet(SHEET, headings, rows, picture.exercise.marking)
    return Written(workbook(sheet), units.losses.losses(), units.keys)


class _List:
    """The units of a picture as rows of values."""

    def __init__(self, picture: ForcePicture, choices: Choices) -> None:
        self._picture = picture
        self._viewpoint = choices.viewpoint
        self._symbols = ForceSymbols(picture, choices.viewpoint)
        self.keys = outer_ids(picture.units)
        self._sides = {side.id: side.name for side in picture.sides}
        self.keys |= {side.id: side.name for side in picture.sides}
        self._nations = {row.id: row.code or row.name for row in picture.participants}
        often = Counter(row.name.casefold() for row in picture.units)
        self._called = {
            row.id: row.name if often[row.name.casefold()] == 1 else self.keys[row.id]
            for row in picture.units
        }
        start = picture.exercise.startex
        self._startex = datetime.fromisoformat(start) if start else None
        self.losses = LossCount()
        fields_lost("side", picture.sides, _HELD["side"], self.losses)
        whole_rows_lost(picture, _HELD, self.losses)
        used = set(picture.side_of.values())
        called: set[str] = set()
        for side in picture.sides:
            if side.id not in used:
                self.losses.add("Sides without units", side.name)
            elif side.name.casefold() in called:
                self.losses.add("Sides called as another, which become one", side.name)
            called.add(side.name.casefold())

        self._written: dict[str, Callable[[UnitRow], Value]] = {
            ID: lambda row: self.keys[row.id],
            IDENTITY: lambda row: _IDENTITIES.get(self._symbols.identity(row), ""),
            MGRS: _grid,
            "side_id": lambda row: self._sides.get(picture.side_of.get(row.id, ""), ""),
            "parent_id": lambda row: self._called.get(row.parent_id or "", ""),
            "participant_id": lambda row: self._nations.get(row.participant_id or "", ""),
            "sidc": self._symbol,
        }

    def rows(self) -> tuple[tuple[Value, ...], ...]:
        """Each unit as its values, in the order of the columns."""
        return tuple(
            tuple(self._value(row, column) for column in WRITTEN) for row in self._picture.units
        )

    def _value(self, row: UnitRow, column: str) -> Value:
        if column in self._written:
            return self._written[column](row)
        value: Value | None = getattr(row, column)
        field = NOUNS["unit"].field(column)
        if value is None or value == "":
            return ""
        if field.kind == "planned":
            return format_offset(int(value), self._startex, self._picture.exercise.zone or "Z")
        if field.kind == "choice":
            return self._picture.choices[column].get(str(value), value)
        return value

    def _symbol(self, row: UnitRow) -> str:
        """The code that the planner fixed, if any, as the viewpoint sees it."""
        if row.sidc and self._viewpoint is not None:
            return self._symbols.digits(row).code
        return row.sidc


def _grid(row: UnitRow) -> str:
    if row.latitude is None or row.longitude is None:
        return ""
    try:
        return format_mgrs(row.latitude, row.longitude)
    except Refusal:
        return ""


def _text(value: Value) -> Value:
    """A value as delimited text holds it, so that no program makes something else of it.

    Texts that look like formulas get an apostrophe before them. Long digits, as symbol codes are,
    are written in groups of ten: a spreadsheet program would round them.
    """
    if not isinstance(value, str):
        return value
    if len(value) > _MOST_DIGITS and value.isdigit():
        return " ".join(value[start : start + 10] for start in range(0, len(value), 10))
    return f"'{value}" if needs_guard(value) else value


def _cell(value: Value) -> Value:
    """A value as a cell of a workbook, where only what stands for nothing needs an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value and is_nothing(value) else value


FORMATS = (
    ForceFormat(
        "csv",
        "List of units (CSV)",
        ".csv",
        write_csv,
        _HELD,
        "One line for each unit, for any program.",
    ),
    ForceFormat(
        "xlsx",
        "List of units (Excel)",
        ".xlsx",
        write_xlsx,
        _HELD,
        "One row for each unit, to be filled in by those who know.",
    ),
)
