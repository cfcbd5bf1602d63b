"""Checks of the order of battle: superiors, sides, providers, strength, and notice to move."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, check
from exerciseplanner.domain.checks.wording import counted

LEAST_PRESENT = 0.7
"""The share of the strength on paper below which a unit is flagged."""

_COMMON_NAMES = frozenset({"Russia", "Turkey", "Great Britain"})
"""What planners call countries that the catalogue lists under another name."""


@cache
def _country_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(re.escape(name) for name in names)})\b")


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
    why="Others on its side stand under a headquarters; nobody commands this one.",
    remedy="Put it under its superior, or on a side of its own.",
)  # fmt: skip
def unit_without_superior(plan: Plan) -> Iterator[Finding]:
    """Units of the training audience outside the tree in which the rest of their side stands."""
    commanding = {unit.parent_id for unit in plan.units}
    tops: dict[str, list[rows.Unit]] = defaultdict(list)
    for unit in plan.units:
        side = plan.side_of(unit.id)
        if unit.parent_id is None and side is not None and side.identity == "friend":
            tops[side.id].append(unit)
    for side_id, units in tops.items():
        heads = [unit for unit in units if unit.id in commanding]
        for unit in units:
            if heads and unit.id not in commanding and _is_player(plan, unit):
                text = (
                    f"{unit.called} has no superior, though {heads[0].called} commands others of "
                    f"“{plan.side[side_id].name}”."
                )
                yield Finding(text, "unit", (unit.id,), related=(("unit", heads[0].id),))


def _is_player(plan: Plan, unit: rows.Unit) -> bool:
    """Whether a unit takes part in the play rather than watches, rates or supports it."""
    term = plan.terms.get("unit_role", {}).get(unit.role)
    return term is None or term.text("side") not in ("EVAL", "OTHER")


@check(
    "FOR03", "Unit on another side than its superior", "error", "forces",
    why="A unit cannot be commanded from the other side of the play.",
    remedy="Put it on the side of its superior, or under a superior of its own side.",
)  # fmt: skip
def unit_on_other_side(plan: Plan) -> Iterator[Finding]:
    """Units that state another side than the one their superior stands on."""
    for unit in plan.units:
        above = plan.unit.get(unit.parent_id or "")
        side = plan.side_of(above.id) if above else None
        if above is None or side is None or unit.side_id not in plan.side:
            continue
        if unit.side_id != side.id:
            own = plan.side[unit.side_id].name
            text = f"{unit.called} is on “{own}”, its superior {above.called} on “{side.name}”."
            fix = Fix(f"Put it on “{side.name}”", "unit", (unit.id,), "side_id", side.id)
            yield Finding(text, "unit", (unit.id,), related=(("unit", above.id),), fix=fix)


@check(
    "FOR04", "Unit that nobody provides", "warning", "forces",
    why="Caveats, agreements, burden and release are looked up by who provides a unit.",
    remedy="Say which nation or organisation provides it.",
)  # fmt: skip
def unit_without_provider(plan: Plan) -> Iterator[Finding]:
    """Units without a participant; those below one that is flagged are counted with it."""
    if not plan.participants:
        return
    below: dict[str, list[str]] = defaultdict(list)
    for unit in plan.units:
        if unit.participant_id is None:
            below[_highest_unprovided(plan, unit).id].append(unit.id)
    for unit_id, ids in below.items():
        unit = plan.unit[unit_id]
        rest = f", nor {counted(len(ids) - 1, 'unit')} below it" if len(ids) > 1 else ""
        text = f"Nobody provides {unit.called}{rest}."
        yield Finding(text, "unit", (unit.id,), fix=_fix_provider(plan, unit, tuple(ids)))


def _highest_unprovided(plan: Plan, unit: rows.Unit) -> rows.Unit:
    highest = unit
    for each in plan.lineage(unit.id):
        if each.participant_id is not None:
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
    """Units with less than seven tenths of their people present."""
    for unit in plan.units:
        planned, present = unit.strength_planned, unit.strength_present
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
