"""Checks of deployment: whether units can be there when they are needed, and stay long enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.gathering import FEW
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, Reference, check
from exerciseplanner.domain.force_flow import time_to_deploy
from exerciseplanner.domain.wording import counted, series


class Need(NamedTuple):
    """When a unit is first needed, in minutes from STARTEX, and by which row."""

    at: int
    by: Reference


def needs(plan: Plan) -> dict[str, Need]:
    """The first need of every unit that somebody needs at a stated time."""
    found: dict[str, Need] = {}
    for unit_id, need in _all_needs(plan):
        if unit_id not in found or need.at < found[unit_id].at:
            found[unit_id] = need
    return found


def _all_needs(plan: Plan) -> Iterator[tuple[str, Need]]:
    """Whatever needs a unit at a time; before STARTEX play and command reach it where it stands."""
    for unit in plan.units:
        if unit.required_by is not None:
            yield unit.id, Need(unit.required_by, ("unit", unit.id))
    for unit_id, injects in plan.addressing.items():
        for inject in injects:
            if inject.start is not None and inject.start >= 0 and plan.is_delivered(inject):
                yield unit_id, Need(inject.start, ("inject", inject.id))
    for each in plan.relations:
        if each.start is not None and each.start >= 0:
            yield each.unit_id, Need(each.start, ("command_relation", each.id))


def said(plan: Plan, need: Need) -> str:
    """By what a unit is needed, in words."""
    noun, row_id = need.by
    at = plan.at(need.at)
    if noun == "inject":
        return f"inject {plan.inject[row_id].called} addresses it at {at}"
    if noun == "command_relation":
        relation = next(each for each in plan.relations if each.id == row_id)
        under = plan.unit[relation.superior_id].called
        return f"it comes under {relation.relation or 'command'} of {under} at {at}"
    return f"it is required by {at}"


def _related(need: Need) -> tuple[Reference, ...]:
    return () if need.by[0] == "unit" else (need.by,)


def _needs(plan: Plan) -> dict[str, Need]:
    return plan.once("needs", needs)


@check(
    "FOR07", "Unit needed before it can be there", "error", "forces",
    why="From the activation order it takes its notice to move, and then the movement itself.",
    remedy="Activate earlier, need the units later, or give the tasks to others at shorter notice.",
)  # fmt: skip
def unit_needed_too_soon(plan: Plan) -> Iterator[Finding]:
    """Units whose notice and movement, counted from the activation order, end after their need."""
    activation = plan.exercise.activation
    late = {
        unit_id: need
        for unit_id, need in _needs(plan).items()
        if (there := _earliest(plan, plan.unit[unit_id])) is not None and there > need.at
    }
    if activation is None or not late:
        return
    if len(late) > FEW:
        yield _all_late(plan, late, activation)
        return
    for unit_id, need in late.items():
        unit = plan.unit[unit_id]
        there = _earliest(plan, unit) or 0
        text = f"{unit.called} can be there at {plan.at(there)} at the earliest, but "
        text += f"{said(plan, need)}."
        why = f"The activation order is given at {plan.at(activation)}; then come {_stretch(unit)}."
        remedy = (
            f"Give the order by {plan.at(need.at - there + activation)}, need the unit later, or "
            "give the task to a unit at shorter notice."
        )
        yield Finding(text, "unit", (unit.id,), why, remedy, _related(need))


def _all_late(plan: Plan, late: dict[str, Need], activation: int) -> Finding:
    """Many units that come too late have one cause: an order that is given too late."""
    latest = min(
        need.at - (_earliest(plan, plan.unit[unit_id]) or 0) + activation
        for unit_id, need in late.items()
    )
    names = series(plan.unit[each].called for each in late)
    text = f"{len(late)} units cannot be there when they are needed: {names}."
    why = (
        f"The activation order is given at {plan.at(activation)}; for all of them to be there in "
        f"time it would have to be given by {plan.at(latest)}."
    )
    return Finding(text, "unit", tuple(late), why)


def _earliest(plan: Plan, unit: rows.Unit) -> int | None:
    """When a unit can be there by its notice and movement; None where nobody can tell."""
    takes, activation = time_to_deploy(unit), plan.exercise.activation
    return activation + takes if takes and activation is not None else None


def _stretch(unit: rows.Unit) -> str:
    parts = []
    if unit.notice_days:
        parts.append(f"{counted(unit.notice_days, 'day')} of notice")
    if unit.movement_hours:
        parts.append(f"{counted(unit.movement_hours, 'hour')} of movement")
    return " and ".join(parts)


@check(
    "FOR08", "Activation order not fixed", "warning", "forces",
    why="Whether units can be there when they are needed is counted from the activation order.",
    remedy="State when the activation order is given.",
)  # fmt: skip
def activation_not_fixed(plan: Plan) -> Iterator[Finding]:
    """An exercise that does not say when units are activated that need time to get there."""
    if plan.exercise.activation is not None:
        return
    latest = {
        unit_id: need.at - takes
        for unit_id, need in _needs(plan).items()
        if (takes := time_to_deploy(plan.unit[unit_id])) and not _is_there(plan.unit[unit_id])
    }
    if not latest:
        return
    first = min(latest, key=lambda each: latest[each])
    by, order = plan.at(latest[first]), _order_for_all(plan)
    text = (
        f"When the activation order is given is not fixed; for {plan.unit[first].called} it must "
        f"be by {by}."
    )
    names = series(plan.unit[each].called for each in sorted(latest, key=lambda each: latest[each]))
    why = f"Units that need time to get there: {names}."
    fix = Fix(f"Give it by {plan.at(order)}", "exercise", (plan.exercise.id,), "activation", order)
    related = tuple(("unit", each) for each in latest)
    yield Finding(text, "exercise", (plan.exercise.id,), why, related=related, fix=fix)


def _order_for_all(plan: Plan) -> int:
    """The latest order by which every unit is there when it is needed, and arrives as stated."""
    wanted = [(plan.unit[unit_id], need.at) for unit_id, need in _needs(plan).items()]
    wanted += [(unit, unit.arrival) for unit in plan.units if unit.arrival is not None]
    return min(at - (time_to_deploy(unit) or 0) for unit, at in wanted if time_to_deploy(unit))


def _is_there(unit: rows.Unit) -> bool:
    """Whether a unit is known to stand somewhere already, or to arrive at a stated time."""
    return bool(unit.location_name) or unit.latitude is not None or unit.arrival is not None


@check(
    "FOR09", "Unit arrives too late", "error", "forces",
    why="It is not there when the plan needs it.",
    remedy="Bring its arrival forward, need it later, or give the task to another unit.",
)  # fmt: skip
def unit_arrives_late(plan: Plan) -> Iterator[Finding]:
    """Units whose stated arrival comes after their first need, and could come before it."""
    for unit_id, need in _needs(plan).items():
        unit = plan.unit[unit_id]
        there = _earliest(plan, unit)
        if there is not None and there > need.at:
            continue  # it cannot be there at all by then, which is said of it
        if unit.arrival is not None and unit.arrival > need.at:
            text = f"{unit.called} arrives at {plan.at(unit.arrival)}, but {said(plan, need)}."
            yield Finding(text, "unit", (unit.id,), related=_related(need))


@check(
    "FOR10", "Unit leaves before its last inject", "warning", "forces",
    why="It is no longer there to act on it.",
    remedy="Let it stay longer, move the inject, or address another unit.",
)  # fmt: skip
def unit_leaves_early(plan: Plan) -> Iterator[Finding]:
    """Units whose departure comes before a coming inject that addresses them."""
    for unit in plan.units:
        leaves = unit.departure
        if leaves is None:
            continue
        after = [
            each
            for each in plan.addressing.get(unit.id, ())
            if each.start is not None and each.start > leaves and plan.is_delivered(each)
        ]
        if after:
            names = series(each.serial or each.title for each in after)
            number = counted(len(after), "inject")
            text = f"{unit.called} leaves at {plan.at(leaves)}, before {number}: {names}."
            related = tuple(("inject", each.id) for each in after)
            yield Finding(text, "unit", (unit.id,), related=related)


@check(
    "FOR11", "Arrival sooner than it can move", "warning", "forces",
    why="From the activation order it takes its notice to move, and then the movement itself.",
    remedy="Correct the arrival, the notice, the movement, or the time of the activation order.",
)  # fmt: skip
def arrival_too_soon(plan: Plan) -> Iterator[Finding]:
    """Units whose stated arrival comes before notice and movement have passed.

    Of one that is needed before it can be there this is said already.
    """
    soon = []
    for unit in plan.units:
        earliest, need = _earliest(plan, unit), _needs(plan).get(unit.id)
        if earliest is None or unit.arrival is None or unit.arrival >= earliest:
            continue
        if need is None or need.at >= earliest:
            soon.append((unit, unit.arrival, earliest))
    if len(soon) > FEW:
        names = series(unit.called for unit, _, _ in soon)
        text = f"{len(soon)} units are to arrive sooner than they can move: {names}."
        yield Finding(text, "unit", tuple(unit.id for unit, _, _ in soon))
        return
    for unit, arrival, earliest in soon:
        at = plan.at(earliest)
        text = (
            f"{unit.called} is to arrive at {plan.at(arrival)}, but can be there at {at} at the "
            "earliest."
        )
        fix = Fix(f"Let it arrive at {at}", "unit", (unit.id,), "arrival", earliest)
        leaves_before = unit.departure is not None and unit.departure <= earliest
        yield Finding(text, "unit", (unit.id,), fix=None if leaves_before else fix)


@check(
    "FOR12", "Unit leaves before it arrives", "error", "forces",
    why="One of the two times is wrong, and the force flow is counted from both.",
    remedy="Correct its arrival or its departure.",
)  # fmt: skip
def unit_leaves_before_arriving(plan: Plan) -> Iterator[Finding]:
    """Units whose departure is not after their arrival."""
    for unit in plan.units:
        arrives, leaves = unit.arrival, unit.departure
        if arrives is not None and leaves is not None and leaves <= arrives:
            text = f"{unit.called} arrives at {plan.at(arrives)} but leaves at {plan.at(leaves)}."
            yield Finding(text, "unit", (unit.id,))


@check(
    "FOR18", "Notice outside the readiness band", "note", "forces",
    why="Band and notice to move say the same thing in two ways.",
    remedy="Correct the readiness band or the notice to move.",
)  # fmt: skip
def notice_outside_band(plan: Plan) -> Iterator[Finding]:
    """Units whose notice to move is not among the days of their readiness band."""
    bands = plan.terms.get("readiness_band", {})
    for unit in plan.units:
        band = bands.get(unit.readiness)
        if band is None or unit.notice_days is None:
            continue
        low, high = band.number("min_days") or 0, band.number("max_days")
        if unit.notice_days < low or (high is not None and unit.notice_days > high):
            days = f"{low} to {high} days" if high is not None else f"{low} days or more"
            text = (
                f"{unit.called} is at {counted(unit.notice_days, 'day')} of notice, but its band "
                f"{band.name} means {days}."
            )
            yield Finding(text, "unit", (unit.id,))
