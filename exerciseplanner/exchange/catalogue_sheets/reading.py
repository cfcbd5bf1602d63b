"""Lists of standards and capabilities as proposed rows, known by the code that people give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from exerciseplanner.domain.intake import Doubt, Intake, Proposed
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.exchange.catalogue_sheets.cells import text_of
from exerciseplanner.exchange.catalogue_sheets.lists import LISTS, CatalogueList
from exerciseplanner.exchange.spreadsheets.sheets import Cell, Row, Sheet, Workbook
from exerciseplanner.exchange.unit_sheets.headings import inject_words
from exerciseplanner.workspace.packs import shipped_standards

KIND = "catalogue"
SOURCE = "catalogues"
"""One source whichever file it comes in: a later list is a later edition of the catalogue."""

_DEEPEST_HEADING = 12
_FEWEST_OF_INJECTS = 4


class _Part(NamedTuple):
    """A sheet that holds one of the lists, and the row in which its headings stand."""

    sheet: Sheet
    listed: CatalogueList
    heading: int


def is_catalogue(workbook: Workbook) -> bool:
    """Whether a workbook holds a list of standards or capabilities, and none of injects."""
    others = [sheet for sheet in workbook.sheets if _part(sheet) is None]
    return len(others) < len(workbook.sheets) and not any(map(_holds_injects, others))


def read_catalogue(workbook: Workbook) -> Intake:
    """Every row of every list of standards or capabilities in a workbook."""
    taking = _Taking()
    for sheet in workbook.sheets:
        part = _part(sheet)
        if part is not None:
            taking.collect(part)
        elif sheet.rows:
            said = "It is no list of standards or capabilities and was left out."
            taking.left_out.append(Doubt(sheet.place(), said, "note"))
    rows = tuple(taking.rows)
    counts = {each.noun: sum(row.noun == each.noun for row in rows) for each in LISTS}
    return Intake(
        source=SOURCE,
        kind=KIND,
        rows=rows,
        doubts=tuple(taking.doubts),
        left_out=tuple(taking.left_out),
        read={NOUNS[noun].plural: count for noun, count in counts.items() if count},
        founded=_founded(rows),
    )


def _part(sheet: Sheet) -> _Part | None:
    for number, row in enumerate(sheet.rows[:_DEEPEST_HEADING]):
        for listed in LISTS:
            if listed.is_told_by(row):
                return _Part(sheet, listed, number)
    return None


def _holds_injects(sheet: Sheet) -> bool:
    return any(inject_words(row) >= _FEWEST_OF_INJECTS for row in sheet.rows[:_DEEPEST_HEADING])


def _founded(rows: Iterable[Proposed]) -> dict[tuple[str, str], Mapping[str, object]]:
    """What the plan was founded with, for the standards that a list holds."""
    shipped = {str(each["code"]).casefold(): each for each in shipped_standards()}
    return {
        (row.noun, row.key): shipped[row.key.casefold()]
        for row in rows
        if row.noun == "standard" and row.key.casefold() in shipped
    }


class _Taking:
    """What has been collected so far."""

    def __init__(self) -> None:
        self.rows: list[Proposed] = []
        self.doubts: list[Doubt] = []
        self.left_out: list[Doubt] = []
        self._spelt: dict[tuple[str, str], str] = {}

    def collect(self, part: _Part) -> None:
        """Take the rows of a sheet."""
        sheet, listed, heading = part
        columns = listed.columns(sheet.rows[heading])
        self._report_columns(part, set(columns.values()))
        for number, row in enumerate(sheet.rows[heading + 1 :], heading + 1):
            if any(value != "" for value in row) and row != sheet.rows[heading]:
                cells = {name: row[place] for name, place in columns.items()}
                self._take(listed, cells, sheet.place(number))

    def _take(self, listed: CatalogueList, cells: Mapping[str, Cell], place: str) -> None:
        """Propose a row; an empty cell says nothing, so that a short list empties no field."""
        values = {name: listed.value(name, cell) for name, cell in cells.items()}
        noun = NOUNS[listed.noun]
        if not values["code"] and values.get(listed.instead):
            label = noun.field(listed.instead).label.lower()
            said = f"It has no code; its {label} “{values[listed.instead]}” stands for it."
            self.doubts.append(Doubt(place, said))
            values["code"] = values[listed.instead]
        if not values["code"]:
            said = f"It names no {noun.singular} by a code and was left out."
            self.doubts.append(Doubt(place, said, "refused"))
            return
        key = self._spelt.setdefault((noun.name, values["code"].casefold()), values["code"])
        stated = {name: value for name, value in values.items() if value}
        self.rows.append(Proposed(noun.name, key, place, {**stated, "code": key}))

    def _report_columns(self, part: _Part, taken: set[int]) -> None:
        headings: Row = part.sheet.rows[part.heading]
        for place in range(part.sheet.width):
            column = (row[place] for row in part.sheet.rows[part.heading + 1 :])
            held = sum(value != "" for value in column)
            if place not in taken and held:
                called = text_of(headings[place]) or part.sheet.letter(place)
                singular = NOUNS[part.listed.noun].singular
                values = "1 value" if held == 1 else f"{held} values"
                said = f"Column “{called}” is none of a {singular}'s: {values}."
                self.left_out.append(Doubt(part.sheet.place(), said, "note"))
