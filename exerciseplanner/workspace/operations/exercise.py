"""Changing the exercise itself: its dates, its direction and its marking."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import select

from exerciseplanner.domain.dtg import zone_offset
from exerciseplanner.domain.exercise import EXERCISE
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.doctrine import term
from exerciseplanner.storage.tables.exercise import EXERCISE_ID
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import edit_rows


@operation("Edit exercise")
def edit_exercise(desk: Desk, changes: Mapping[str, object]) -> None:
    """Change fields of the exercise.

    Raises:
        Refusal: a value is not what its field takes; a zone that is no offset (J).
    """
    if "zone" in changes:
        zone_offset(str(changes["zone"]))
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


@operation("Edit doctrine term")
def edit_term(desk: Desk, kind: str, code: str, name: str, definition: str = "") -> None:
    """Word a term of the doctrine pack anew in this exercise; it is marked as edited.

    Raises:
        Refusal: there is no such term, or the name is empty.
    """
    row = desk.first(select(term).where(term.c.kind == kind, term.c.code == code))
    if row is None:
        raise Refusal(f"There is no {kind.replace('_', ' ')} “{code}” in this exercise.")
    if not name.strip():
        raise Refusal("A term needs a name.", field="name", remedy="Give it one.")
    desk.change(
        term, [row.id], {"name": name.strip(), "definition": definition.strip(), "edited": 1}
    )
