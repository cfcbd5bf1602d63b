"""Questions about standards, interoperability objectives and their test cases."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.interoperability import (
    interoperability_objective,
    standard,
    test_case,
)
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class StandardRow(NamedTuple):
    """One standard of the catalogue."""

    id: str
    seq: int
    code: str
    cover: str
    title: str
    edition: str
    date: str
    status: str
    domain: str
    spirals: str
    source: str
    tag: str


class InteroperabilityObjectiveRow(NamedTuple):
    """One interoperability objective."""

    id: str
    seq: int
    code: str
    title: str
    objective_id: str | None
    standard_id: str | None
    edition: str
    dimension: str
    target: str
    note: str


class CaseRow(NamedTuple):
    """One test case with the results of both sides."""

    id: str
    seq: int
    code: str
    title: str
    interoperability_objective_id: str | None
    standard_id: str | None
    edition: str
    dimension: str
    profile: str
    target: str
    provider_id: str | None
    provider_unit_id: str | None
    provider_system_id: str | None
    consumer_id: str | None
    consumer_unit_id: str | None
    consumer_system_id: str | None
    mediator_id: str | None
    provider_result: str
    consumer_result: str
    result: str
    shortfall: int
    note: str


@query("standard")
def standards(desk: Desk) -> tuple[StandardRow, ...]:
    """Every standard."""
    return listed(desk, standard, StandardRow, "seq, code")


@query("interoperability_objective")
def interoperability_objectives(desk: Desk) -> tuple[InteroperabilityObjectiveRow, ...]:
    """Every interoperability objective."""
    order = "seq, code"
    return listed(desk, interoperability_objective, InteroperabilityObjectiveRow, order)


@query("test_case")
def cases(desk: Desk) -> tuple[CaseRow, ...]:
    """Every test case."""
    return listed(desk, test_case, CaseRow, "seq, code")
