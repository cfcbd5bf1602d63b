"""Questions about what participants want of the exercise and what they concur with."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.consensus import concurrence, priority
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class PriorityRow(NamedTuple):
    """The weight, 0 to 100, that a participant gives to an objective."""

    id: str
    seq: int
    participant_id: str
    objective_id: str
    weight: int


class ConcurrenceRow(NamedTuple):
    """Where a participant stands on a product; dates are ISO text."""

    id: str
    seq: int
    participant_id: str
    product: str
    position: str
    asked_on: str | None
    answered_on: str | None
    comment: str


@query("priority")
def priorities(desk: Desk) -> tuple[PriorityRow, ...]:
    """Every weight that a participant gives to an objective."""
    return listed(desk, priority, PriorityRow, "seq, participant_id")


@query("concurrence")
def concurrences(desk: Desk) -> tuple[ConcurrenceRow, ...]:
    """Where participants stand on products."""
    return listed(desk, concurrence, ConcurrenceRow, "seq, product")
