"""What dropping units somewhere in the order of battle means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from exerciseplanner.workspace.queries.order_of_battle import ForceRow

Rows = Mapping[str, ForceRow]
"""Rows by id, in the order shown."""


class Subordination(NamedTuple):
    """Put units under a superior or at the top of a side; those in `order` then stand so."""

    ids: tuple[str, ...]
    superior_id: str | None
    side_id: str | None
    order: tuple[str, ...] = ()


def dropped(
    rows: Rows, ids: Sequence[str], target_id: str | None, place: str
) -> Subordination | None:
    """What the drop of rows into, before or after a row (None: the empty ground) asks for.

    Only units move; nothing where none was dropped.
    """
    units = tuple(row_id for row_id in rows if row_id in set(ids) and rows[row_id].noun == "unit")
    target = rows.get(target_id) if target_id else None
    if not units:
        return None
    if target is None:
        return Subordination(units, None, None)
    if target.noun != "unit":
        return Subordination(units, None, target.id if target.noun == "side" else None)
    if place == "into":
        return Subordination(units, target.id, target.side_id)
    return Subordination(
        units, target.superior_id, target.side_id, _beside(rows, units, target, place)
    )


def _beside(rows: Rows, units: tuple[str, ...], target: ForceRow, place: str) -> tuple[str, ...]:
    like = [row.id for row in rows.values() if row.parent_id == target.parent_id]
    rest = [row_id for row_id in like if row_id not in units]
    if target.id in units:
        return (*rest, *units)
    at = rest.index(target.id) + (place == "after")
    return (*rest[:at], *units, *rest[at:])
