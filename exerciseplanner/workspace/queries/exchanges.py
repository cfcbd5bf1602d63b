"""Questions about the standards that units hold and the information exchanges required."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.exchanges import exchange_requirement, unit_standard
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class UnitStandardRow(NamedTuple):
    """One standard that a unit holds, in the edition that it has."""

    id: str
    seq: int
    unit_id: str
    standard_id: str
    edition: str
    role: str
    gateway: int
    note: str
    system_id: str | None


class ExchangeRequirementRow(NamedTuple):
    """One information exchange requirement; `marking_releases` is a JSON array of codes."""

    id: str
    seq: int
    code: str
    product: str
    producer_id: str | None
    producer_unit_id: str | None
    consumer_id: str | None
    consumer_unit_id: str | None
    network: str
    standard_id: str | None
    marking_level: str
    marking_releases: str
    required_minutes: int | None
    measured_minutes: int | None
    inject_id: str | None
    note: str


@query("unit_standard")
def unit_standards(desk: Desk) -> tuple[UnitStandardRow, ...]:
    """Every standard that a unit holds."""
    return listed(desk, unit_standard, UnitStandardRow, "seq, unit_id")


@query("exchange_requirement")
def exchange_requirements(desk: Desk) -> tuple[ExchangeRequirementRow, ...]:
    """Every information exchange requirement."""
    return listed(desk, exchange_requirement, ExchangeRequirementRow, "seq, code")
