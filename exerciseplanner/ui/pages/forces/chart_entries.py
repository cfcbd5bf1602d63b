"""What the chart of the order of battle says of each unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exerciseplanner.domain.forces import IDENTITIES
from exerciseplanner.ui.pages.forces.columns import with_all_below
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.orbat_chart import Entry, SideTitle
from exerciseplanner.workspace.queries.forces import CommandRelationRow
from exerciseplanner.workspace.queries.order_of_battle import ForceRow

_IDENTITIES = dict(IDENTITIES)


@dataclass(frozen=True)
class Shown:
    """What the chart is to show: rows by id, and the command relation of each unit that has one.

    With `is_commanded` units stand under whoever commands them, else in the organic structure.
    """

    rows: Mapping[str, ForceRow]
    relations: Mapping[str, CommandRelationRow]
    is_commanded: bool = False
    nation: bool = True
    strength: bool = True


def entry_of(row: ForceRow, shown: Shown) -> Entry:
    """The card of a unit."""
    relation = shown.relations.get(row.id)
    superior = relation.superior_id if shown.is_commanded and relation else row.superior_id
    parts = (row.nation if shown.nation else "", with_all_below(row) if shown.strength else "")
    return Entry(
        row.id,
        superior,
        row.side_id or (row.parent_id or "" if row.superior_id is None else ""),
        row.symbol,
        row.identity,
        row.short_name or row.name,
        "  ·  ".join(part for part in parts if part),
        _label(relation, superior, shown.rows),
        _tip(row, _label(relation, None, shown.rows)),
    )


def side_titles(sides: Sequence[ForceRow]) -> list[SideTitle]:
    """The titles of the sides."""
    return [SideTitle(row.id, row.name, row.identity, counted(row.below, "unit")) for row in sides]


def _label(
    relation: CommandRelationRow | None, superior: str | None, rows: Mapping[str, ForceRow]
) -> str:
    """The relation, and to whom where that is not the superior it is drawn under."""
    if relation is None:
        return ""
    leader = rows.get(relation.superior_id)
    if leader is None or relation.superior_id == superior:
        return relation.relation
    return f"{relation.relation} {leader.short_name or leader.name}".strip()


def _tip(row: ForceRow, relation: str) -> str:
    """What the card has no room for."""
    strength = with_all_below(row)
    facts = (
        f"Provided by {row.nation}" if row.nation else "",
        f"Strength with all below: {strength}" if strength else "",
        f"Notice to move: {row.notice_days} d" if row.notice_days is not None else "",
        row.location_name,
        f"Under {row.superior}" if row.superior else "",
        relation,
    )
    said = _IDENTITIES.get(row.identity, "")
    head = "  ·  ".join(part for part in (row.name, said) if part)
    return "\n".join((head, *(fact for fact in facts if fact)))
