"""Questions about sides and units."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.forces import command_relation, side, unit
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class SideRow(NamedTuple):
    """One side of the play."""

    id: str
    seq: int
    name: str
    identity: str
    external_id: str
    note: str


class UnitRow(NamedTuple):
    """One unit of the order of battle; planned times are minutes from STARTEX."""

    id: str
    seq: int
    parent_id: str | None
    side_id: str | None
    participant_id: str | None
    name: str
    short_name: str
    echelon: str
    domain: str
    role: str
    strength_planned: int | None
    strength_present: int | None
    notice_days: int | None
    location_name: str
    latitude: float | None
    longitude: float | None
    sidc: str
    status: str
    contact: str
    external_id: str
    note: str
    readiness: str
    movement_hours: int | None
    required_by: int | None
    arrival: int | None
    departure: int | None


class CommandRelationRow(NamedTuple):
    """A superior that a unit has for a time beside its tree; minutes from STARTEX."""

    id: str
    seq: int
    unit_id: str
    superior_id: str
    relation: str
    start: int | None
    finish: int | None
    note: str


@query("side")
def sides(desk: Desk) -> tuple[SideRow, ...]:
    """Every side."""
    return listed(desk, side, SideRow, "seq, name")


@query("unit")
def units(desk: Desk) -> tuple[UnitRow, ...]:
    """Every unit; a parent may stand after its children, so build trees by id."""
    return listed(desk, unit, UnitRow, "seq, name")


@query("command_relation")
def command_relations(desk: Desk) -> tuple[CommandRelationRow, ...]:
    """Every transfer of authority, the earliest first."""
    order = "start IS NOT NULL, start, seq"
    return listed(desk, command_relation, CommandRelationRow, order)
