"""Questions about injects."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.injects import inject, inject_dependency
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class InjectRow(NamedTuple):
    """One inject; planned times are minutes from STARTEX."""

    id: str
    seq: int
    strand_id: str | None
    serial: str
    title: str
    kind: str
    state: str
    start: int | None
    duration: int | None
    scenario_start: int | None
    sender: str
    cell: str
    addressees: str
    info_addressees: str
    means: str
    message: str
    background: str
    expected_action: str
    cue: str
    location_name: str
    latitude: float | None
    longitude: float | None
    simulation_action: str
    precondition: str
    contingency_for_id: str | None
    responsible: str
    author: str
    reviewer: str
    approver: str
    marking_level: str
    marking_releases: str
    exercise_marking: str
    attachments: str
    released_at: str | None
    released_by: str
    acknowledged_at: str | None
    response: str
    note: str


@query("inject")
def injects(desk: Desk) -> tuple[InjectRow, ...]:
    """Every inject by planned time, untimed ones last."""
    return listed(desk, inject, InjectRow, "start IS NULL, start, serial")


class DependencyRow(NamedTuple):
    """One inject that follows another after a delay in minutes."""

    id: str
    inject_id: str
    after_id: str
    delay: int
    condition: str


@query("inject_dependency")
def inject_dependencies(desk: Desk) -> tuple[DependencyRow, ...]:
    """Every dependency between injects."""
    return listed(desk, inject_dependency, DependencyRow, "id")
