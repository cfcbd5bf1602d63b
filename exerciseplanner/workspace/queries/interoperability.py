"""Questions about standards and interoperability objectives."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.interoperability import interoperability_objective, standard
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
    """One interoperability objective with the results of both sides."""

    id: str
    seq: int
    code: str
    title: str
    standard_id: str | None
    edition: str
    dimension: str
    provider_id: str | None
    consumer_id: str | None
    target: str
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
    return listed(desk, interoperability_objective, InteroperabilityObjectiveRow, "seq, code")
