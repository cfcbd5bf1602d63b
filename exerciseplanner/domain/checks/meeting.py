"""Whether an inject meets a caveat: whom it binds, family, area, phase and activity, explained.

What a caveat states in words that cannot be computed (a sea area, a name) is neither held to be met
nor left out: it is named, for the planner to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from exerciseplanner.domain.caveats import binds
from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.roles import takes_part
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.time import parse_planned_time

EVERYWHERE = frozenset({"", "all", "any", "everywhere", "always", "whole exercise"})
"""How a caveat says that it is limited to no area, phase or activity."""

_LATITUDE = re.compile(r"\b(north|south) of (\d{1,2}(?:\.\d+)?)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(north|south) of ([A-ZÀ-Þ]\w+)")
_SPAN = re.compile(r"(?:from )?(.+?) (?:to|until) (.+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_EMPTY_WORDS = frozenset(
    {
        "activities", "activity", "and", "control", "effect", "effects", "employment", "from",
        "movement", "national", "needs", "only", "other", "part", "serial", "serials", "task",
        "tasks", "the", "with", "without", "work",
    }
)  # fmt: skip
_GENERAL = frozenset({"deployment", "presence", "participation"})
"""Activities that being addressed at a place already is."""


class Condition(NamedTuple):
    """One thing a caveat states: whether the inject has it (None: nobody can compute it)."""

    holds: bool | None
    said: str


@dataclass(frozen=True)
class Meeting:
    """A caveat and an inject that something computable ties to it and nothing takes out of it.

    `is_named` says that the activity stands in the inject, `reasons` what holds, `open` what only
    a planner can judge.
    """

    caveat: rows.Caveat
    inject: rows.Inject
    units: tuple[rows.Unit, ...]
    is_named: bool
    reasons: tuple[str, ...]
    open: tuple[str, ...]


def meetings(plan: Plan) -> tuple[Meeting, ...]:
    """Every coming inject with every caveat that may bear on it, by caveat."""
    bound = {caveat.id: bound_units(plan, caveat) for caveat in plan.caveats}
    found: list[Meeting] = []
    for caveat in plan.caveats:
        units = bound[caveat.id]
        injects = {each.id: each for unit in units for each in plan.addressing.get(unit, ())}
        found += filter(None, (_meeting(plan, caveat, each, units) for each in injects.values()))
    return tuple(found)


def bound_units(plan: Plan, caveat: rows.Caveat) -> dict[str, rows.Unit]:
    """The units that a caveat binds, by their ids: those that act for their nation."""
    found = {}
    for unit in plan.units:
        if unit.participant_id != caveat.participant_id:
            continue
        line = [each.id for each in plan.lineage(unit.id)]
        party, domain = unit.participant_id, unit.domain
        if not takes_part(plan, unit):
            continue
        if binds(caveat, participant_id=party, domain=domain, lineage=line):
            found[unit.id] = unit
    return found


def _meeting(
    plan: Plan, caveat: rows.Caveat, inject: rows.Inject, bound: Mapping[str, rows.Unit]
) -> Meeting | None:
    units = tuple(bound[each] for each in plan.inject_units[inject.id] if each in bound)
    narrow = [
        condition
        for condition in (
            _family(plan, caveat, inject),
            _area(plan, caveat, inject, units),
            _phase(plan, caveat, inject),
        )
        if condition is not None
    ]
    if any(condition.holds is False for condition in narrow):
        return None
    activity = _activity(plan, caveat, inject)
    held = [condition.said for condition in narrow if condition.holds]
    general = caveat.activity.strip().lower() in EVERYWHERE | _GENERAL
    if not activity and not held:
        return None
    return Meeting(
        caveat=caveat,
        inject=inject,
        units=units,
        is_named=bool(activity) or general,
        reasons=(*held, *([activity] if activity else [])),
        open=tuple(condition.said for condition in narrow if condition.holds is None),
    )


def _family(plan: Plan, caveat: rows.Caveat, inject: rows.Inject) -> Condition | None:
    if not caveat.threat_family:
        return None
    for each in plan.inject_threats.get(inject.id, ()):
        threat = plan.threat[each]
        if threat.family == caveat.threat_family:
            family = plan.name("threat_family", threat.family)
            return Condition(True, f"its threat {threat.code} is {family}")
    for each in plan.inject_authorities.get(inject.id, ()):
        authority = plan.authority[each]
        if authority.threat_family == caveat.threat_family:
            family = plan.name("threat_family", authority.threat_family)
            return Condition(True, f"it rests on {authority.called} against {family}")
    return Condition(False, "")


def _area(
    plan: Plan, caveat: rows.Caveat, inject: rows.Inject, units: Iterable[rows.Unit]
) -> Condition | None:
    area = caveat.area.strip()
    if area.lower() in EVERYWHERE:
        return None
    limit = _limit(plan, area)
    if limit is None:
        words = _stems(area)
        if words and words <= _stems(inject.location_name):
            return Condition(True, f"it takes place at {inject.location_name}")
        return Condition(None, f"whether it takes place in “{area}”")
    direction, latitude = limit
    place = inject.latitude
    if place is None:
        place = next((unit.latitude for unit in units if unit.latitude is not None), None)
    if place is None:
        return Condition(None, f"whether it takes place {area}")
    is_beyond = place > latitude if direction == "north" else place < latitude
    return Condition(is_beyond, f"its place at {abs(place):.2f}° {'N' if place >= 0 else 'S'} "
                     f"is {direction} of {latitude:g}°")  # fmt: skip


def _limit(plan: Plan, area: str) -> tuple[str, float] | None:
    """A line of latitude and the side of it that an area lies on."""
    found = _LATITUDE.search(area)
    if found:
        return found[1].lower(), float(found[2])
    named = _PLACE.search(area)
    if named:
        for unit in plan.units:
            if unit.latitude is not None and unit.location_name.split(",")[0] == named[2]:
                return named[1].lower(), unit.latitude
    return None


def _phase(plan: Plan, caveat: rows.Caveat, inject: rows.Inject) -> Condition | None:
    phase = caveat.phase.strip()
    if phase.lower() in EVERYWHERE:
        return None
    spans = plan.once("phases of caveats", _spans)
    span = spans[phase]
    if span is None or inject.start is None:
        return Condition(None, f"whether it falls into “{phase}”")
    return Condition(span[0] <= inject.start <= span[1], f"it comes in the phase {phase}")


def _spans(plan: Plan) -> dict[str, tuple[int, int] | None]:
    """First and last minute of every phase that a caveat states; None where nobody can tell."""
    return {phase: _span(plan, phase) for phase in {each.phase.strip() for each in plan.caveats}}


def _span(plan: Plan, phase: str) -> tuple[int, int] | None:
    stated = _SPAN.fullmatch(phase)
    first, last = (_moment(plan, end) for end in stated.groups()) if stated else (None, None)
    return None if first is None or last is None else (first, last)


def _moment(plan: Plan, text: str) -> int | None:
    if text.strip().upper() == "ENDEX":
        return plan.exercise.endex
    if plan.exercise.startex is None:
        return None
    try:
        return parse_planned_time(text, plan.exercise.startex, plan.exercise.zone)
    except Refusal:
        return None


def _activity(plan: Plan, caveat: rows.Caveat, inject: rows.Inject) -> str:
    """What says that the inject is about the activity; empty where nothing does."""
    if speaks_of(caveat.activity, inject):
        return f"its text speaks of “{caveat.activity.lower()}”"
    words = _stems(caveat.activity)
    for each in plan.inject_authorities.get(inject.id, ()):
        authority = plan.authority[each]
        if words and words <= _stems(authority.activity):
            return f"it rests on {authority.called}, which is for “{authority.activity.lower()}”"
    return ""


def speaks_of(activity: str, inject: rows.Inject) -> bool:
    """Whether the text of an inject holds every word of an activity that carries meaning."""
    return is_about(
        activity,
        f"{inject.title} {inject.message} {inject.expected_action} {inject.simulation_action} "
        f"{inject.background}",
    )


def is_about(activity: str, text: str) -> bool:
    """Whether a text holds every word of an activity that carries meaning."""
    words = _stems(activity)
    return bool(words) and words <= _stems(text)


@lru_cache(maxsize=2**15)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning, so that board, boards and boarding agree."""
    words = _WORD.findall(text.lower())
    return frozenset(word.removesuffix("s")[:_STEM] for word in words if word not in _EMPTY_WORDS)
