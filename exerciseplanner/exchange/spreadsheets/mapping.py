"""Which column of which sheet is taken for which field: proposed, shown and corrected."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets.headers import Header
from exerciseplanner.exchange.spreadsheets.targets import TARGETS

Anchor = Literal["auto", "absolute", "first", "startex"]
"""How dates become planned times: as they stand; the day of the first dated row is the day of
STARTEX; the row called STARTEX is STARTEX; or whichever of these fits."""

Numbers = Literal["auto", "minutes", "hours", "clock"]


@dataclass(frozen=True)
class TimeSettings:
    """How the times of a file are to be read.

    `day_first` settles 03/04/2026 (None: by what the column shows); `numbers` says what bare
    numbers in a time column count; `t_means` is the unit of T+15.
    """

    anchor: Anchor = "auto"
    day_first: bool | None = None
    numbers: Numbers = "auto"
    t_means: Literal["minutes", "hours"] = "minutes"


@dataclass(frozen=True)
class ColumnMapping:
    """One column: what stands above it and in it, and the field it is taken for.

    `confidence` runs from 0 to 1; `alternatives` are the other fields it could be, best first;
    `settled` tells that the planner or a profile decided and not the program.
    """

    index: int
    letter: str
    header: str
    field: str | None
    confidence: float = 0.0
    alternatives: tuple[tuple[str, float], ...] = ()
    samples: tuple[str, ...] = ()
    settled: bool = False

    @property
    def name(self) -> str:
        """What the column is called in sentences."""
        return self.header or f"Column {self.letter}"


@dataclass(frozen=True)
class SheetMapping:
    """One sheet: whether it is taken and why, its header and its columns."""

    sheet: str
    taken: bool
    why: str
    header: Header
    columns: tuple[ColumnMapping, ...] = ()
    strength: float = 0.0
    settled: bool = False

    def column_of(self, name: str) -> ColumnMapping | None:
        """The column taken for a field, or None."""
        return next((column for column in self.columns if column.field == name), None)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that some column is taken for."""
        return frozenset(column.field for column in self.columns if column.field)


@dataclass(frozen=True)
class MappingProposal:
    """What every column of every sheet of a file is taken for; corrections give a new one."""

    source: str
    sheets: tuple[SheetMapping, ...]
    times: TimeSettings = field(default_factory=TimeSettings)
    keep_unmapped: bool = True

    @property
    def taken(self) -> tuple[SheetMapping, ...]:
        """The sheets whose rows become injects."""
        return tuple(sheet for sheet in self.sheets if sheet.taken)

    def sheet(self, name: str | None = None) -> SheetMapping:
        """The sheet of that name, or the one that is most surely a MSEL. Raises Refusal."""
        if name is None and self.sheets:
            return max(self.sheets, key=lambda sheet: (sheet.taken, sheet.strength))
        for sheet in self.sheets:
            if sheet.sheet == name:
                return sheet
        raise Refusal(f"{self.source} has no sheet called {name!r}.", field="sheet")

    def with_column(
        self, index: int, name: str | None, sheet: str | None = None
    ) -> MappingProposal:
        """The same with one column taken for a field, or for none.

        Whichever column had the field before gives it up. Raises Refusal for a field or column
        that does not exist.
        """
        if name is not None and name not in TARGETS:
            raise Refusal(f"There is no field {name!r}.", field="field", remedy=", ".join(TARGETS))
        wanted = self.sheet(sheet)
        if index not in {column.index for column in wanted.columns}:
            raise Refusal(f"{wanted.sheet} has no column {index}.", field="column")
        columns = tuple(_corrected(column, index, name) for column in wanted.columns)
        return self._with(replace(wanted, columns=columns))

    def with_sheet(self, name: str, taken: bool) -> MappingProposal:
        """The same with a sheet taken or left out. Raises Refusal for a sheet it has not."""
        why = "chosen by the planner" if taken else "left out by the planner"
        return self._with(replace(self.sheet(name), taken=taken, why=why, settled=True))

    def with_times(self, times: TimeSettings) -> MappingProposal:
        """The same with other settings for times."""
        return replace(self, times=times)

    def _with(self, changed: SheetMapping) -> MappingProposal:
        sheets = tuple(changed if sheet.sheet == changed.sheet else sheet for sheet in self.sheets)
        return replace(self, sheets=sheets)

    def replaced(self, changed: SheetMapping) -> MappingProposal:
        """The same with another mapping for one sheet."""
        return self._with(changed)


def _corrected(column: ColumnMapping, index: int, name: str | None) -> ColumnMapping:
    if column.index == index:
        return replace(column, field=name, confidence=1.0, settled=True)
    if name is not None and column.field == name:
        return replace(column, field=None, confidence=0.0, settled=True)
    return column


_MSEL_NAME = re.compile(
    r"msel|\bmel\b|\bmil\b|mel.?mil|inject|script|event|timeline|schedule|drehbuch|chronogramme"
    r"|serial|einlage|evenement|sequence|run.?of.?show|checklist",
    re.IGNORECASE,
)
_OTHER_NAME = re.compile(
    r"look.?up|\blists?\b|meta|readme|read me|legend|instruction|contact|roster|poc|distribution"
    r"|change|version|admin|drop.?down|validation|cover|index|summary|pivot|chart|archive|glossar"
    r"|acronym|abbrev|options|settings|help",
    re.IGNORECASE,
)


def name_speaks_for(name: str) -> float:
    """How far the name of a sheet speaks for a list of injects: 1, 0 or -1."""
    if _MSEL_NAME.search(name):
        return 1.0
    return -1.0 if _OTHER_NAME.search(name) else 0.0
