"""Changing the exercise itself: its dates, its direction and its marking."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import func, select

from exerciseplanner.domain.dtg import zone_offset
from exerciseplanner.domain.exercise import EXERCISE
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.doctrine import rating_scale, rating_value
from exerciseplanner.storage.tables.evaluation import override, rating
from exerciseplanner.storage.tables.exercise import EXERCISE_ID, exercise
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.operations.markings import check_marking
from exerciseplanner.workspace.records import edit_rows


@operation("Edit exercise")
def edit_exercise(desk: Desk, changes: Mapping[str, object]) -> None:
    """Change fields of the exercise.

    Raises:
        Refusal: a value is not what its field takes; a zone that is no offset (J); a level or an
            audience that the policy in force does not have; a scale that lacks values in use.
    """
    if "zone" in changes:
        zone_offset(str(changes["zone"]))
        changes = {**changes, "zone": str(changes["zone"]).strip().upper()}
    check_marking(desk, changes)
    if "scale" in changes:
        _check_scale(desk, str(changes["scale"] or ""))
    if changes.get("endex") is not None and int(str(changes["endex"])) <= 0:
        raise Refusal("ENDEX must come after STARTEX.", field="endex", remedy="Give a later time.")
    if "startex" in changes and not changes["startex"]:
        raise Refusal("An exercise needs a STARTEX.", field="startex", remedy="Give a DTG.")
    edit_rows(desk, EXERCISE, [EXERCISE_ID], changes)


@operation("Move STARTEX")
def move_startex(desk: Desk, moment: datetime) -> None:
    """Move STARTEX and with it the whole plan: planned times are kept as distances from it."""
    if moment.tzinfo is None:
        raise ValueError("STARTEX must be an aware moment")
    stamp = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    edit_rows(desk, EXERCISE, [EXERCISE_ID], {"startex": stamp})


def _check_scale(desk: Desk, scale: str) -> None:
    """Raise Refusal where ratings hold values that the scale does not have."""
    row = desk.first(
        select(rating_scale).where((rating_scale.c.code == scale) | (rating_scale.c.name == scale))
    )
    if row is None or row.code == desk.row(exercise, EXERCISE_ID).scale:
        return
    known = select(rating_value.c.code).where(rating_value.c.scale_id == row.id)
    for table, one, many in (
        (rating, "rating", "ratings"),
        (override, "overridden assessment", "overridden assessments"),
    ):
        found = desk.all(
            select(table.c.value, func.count())
            .where(table.c.value.not_in(known))
            .group_by(table.c.value)
        )
        count = sum(int(each[1]) for each in found)
        if count:
            codes = ", ".join(sorted(str(each[0]) for each in found))
            raise Refusal(
                f"{count} {one if count == 1 else many} given as {codes} have no place on the "
                f"scale {row.name}.",
                field="scale",
                remedy="Keep the scale in force, or withdraw them on the page Evaluation first.",
            )
