"""Changing the MEL/MIL as a whole: moving, arranging, copying and removing strands and injects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import uuid4

from sqlalchemy import select

from exerciseplanner.domain.injects import STRAND
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.injects import inject, inject_objective
from exerciseplanner.storage.tables.objectives import objective
from exerciseplanner.storage.tables.storylines import strand
from exerciseplanner.workspace.desk import AnyRow, Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.operations.injects import (
    copied_inject,
    duplicate_injects,
    edit_injects,
)
from exerciseplanner.workspace.operations.storylines import add_strand, edit_strands

_DEPTH = {"storyline": 0, "event": 1, "incident": 2}


@operation("Move in MEL/MIL")
def move_in_script(
    desk: Desk, ids: Sequence[str], parent_id: str | None, order: Sequence[str] = ()
) -> None:
    """Put strands and injects below a strand, or at the top without one.

    What stands below a row that is moved goes along with it. Strands named in `order` then stand
    in that order.

    Raises:
        Refusal: a strand cannot stand there.
    """
    strands, injects = _apart(desk, ids)
    moving = {str(row.id) for row in strands}
    tops = [str(row.id) for row in strands if row.parent_id not in moving]
    if tops:
        edit_strands(desk, tops, {"parent_id": parent_id})
    loose = [str(row.id) for row in injects if row.strand_id not in moving]
    if loose:
        edit_injects(desk, loose, {"strand_id": parent_id})
    if order:
        arrange_strands(desk, order)


@operation("Arrange strands")
def arrange_strands(desk: Desk, ids: Sequence[str]) -> None:
    """Let these strands stand in this order, in the places they have among all strands."""
    rows = {str(row.id): row for row in desk.rows(strand, ids)}
    wanted = [row_id for row_id in ids if row_id in rows]
    places = sorted(int(row.seq) for row in rows.values())
    if len(set(places)) < len(places):
        places = list(range(places[0], places[0] + len(places)))
    for row_id, seq in zip(wanted, places, strict=True):
        if rows[row_id].seq != seq:
            desk.change(strand, [row_id], {"seq": seq})


@operation("Change order of injects")
def resequence_injects(desk: Desk, ids: Sequence[str]) -> None:
    """Play these injects in this order at the times they have between them.

    The times stay; which inject has which changes. Untimed ones keep to the end.
    """
    rows = {str(row.id): row for row in desk.rows(inject, ids)}
    wanted = [row_id for row_id in ids if row_id in rows]
    slots = sorted(rows.values(), key=_slot)
    for row_id, slot in zip(wanted, slots, strict=True):
        row = rows[row_id]
        if (row.start, row.seq) != (slot.start, slot.seq):
            desk.change(inject, [row_id], {"start": slot.start, "seq": slot.seq})


@operation("Link to objective")
def link_to_objective(desk: Desk, ids: Iterable[str], objective_id: str) -> None:
    """Let each of these injects serve an objective beside those it serves already."""
    desk.row(objective, objective_id)
    has = {
        str(row[0])
        for row in desk.all(
            select(inject_objective.c.inject_id).where(
                inject_objective.c.objective_id == objective_id
            )
        )
    }
    rows = desk.rows(inject, ids)
    desk.add_all(
        inject_objective,
        [
            {"id": str(uuid4()), "inject_id": row.id, "objective_id": objective_id}
            for row in rows
            if row.id not in has
        ],
    )


@operation("Duplicate")
def duplicate_in_script(desk: Desk, ids: Sequence[str]) -> tuple[str, ...]:
    """Copy injects, and strands with everything in them, under new serials; returns the ids."""
    strands, injects = _apart(desk, ids)
    moving = {str(row.id) for row in strands}
    inside = moving | _below(desk, moving)
    made = [_copied(desk, row, row.parent_id) for row in strands if row.parent_id not in inside]
    alone = [str(row.id) for row in injects if row.strand_id not in inside]
    return (*made, *duplicate_injects(desk, alone))


@operation("Remove from MEL/MIL")
def remove_from_script(desk: Desk, ids: Sequence[str]) -> None:
    """Remove strands with everything in them, and injects; no serial is given out again."""
    desk.remove(inject, ids)
    desk.remove(strand, ids)


def _apart(desk: Desk, ids: Sequence[str]) -> tuple[list[AnyRow], list[AnyRow]]:
    strands = sorted(desk.rows(strand, ids), key=lambda row: (_DEPTH.get(row.kind, 3), row.seq))
    place = {row_id: number for number, row_id in enumerate(ids)}
    injects = sorted(desk.rows(inject, ids), key=lambda row: place[row.id])
    if len(strands) + len(injects) < len(set(ids)):
        raise Refusal(
            "Some of these rows are no longer in the MEL/MIL.", remedy="Choose them anew."
        )
    return strands, injects


def _below(desk: Desk, ids: set[str]) -> set[str]:
    parents = {str(r[0]): r[1] for r in desk.all(select(strand.c.id, strand.c.parent_id))}
    inside = set(ids)
    while fresh := {own for own, above in parents.items() if above in inside} - inside:
        inside |= fresh
    return inside - ids


def _copied(desk: Desk, row: AnyRow, parent_id: str | None) -> str:
    values: Mapping[str, object] = {
        field.name: getattr(row, field.name) for field in STRAND.columns if field.name != "serial"
    }
    copy = add_strand(desk, {**values, "parent_id": parent_id})
    below = desk.all(select(strand).where(strand.c.parent_id == row.id).order_by(strand.c.seq))
    for child in below:
        _copied(desk, child, copy)
    for each in desk.all(select(inject).where(inject.c.strand_id == row.id).order_by(inject.c.seq)):
        copied_inject(desk, each, strand_id=copy)
    return copy


def _slot(row: AnyRow) -> tuple[bool, int, int]:
    return row.start is None, row.start or 0, int(row.seq)
