"""The force flow: when every unit can be where it is needed, and what that asks of each nation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from exerciseplanner.domain.force_flow import STATES, Deployment, State, flow_of
from exerciseplanner.domain.strength import People, people
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exercise import exercise
from exerciseplanner.workspace.queries.forces import UnitRow, units
from exerciseplanner.workspace.queries.participants import participants
from exerciseplanner.workspace.queries.unit_symbols import unit_symbols
from exerciseplanner.workspace.query import query


class FlowRow(NamedTuple):
    """One unit's way into the exercise; times are minutes from STARTEX (see `domain.force_flow`).

    `nation` is the code of who provides it, `symbol` the code it is drawn by; `people` move with
    it, those of units below that state no way of their own among them. `moves_with` names the
    superior with which it moves, where it states nothing itself.
    """

    id: str
    name: str
    full_name: str
    participant_id: str | None
    nation: str
    symbol: str
    notice_days: int | None
    movement_hours: int | None
    required_by: int | None
    departure: int | None
    people: int
    state: State
    order: int | None
    ready: int | None
    leaves: int | None
    there: int | None
    latest_order: int | None
    in_hand: int | None
    arrival: int | None = None
    moves_with: str = ""


class NationFlow(NamedTuple):
    """What the flow asks of one participant: units and people that move, those late or tight.

    `share` is its part of all people that move; `first` and `last` are when its first unit leaves
    and its last is there.
    """

    participant_id: str
    nation: str
    name: str
    units: int
    people: int
    share: float
    late: int
    tight: int
    first: int | None
    last: int | None


class ForceFlow(NamedTuple):
    """The flow of all units that state anything; `silent` counts top units that state nothing."""

    activation: int | None
    startex: str
    zone: str
    endex: int | None
    rows: tuple[FlowRow, ...]
    nations: tuple[NationFlow, ...]
    silent: int


_WATCHED = ("unit", "side", "participant", "membership", "exercise", "term")


@query(*_WATCHED)
def force_flow(desk: Desk) -> ForceFlow:
    """Every unit that states notice, movement, arrival or when it is required, the latest first.

    A unit that states nothing moves with the nearest superior that does.
    """
    about = exercise(desk)
    every = flow_of_units(desk)
    rows = tuple(row for row in every if not row.moves_with and _states(row))
    tops = {row.id for row in units(desk) if row.parent_id is None}
    silent = sum(row.id in tops and not _states(row) for row in every)
    nations = _nations(desk, rows)
    return ForceFlow(
        about.activation, about.startex, about.zone, about.endex, rows, nations, silent
    )


@query(*_WATCHED)
def flow_of_units(desk: Desk) -> tuple[FlowRow, ...]:
    """Every unit with its way, those that press most first and those that state nothing last."""
    activation = exercise(desk).activation
    every = {row.id: row for row in units(desk)}
    leading = {row.id: _leader(every, row) for row in every.values()}
    symbols = {row.id: row.code for row in unit_symbols(desk)}
    codes = {row.id: row.code for row in participants(desk)}
    counted = people(every.values())
    moved: dict[str, int] = defaultdict(int)
    for unit_id, leader in leading.items():
        moved[leader or unit_id] += _people(counted[unit_id])
    made = []
    for unit in every.values():
        leader = leading[unit.id]
        with_other = every[leader] if leader and leader != unit.id else None
        flow = flow_of(_deployment(unit), activation)
        row = FlowRow(
            unit.id, unit.short_name or unit.name, unit.name, unit.participant_id,
            codes.get(unit.participant_id or "", ""), symbols[unit.id], unit.notice_days,
            unit.movement_hours, unit.required_by, unit.departure,
            0 if with_other else moved[unit.id], flow.state, flow.order, flow.ready,
            flow.leaves, flow.there, flow.latest_order, flow.in_hand, unit.arrival,
            (with_other.short_name or with_other.name) if with_other else "",
        )  # fmt: skip
        made.append(row)
    made.sort(key=_pressing)
    return tuple(made)


def _states(row: FlowRow) -> bool:
    stated = (row.notice_days, row.movement_hours, row.required_by, row.arrival)
    return any(each is not None for each in stated)


def _pressing(row: FlowRow) -> tuple[int, int, int, int, str]:
    needed = row.required_by if row.required_by is not None else 10**9
    in_hand = row.in_hand if row.in_hand is not None else 10**9
    return not _states(row), list(STATES).index(row.state), in_hand, needed, row.name


def _people(counted: People) -> int:
    return counted.own_planned or counted.own_present


def _deployment(unit: UnitRow) -> Deployment:
    return Deployment(unit.notice_days, unit.movement_hours, unit.required_by, unit.arrival)


def _leader(every: Mapping[str, UnitRow], unit: UnitRow) -> str:
    """The unit itself or the nearest above it that says when it comes; empty where none does."""
    seen: set[str] = set()
    at: UnitRow | None = unit
    while at is not None and at.id not in seen:
        seen.add(at.id)
        stated = (at.notice_days, at.movement_hours, at.required_by, at.arrival)
        if any(each is not None for each in stated):
            return at.id
        at = every.get(at.parent_id or "")
    return ""


def _nations(desk: Desk, rows: Sequence[FlowRow]) -> tuple[NationFlow, ...]:
    whole = sum(row.people for row in rows)
    found = []
    for party in participants(desk):
        own = [row for row in rows if row.participant_id == party.id]
        if not own:
            continue
        moved = sum(row.people for row in own)
        found.append(
            NationFlow(
                party.id, party.code, party.name, len(own), moved,
                moved / whole if whole else 0.0,
                sum(row.state == "late" for row in own),
                sum(row.state == "tight" for row in own),
                min((row.order for row in own if row.order is not None), default=None),
                max((row.there for row in own if row.there is not None), default=None),
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda each: (-each.people, each.nation)))
