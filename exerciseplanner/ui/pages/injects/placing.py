"""What dropping rows somewhere means, and what moving them up or down means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exerciseplanner.workspace.queries.script import LOOSE, ScriptRow

Rows = Mapping[str, ScriptRow]
"""Rows by id, in the order shown."""


@dataclass(frozen=True)
class Move:
    """Put rows below a strand (None: below none); strands named in `order` stand in that order."""

    ids: tuple[str, ...]
    parent_id: str | None
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resequence:
    """Play injects in this order at the times they have between them."""

    ids: tuple[str, ...]


def dropped(rows: Rows, ids: Sequence[str], target_id: str | None, place: str) -> Move | Resequence:
    """What the drop of rows into, before or after a row (None: the empty ground) asks for."""
    dragged = tuple(row_id for row_id in rows if row_id in set(ids) and row_id != LOOSE)
    target = rows.get(target_id) if target_id else None
    if target is None:
        return Move(dragged, None)
    injects = all(rows[row_id].noun == "inject" for row_id in dragged)
    levels = {rows[row_id].level for row_id in dragged}
    if place == "into":
        if levels == {target.level} and target.noun == "strand":
            return _beside(rows, dragged, target, "after")
        return Move(dragged, _home(target))
    at_home = all(rows[row_id].parent_id == target.parent_id for row_id in dragged)
    if injects and at_home and target.noun == "inject":
        return Resequence(_reordered(rows, dragged, target, place))
    if levels == {target.level} and target.noun == "strand":
        return _beside(rows, dragged, target, place)
    return Move(dragged, _strand(target.parent_id))


def stepped(rows: Rows, row_id: str, step: int) -> Move | Resequence | None:
    """What moving one row up (-1) or down (1) among its like asks for; None at the end."""
    row = rows[row_id]
    like = _siblings(rows, row)
    place = like.index(row_id) + step
    if not 0 <= place < len(like) or not row.noun:
        return None
    if row.noun == "inject":
        pair = (like[place], row_id) if step > 0 else (row_id, like[place])
        return Resequence(pair)
    return _beside(rows, (row_id,), rows[like[place]], "after" if step > 0 else "before")


def _home(target: ScriptRow) -> str | None:
    """The strand that something dropped into a row belongs to from then on."""
    return target.id if target.noun == "strand" else target.strand_id


def _strand(parent_id: str | None) -> str | None:
    return None if parent_id == LOOSE else parent_id


def _siblings(rows: Rows, row: ScriptRow) -> list[str]:
    return [
        each.id
        for each in rows.values()
        if each.parent_id == row.parent_id and each.level == row.level
    ]


def _beside(rows: Rows, dragged: tuple[str, ...], target: ScriptRow, place: str) -> Move:
    order = _reordered(rows, dragged, target, place)
    return Move(dragged, _strand(target.parent_id), order)


def _reordered(
    rows: Rows, dragged: tuple[str, ...], target: ScriptRow, place: str
) -> tuple[str, ...]:
    rest = [row_id for row_id in _siblings(rows, target) if row_id not in dragged]
    if target.id in dragged:
        return (*rest, *dragged)
    at = rest.index(target.id) + (place == "after")
    return (*rest[:at], *dragged, *rest[at:])
