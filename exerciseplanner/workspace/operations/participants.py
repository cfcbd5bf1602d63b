"""Changing participants and their caveats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exerciseplanner.domain.participants import CAVEAT, PARTICIPANT
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import add_row, edit_rows, remove_rows


@operation("Add participant")
def add_participant(desk: Desk, values: Mapping[str, object]) -> str:
    """Add a participant with these field values; returns its id."""
    return add_row(desk, PARTICIPANT, values)


@operation("Edit participant")
def edit_participants(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these participants."""
    edit_rows(desk, PARTICIPANT, ids, changes)


@operation("Remove participant")
def remove_participants(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these participants and what cannot stand without them."""
    remove_rows(desk, PARTICIPANT, ids)


@operation("Add caveat")
def add_caveat(desk: Desk, values: Mapping[str, object]) -> str:
    """Add a caveat with these field values; returns its id."""
    return add_row(desk, CAVEAT, values)


@operation("Edit caveat")
def edit_caveats(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these caveats."""
    edit_rows(desk, CAVEAT, ids, changes)


@operation("Remove caveat")
def remove_caveats(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these caveats and what cannot stand without them."""
    remove_rows(desk, CAVEAT, ids)
