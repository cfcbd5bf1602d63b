"""Checks of caveats: injects that ask of a nation's forces what it has ruled out or reserved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.meeting import (
    EVERYWHERE,
    Meeting,
    bound_units,
    is_about,
    meetings,
)
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, check
from exerciseplanner.domain.wording import counted, series

FORBIDDEN = "forbidden"


def _blocks(plan: Plan, effect: str) -> bool:
    term = plan.terms.get("caveat_effect", {}).get(effect)
    return term is not None and term.flag("blocks")


def _whose(plan: Plan, caveat: rows.Caveat) -> str:
    party = plan.party.get(caveat.participant_id)
    return f"the caveat of {party.code if party else 'a participant'} “{caveat.title}”"


def _why(meeting: Meeting) -> str:
    names = series(unit.called for unit in meeting.units)
    reasons = [f"It addresses {names}, bound by the caveat", *meeting.reasons]
    judged = f" To be judged: {series(meeting.open)}." if meeting.open else ""
    return f"{'; '.join(reasons)}.{judged}"


def _met(plan: Plan, says: str, may: str) -> Iterator[tuple[Meeting, Finding]]:
    for meeting in plan_meetings(plan):
        if meeting.is_named:
            caveat, inject = meeting.caveat, meeting.inject
            said = may if meeting.open else says
            text = f"Inject {inject.called} {said} {_whose(plan, caveat)}."
            related = (("caveat", caveat.id), *(("unit", unit.id) for unit in meeting.units))
            yield meeting, Finding(text, "inject", (inject.id,), _why(meeting), related=related)


def plan_meetings(plan: Plan) -> tuple[Meeting, ...]:
    """Where injects and caveats meet, computed once for a plan."""
    return plan.once("meetings", meetings)


@check(
    "CAV01", "Inject against a caveat", "error", "caveats",
    why="The nation has ruled this out for its forces.",
    remedy="Address a unit of another nation, change what is asked, or have the nation lift the "
    "caveat. Dismiss this of an inject that is written to test the caveat.",
)  # fmt: skip
def caveat_forbids(plan: Plan) -> Iterator[Finding]:
    """Coming injects that ask for what a caveat forbids."""
    for meeting, finding in _met(plan, "goes against", "may go against"):
        if meeting.caveat.effect == FORBIDDEN:
            yield finding


@check(
    "CAV02", "Inject that needs national approval", "warning", "caveats",
    why="The nation reserves the decision.",
    remedy="Name the authority that the inject rests on and record the nation's consent to it, "
    "address a unit of another nation, or dismiss this with how the approval is obtained in time.",
)  # fmt: skip
def caveat_reserves(plan: Plan) -> Iterator[Finding]:
    """Coming injects that ask for what a nation must approve first."""
    says = "needs national approval under"
    for meeting, finding in _met(plan, says, f"may {says.replace('needs', 'need')}"):
        effect = meeting.caveat.effect
        if effect != FORBIDDEN and _blocks(plan, effect) and not _is_consented(plan, meeting):
            yield finding


def _is_consented(plan: Plan, meeting: Meeting) -> bool:
    """Whether the nation has consented to an authority that the inject names."""
    named = plan.inject_authorities.get(meeting.inject.id, ())
    found = (plan.position.get((each, meeting.caveat.participant_id)) for each in named)
    return any(each is not None and each.position == "consent_given" for each in found)


@check(
    "CAV03", "Inject that touches a limit", "note", "caveats",
    why="The nation allows this within limits, or wants to know of it.",
    remedy="Keep the inject within the limits that the caveat states, tell the nation, and dismiss "
    "this.",
)  # fmt: skip
def caveat_limits(plan: Plan) -> Iterator[Finding]:
    """Coming injects that touch a caveat which limits but does not forbid."""
    for meeting, finding in _met(plan, "touches", "may touch"):
        effect = meeting.caveat.effect
        if effect != FORBIDDEN and not _blocks(plan, effect):
            yield finding


@check(
    "CAV04", "Caveat that may be met", "note", "caveats",
    why="Whom it binds, threat family, area and phase fit; whether the activity does is not "
    "written in the injects.",
    remedy="Read these injects against the caveat, change those that meet it, and dismiss this.",
)  # fmt: skip
def caveat_may_be_met(plan: Plan) -> Iterator[Finding]:
    """Caveats whose computable conditions fit injects that do not name the activity."""
    possible: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in plan_meetings(plan):
        if not meeting.is_named:
            possible[meeting.caveat.id].append(meeting)
    for found in possible.values():
        caveat = found[0].caveat
        names = series(meeting.inject.serial or meeting.inject.title for meeting in found)
        whose = _whose(plan, caveat)
        number = counted(len(found), "coming inject")
        text = f"{whose[0].upper()}{whose[1:]} may bear on {number}: {names}."
        related = tuple(("inject", meeting.inject.id) for meeting in found)
        why = (
            f"They address forces bound by it; {series(found[0].reasons)}. "
            f"None of them speaks of “{caveat.activity.lower()}”."
        )
        yield Finding(text, "caveat", (caveat.id,), why, related=related)


@check(
    "CAV05", "Task against a caveat", "warning", "caveats",
    why="A nation has ruled out for its forces, or reserved, what they are to be trained in.",
    remedy="Take these units out of the audience, word the task otherwise, or have the nation lift "
    "the caveat.",
)  # fmt: skip
def caveat_against_task(plan: Plan) -> Iterator[Finding]:
    """Objectives whose task speaks of what a caveat of their audience forbids or reserves."""
    for caveat in plan.caveats:
        if not _blocks(plan, caveat.effect):
            continue
        about = [each for each in plan.objectives if is_about(caveat.activity, _task(each))]
        bound = bound_units(plan, caveat) if about else {}
        for each in about:
            units = [bound[unit] for unit in plan.audiences.get(each.id, ()) if unit in bound]
            if units:
                names = series(unit.called for unit in units)
                text = (
                    f"Objective {each.called} asks of {names} what goes against "
                    f"{_whose(plan, caveat)}."
                )
                why = f"Its task speaks of “{caveat.activity.lower()}”, and they are bound by it."
                why += _limits(caveat)
                related = (("caveat", caveat.id), *(("unit", unit.id) for unit in units))
                yield Finding(text, "objective", (each.id,), why, related=related, key=caveat.id)


def _limits(caveat: rows.Caveat) -> str:
    """What a caveat is limited to that no task states, for the planner to judge."""
    stated = (text.strip() for text in (caveat.area, caveat.phase))
    limits = [f"“{text}”" for text in stated if text.lower() not in EVERYWHERE]
    return f" The caveat is limited to {series(limits)}." if limits else ""


def _task(objective: rows.Objective) -> str:
    return f"{objective.title} {objective.task}"
