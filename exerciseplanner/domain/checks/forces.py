"""Checks of the order of battle: superiors, sides, providers, strength, and notice to move."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from exerciseplanner.domain.checks import means_rows, rows
from exerciseplanner.domain.checks.gathering import gathered
from exerciseplanner.domain.checks.plan import OPPONENT, Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, check
from exerciseplanner.domain.checks.roles import OUTSIDE_THE_PLAY, controls, is_force
from exerciseplanner.domain.wording import counted

LEAST_PRESENT = 0.7
"""The share of the strength on paper below which a unit is flagged."""

_COMMON_NAMES = frozenset({"Russia", "Turkey", "Great Britain"})
"""What planners call countries that the catalogue lists under another name."""

_OF_IT = "(?:an|i|ian|n)?s?"
"""Endings that make of a country's name what is called after it: Syrian, Omani, Iranians."""


@cache
def _country_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(re.escape(name) for name in names)}){_OF_IT}\b")


def _country_in(text: str, countries: Mapping[str, str]) -> str:
    """The country that a text names, or nothing."""
    if not countries or not text:
        return ""
    names = {re.split(r", | \(", name)[0] for name in countries.values()} | _COMMON_NAMES
    found = _country_pattern(tuple(sorted(names, key=len, reverse=True))).search(text)
    return found[1] if found else ""


@check(
    "FOR01", "Real state as aggressor", "error", "forces",
    why="In an exercise the enemy is an invented state; its units are played by allied ones.",
    remedy="Give the opponent an invented name.",
)  # fmt: skip
def aggressor_is_real(plan: Plan) -> Iterator[Finding]:
    """Hostile sides, and actors of threats, that bear the name of a country."""
    for side in plan.sides:
        country = _country_in(side.name, plan.countries) if side.identity == "hostile" else ""
        if country:
            text = f"The hostile side “{side.name}” bears the name of a real state, {country}."
            yield Finding(text, "side", (side.id,))
    for threat in plan.threats:
        country = _country_in(threat.actor, plan.countries)
        if country:
            name = rows.called(threat.code, threat.title)
            text = f"Threat {name} names a real state, {country}, as its actor."
            yield Finding(text, "threat", (threat.id,))


@check(
    "FOR02", "Unit without superior", "warning", "forces",
    why="Others on the same side stand under a headquarters; nobody commands who is outside.",
    remedy="Put each under its superior, state whose command it comes under, or give it a side of "
    "its own.",
)  # fmt: skip
def unit_without_superior(plan: Plan) -> Iterator[Finding]:
    """Units of the training audience outside the tree in which the rest of their side stands."""
    commanding = {unit.parent_id for unit in plan.units}
    commanding |= {each.superior_id for each in plan.relations}
    placed = {each.unit_id for each in plan.relations}
    tops: dict[str, list[rows.Unit]] = defaultdict(list)
    for unit in plan.units:
        side = plan.side_of(unit.id)
        if unit.parent_id is None and side is not None and side.identity == "friend":
            tops[side.id].append(unit)
    for side_id, units in tops.items():
        head = next((unit for unit in units if unit.id in commanding), None)
        if head is not None:
            loose = (
                unit
                for unit in units
                if unit.id not in commanding | placed and _is_commanded(plan, unit)
            )
            yield from _loose(loose, head, f"of “{plan.side[side_id].name}”")


def _loose(units: Iterable[rows.Unit], head: rows.Unit, on: str) -> Iterator[Finding]:
    rest, related = f"though {head.called} commands others {on}", (("unit", head.id),)
    return gathered(
        (
            (
                unit.called,
                Finding(
                    f"{unit.called} has no superior, {rest}.", "unit", (unit.id,), related=related
                ),
            )
            for unit in units
        ),
        lambda number, names: f"{number} units have no superior, {rest}: {names}.",
    )


def _is_commanded(plan: Plan, unit: rows.Unit) -> bool:
    """Whether somebody has to command a unit: it is a force, and its provider no civil body."""
    party = plan.party.get(unit.participant_id or "")
    return is_force(plan, unit) and (party is None or party.kind in ("nation", "nato_body"))


@check(
    "FOR03", "Unit on another side than its superior", "error", "forces",
    why="A unit cannot be commanded from the other side of the play.",
    remedy="Put it on the side of its superior, or under a superior of its own side; of a unit "
    "that plays another side than it belongs to, state its role or under whose command it plays.",
)  # fmt: skip
def unit_on_other_side(plan: Plan) -> Iterator[Finding]:
    """Units that state a side of another identity than the one their superior stands on.

    Opposing forces and cells of control come from the own order of battle, and a unit may be lent
    to another side by a command relation.
    """
    lent = {each.unit_id for each in plan.relations if _is_on_one_side(plan, each)}
    for unit in plan.units:
        above, own = plan.unit.get(unit.parent_id or ""), plan.side.get(unit.side_id or "")
        side = plan.side_of(above.id) if above else None
        if above is None or side is None or own is None or own.identity == side.identity:
            continue
        if _is_what_it_is(unit) and not controls(plan, above) and unit.id not in lent:
            text = (
                f"{unit.called} is on “{own.name}”, its superior {above.called} on “{side.name}”."
            )
            fix = Fix(f"Put it on “{side.name}”", "unit", (unit.id,), "side_id", side.id)
            yield Finding(text, "unit", (unit.id,), related=(("unit", above.id),), fix=fix)


def _is_what_it_is(unit: rows.Unit) -> bool:
    return unit.role != OPPONENT and unit.role not in OUTSIDE_THE_PLAY


def _is_on_one_side(plan: Plan, relation: means_rows.Relation) -> bool:
    sides = [plan.side_of(each) for each in (relation.unit_id, relation.superior_id)]
    return all(sides) and len({each.identity for each in sides if each}) == 1


@check(
    "FOR04", "Unit that nobody provides", "warning", "forces",
    why="Caveats, agreements, burden and release are looked up by who provides a unit.",
    remedy="Say which nation or organisation provides it.",
)  # fmt: skip
def unit_without_provider(plan: Plan) -> Iterator[Finding]:
    """Own units without a participant; those below one that is flagged are counted with it."""
    if not plan.participants:
        return
    below: dict[str, list[str]] = defaultdict(list)
    for unit in plan.units:
        if unit.participant_id is None and _is_own(plan, unit):
            below[_highest_unprovided(plan, unit).id].append(unit.id)
    yield from gathered(
        (
            (plan.unit[unit_id].called, _unprovided(plan, plan.unit[unit_id], tuple(ids)))
            for unit_id, ids in below.items()
        ),
        lambda number, names: f"Nobody provides {number} units: {names}.",
    )


def _is_own(plan: Plan, unit: rows.Unit) -> bool:
    """Whether a unit stands on the own side, or on none; others are played or simulated."""
    side = plan.side_of(unit.id)
    return not plan.plays_opponent(unit.id) and (side is None or side.identity == "friend")


def _unprovided(plan: Plan, unit: rows.Unit, ids: tuple[str, ...]) -> Finding:
    rest = f", nor {counted(len(ids) - 1, 'unit')} below it" if len(ids) > 1 else ""
    text = f"Nobody provides {unit.called}{rest}."
    return Finding(text, "unit", (unit.id,), fix=_fix_provider(plan, unit, ids))


def _highest_unprovided(plan: Plan, unit: rows.Unit) -> rows.Unit:
    highest = unit
    for each in plan.lineage(unit.id):
        if each.participant_id is not None or not _is_own(plan, each):
            break
        highest = each
    return highest


def _fix_provider(plan: Plan, unit: rows.Unit, ids: tuple[str, ...]) -> Fix | None:
    above = plan.unit.get(unit.parent_id or "")
    party = plan.party.get(above.participant_id or "") if above else None
    if above is None or party is None:
        return None
    label = f"Provided by {party.code}, as {above.called} is"
    return Fix(label, "unit", ids, "participant_id", party.id)


@check(
    "FOR05", "More present than on paper", "warning", "forces",
    why="One of the two figures is wrong, and the readiness of the unit is counted from both.",
    remedy="Correct the strength on paper or the strength present.",
)  # fmt: skip
def more_present_than_planned(plan: Plan) -> Iterator[Finding]:
    """Units with more people present than they have on paper."""
    for unit in plan.units:
        planned, present = unit.strength_planned, unit.strength_present
        if planned is not None and present is not None and present > planned:
            text = f"{unit.called} has {present:,} people present but {planned:,} on paper."
            yield Finding(text, "unit", (unit.id,))


@check(
    "FOR06", "Unit below strength", "warning", "forces",
    why=f"Below {LEAST_PRESENT * 100:.0f} % present a unit cannot be expected to do its task.",
    remedy="Have it brought up to strength, lighten its task, or give the task to another.",
)  # fmt: skip
def unit_below_strength(plan: Plan) -> Iterator[Finding]:
    """Own units with less than seven tenths of their people present."""
    for unit in plan.units:
        planned, present = unit.strength_planned, unit.strength_present
        if plan.plays_opponent(unit.id):
            continue  # what the opponent is left with is part of the scenario
        if planned and present is not None and present < LEAST_PRESENT * planned:
            text = (
                f"{unit.called} has {present:,} of {planned:,} people present "
                f"({100 * present // planned} %)."
            )
            yield Finding(text, "unit", (unit.id,))


@check(
    "FOR19", "More equipment present than on paper", "warning", "forces",
    why="One of the two figures is wrong, and what the unit can do is judged by both.",
    remedy="Correct the quantity on paper or the quantity present.",
)  # fmt: skip
def more_equipment_than_planned(plan: Plan) -> Iterator[Finding]:
    """Equipment of which a unit has more than it is to have."""
    for each in plan.equipment:
        planned, present = each.quantity_planned, each.quantity_present
        if planned is not None and present is not None and present > planned:
            unit = plan.unit[each.unit_id]
            text = f"{unit.called} has {present:,} “{each.title}” present but {planned:,} on paper."
            yield Finding(text, "equipment", (each.id,), related=(("unit", unit.id),))
