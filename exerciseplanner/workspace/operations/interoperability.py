"""Changing standards and interoperability objectives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exerciseplanner.domain.standards import INTEROPERABILITY_OBJECTIVE, STANDARD
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import add_row, edit_rows, remove_rows


@operation("Add standard")
def add_standard(desk: Desk, values: Mapping[str, object]) -> str:
    """Add a standard with these field values; returns its id."""
    return add_row(desk, STANDARD, values)


@operation("Edit standard")
def edit_standards(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these standards."""
    edit_rows(desk, STANDARD, ids, changes)


@operation("Remove standard")
def remove_standards(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these standards and what cannot stand without them."""
    remove_rows(desk, STANDARD, ids)


@operation("Add interoperability objective")
def add_interoperability_objective(desk: Desk, values: Mapping[str, object]) -> str:
    """Add an interoperability objective with these field values; returns its id."""
    return add_row(desk, INTEROPERABILITY_OBJECTIVE, values)


@operation("Edit interoperability objective")
def edit_interoperability_objectives(
    desk: Desk, ids: Iterable[str], changes: Mapping[str, object]
) -> None:
    """Give the same new field values to each of these interoperability objectives."""
    edit_rows(desk, INTEROPERABILITY_OBJECTIVE, ids, changes)


@operation("Remove interoperability objective")
def remove_interoperability_objectives(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these interoperability objectives and what cannot stand without them."""
    remove_rows(desk, INTEROPERABILITY_OBJECTIVE, ids)
