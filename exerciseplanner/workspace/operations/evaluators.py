"""Changing evaluators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exerciseplanner.domain.evaluators import EVALUATOR
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import add_row, edit_rows, remove_rows


@operation("Add evaluator")
def add_evaluator(desk: Desk, values: Mapping[str, object]) -> str:
    """Add an evaluator with these field values; returns its id."""
    return add_row(desk, EVALUATOR, values)


@operation("Edit evaluator")
def edit_evaluators(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these evaluators."""
    edit_rows(desk, EVALUATOR, ids, changes)


@operation("Remove evaluator")
def remove_evaluators(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these evaluators and what cannot stand without them."""
    remove_rows(desk, EVALUATOR, ids)
