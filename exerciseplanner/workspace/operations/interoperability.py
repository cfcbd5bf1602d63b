"""Changing standards and test cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exerciseplanner.domain.standards import STANDARD, TEST_CASE
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


@operation("Add test case")
def add_test_case(desk: Desk, values: Mapping[str, object]) -> str:
    """Add a test case with these field values; returns its id."""
    return add_row(desk, TEST_CASE, values)


@operation("Edit test case")
def edit_test_cases(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these test cases."""
    edit_rows(desk, TEST_CASE, ids, changes)


@operation("Remove test case")
def remove_test_cases(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these test cases and what cannot stand without them."""
    remove_rows(desk, TEST_CASE, ids)
