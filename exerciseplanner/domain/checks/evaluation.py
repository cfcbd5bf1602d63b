"""Checks of evaluation: independence, disagreement, what nobody rated, decisions out of date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from exerciseplanner.domain.agreement import linked_evaluators
from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.gathering import gathered
from exerciseplanner.domain.checks.plan import FINISHED, Plan
from exerciseplanner.domain.checks.registry import Finding, check
from exerciseplanner.domain.evaluation import Rating, consensus
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.wording import counted, series

Rated = tuple[str, str]
"""The noun and the id of what was rated."""


def _subject(rating: rows.Given) -> Rated:
    if rating.criterion_id is not None:
        return "criterion", rating.criterion_id
    return "inject", rating.inject_id or ""


def _by_subject(plan: Plan) -> dict[Rated, list[rows.Given]]:
    found: dict[Rated, list[rows.Given]] = defaultdict(list)
    for each in plan.ratings:
        found[_subject(each)].append(each)
    return found


@check(
    "EVA01", "Evaluator not independent", "warning", "evaluation",
    why="Evaluators are independent of EXCON and of those who train (DOCTRINE 1.6); ratings of "
    "others carry doubt into the assessment.",
    remedy="Let an independent evaluator rate the same, or correct the entry.",
)  # fmt: skip
def evaluator_not_independent(plan: Plan) -> Iterator[Finding]:
    """Evaluators who rate although they belong to EXCON or to the trainers."""
    for each in plan.evaluators:
        given = sum(rating.evaluator_id == each.id for rating in plan.ratings)
        if given and not each.independent:
            text = (
                f"Evaluator {each.called} is not independent of EXCON and trainers "
                f"and gave {counted(given, 'rating')}."
            )
            yield Finding(text, "evaluator", (each.id,))


@check(
    "EVA02", "Evaluator of the own nation only", "warning", "evaluation",
    why="Nobody can tell this evaluator's severity from the nation's performance.",
    remedy="Have the evaluator rate others too, or have others rate the same.",
)  # fmt: skip
def evaluator_of_own_nation(plan: Plan) -> Iterator[Finding]:
    """Evaluators who rated only what their own participant did, and beside nobody of another.

    Where everything that was rated is of one participant there is nothing else to rate.
    """
    criteria = {each.id: each for each in plan.criteria}
    nation = {each.id: each.participant_id for each in plan.evaluators}
    rated: dict[str, set[str | None]] = defaultdict(set)
    beside: dict[str, set[str | None]] = defaultdict(set)
    for (noun, subject), given in _by_subject(plan).items():
        if noun == "criterion" and subject in criteria:
            units = plan.audiences.get(criteria[subject].objective_id, ())
        else:
            units = plan.inject_units.get(subject, ())
        parties = {plan.unit[unit].participant_id for unit in units}
        for each in given:
            rated[each.evaluator_id] |= parties
            beside[each.evaluator_id] |= {nation[other.evaluator_id] for other in given}
    several = len(set().union(*rated.values()) - {None}) > 1
    for evaluator in plan.evaluators:
        own = {evaluator.participant_id}
        is_alone = beside[evaluator.id] == own == rated[evaluator.id]
        if several and evaluator.participant_id and is_alone:
            code = plan.party[evaluator.participant_id].code
            text = f"Evaluator {evaluator.called} of {code} has rated units of {code} only."
            yield Finding(text, "evaluator", (evaluator.id,))


@check(
    "EVA03", "Disagreement open", "warning", "evaluation",
    why="Evaluators are two steps of the scale apart or more, or differ on whether it applies; "
    "until somebody decides the most severe rating governs.",
    remedy="Let the lead evaluator decide, with the reason in the note.",
)  # fmt: skip
def disagreement_open(plan: Plan) -> Iterator[Finding]:
    """What evaluators rated far apart and nobody has decided."""
    return (found for spread, found in plan.once("differences", _differences) if spread != 1)


@check(
    "EVA07", "One step apart", "note", "evaluation",
    why="Evaluators are one step of the scale apart; until somebody decides the more severe "
    "rating governs.",
    remedy="Let the lead evaluator decide, with the reason in the note.",
)  # fmt: skip
def disagreement_small(plan: Plan) -> Iterator[Finding]:
    """What evaluators rated one step apart and nobody has decided."""
    near = [found for spread, found in plan.once("differences", _differences) if spread == 1]
    codes = {each.id: each.code or each.title for each in plan.criteria}
    codes |= {each.id: each.serial or each.title for each in plan.injects}
    for noun, plural in (("criterion", "criteria"), ("inject", "injects")):
        own = ((codes[found.ids[0]], found) for found in near if found.noun == noun)
        yield from gathered(own, partial(_near, plural))


def _near(plural: str, number: int, names: str) -> str:
    return f"Evaluators are one step apart on {number} {plural}: {names}."


def _differences(plan: Plan) -> tuple[tuple[int, Finding], ...]:
    """What evaluators rated differently and nobody has decided, with the steps between them."""
    return tuple(sorted(_differing(plan), key=lambda each: -each[0]))


def _differing(plan: Plan) -> Iterator[tuple[int, Finding]]:
    if plan.scale is None:
        return
    codes = {each.id: each.code for each in plan.evaluators}
    names = {("criterion", each.id): f"criterion {each.called}" for each in plan.criteria}
    names |= {("inject", each.id): f"inject {each.called}" for each in plan.injects}
    for subject, given in sorted(_by_subject(plan).items(), key=lambda each: names[each[0]]):
        ratings = [
            Rating(codes[e.evaluator_id], e.value, "", e.rated_at or "", bool(e.resolves))
            for e in sorted(given, key=lambda each: codes[each.evaluator_id])
        ]
        try:
            found = consensus(ratings, plan.scale)
        except Refusal:  # a rating from a scale that is no longer in force
            continue
        if not found.agreed:
            said = series(f"{each.evaluator} {each.code}" for each in ratings)
            text = f"Evaluators differ on {names[subject]}: {said}."
            yield found.spread, Finding(text, subject[0], (subject[1],))


@check(
    "EVA04", "Criterion not rated", "warning", "evaluation",
    why="What served it has been played, or the assessment is final, and nobody has rated it.",
    remedy="Rate it, or record that it was not observed.",
)  # fmt: skip
def criterion_not_rated(plan: Plan) -> Iterator[Finding]:
    """Unrated criteria of objectives whose injects have all come to their end."""
    rated = {each.criterion_id for each in plan.ratings}
    unrated: dict[str, list[rows.Criterion]] = defaultdict(list)
    for each in plan.criteria:
        if each.id not in rated:
            unrated[each.objective_id].append(each)
    for objective_id, criteria in unrated.items():
        objective = plan.objective[objective_id]
        if _is_over(plan, objective):
            names = series(each.called for each in criteria)
            nouns = "criterion" if len(criteria) == 1 else "criteria"
            text = f"Nobody has rated {nouns} {names} of {objective.called}."
            ids = tuple(each.id for each in criteria)
            yield Finding(text, "criterion", ids, related=(("objective", objective.id),))


def _is_over(plan: Plan, objective: rows.Objective) -> bool:
    """Whether all there will be to see of an objective has been seen."""
    serving = plan.serving.get(objective.id, [])
    ended = bool(serving) and all(plan.standing(each) == FINISHED for each in serving)
    return ended or plan.exercise.final


@check(
    "EVA05", "Override out of date", "warning", "evaluation",
    why="The computed grade has changed since it was overridden.",
    remedy="Show the commander the grade as it is now, and decide anew.",
)  # fmt: skip
def override_outdated(plan: Plan) -> Iterator[Finding]:
    """Assessments decided on a computed grade that is no longer the computed one."""
    for each in plan.outdated:
        text = (
            f"{each.title} was assessed {each.decided} when {each.computed_then} was computed; "
            f"now {each.computed_now or 'nothing'} is."
        )
        yield Finding(text, each.noun, (each.id,))


@check(
    "EVA06", "Evaluators who rated nothing in common", "note", "evaluation",
    why="Between groups that share nothing they rated, severity of evaluators and performance of "
    "units cannot be told apart.",
    remedy="Have one evaluator of each group rate something that the other group rated.",
)  # fmt: skip
def evaluators_not_linked(plan: Plan) -> Iterator[Finding]:
    """Groups of evaluators that no common subject links."""
    codes = {each.id: each.code for each in plan.evaluators}
    subjects = {
        "/".join(subject): [codes[each.evaluator_id] for each in given]
        for subject, given in _by_subject(plan).items()
    }
    groups = linked_evaluators(subjects)
    if len(groups) > 1:
        said = "; ".join(series(sorted(group), 8) for group in groups)
        text = f"Evaluators form {len(groups)} groups that rated nothing in common: {said}."
        ids = tuple(each.id for each in plan.evaluators if each.code in set().union(*groups[1:]))
        yield Finding(text, "evaluator", ids)
