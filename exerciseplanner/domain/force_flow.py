"""When a unit can be where it is needed: order, notice to move, movement, and when it is required.

Times are whole minutes from STARTEX. Notice to move runs from the activation order until the unit
is ready to leave; movement follows it (rapid deployment, MC 317 force readiness in days of notice).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

DAY, HOUR = 24 * 60, 60

TIGHT = DAY
"""Less time in hand than this is tight."""

State = Literal["late", "tight", "in_time", "unknown"]

STATES: dict[State, str] = {
    "late": "Late",
    "tight": "Tight",
    "in_time": "In time",
    "unknown": "Not known",
}
"""What there is to say of a unit, the worst first."""


class Moving(Protocol):
    """A unit as far as its way goes; None where nothing is stated."""

    @property
    def notice_days(self) -> int | None:
        """Days from the order to being ready to leave."""
        ...

    @property
    def movement_hours(self) -> int | None:
        """Hours from leaving to being there."""
        ...


@dataclass(frozen=True)
class Deployment:
    """What a plan says of one unit's way into the exercise; None where it says nothing."""

    notice_days: int | None = None
    movement_hours: int | None = None
    required_by: int | None = None
    arrival: int | None = None


@dataclass(frozen=True)
class Flow:
    """One unit's way: from `order` it is ready at `ready`, leaves at `leaves`, is there at `there`.

    `order` is the activation order, or where none is fixed the latest that would do;
    `latest_order` is that latest in any case. `in_hand` counts minutes between being there and
    being needed, negative where the unit comes too late, None where nothing can be said.
    """

    state: State
    order: int | None = None
    ready: int | None = None
    leaves: int | None = None
    there: int | None = None
    required_by: int | None = None
    latest_order: int | None = None
    in_hand: int | None = None

    @property
    def late_by(self) -> int:
        """Minutes by which it comes too late."""
        return max(-(self.in_hand or 0), 0)


def time_to_deploy(unit: Moving) -> int | None:
    """Minutes from the order to being in the area; None where neither part of it is stated."""
    if unit.notice_days is None and unit.movement_hours is None:
        return None
    return (unit.notice_days or 0) * DAY + (unit.movement_hours or 0) * HOUR


def flow_of(unit: Deployment, activation: int | None) -> Flow:
    """The way of one unit, given when the activation order goes out (None: not fixed).

    A stated arrival stands for what notice and movement would give, unless it comes before they
    allow.
    """
    lead = time_to_deploy(unit)
    latest = unit.required_by - lead if unit.required_by is not None and lead is not None else None
    order = activation if activation is not None else latest
    if order is None or lead is None:
        return _by_arrival(unit, latest)
    ready = order + (unit.notice_days or 0) * DAY
    there = order + lead
    if unit.arrival is not None and (activation is None or unit.arrival > there):
        there = max(unit.arrival, there)
    in_hand = _in_hand(unit, there if activation is not None or unit.arrival is not None else None)
    leaves = max(ready, there - (unit.movement_hours or 0) * HOUR)
    return Flow(_state(in_hand), order, ready, leaves, there, unit.required_by, latest, in_hand)


def most_pressing(flows: Iterable[Flow]) -> Flow | None:
    """The flow with the least time in hand; None where nothing can be said of any."""
    known = [each for each in flows if each.in_hand is not None]
    return min(known, key=lambda each: each.in_hand or 0, default=None)


def in_days(minutes: int) -> str:
    """A length of time as planners say it: days from two on, hours below."""
    if abs(minutes) >= 2 * DAY:
        days = round(minutes / DAY, 1)
        return f"{days:g} days"
    hours = round(minutes / HOUR)
    return f"{hours} h"


def _by_arrival(unit: Deployment, latest: int | None) -> Flow:
    in_hand = _in_hand(unit, unit.arrival)
    return Flow(
        _state(in_hand),
        there=unit.arrival,
        required_by=unit.required_by,
        latest_order=latest,
        in_hand=in_hand,
    )


def _in_hand(unit: Deployment, there: int | None) -> int | None:
    if there is None or unit.required_by is None:
        return None
    return unit.required_by - there


def _state(in_hand: int | None) -> State:
    if in_hand is None:
        return "unknown"
    if in_hand < 0:
        return "late"
    return "tight" if in_hand < TIGHT else "in_time"
