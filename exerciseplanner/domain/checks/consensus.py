"""Checks of consensus: priorities that nothing serves, objectives that divide, products open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from exerciseplanner.domain.checks import partner_rows, rows
from exerciseplanner.domain.checks.gathering import Named, all_say, gathered
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.checks.registry import Finding, check
from exerciseplanner.domain.priorities import CONTESTED, Effort, efforts, spreads
from exerciseplanner.domain.wording import series

_SILENT_ROLES = frozenset({"observer", "sponsor"})


def _voices(plan: Plan) -> list[rows.Party]:
    """The nations that take part, whose consent the exercise rests on."""
    return [
        each
        for each in plan.participants
        if each.kind == "nation" and each.role not in _SILENT_ROLES
    ]


def _efforts(plan: Plan) -> dict[str, Effort]:
    return efforts(
        {each.id: each.parent_id for each in plan.objectives},
        {each.id: each.duration or 0 for each in plan.live},
        plan.inject_objectives,
    )


@check(
    "CON01", "Priorities that nothing serves", "warning", "consensus",
    why="What matters most to it is not in the script.",
    remedy="Write injects for what it wants, or agree with it on other weights.",
)  # fmt: skip
def priorities_not_served(plan: Plan) -> Iterator[Finding]:
    """Participants none of whose most important objectives has a live inject."""
    wanted: dict[str, list[partner_rows.Priority]] = defaultdict(list)
    for each in plan.priorities:
        if each.weight > 0:
            wanted[each.participant_id].append(each)
    if not plan.live:
        return  # nothing is scripted yet, which is no matter of whose wishes are served
    given = _efforts(plan) if wanted else {}
    for party_id, listed in wanted.items():
        most = max(each.weight for each in listed)
        first = [each.objective_id for each in listed if each.weight == most]
        if any(given.get(each, Effort()).injects for each in first):
            continue
        names = series(plan.objective[each].called for each in first)
        party = plan.party[party_id].name
        text = f"No inject serves what {party} gives most weight ({most}): {names}."
        related = tuple(("objective", each) for each in first)
        yield Finding(text, "participant", (party_id,), related=related)


@check(
    "CON02", "Contested objective", "note", "consensus",
    why=f"Participants stand {CONTESTED} points of weight or more apart on it.",
    remedy="Settle what it is worth before the script is built on it.",
)  # fmt: skip
def objective_contested(plan: Plan) -> Iterator[Finding]:
    """Objectives on whose weight participants stand far apart."""
    weights = {(each.participant_id, each.objective_id): each.weight for each in plan.priorities}
    for objective_id, found in spreads(weights).items():
        if found.is_contested:
            by = {party: each for (party, own), each in weights.items() if own == objective_id}
            low, high = (
                series(plan.party[party].code for party, each in by.items() if each == end)
                for end in (found.low, found.high)
            )
            text = (
                f"Objective {plan.objective[objective_id].called} is worth {found.low} to {low} "
                f"and {found.high} to {high}."
            )
            related = tuple(
                ("participant", party)
                for party, each in by.items()
                if each in (found.low, found.high)
            )
            yield Finding(text, "objective", (objective_id,), related=related)


@check(
    "CON03", "Participant without stated priorities", "note", "consensus",
    why="Others have said what the objectives are worth to them; the plan cannot weigh wishes that "
    "nobody has stated.",
    remedy="Ask for the weights of the objectives.",
)  # fmt: skip
def participant_without_priorities(plan: Plan) -> Iterator[Finding]:
    """Nations that have weighed no objective, in plans where others have."""
    stated = {each.participant_id for each in plan.priorities}
    return gathered(
        (
            (
                each.code,
                Finding(
                    f"{each.name} has not said what the objectives are worth to it.",
                    "participant", (each.id,),
                ),
            )
            for each in _voices(plan)
            if stated and each.id not in stated
        ),
        lambda number, names: (
            f"{number} nations have not said what the objectives are worth to them: {names}."
        ),
    )  # fmt: skip


@check(
    "CON04", "Objective that nobody weighs", "note", "consensus",
    why="Other objectives are weighed; whether anybody wants what is left out is not known.",
    remedy="Ask the participants for the weight, or whether the objective is needed.",
)  # fmt: skip
def objective_without_weight(plan: Plan) -> Iterator[Finding]:
    """Objectives that nobody weighs, among objectives of a kind that participants do weigh."""
    weighed = {each.objective_id for each in plan.priorities}
    kinds = {plan.objective[each].kind for each in weighed}
    return gathered(
        (
            (
                each.code or each.title,
                Finding(
                    f"Nobody has said what objective {each.called} is worth.",
                    "objective", (each.id,),
                ),
            )
            for each in plan.objectives
            if each.kind in kinds and each.id not in weighed
        ),
        lambda number, names: f"Nobody has said what {number} objectives are worth: {names}.",
    )  # fmt: skip


@check(
    "CON05", "Product not concurred", "error", "consensus",
    why="The exercise rests on consensus: without this participant the product is not agreed.",
    remedy="Settle its objection, change the product, or play without the participant.",
)  # fmt: skip
def product_not_concurred(plan: Plan) -> Iterator[Finding]:
    """Products with which a participant does not concur."""
    for each in plan.concurrences:
        if each.position == "does_not_concur":
            product, party = plan.name("document", each.product), plan.party[each.participant_id]
            text = f"{party.name} does not concur with the product “{product}”."
            related = (("participant", party.id),)
            yield Finding(text, "concurrence", (each.id,), related=related)


def due(plan: Plan, product: str) -> date | None:
    """The day on which a product is due by the doctrine pack; None where it states none."""
    term = plan.terms.get("document", {}).get(product)
    offset = term.number("due_offset_days") if term else None
    startex, endex = plan.exercise.startex, plan.exercise.endex
    if term is None or offset is None or startex is None:
        return None
    anchor = startex
    if term.text("anchor") == "ENDEX":
        if endex is None:
            return None
        anchor = startex + timedelta(minutes=endex)
    return (anchor + timedelta(days=offset)).date()


@check(
    "CON06", "Answer overdue", "warning", "consensus",
    why="The product is due, and without an answer nobody knows whether it is agreed.",
    remedy="Ask again, and enter each answer.",
)  # fmt: skip
def answer_overdue(plan: Plan) -> Iterator[Finding]:
    """Products due by now on which a participant was asked and has not answered."""
    open_: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for each in plan.concurrences:
        day = due(plan, each.product)
        if each.position != "asked" or each.answered_on or day is None:
            continue
        if plan.today > day.isoformat():
            product, party = plan.name("document", each.product), plan.party[each.participant_id]
            asked = f" since {each.asked_on[:10]}" if each.asked_on else ""
            text = (
                f"{party.name} has not answered{asked} on the product “{product}”, due on "
                f"{day.isoformat()}."
            )
            related = (("participant", party.id),)
            found = Finding(text, "concurrence", (each.id,), related=related)
            open_[product, day.isoformat()].append((party.code, found))
    for (product, until), listed in open_.items():
        says = f"participants have not answered on the product “{product}”, due on {until}"
        yield from gathered(listed, all_say(says))


@check(
    "CON07", "Product that nobody was asked about", "note", "consensus",
    why="Other products were put to the participants.",
    remedy="Ask the participants whether they concur, or dismiss this with why they need not.",
)  # fmt: skip
def product_without_question(plan: Plan) -> Iterator[Finding]:
    """Products due between the first one asked about and STARTEX that were put to nobody."""
    asked = {each.product for each in plan.concurrences}
    days = {code: due(plan, code) for code in plan.terms.get("document", {})}
    begun = min((day for code in asked if (day := days.get(code))), default=None)
    if begun is None or plan.exercise.startex is None:
        return
    startex = plan.exercise.startex.date()
    open_ = [
        code for code, day in days.items() if day and begun <= day <= startex and code not in asked
    ]
    if open_:
        names = series(f"“{plan.name('document', each)}”" for each in open_)
        text = f"Nobody was asked whether they concur with {names}."
        yield Finding(text, "exercise", (plan.exercise.id,))


@check(
    "CON08", "Participant that was not asked", "note", "consensus",
    why="Others were asked whether they concur with it.",
    remedy="Ask them too.",
)  # fmt: skip
def participant_not_asked(plan: Plan) -> Iterator[Finding]:
    """Nations that were not asked about products on which others were."""
    asked: dict[str, set[str]] = defaultdict(set)
    for each in plan.concurrences:
        asked[each.product].add(each.participant_id)
    alike: dict[str, list[Named]] = defaultdict(list)
    for party in _voices(plan):
        open_ = [product for product, parties in asked.items() if party.id not in parties]
        if open_:
            names = series(f"“{plan.name('document', each)}”" for each in open_)
            text = f"{party.name} was not asked whether it concurs with {names}."
            alike[names].append((party.code, Finding(text, "participant", (party.id,))))
    for products, listed in alike.items():
        says = f"nations were not asked whether they concur with {products}"
        yield from gathered(listed, all_say(says))
