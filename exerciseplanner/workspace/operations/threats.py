"""Changing threats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exerciseplanner.domain.threats import THREAT
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import add_row, edit_rows, remove_rows


@operation("Add threat")
def add_threat(desk: Desk, values: Mapping[str, object]) -> str:
    """Add a threat with these field values; returns its id."""
    return add_row(desk, THREAT, values)


@operation("Edit threat")
def edit_threats(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these threats."""
    edit_rows(desk, THREAT, ids, changes)


@operation("Remove threat")
def remove_threats(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these threats and what cannot stand without them."""
    remove_rows(desk, THREAT, ids)
