"""The columns of the MEL/MIL: what a planner reads and edits in the tree and in the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from exerciseplanner.domain.injects import INJECT
from exerciseplanner.ui.pages.injects.states import States
from exerciseplanner.ui.widgets import wording
from exerciseplanner.ui.widgets.columns import ColumnSpec, column_for
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.script import ScriptRow

#: A column under another name than the field it writes.
WRITES = {"offset": "start"}

_TITLES = {
    "start": "Planned (DTG)",
    "sender": "From",
    "addressees": "To",
    "info_addressees": "Info",
    "cell": "Cell",
    "released_at": "Released (actual)",
    "strand_id": "Part of",
    "duration": "Duration",
    "scenario_start": "Scenario time",
}
_WIDTHS = {
    "serial": 132,
    "state": 122,
    "start": 116,
    "means": 118,
    "sender": 140,
    "addressees": 140,
    "cell": 80,
    "released_at": 128,
    "responsible": 156,
    "title": 340,
}
_TREE = ("title", "serial", "start", "offset", "state", "addressees", "means", "cell")
_TABLE = ("serial", "start", "offset", "title", "state", "means", "sender", "addressees", "cell")
_MORE = ("storyline", "objectives", "threats", "responsible", "marking", "released_at", "kind")
_SPARE = (
    "strand_id",
    "duration",
    "scenario_start",
    "info_addressees",
    "location_name",
    "message",
    "expected_action",
    "cue",
    "response",
    "note",
)
_HIDDEN_IN_TREE = frozenset(
    {"offset", "storyline", "kind", "sender", "threats", "responsible", "marking", "released_at"}
)


def tree_columns(states: States, vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """The columns of the tree, the title first."""
    names = (*_TREE, "sender", *_MORE, *_SPARE)
    hidden = _HIDDEN_IN_TREE.union(_SPARE)
    return tuple(_made(name, states, vocabulary, name not in hidden) for name in names)


def table_columns(states: States, vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """The columns of the table, the serial first."""
    names = (*_TABLE, *_MORE, *_SPARE)
    return tuple(_made(name, states, vocabulary, name not in _SPARE) for name in names)


def _made(name: str, states: States, vocabulary: Vocabulary, shown: bool) -> ColumnSpec:
    own = _OWN.get(name)
    column = own(vocabulary) if own else _of_field(name, states, vocabulary)
    return replace(column, shown=shown)


def _of_field(name: str, states: States, vocabulary: Vocabulary) -> ColumnSpec:
    column = column_for(INJECT.field(name), vocabulary, editable=True)
    column = replace(column, title=_TITLES.get(name, column.title))
    column = replace(column, width=_WIDTHS.get(name, column.width))
    if name == "state":
        return replace(
            column,
            text=lambda row: states.name(row.state) if row.level == "inject" else _held(row),
            icon=lambda row: states.look(row.state).icon if row.state else "",
            tone=lambda row: states.look(row.state).tone,
            tip=lambda row: states.definition(row.state),
        )
    if name in ("objectives", "threats"):
        return replace(column, text=_codes(name[:-1]), sort=None, width=112)
    if name == "start":
        return replace(column, tone=_standing_back, tip=lambda row: _span(row, vocabulary))
    return column


def _codes(noun: str) -> Any:
    name = f"{noun}_codes"
    return lambda row: getattr(row, name)


def _standing_back(row: ScriptRow) -> str:
    return "" if row.level == "inject" else "muted"


def _span(row: ScriptRow, vocabulary: Vocabulary) -> str:
    if row.level == "inject" or row.start is None:
        return vocabulary.offset(row.start)
    return f"{vocabulary.planned(row.start)} to {vocabulary.planned(row.last)}"


def _offset(vocabulary: Vocabulary) -> ColumnSpec:
    return ColumnSpec(
        name="offset",
        title="STARTEX+n",
        text=lambda row: vocabulary.offset(row.start),
        value=lambda row: row.start,
        sort=lambda row: row.start,
        width=116,
        field=INJECT.field("start"),
        editable=True,
    )


def _held(row: ScriptRow) -> str:
    return f"{row.injects:,} inject{'' if row.injects == 1 else 's'}"


def _storyline(_: Vocabulary) -> ColumnSpec:
    return ColumnSpec(name="storyline", title="Storyline", width=168)


def _marking(vocabulary: Vocabulary) -> ColumnSpec:
    field = INJECT.field("marking_level")

    def text(row: ScriptRow) -> str:
        releases = wording.codes_of(row.marking_releases)
        level = row.marking_level
        return f"{level} REL {'/'.join(releases)}" if level and releases else level

    def tip(row: ScriptRow) -> str:
        return vocabulary.text(field, row.marking_level)

    return ColumnSpec(name="marking", title="Marking", text=text, width=140, tip=tip)


_OWN: Mapping[str, Callable[[Vocabulary], ColumnSpec]] = {
    "offset": _offset,
    "storyline": _storyline,
    "marking": _marking,
}
