"""Changing what units hold to exchange information, and the exchanges that are required."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exerciseplanner.domain.exchange_requirements import EXCHANGE_REQUIREMENT, UNIT_STANDARD
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import add_row, edit_rows, remove_rows


@operation("Add standard held")
def add_unit_standard(desk: Desk, values: Mapping[str, object]) -> str:
    """Note that a unit holds a standard; returns the id."""
    return add_row(desk, UNIT_STANDARD, values)


@operation("Edit standard held")
def edit_unit_standards(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these standards held."""
    edit_rows(desk, UNIT_STANDARD, ids, changes)


@operation("Remove standard held")
def remove_unit_standards(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these standards from the units that hold them."""
    remove_rows(desk, UNIT_STANDARD, ids)


@operation("Add information exchange requirement")
def add_exchange_requirement(desk: Desk, values: Mapping[str, object]) -> str:
    """Add an information exchange requirement with these field values; returns its id."""
    return add_row(desk, EXCHANGE_REQUIREMENT, values)


@operation("Edit information exchange requirement")
def edit_exchange_requirements(
    desk: Desk, ids: Iterable[str], changes: Mapping[str, object]
) -> None:
    """Give the same new field values to each of these information exchange requirements."""
    edit_rows(desk, EXCHANGE_REQUIREMENT, ids, changes)


@operation("Remove information exchange requirement")
def remove_exchange_requirements(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these information exchange requirements."""
    remove_rows(desk, EXCHANGE_REQUIREMENT, ids)
