"""The columns of the order of battle and of the table of units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from exerciseplanner.domain.forces import IDENTITIES, UNIT
from exerciseplanner.ui.widgets.columns import ColumnSpec, column_for, natural
from exerciseplanner.ui.widgets.figures import (
    HOW_COUNTED,
    caveats_column,
    figure_of,
    present_of,
)
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.order_of_battle import ForceRow

#: What a side has in common with a unit.
OF_SIDES = frozenset({"name", "note"})

_TITLES = {
    "participant_id": "Nation",
    "role": "Role",
    "notice_days": "NTM",
    "location_name": "Location",
    "strength_planned": "Planned",
    "strength_present": "Present",
}
_TREE_WIDTHS = {
    "name": 268,
    "participant_id": 54,
    "echelon": 60,
    "domain": 90,
    "role": 58,
    "notice_days": 46,
    "location_name": 136,
}
_TABLE_WIDTHS = {
    "name": 196,
    "short_name": 100,
    "participant_id": 54,
    "side_id": 130,
    "parent_id": 88,
    "echelon": 60,
    "domain": 90,
    "role": 58,
    "strength_present": 60,
    "strength_planned": 62,
    "notice_days": 46,
    "location_name": 136,
}
_SPARE = ("short_name", "status", "sidc", "contact", "note")


def with_all_below(row: ForceRow) -> str:
    """People of a unit or side with all below: a dash where nothing is stated, not a nought."""
    is_stated = bool(row.present) or row.strength_present is not None
    if not (row.planned or is_stated):
        return ""
    return present_of(row.present if is_stated else None, row.planned or None)


def tree_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """The columns of the tree of sides and units, the name first."""
    shown = tuple(_unit(name, vocabulary, _TREE_WIDTHS) for name in _TREE_WIDTHS)
    spare = tuple(replace(_unit(name, vocabulary, {}), shown=False) for name in _SPARE)
    columns = (*shown[:5], _strength(), shown[5], _caveats(), shown[6], _whole(), *spare)
    return tuple(replace(each, editable_in=partial(_edits, each.name)) for each in columns)


def table_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """The columns of the table of all units."""
    hidden = {"short_name", "side_id"}
    shown = tuple(
        replace(_unit(name, vocabulary, _TABLE_WIDTHS), shown=name not in hidden)
        for name in _TABLE_WIDTHS
    )
    spare = tuple(replace(_unit(name, vocabulary, {}), shown=False) for name in _SPARE[1:])
    return (*shown[:-1], _caveats(), shown[-1], _whole(), *spare)


def _unit(name: str, vocabulary: Vocabulary, widths: Mapping[str, int]) -> ColumnSpec:
    column = column_for(UNIT.field(name), vocabulary, editable=True)
    column = replace(
        column, title=_TITLES.get(name, column.title), width=widths.get(name, column.width)
    )
    said = partial(_said, vocabulary, name)
    if name == "participant_id":
        return replace(column, text=lambda row: row.nation, tip=said)
    if name == "echelon":
        return replace(column, text=partial(_echelon, vocabulary), tip=said, align="center")
    if name == "role":
        return replace(column, text=lambda row: row.role, tip=said)
    if name in ("strength_planned", "strength_present"):
        return replace(column, text=figure_of(name, zero="0"))
    if name == "notice_days":
        return replace(column, text=_notice, tip=_notice_tip)
    if name == "parent_id":
        return replace(
            column,
            value=lambda row: row.superior_id,
            text=lambda row: row.superior,
            sort=lambda row: natural(row.superior) if row.superior else None,
            tip=lambda row: vocabulary.text(UNIT.field("parent_id"), row.superior_id),
        )
    if name == "name":
        return replace(column, tip=_name_tip)
    return column


def _said(vocabulary: Vocabulary, name: str, row: ForceRow) -> str:
    return vocabulary.text(UNIT.field(name), getattr(row, name))


def _echelon(vocabulary: Vocabulary, row: ForceRow) -> str:
    return row.marks or _said(vocabulary, "echelon", row)


def _notice(row: ForceRow) -> str:
    return "" if row.notice_days is None else f"{row.notice_days} d"


def _notice_tip(row: ForceRow) -> str:
    if row.notice_days is None:
        return ""
    days = "1 day" if row.notice_days == 1 else f"{row.notice_days} days"
    return f"Ready to leave its home location {days} after notice"


def _name_tip(row: ForceRow) -> str:
    said = dict(IDENTITIES).get(row.identity, "")
    return f"{row.name}  ·  {said}" if row.noun and said else row.name


def _strength() -> ColumnSpec:
    def text(row: ForceRow) -> str:
        if row.noun != "unit":
            return with_all_below(row)
        if row.strength_present is None and row.strength_planned is None:
            return ""
        return present_of(row.strength_present, row.strength_planned)

    return ColumnSpec(
        name="strength",
        title="Strength",
        text=text,
        sort=lambda row: row.present if row.noun != "unit" else row.strength_present,
        width=118,
        align="right",
        tone=lambda row: "muted" if row.noun != "unit" else "",
        tip=lambda row: (
            f"Present of planned. With all below: {with_all_below(row) or '–'}. {HOW_COUNTED}"
        ),
    )


def _caveats() -> ColumnSpec:
    return replace(caveats_column(), width=60)


def _whole() -> ColumnSpec:
    return ColumnSpec(
        name="present",
        title="With all below",
        text=with_all_below,
        width=116,
        align="right",
        shown=False,
        tip=lambda _: HOW_COUNTED,
    )


def _edits(column: str, row: ForceRow) -> bool:
    return row.noun == "unit" or (row.noun == "side" and column in OF_SIDES)
