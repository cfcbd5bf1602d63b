"""Changing sides and units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exerciseplanner.domain.forces import SIDE, UNIT
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import add_row, edit_rows, remove_rows


@operation("Add side")
def add_side(desk: Desk, values: Mapping[str, object]) -> str:
    """Add a side with these field values; returns its id."""
    return add_row(desk, SIDE, values)


@operation("Edit side")
def edit_sides(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these sides."""
    edit_rows(desk, SIDE, ids, changes)


@operation("Remove side")
def remove_sides(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these sides and what cannot stand without them."""
    remove_rows(desk, SIDE, ids)


@operation("Add unit")
def add_unit(desk: Desk, values: Mapping[str, object]) -> str:
    """Add an unit with these field values; returns its id."""
    return add_row(desk, UNIT, values)


@operation("Edit unit")
def edit_units(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these units."""
    edit_rows(desk, UNIT, ids, changes)


@operation("Remove unit")
def remove_units(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these units and what cannot stand without them."""
    remove_rows(desk, UNIT, ids)
