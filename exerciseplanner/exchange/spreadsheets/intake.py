"""A mapped workbook as an intake: injects, strands, doubts and what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets.cells import as_text, one_line
from exerciseplanner.exchange.spreadsheets.clocking import (
    SheetTimes,
    examples,
    knot_for,
    length_of,
    placed,
    read_times,
)
from exerciseplanner.exchange.spreadsheets.context import Context
from exerciseplanner.exchange.spreadsheets.mapping import (
    ColumnMapping,
    MappingProposal,
    SheetMapping,
    TimeSettings,
)
from exerciseplanner.exchange.spreadsheets.profiles import Profile
from exerciseplanner.exchange.spreadsheets.proposing import propose_mapping
from exerciseplanner.exchange.spreadsheets.remarks import Remarks
from exerciseplanner.exchange.spreadsheets.rows import Draft, RowReader
from exerciseplanner.exchange.spreadsheets.serials import KeyBook, serials_of
from exerciseplanner.exchange.spreadsheets.sheets import Cell, Row, Sheet, Workbook
from exerciseplanner.exchange.spreadsheets.similarity import meant_for
from exerciseplanner.exchange.spreadsheets.strands import StrandBook
from exerciseplanner.exchange.spreadsheets.targets import CONTENT, TARGETS
from exerciseplanner.exchange.spreadsheets.timewriting import Writing
from exerciseplanner.exchange.spreadsheets.timing import NOTHING_SAID, Said, Tie, TimeReader
from exerciseplanner.exchange.spreadsheets.walking import Entry, Walk

KIND = "msel spreadsheet"
_SHAKY = 0.45
_STATED = re.compile(
    r"\b(startex|start ?ex|start of exercise|exercise (start|date|begins)|start date|ex start)\b"
    r"|^date$",
    re.IGNORECASE,
)
_TIMES = ("start", "scenario_start", "released_at", "end")


def propose(
    workbook: Workbook, mapping: MappingProposal | Profile | None, context: Context
) -> Intake:
    """What every row of the workbook would become. Raises Refusal where no sheet is a MSEL.

    Without a mapping the proposed one is used; a profile decides before it.
    """
    if not isinstance(mapping, MappingProposal):
        mapping = propose_mapping(workbook, mapping)
    refuse_without_columns(workbook, mapping)
    return _Taking(workbook, mapping, context).intake()


def time_examples(
    workbook: Workbook, mapping: MappingProposal, context: Context
) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each sheet taken, its first times as written and as they would be planned."""
    taking = _Taking(workbook, mapping, context)
    knot = taking.knots()["start"]
    return {
        part.sheet.name: examples(part.entries, part.times, knot, context) for part in taking.parts
    }


def refuse_without_columns(workbook: Workbook, mapping: MappingProposal) -> None:
    """Raise Refusal where no sheet has a column for a title or a message."""
    if any(sheet.fields.intersection(CONTENT) for sheet in mapping.taken):
        return
    if not any(sheet.rows for sheet in workbook.sheets):
        raise Refusal(
            f"{workbook.source} holds no rows.", remedy="Check that it was saved with its content."
        )
    if mapping.taken:
        raise Refusal(
            f"No column of {workbook.source} is mapped to a title or a message.",
            remedy="Choose the column that says what each inject is.",
        )
    seen = [f"'{sheet.sheet}': {sheet.why}" for sheet in mapping.sheets if sheet.columns]
    raise Refusal(
        f"No sheet of {workbook.source} has columns that can be recognised as a MSEL"
        + (f" ({'; '.join(seen[:3])})." if len(workbook.sheets) > 1 else "."),
        remedy="Needed are a title or a message and a time, addressee, means or expected action; "
        "put headings above the columns, or map them by hand and save a profile. A list of units "
        "is known by a name and two of superior, echelon, symbol code, strength or readiness.",
    )


def _called(column: ColumnMapping) -> str:
    return f"column {column.letter}" + (f" '{column.header}'" if column.header else "")


def _doubt_about(column: ColumnMapping) -> str:
    """What the planner should know about the field chosen for a column; mostly nothing."""
    if column.field is None or column.settled:
        return ""
    if column.field == "start" and meant_for(column.header) == "scenario_start":
        return f"{_called(column)} is the only time and is taken as planned delivery"
    if column.confidence < _SHAKY:
        return f"{_called(column)} is taken as '{TARGETS[column.field]}'"
    return ""


def _labelled(row: Row) -> Iterator[tuple[str, Cell]]:
    """Label and value of each cell: the cell beside it, or what follows its own colon."""
    for label, beside in zip(row, (*row[1:], ""), strict=True):
        if not isinstance(label, str) or len(label) > 80:
            continue
        before, colon, after = label.partition(":")
        yield before, after.strip() if colon and after.strip() else beside


@dataclass(frozen=True)
class _Part:
    sheet: Sheet
    mapping: SheetMapping
    entries: list[Entry]
    times: SheetTimes
    serials: list[str]


class _Taking:
    """One workbook on its way into an intake."""

    def __init__(self, workbook: Workbook, mapping: MappingProposal, context: Context) -> None:
        self._workbook = workbook
        self._mapping = mapping
        self._context = context
        self.remarks = Remarks()
        self.losses = Remarks()
        self.parts = [self._part(sheet, chosen) for sheet, chosen in self._chosen()]

    def _chosen(self) -> Iterator[tuple[Sheet, SheetMapping]]:
        by_name = {sheet.name: sheet for sheet in self._workbook.sheets}
        for chosen in self._mapping.sheets:
            sheet = by_name.get(chosen.sheet)
            if sheet is None:
                continue
            for remark in sheet.remarks:
                self.losses.say(sheet.place() or "File", remark, "doubt")
            if chosen.taken:
                yield sheet, chosen
            elif sheet.rows:
                count = f"{len(sheet.rows)} rows left out: "
                self.losses.say(sheet.place(), count + chosen.why, "note")

    def _part(self, sheet: Sheet, mapping: SheetMapping) -> _Part:
        self._remark_mapping(sheet, mapping)
        entries = Walk(sheet, mapping, self.remarks, self.losses).run()
        times = read_times(entries, mapping, self._mapping.times, self._context, self.remarks)
        return _Part(sheet, mapping, entries, times, serials_of(entries, self.remarks))

    def _remark_mapping(self, sheet: Sheet, mapping: SheetMapping) -> None:
        place = sheet.place() or "File"
        if not mapping.header.rows:
            self.remarks.say(place, "there is no header row; columns are told by their cells")
        for row in range(min(mapping.header.rows, default=0)):
            text = " ".join(one_line(as_text(value)) for value in sheet.rows[row] if value != "")
            if text:
                self.losses.add(f"'{text[:80]}' stands above the table", sheet, row, "note")
        for column in mapping.columns:
            if doubt := _doubt_about(column):
                self.remarks.say(place, doubt)
        unmapped = [c for c in mapping.columns if c.field is None and c.samples]
        if unmapped and self._mapping.keep_unmapped:
            names = ", ".join(column.name for column in unmapped)
            self.remarks.say(place, f"kept in the note: {names}", "note")
            return
        for column in unmapped:
            self.losses.say(place, f"{_called(column)} is left out")

    def knots(self) -> dict[str, Tie]:
        """How the dates of deliveries and of the scenario are tied to STARTEX."""
        times = [part.times for part in self.parts]
        stated = self._stated()
        settings = self._mapping.times
        knots = {
            name: knot_for(times, name, stated, settings, self._context)
            for name in ("start", "scenario_start")
        }
        for knot in {knot for knot in knots.values() if knot.because}:
            outside = "" if knot.absolute else "its dates lie outside the exercise: "
            self.remarks.say("File", f"{outside}{knot.because}")
        if self._context.startex is None and self.parts:
            self.remarks.say("File", "the exercise has no STARTEX yet; times count from the file's")
        return knots

    def _stated(self) -> Said:
        """What the file says about its own STARTEX outside the lists."""
        taken = {part.sheet.name: part.mapping.header for part in self.parts}
        settings = TimeSettings()
        reader = TimeReader(
            self._context.startex,
            self._context.zone,
            settings,
            Writing("serial"),
            Writing("serial"),
        )
        for sheet in self._workbook.sheets:
            header = taken.get(sheet.name)
            last = 40 if header is None else min((*header.rows, header.first_data_row))
            for row in sheet.rows[:last]:
                for label, value in _labelled(row):
                    if _STATED.search(label):
                        said, _ = reader.read("", value)
                        if said.absolute:
                            return said
        return NOTHING_SAID

    def intake(self) -> Intake:
        """Every row proposed, with doubts and losses."""
        knots = self.knots()
        book, keys = StrandBook(self._context.strands), KeyBook()
        reader = RowReader(self._context, self.remarks, self._mapping.keep_unmapped)
        injects = [
            inject
            for part in self.parts
            for place in range(len(part.entries))
            if (inject := self._inject(part, place, knots, book, keys, reader)) is not None
        ]
        if not injects:
            raise Refusal(
                f"{self._workbook.source} has a header but no injects below it.",
                remedy="Check the sheet and the header row of the mapping.",
            )
        read = {"rows": sum(len(part.entries) for part in self.parts), "sheets": len(self.parts)}
        return Intake(
            self._workbook.source,
            KIND,
            (*book.rows, *injects),
            self.remarks.told(),
            self.losses.told(),
            read,
        )

    def _inject(
        self,
        part: _Part,
        place: int,
        knots: dict[str, Tie],
        book: StrandBook,
        keys: KeyBook,
        reader: RowReader,
    ) -> Proposed | None:
        entry, serial = part.entries[place], part.serials[place]
        draft = reader.draft(entry)
        title, message = str(draft.values["title"]), str(draft.values.get("message", ""))
        if keys.repeats(serial, title, message):
            self.losses.add(f"repeats the row with serial {serial}", entry.sheet, entry.row, "note")
            return None
        if serial:
            draft.values["serial"] = serial
            if keys.is_taken(serial):
                self.remarks.add(f"serial {serial} comes again", entry.sheet, entry.row)
        draft.values.update(placed(part.times, place, knots, self._context))
        self._remark_times(part, place, draft, knots)
        strand = book.link_for(entry)
        if strand is not None:
            draft.values["strand_id"] = strand
        if original := entry.text("contingency_for"):
            draft.values["contingency_for_id"] = Link("inject", f"serial:{original}", "serial")
        if draft.kept:
            note = draft.values.get("note", "")
            draft.values["note"] = "\n".join(filter(None, (str(note), *draft.kept)))
        where = entry.sheet.place(entry.row)
        key = keys.key(serial, title, message)
        return Proposed("inject", key, where, draft.values, draft.links)

    def _remark_times(self, part: _Part, place: int, draft: Draft, knots: dict[str, Tie]) -> None:
        entry = draft.entry
        for name in _TIMES:
            said = part.times.said[name][place] if name in part.times.said else NOTHING_SAID
            if said.unread:
                draft.kept.append(f"{TARGETS[name]}: {one_line(said.unread)}")
            elif said.absolute and not said.has_clock and name == "start":
                self.remarks.add(
                    "only a day is given, 0000 is taken as the time", entry.sheet, entry.row
                )
        if entry.text("released_at") and "released_at" not in draft.values:
            draft.kept.append(f"Actual time: {as_text(entry.cells['released_at'])}")
        if entry.text("duration") and length_of(entry) is None:
            draft.kept.append(f"Duration: {one_line(entry.text('duration'))}")
        if "start" in part.times.said and "start" not in draft.values:
            self.remarks.add("the row has no planned time", entry.sheet, entry.row)
