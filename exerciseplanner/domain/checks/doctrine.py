"""Checks of what an expert looks at first: zone, direction, hierarchy and unverified terms."""

from __future__ import annotations

from collections.abc import Iterator

from exerciseplanner.domain.central_europe import central_european_zone, zone_warning
from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.gathering import gathered
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, Fix, check
from exerciseplanner.domain.dtg import zone_offset
from exerciseplanner.domain.refusals import Refusal


@check(
    "DOC01", "No time zone", "error", "doctrine",
    why="J means the local time of whoever reads it, not an offset (DOCTRINE 9); one zone must "
    "hold for everybody.",
    remedy="Use Z, or the letter of the zone that was agreed.",
)  # fmt: skip
def zone_is_none(plan: Plan) -> Iterator[Finding]:
    """An exercise zone that is J or no zone letter at all."""
    facts = plan.exercise
    try:
        zone_offset(facts.zone)
    except Refusal:
        said = f"“{facts.zone}”" if facts.zone else "nothing"
        text = f"The exercise gives {said} as its time zone, which is no zone for DTGs."
        fix = Fix("Use Z", "exercise", (facts.id,), "zone", "Z")
        yield Finding(text, "exercise", (facts.id,), fix=fix)


@check(
    "DOC02", "Zone of the wrong season", "warning", "doctrine",
    why="Central Europe is at A in winter and at B in summer.",
    remedy="Use the letter of the season, or Z.",
)  # fmt: skip
def zone_of_wrong_season(plan: Plan) -> Iterator[Finding]:
    """A or B where Central European clocks show the other at STARTEX."""
    facts = plan.exercise
    said = zone_warning(facts.zone, facts.startex) if facts.startex else ""
    if said and facts.startex:
        shown = central_european_zone(facts.startex)
        fix = Fix(f"Use {shown}", "exercise", (facts.id,), "zone", shown)
        text = f"The exercise zone is {facts.zone}. {said}"
        yield Finding(text, "exercise", (facts.id,), fix=fix)


@check(
    "DOC03", "One officer in two seats", "warning", "doctrine",
    why="The OSE orders the exercise, the OCE commands the participants and the ODE directs "
    "EXCON; they are different officers.",
    remedy="State on the page Exercise who schedules, conducts and directs it.",
)  # fmt: skip
def officer_in_two_seats(plan: Plan) -> Iterator[Finding]:
    """The same name for two of OSE, OCE and ODE."""
    facts = plan.exercise
    seats = (("OSE", facts.ose), ("OCE", facts.oce), ("ODE", facts.ode))
    for place, (first, name) in enumerate(seats):
        for second, other in seats[place + 1 :]:
            if name and name.casefold() == other.casefold():
                text = f"{name} is both {first} and {second}."
                yield Finding(text, "exercise", (facts.id,), key=f"{first} {second}")


@check(
    "DOC04", "Term to verify", "note", "doctrine",
    why="Its evidence is tagged R?: recalled, and not verified.",
    remedy="Verify it and set its evidence, or replace it by a term that is confirmed.",
)  # fmt: skip
def term_to_verify(plan: Plan) -> Iterator[Finding]:
    """Terms tagged R? that the plan uses."""
    for each in plan.unverified:
        text = f"The {each.kind} “{each.name}” is used by {each.uses} but is not verified."
        yield Finding(text, "term", (each.id,))


@check(
    "DOC05", "Inject outside an incident", "note", "doctrine",
    why="Injects belong to incidents of a storyline; EXCON runs them by incident.",
    remedy="Move each inject into the incident that it belongs to.",
)  # fmt: skip
def inject_outside_incident(plan: Plan) -> Iterator[Finding]:
    """Coming injects outside incidents, in plans where most are in one."""
    outside = [each for each in plan.live if not _is_in_incident(plan, each)]
    if 2 * len(outside) >= len(plan.live):
        return
    yield from gathered(
        (
            (
                each.serial or each.title,
                Finding(
                    f"Inject {each.called} belongs to no incident, though most others do.",
                    "inject", (each.id,),
                ),
            )
            for each in outside
            if each.id in plan.coming_ids
        ),
        lambda number, names: (
            f"{number} injects belong to no incident, though most others do: {names}."
        ),
    )  # fmt: skip


def _is_in_incident(plan: Plan, inject: rows.Inject) -> bool:
    strand = plan.strand.get(inject.strand_id or "")
    return strand is not None and strand.kind == "incident"
