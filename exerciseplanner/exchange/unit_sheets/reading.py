"""A list of units as proposed sides, participants and units, with everything doubtful said."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath

from exerciseplanner.domain.intake import Doubt, Intake, Link, Proposed
from exerciseplanner.exchange.spreadsheets.cells import as_text, one_line
from exerciseplanner.exchange.spreadsheets.sheets import Cell, Row, Sheet, Workbook
from exerciseplanner.exchange.unit_sheets.cells import text_of
from exerciseplanner.exchange.unit_sheets.headings import ID, columns_of, tells_units
from exerciseplanner.exchange.unit_sheets.lines import Line
from exerciseplanner.exchange.unit_sheets.owners import Owners, Plan
from exerciseplanner.exchange.unit_sheets.values import values_of

KIND = "list of units"
_DEEPEST_HEADING = 12


def is_unit_list(workbook: Workbook) -> bool:
    """Whether a workbook holds a list of units, by the headings of its columns."""
    return any(_heading_row(sheet) is not None for sheet in workbook.sheets)


def read_units(workbook: Workbook, plan: Plan) -> Intake:
    """Every row of every list of units in a workbook, superiors found by id or by name."""
    taking = _Taking(plan)
    for sheet in workbook.sheets:
        heading = _heading_row(sheet)
        if heading is not None:
            taking.collect(sheet, heading)
        elif sheet.rows:
            said = "It is no list of units and was left out."
            taking.left_out.append(Doubt(sheet.place(), said, "note"))
    units = [taking.unit(line) for line in taking.lines]
    owners = taking.owners.rows()
    counts = {
        "sides": sum(row.noun == "side" for row in owners),
        "participants": sum(row.noun == "participant" for row in owners),
        "units": len(units),
    }
    return Intake(
        source=f"list of units:{PurePath(workbook.source).stem}",
        kind=KIND,
        rows=(*owners, *units),
        doubts=tuple(taking.doubts),
        left_out=tuple(taking.left_out),
        read={name: count for name, count in counts.items() if count or name == "units"},
    )


def _heading_row(sheet: Sheet) -> int | None:
    for number, row in enumerate(sheet.rows[:_DEEPEST_HEADING]):
        if tells_units(row):
            return number
    return None


@dataclass
class _Taking:
    """What has been collected so far, and by which names units are found."""

    plan: Plan
    lines: list[Line] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    left_out: list[Doubt] = field(default_factory=list)
    owners: Owners = field(init=False)
    _by_key: dict[str, Line] = field(default_factory=dict)
    _by_name: dict[str, list[Line]] = field(default_factory=dict)
    _by_short_name: dict[str, list[Line]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.owners = Owners(self.plan, self.doubts)

    def collect(self, sheet: Sheet, heading: int) -> None:
        """Take the rows of a sheet; nothing is looked up yet."""
        columns = columns_of(sheet.rows[heading])
        self._report_columns(sheet, heading, set(columns.values()))
        for number, row in enumerate(sheet.rows[heading + 1 :], heading + 1):
            cells = {name: row[place] for name, place in columns.items()}
            if _is_blank(row) or _is_heading(cells, sheet.rows[heading], columns):
                continue
            line = self._line(cells, sheet.place(number))
            if line is not None:
                self.lines.append(line)

    def unit(self, line: Line) -> Proposed:
        """One unit with its superior, side and provider."""
        values = values_of(line, self.plan, self.doubts)
        values["name"] = line.name
        values["external_id"] = line.stated_id
        above = self._superior(line)
        if "parent_id" in line.cells:
            values["parent_id"] = self._link(line, above)
        side = text_of(line.cells.get("side_id", ""))
        if "side_id" in line.cells and not (above and self._side(above) == side.casefold()):
            values["side_id"] = self.owners.side(side, line)
        if "participant_id" in line.cells:
            provider = text_of(line.cells["participant_id"])
            values["participant_id"] = self.owners.participant(provider, line)
        return Proposed("unit", line.key, line.place, values)

    def _line(self, cells: dict[str, Cell], place: str) -> Line | None:
        name = one_line(text_of(cells.get("name", "")))
        short = one_line(text_of(cells.get("short_name", "")))
        if not name and not short:
            said = "It names no unit and was left out."
            self.doubts.append(Doubt(place, said, "refused"))
            return None
        stated = text_of(cells.get(ID, ""))
        line = Line(cells, place, name or short, stated, self._key(stated, name or short, place))
        self._by_key[line.key] = line
        self._by_name.setdefault(line.name.casefold(), []).append(line)
        if short:
            self._by_short_name.setdefault(short.casefold(), []).append(line)
        return line

    def _key(self, stated: str, name: str, place: str) -> str:
        wanted = stated or name
        key, count = wanted, 1
        while key in self._by_key:
            count += 1
            key = f"{wanted}#{count}"
        if count > 1:
            of = "id" if stated else "name"
            said = f"Another unit has the {of} “{wanted}” too; both were taken."
            self.doubts.append(Doubt(place, said))
        return key

    def _superior(self, line: Line) -> Line | None:
        wanted = one_line(text_of(line.cells.get("parent_id", "")))
        if wanted in self._by_key and self._by_key[wanted] is not line:
            return self._by_key[wanted]
        for known in (self._by_name, self._by_short_name):
            found = [each for each in known.get(wanted.casefold(), ()) if each is not line]
            if len(found) > 1:
                said = f"There are {len(found)} units “{wanted}”; the first was taken as superior."
                self.doubts.append(Doubt(line.place, said))
            if found:
                return found[0]
        return None

    def _link(self, line: Line, above: Line | None) -> Link | None:
        if above is not None:
            return Link("unit", above.key)
        wanted = one_line(text_of(line.cells.get("parent_id", "")))
        if wanted.casefold() == line.name.casefold():
            self.doubts.append(Doubt(line.place, "It is its own superior; put at the top."))
            return None
        return Link("unit", wanted, match="name") if wanted else None

    def _side(self, line: Line) -> str:
        return text_of(line.cells.get("side_id", "")).casefold()

    def _report_columns(self, sheet: Sheet, heading: int, taken: set[int]) -> None:
        for place in range(sheet.width):
            column = [row[place] for row in sheet.rows[heading + 1 :]]
            held = sum(value != "" for value in column)
            if place not in taken and held:
                called = one_line(as_text(sheet.rows[heading][place])) or sheet.letter(place)
                said = f"Column “{called}” is none of a unit's: {held} values."
                self.left_out.append(Doubt(sheet.place(), said, "note"))


def _is_blank(row: Row) -> bool:
    return all(value == "" for value in row)


def _is_heading(cells: dict[str, Cell], heading: Row, columns: dict[str, int]) -> bool:
    """Whether the headings come again, as at the top of each printed page."""
    return all(cells[name] == heading[place] for name, place in columns.items())
