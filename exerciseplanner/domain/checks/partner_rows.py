"""Rows about what binds participants and what they want, as the checks read them; dates are ISO."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.domain.checks.rows import called


class Membership(NamedTuple):
    """A participant's time in a framework; `until` and `suspended` are first days outside."""

    id: str
    participant_id: str
    framework: str
    since: str | None
    until: str | None
    suspended: str | None


class Contribution(NamedTuple):
    """What a participant is asked for and offers."""

    id: str
    participant_id: str
    title: str
    resource: str
    asked: int | None
    offered: int | None


class Authority(NamedTuple):
    """One legal basis, mandate, national law or ROE serial."""

    id: str
    code: str
    title: str
    kind: str
    basis: str
    activity: str
    domain: str
    threat_family: str
    review: str
    valid_from: str | None
    valid_until: str | None

    @property
    def called(self) -> str:
        """How a sentence names it."""
        return called(self.code, self.title)


class Position(NamedTuple):
    """Where a participant stands on an authority."""

    id: str
    authority_id: str
    participant_id: str
    position: str


class Priority(NamedTuple):
    """The weight, 0 to 100, that a participant gives to an objective."""

    id: str
    participant_id: str
    objective_id: str
    weight: int


class Concurrence(NamedTuple):
    """Where a participant stands on a product, by the code of its document."""

    id: str
    participant_id: str
    product: str
    position: str
    asked_on: str | None
    answered_on: str | None
