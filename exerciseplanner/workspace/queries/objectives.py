"""Questions about objectives and their criteria."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.objectives import criterion, objective
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class ObjectiveRow(NamedTuple):
    """One exercise or training objective; `technologies` is a JSON array of codes."""

    id: str
    seq: int
    kind: str
    parent_id: str | None
    code: str
    title: str
    task: str
    conditions: str
    standard: str
    weight: int
    priority: str
    core_task: str
    capability_area: str
    source: str
    note: str
    technologies: str


class CriterionRow(NamedTuple):
    """One criterion of an objective."""

    id: str
    seq: int
    objective_id: str
    code: str
    title: str
    weight: int
    critical: int
    note: str


@query("objective")
def objectives(desk: Desk) -> tuple[ObjectiveRow, ...]:
    """Every objective."""
    return listed(desk, objective, ObjectiveRow, "seq, code")


@query("criterion")
def criteria(desk: Desk) -> tuple[CriterionRow, ...]:
    """Every criterion."""
    return listed(desk, criterion, CriterionRow, "seq, code")
