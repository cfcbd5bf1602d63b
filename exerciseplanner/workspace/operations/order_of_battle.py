"""Changing the order of battle as a whole: re-subordinating, arranging and removing."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from exerciseplanner.domain.forces import UNIT
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.forces import side, unit
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import edit_rows


@operation("Re-subordinate units")
def subordinate_units(
    desk: Desk,
    ids: Sequence[str],
    superior_id: str | None,
    side_id: str | None = None,
    order: Sequence[str] = (),
) -> None:
    """Put units under a superior, or without one at the top of a side.

    What stands below a unit that is moved goes along with it, and all of them come to the side of
    the new superior. Units named in `order` then stand in that order.

    Raises:
        Refusal: a unit would come to stand below itself, or is gone.
    """
    rows = {str(row.id): row for row in desk.rows(unit, ids)}
    if len(rows) < len(set(ids)):
        raise Refusal(
            "Some of these units are no longer in the exercise.", remedy="Choose them anew."
        )
    moving = [row_id for row_id in ids if rows[row_id].parent_id not in rows]
    if superior_id is not None:
        side_id = desk.row(unit, superior_id).side_id
    edit_rows(desk, UNIT, moving, {"parent_id": superior_id})
    edit_rows(desk, UNIT, _with_below(desk, moving), {"side_id": side_id})
    if order:
        arrange_units(desk, order)


@operation("Arrange units")
def arrange_units(desk: Desk, ids: Sequence[str]) -> None:
    """Let these units stand in this order, in the places they have among all units."""
    rows = {str(row.id): row for row in desk.rows(unit, ids)}
    wanted = [row_id for row_id in ids if row_id in rows]
    places = sorted(int(row.seq) for row in rows.values())
    if len(set(places)) < len(places):
        places = list(range(places[0], places[0] + len(places)))
    for row_id, seq in zip(wanted, places, strict=True):
        if rows[row_id].seq != seq:
            desk.change(unit, [row_id], {"seq": seq})


@operation("Remove from order of battle")
def remove_forces(desk: Desk, ids: Sequence[str]) -> None:
    """Remove units with all below them, and sides; the units of a side stay without one."""
    desk.remove(unit, ids)
    desk.remove(side, ids)


def _with_below(desk: Desk, ids: Sequence[str]) -> list[str]:
    below: dict[str | None, list[str]] = {}
    for row_id, parent in desk.all(select(unit.c.id, unit.c.parent_id)):
        below.setdefault(parent, []).append(row_id)
    found = list(ids)
    for each in found:
        found += below.get(each, ())
    return found
