"""Changing objectives and criteria."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exerciseplanner.domain.objectives import CRITERION, OBJECTIVE
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import add_row, edit_rows, remove_rows


@operation("Add objective")
def add_objective(desk: Desk, values: Mapping[str, object]) -> str:
    """Add an objective with these field values; returns its id."""
    return add_row(desk, OBJECTIVE, values)


@operation("Edit objective")
def edit_objectives(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these objectives."""
    edit_rows(desk, OBJECTIVE, ids, changes)


@operation("Remove objective")
def remove_objectives(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these objectives and what cannot stand without them."""
    remove_rows(desk, OBJECTIVE, ids)


@operation("Add criterion")
def add_criterion(desk: Desk, values: Mapping[str, object]) -> str:
    """Add a criterion with these field values; returns its id."""
    return add_row(desk, CRITERION, values)


@operation("Edit criterion")
def edit_criteria(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these criteria."""
    edit_rows(desk, CRITERION, ids, changes)


@operation("Remove criterion")
def remove_criteria(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these criteria and what cannot stand without them."""
    remove_rows(desk, CRITERION, ids)
