"""Checks of capabilities and technologies: what is asked for and nobody has, or nobody plays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from exerciseplanner.domain.checks import means_rows, rows
from exerciseplanner.domain.checks.gathering import gathered
from exerciseplanner.domain.checks.plan import Plan, by_id
from exerciseplanner.domain.checks.registry import Finding, check
from exerciseplanner.domain.checks.technologies import TECHNOLOGY, Claim, claims, played
from exerciseplanner.domain.wording import series

UNPROVEN = frozenset({"research", "experimental"})
"""Maturities on which nobody should have to rely."""

_AREA = "capability_area"


def _by_area(plan: Plan) -> dict[str, list[means_rows.Held]]:
    """What units of the own side and of others hold, but for opponents, by capability area."""
    known = by_id(plan.capabilities)
    found: dict[str, list[means_rows.Held]] = defaultdict(list)
    for each in plan.held:
        area = known[each.capability_id].capability_area
        if area and not plan.plays_opponent(each.unit_id):
            found[area].append(each)
    return found


def _held(plan: Plan) -> dict[str, list[means_rows.Held]]:
    return plan.once("capabilities by area", _by_area)


def _asking(plan: Plan) -> dict[str, list[rows.Objective]]:
    found: dict[str, list[rows.Objective]] = defaultdict(list)
    for each in plan.objectives:
        if each.capability_area:
            found[each.capability_area].append(each)
    return found


@check(
    "CAP01", "Capability area that no unit holds", "warning", "capabilities",
    why="Nobody in the order of battle can do what is to be trained.",
    remedy="State which unit holds such a capability, ask a participant for one, or drop what "
    "needs it.",
)  # fmt: skip
def area_that_nobody_holds(plan: Plan) -> Iterator[Finding]:
    """Capability areas that objectives ask for and no unit holds."""
    held, asking = _held(plan), _asking(plan)
    if asking and not plan.held:
        names = series(plan.name(_AREA, each) for each in asking)
        text = f"No unit is said to hold a capability, though objectives ask for {names}."
        yield Finding(text, "exercise", (plan.exercise.id,))
        return
    for area, objectives in asking.items():
        if area not in held:
            by = series(each.code or each.title for each in objectives)
            threats = _threats_against(plan, objectives)
            tested = f", and {series(each.code or each.title for each in threats)} put to the test"
            text = (
                f"No unit holds a capability in {plan.name(_AREA, area)}, which {by} "
                f"{'asks' if len(objectives) == 1 else 'ask'} for{tested if threats else ''}."
            )
            related = tuple(("threat", each.id) for each in threats)
            yield Finding(text, "objective", tuple(each.id for each in objectives), related=related)


def _threats_against(plan: Plan, objectives: list[rows.Objective]) -> list[rows.Threat]:
    """The threats of the injects that serve these objectives, in the order of the plan."""
    injects = {each.id for objective in objectives for each in plan.serving.get(objective.id, ())}
    played = {threat for inject in injects for threat in plan.inject_threats.get(inject, ())}
    return [each for each in plan.threats if each.id in played]


@check(
    "CAP02", "Audience without the capability", "note", "capabilities",
    why="Somebody else holds it; those who are to be trained in it do not.",
    remedy="Name a unit that holds it among the training audience, or give the audience one.",
)  # fmt: skip
def audience_without_capability(plan: Plan) -> Iterator[Finding]:
    """Objectives whose audience, with all below it, holds nothing in the area they ask for."""
    held = _held(plan)
    for each in plan.objectives:
        audience = set(plan.audiences.get(each.id, ()))
        holders = held.get(each.capability_area, [])
        if not audience or not holders or not each.capability_area:
            continue
        lines = ((step.id for step in plan.lineage(holder.unit_id)) for holder in holders)
        if any(not audience.isdisjoint(line) for line in lines):
            continue
        names = series(plan.unit[holder.unit_id].called for holder in holders)
        area = plan.name(_AREA, each.capability_area)
        text = f"No audience of {each.called} holds a capability in {area}; {names} would."
        related = tuple(("unit", holder.unit_id) for holder in holders)
        yield Finding(text, "objective", (each.id,), related=related)


@check(
    "CAP03", "Capability that nobody holds", "note", "capabilities",
    why="What no unit holds stands in the catalogue alone, and the plan cannot count on it.",
    remedy="Give each to the unit that has it, or remove it.",
)  # fmt: skip
def capability_that_nobody_holds(plan: Plan) -> Iterator[Finding]:
    """Capabilities that no unit holds, unless no unit holds any and objectives ask for them."""
    if _asking(plan) and not plan.held:
        return iter(())  # that nothing is held is said of the objectives
    held = {each.capability_id for each in plan.held}
    return gathered(
        (
            (
                each.code or each.title,
                Finding(f"No unit holds {each.called}.", "capability", (each.id,)),
            )
            for each in plan.capabilities
            if each.id not in held
        ),
        lambda number, names: f"{number} capabilities are held by no unit: {names}.",
    )


@check(
    "CAP05", "Objective on an unproven capability", "warning", "capabilities",
    why="It has not been demonstrated yet; if it fails, the objective cannot be trained.",
    remedy="Have a proven capability beside it, or make proving it the objective.",
)  # fmt: skip
def objective_on_unproven(plan: Plan) -> Iterator[Finding]:
    """Objectives in whose area every capability held is research or experimental."""
    held, known = _held(plan), by_id(plan.capabilities)
    for each in plan.objectives:
        holders = held.get(each.capability_area, [])
        if holders and all(holder.maturity in UNPROVEN for holder in holders):
            said = series(
                f"{known[holder.capability_id].title} of {plan.unit[holder.unit_id].called} "
                f"({holder.maturity})"
                for holder in holders
            )
            text = f"Objective {each.called} relies on nothing but {said}."
            related = tuple(("unit_capability", holder.id) for holder in holders)
            yield Finding(text, "objective", (each.id,), related=related)


@check(
    "CAP04", "Technology that is not exercised", "note", "capabilities",
    why="It is claimed, and no inject shows what it is worth.",
    remedy="Link an inject to the objective or the threat, test the system in one, or withdraw "
    "the claim.",
)  # fmt: skip
def technology_not_exercised(plan: Plan) -> Iterator[Finding]:
    """Technologies of systems, capabilities, objectives and threats that no live inject plays."""
    if not plan.live:
        return  # nothing is scripted yet
    exercised = played(plan)
    claimed: dict[str, list[Claim]] = defaultdict(list)
    for each in claims(plan):
        claimed[each.code].append(each)
    for code, by in claimed.items():
        if code in exercised:
            continue
        noun = by[0].noun
        related = tuple((each.noun, each.id) for each in by if each.noun != noun)
        ids = tuple(each.id for each in by if each.noun == noun)
        text = f"No inject exercises {plan.name(TECHNOLOGY, code)}, which "
        text += f"{series(each.name for each in by)} {'claims' if len(by) == 1 else 'claim'}."
        yield Finding(text, noun, ids, related=related, key=code)
