"""Changing observations on their way to lessons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from exerciseplanner.domain.lessons import LESSON
from exerciseplanner.storage.tables.doctrine import term
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.operations.serials import lesson_serial
from exerciseplanner.workspace.records import add_row, edit_rows, remove_rows


@operation("Add observation")
def add_lesson(desk: Desk, values: Mapping[str, object]) -> str:
    """Add an observation, give it the next serial and the first state; returns its id."""
    given = {
        "serial": values.get("serial") or lesson_serial(desk),
        "state": values.get("state") or _first_state(desk),
        "kind": values.get("kind") or "improve",
        "observed_at": values.get("observed_at") or desk.stamp,
    }
    return add_row(desk, LESSON, {**values, **given})


@operation("Edit observation")
def edit_lessons(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these observations."""
    edit_rows(desk, LESSON, ids, changes)


@operation("Remove observation")
def remove_lessons(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these observations; their serials are not given out again."""
    remove_rows(desk, LESSON, ids)


def _first_state(desk: Desk) -> str:
    row = desk.first(
        select(term.c.code).where(term.c.kind == "lesson_state").order_by(term.c.seq).limit(1)
    )
    return str(row[0]) if row else ""
