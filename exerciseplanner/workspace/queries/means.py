"""Questions about what units have: equipment, systems and capabilities."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.means import capability, equipment, system, unit_capability
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class EquipmentRow(NamedTuple):
    """Equipment of one kind that a unit has, on paper and present."""

    id: str
    seq: int
    unit_id: str
    title: str
    sidc: str
    quantity_planned: int | None
    quantity_present: int | None
    external_id: str
    note: str


class SystemRow(NamedTuple):
    """One system; `technologies` is a JSON array of codes."""

    id: str
    seq: int
    code: str
    title: str
    unit_id: str | None
    technologies: str
    maturity: str
    note: str


class CapabilityRow(NamedTuple):
    """One capability; `technologies` is a JSON array of codes."""

    id: str
    seq: int
    code: str
    title: str
    capability_area: str
    technologies: str
    note: str


class UnitCapabilityRow(NamedTuple):
    """A capability that a unit holds, with its maturity there."""

    id: str
    seq: int
    unit_id: str
    capability_id: str
    maturity: str
    note: str


@query("equipment")
def equipment_list(desk: Desk) -> tuple[EquipmentRow, ...]:
    """All equipment."""
    return listed(desk, equipment, EquipmentRow, "seq, title")


@query("system")
def systems(desk: Desk) -> tuple[SystemRow, ...]:
    """Every system."""
    return listed(desk, system, SystemRow, "seq, code")


@query("capability")
def capabilities(desk: Desk) -> tuple[CapabilityRow, ...]:
    """Every capability."""
    return listed(desk, capability, CapabilityRow, "seq, code")


@query("unit_capability")
def unit_capabilities(desk: Desk) -> tuple[UnitCapabilityRow, ...]:
    """Every capability that a unit holds."""
    return listed(desk, unit_capability, UnitCapabilityRow, "seq, unit_id")
