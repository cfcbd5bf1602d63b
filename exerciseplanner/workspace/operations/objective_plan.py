"""Changing the tree of objectives as a whole: moving, ordering and removing."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Table, select

from exerciseplanner.domain.objectives import CRITERION, OBJECTIVE
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.objectives import criterion, objective
from exerciseplanner.workspace.desk import AnyRow, Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import edit_rows


@operation("Move objectives")
def move_objectives(
    desk: Desk, ids: Sequence[str], parent_id: str | None, order: Sequence[str] = ()
) -> None:
    """Put training objectives below an exercise objective, or criteria below an objective.

    Rows named in `order` then stand in that order.

    Raises:
        Refusal: an exercise objective would come to stand below another objective, a training
            objective below another, or a criterion alone.
    """
    above = desk.row(objective, parent_id) if parent_id is not None else None
    moved = {str(row.id): row for row in desk.rows(objective, ids)}
    measures = [str(r.id) for r in desk.rows(criterion, ids) if r.objective_id not in moved]
    for row in moved.values():
        _check_place(row, above)
    if measures and above is None:
        raise Refusal("A criterion measures an objective.", remedy="Put it below one.")
    edit_rows(desk, OBJECTIVE, list(moved), {"parent_id": parent_id})
    if measures:
        edit_rows(desk, CRITERION, measures, {"objective_id": parent_id})
    _arrange(desk, objective, order)
    _arrange(desk, criterion, order)


@operation("Order by weight")
def order_by_weight(desk: Desk) -> None:
    """Let the heaviest stand first among the objectives, and among the criteria of each."""
    for table in (objective, criterion):
        rows = desk.all(select(table).order_by(table.c.weight.desc(), table.c.seq, table.c.code))
        _arrange(desk, table, [str(row.id) for row in rows])


@operation("Remove objectives")
def remove_from_objectives(desk: Desk, ids: Sequence[str]) -> None:
    """Remove objectives with their criteria, and criteria.

    Training objectives below an exercise objective that is removed stay, and serve none.
    """
    desk.remove(criterion, ids)
    desk.remove(objective, ids)


def _check_place(row: AnyRow, above: AnyRow | None) -> None:
    if above is None:
        return
    if row.kind == "exercise":
        raise Refusal(
            f"{row.code} is an exercise objective and serves no other.",
            field="parent_id",
            remedy="Put it at the top.",
        )
    if above.kind != "exercise":
        raise Refusal(
            f"{above.code} is a training objective; {row.code} cannot serve it.",
            field="parent_id",
            remedy="Put it below an exercise objective.",
        )


def _arrange(desk: Desk, table: Table, ids: Sequence[str]) -> None:
    rows = {str(row.id): row for row in desk.rows(table, ids)}
    wanted = [row_id for row_id in ids if row_id in rows]
    places = sorted(int(row.seq) for row in rows.values())
    if len(set(places)) < len(places):
        places = list(range(places[0], places[0] + len(places)))
    for row_id, seq in zip(wanted, places, strict=True):
        if rows[row_id].seq != seq:
            desk.change(table, [row_id], {"seq": seq})
