"""Rows about exchange as the checks read them: standards, objectives, test cases, requirements."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.domain.checks.rows import called


class Standard(NamedTuple):
    """One standard of the catalogue."""

    id: str
    code: str
    title: str
    edition: str
    status: str


class Aim(NamedTuple):
    """One interoperability objective."""

    id: str
    code: str
    title: str
    objective_id: str | None
    standard_id: str | None
    edition: str

    @property
    def called(self) -> str:
        """How a sentence names it."""
        return called(self.code, self.title)


class Trial(NamedTuple):
    """One test case with the results of both sides."""

    id: str
    code: str
    title: str
    standard_id: str | None
    edition: str
    provider_id: str | None
    consumer_id: str | None
    provider_result: str
    consumer_result: str
    result: str
    shortfall: int
    interoperability_objective_id: str | None = None
    dimension: str = ""
    mediator_id: str | None = None
    provider_unit_id: str | None = None
    consumer_unit_id: str | None = None
    provider_system_id: str | None = None
    consumer_system_id: str | None = None
    profile: str = ""

    @property
    def called(self) -> str:
        """How a sentence names it."""
        return called(self.code, self.title)


class Exchange(NamedTuple):
    """One information exchange requirement with what was found out about path and right.

    `expectation` is direct, through, none or unknown; `right` is yes, no or unknown.
    """

    id: str
    code: str
    product: str
    producer: str
    consumer: str
    expectation: str
    path: str
    right: str
    right_reason: str
    inject_id: str | None
    required_minutes: int | None
    measured_minutes: int | None
    producer_id: str | None = None
    producer_unit_id: str | None = None
    consumer_id: str | None = None
    consumer_unit_id: str | None = None

    @property
    def called(self) -> str:
        """How a sentence names it."""
        return called(self.code, self.product)
