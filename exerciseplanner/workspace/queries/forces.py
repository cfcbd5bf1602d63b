"""Questions about sides and units."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.forces import side, unit
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
    """One unit of the order of battle."""

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


@query("side")
def sides(desk: Desk) -> tuple[SideRow, ...]:
    """Every side."""
    return listed(desk, side, SideRow, "seq, name")


@query("unit")
def units(desk: Desk) -> tuple[UnitRow, ...]:
    """Every unit; a parent may stand after its children, so build trees by id."""
    return listed(desk, unit, UnitRow, "seq, name")
