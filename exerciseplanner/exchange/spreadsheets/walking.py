"""The rows of a sheet one by one: injects, section titles, continued rows and what is neither."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from exerciseplanner.exchange.spreadsheets.cells import NOTHING, as_text, is_nothing, one_line
from exerciseplanner.exchange.spreadsheets.headers import repeats_header
from exerciseplanner.exchange.spreadsheets.mapping import SheetMapping
from exerciseplanner.exchange.spreadsheets.remarks import Remarks
from exerciseplanner.exchange.spreadsheets.sheets import Cell, Row, Sheet
from exerciseplanner.exchange.spreadsheets.targets import TARGETS
from exerciseplanner.exchange.spreadsheets.values import look

_PROSE = ("message", "expected_action", "background", "cue", "note", "response", "attachments")
_IDENTITY = ("serial", "title", "start", "start_date")
_LONGEST_SECTION = 200
_CLOSING = re.compile(
    r"^((grand|sub)?[ -]?total\b|summe\b|gesamt\b|page \d|seite \d"
    r"|end of (the )?(msel|list|doc|mel)"
    r"|version\b|legend\b|legende\b|prepared by\b|printed\b|notes?:|last updated|distribution\b"
    r"|(security )?classification\s*:|source:|count\b|number of injects)",
    re.IGNORECASE,
)
_MARKING = re.compile(
    r"^[/\s\-–—*(]*((nato|eu|exercise|ue|otan|for|tlp)[\s:/\-]+)*(unclassified|unclas|restricted"
    r"|confidential|secret|official( use only)?|fouo|cui|non classifi[ée]|diffusion restreinte"
    r"|offen|vs-nfd|exercise|amber|green|clear)\b(\s*[/\-–—,:(*].*|\s+(rel|releasable|only|use)\b.*)?$",
    re.IGNORECASE,
)
_MILESTONE = re.compile(
    r"^\W*(startex|endex|pausex|resumex|(start|end) of (the )?exercise"
    r"|(lunch|coffee|tea)?[ -]?break|lunch"
    r"|dinner|hot ?wash(-?up)?|pause( d[ée]jeuner)?|mittagspause|debex|finex)\W*$",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(?:ex(?:ercise)?\s*)?(?:day|jour|tag)\s*[#+]?\s*(\d{1,2})\b", re.IGNORECASE)
_DAY_OFFSET = re.compile(r"\b(?:startex|d|j|e)\s*[+-]\s*\d{1,2}\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(mon|tues?|wednes|thurs?|fri|satur|sun)day\b,?", re.IGNORECASE)
_LABEL = re.compile(
    r"^(storyline|story|event|phase|vignette|incident|day|part|section|thread|move|serial block"
    r"|scenario|block|jour|volet|teil|lage|main event)\b",
    re.IGNORECASE,
)


@dataclass
class Entry:
    """One inject as the sheet states it: what cells hold by field, and those no field takes."""

    sheet: Sheet
    row: int
    cells: dict[str, Cell]
    others: list[tuple[str, str]]
    section: str = ""
    day: str = ""
    rows: list[int] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The cell of a field as text; empty where there is none."""
        value = self.cells.get(name, "")
        return value if isinstance(value, str) else as_text(value)


class Walk:
    """Goes down one sheet and gathers its entries."""

    def __init__(
        self, sheet: Sheet, mapping: SheetMapping, remarks: Remarks, losses: Remarks
    ) -> None:
        self.entries: list[Entry] = []
        self._sheet = sheet
        self._mapping = mapping
        self._remarks = remarks
        self._losses = losses
        self._field_at = {c.index: c.field for c in mapping.columns if c.field in TARGETS}
        self._others = {c.index: c.name for c in mapping.columns if c.field is None}
        self._identity = [c for c, name in self._field_at.items() if name in _IDENTITY]
        self._is_named = bool({"serial", "title"} & set(self._field_at.values()))
        self._continued = _continued_cells(sheet)
        self._merged_rows = {
            row for span in sheet.spans for row in range(span.top, span.bottom + 1)
        }
        self._section, self._section_row = "", -1
        self._day = day_in(sheet.name)

    def run(self) -> list[Entry]:
        """Every entry of the sheet in its order."""
        for row in range(self._mapping.header.first_data_row, len(self._sheet.rows)):
            self._step(row, self._sheet.rows[row])
        self._drop_unused_section()
        return self.entries

    def _step(self, row: int, cells: Row) -> None:
        held = [
            (column, value)
            for column, value in enumerate(cells)
            if value.__class__ is not str or value not in NOTHING
        ]
        if not held or repeats_header(cells, self._mapping.header):
            return
        first = one_line(as_text(held[0][1]))
        if self._is_closing(first, held) or (len(held) == 1 and _MILESTONE.match(first)):
            self._losses.add(f"'{first[:80]}' is no inject", self._sheet, row, "note")
        elif self._is_section(row, held):
            self._open_section(row, " ".join(dict.fromkeys(one_line(as_text(v)) for _, v in held)))
        elif self.entries and self._continues(row, held):
            self._continue(row, held)
        else:
            self._enter(row, held)

    def _is_closing(self, first: str, held: list[tuple[int, Cell]]) -> bool:
        if not (_CLOSING.match(first) or _MARKING.match(first)):
            return False
        fields = {self._field_at.get(column) for column, _ in held}
        timed = any(look(v) != "number" for c, v in held if self._field_at.get(c) == "start")
        if len(held) == 1:
            return True
        return not timed and not {"title", "message"} <= fields and len(held) <= 3

    def _is_section(self, row: int, held: list[tuple[int, Cell]]) -> bool:
        if len(held) > 2 and row not in self._merged_rows:
            return False
        texts = {as_text(value) for _, value in held}
        column, value = held[0]
        if len(as_text(value)) > _LONGEST_SECTION or not isinstance(value, str):
            return len(held) == 1 and look(value) == "date"
        if len(texts) == 1 and self._spans_widely(row, column):
            return True
        if len(held) == 2 and _LABEL.match(as_text(value)):
            fields = {self._field_at.get(c) for c, _ in held}
            return not fields & {"start", "message"} and len(self._field_at) > 3
        if len(held) > 1 or len(self._field_at) < 3:
            return False
        name = self._field_at.get(column)
        if name in _PROSE:
            return column == self._mapping.columns[0].index or not self.entries
        return name != "start" or look(value) in ("text", "date", "day")

    def _spans_widely(self, row: int, column: int) -> bool:
        return any(
            span.top <= row <= span.bottom
            and span.left <= column
            and span.right - span.left + 1 >= min(max(3, self._sheet.width // 2), self._sheet.width)
            for span in self._sheet.spans
        )

    def _open_section(self, row: int, text: str) -> None:
        self._drop_unused_section()
        day = day_in(text)
        self._day = day or self._day
        if day and not _says_more_than_day(text):
            self._section, self._section_row = "", -1
            return
        self._section, self._section_row = text, row

    def _drop_unused_section(self) -> None:
        if self._section and (not self.entries or self.entries[-1].row < self._section_row):
            self._losses.add(
                f"'{self._section[:80]}' stands above no inject",
                self._sheet,
                self._section_row,
                "note",
            )

    def _continues(self, row: int, held: list[tuple[int, Cell]]) -> bool:
        """Whether a row carries on the one above: nothing of its own says which inject it is."""
        if not self._is_named:
            return False
        cells = self._sheet.rows[row]
        identity = []
        for column in self._identity:
            if not is_nothing(cells[column]):
                if (row, column) not in self._continued:
                    return False
                identity.append(column)
        merged = {self._field_at[column] for column in identity} & {"serial", "title"}
        if identity and not merged:
            return False
        return any(self._field_at.get(c) in _PROSE for c, _ in held) or bool(merged)

    def _continue(self, row: int, held: list[tuple[int, Cell]]) -> None:
        entry = self.entries[-1]
        for column, value in held:
            if (row, column) in self._continued:
                continue
            text, name = as_text(value), self._field_at.get(column)
            if name is None:
                entry.others.append((self._others[column], text))
            elif not entry.text(name):
                entry.cells[name] = value
            elif text not in entry.text(name).split("\n"):
                entry.cells[name] = f"{entry.text(name)}\n{text}"
        entry.rows.append(row)
        self._remarks.add("the row continues the one above and is joined to it", self._sheet, row)

    def _enter(self, row: int, held: list[tuple[int, Cell]]) -> None:
        cells: dict[str, Cell] = {}
        others: list[tuple[str, str]] = []
        for column, value in held:
            name = self._field_at.get(column)
            if name is None:
                others.append((self._others[column], as_text(value)))
            else:
                cells[name] = value
        self.entries.append(Entry(self._sheet, row, cells, others, self._section, self._day, [row]))


def _continued_cells(sheet: Sheet) -> set[tuple[int, int]]:
    """Cells that only repeat the merged cell above them."""
    return {
        (row, span.left)
        for span in sheet.spans
        for row in range(span.top + 1, span.bottom + 1)
        if row < len(sheet.rows)
    }


def day_in(text: str) -> str:
    """The day a title or the name of a sheet speaks of, as text; empty where it names none."""
    if len(text) > 80:
        return ""
    plain = one_line(_WEEKDAY.sub(" ", text)).strip(" -–—:,|()")
    for part in (plain, *re.split(r"\s*[–—:|,(]\s*|\s+-\s+", plain)):
        part = part.strip(" )-")
        if part and look(part) == "date":
            return part
    numbered = _DAY.search(text)
    if numbered:
        return f"Day {numbered[1]}"
    offset = _DAY_OFFSET.search(text)
    return offset[0] if offset else ""


def _says_more_than_day(text: str) -> bool:
    rest = _WEEKDAY.sub(" ", text).replace(day_in(text), " ")
    rest = _DAY_OFFSET.sub(" ", _DAY.sub(" ", rest))
    parts = [part for part in re.split(r"[\s–—:|,()\-]+", rest) if part]
    return (
        any(look(part) == "text" and len(part) > 2 for part in parts)
        and look(" ".join(parts)) == "text"
    )
