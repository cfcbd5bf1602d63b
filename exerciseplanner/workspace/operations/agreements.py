"""Changing agreements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exerciseplanner.domain.participants import AGREEMENT
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import add_row, edit_rows, remove_rows


@operation("Add agreement")
def add_agreement(desk: Desk, values: Mapping[str, object]) -> str:
    """Add an agreement with these field values; returns its id."""
    return add_row(desk, AGREEMENT, values)


@operation("Edit agreement")
def edit_agreements(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these agreements."""
    edit_rows(desk, AGREEMENT, ids, changes)


@operation("Remove agreement")
def remove_agreements(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these agreements and what cannot stand without them."""
    remove_rows(desk, AGREEMENT, ids)
