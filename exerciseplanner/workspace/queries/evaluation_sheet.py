"""What one evaluator has to rate, with what the others found."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.domain.evaluation import Rating
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries import evaluators, injects
from exerciseplanner.workspace.queries.readiness import assessment
from exerciseplanner.workspace.query import query
from exerciseplanner.workspace.readiness import Rated


class SheetRow(NamedTuple):
    """One line of an evaluator's sheet: an objective as a heading, a criterion or an inject.

    `mine` is the evaluator's own rating, `governs` the one that counts now; `standing` is `open`
    where evaluators differ, `decided` where the lead decided, `agreed`, or empty where fewer than
    two rated. `given` counts the ratings.
    """

    id: str
    parent_id: str | None
    noun: str
    code: str
    title: str
    mine: str
    governs: str
    given: int
    standing: str
    critical: bool
    start: int | None


_WATCHED = (
    "objective", "criterion", "rating", "evaluator", "override", "inject", "inject_objective",
    "exercise", "rating_value", "objective_audience", "unit",
)  # fmt: skip


@query(*_WATCHED)
def criteria_sheet(desk: Desk, evaluator_id: str) -> tuple[SheetRow, ...]:
    """Every training objective with its criteria below it."""
    code = _code(desk, evaluator_id)
    found = assessment(desk)
    rows = [
        SheetRow(
            each.id,
            None,
            "objective",
            each.code,
            each.title,
            "",
            each.assessment.grade_code,
            each.criteria_rated,
            "",
            False,
            None,
        )
        for each in found.objectives
    ]
    rows += [_row(each, code, each.owner_ids[0], None) for each in found.criteria]
    return tuple(rows)


@query(*_WATCHED)
def injects_sheet(desk: Desk, evaluator_id: str) -> tuple[SheetRow, ...]:
    """Every inject in the order of its time."""
    code = _code(desk, evaluator_id)
    rated = {each.id: each for each in assessment(desk).injects}
    rows = []
    for each in injects.injects(desk):
        if each.id in rated:
            rows.append(_row(rated[each.id], code, None, each.start))
        else:
            rows.append(
                SheetRow(
                    each.id,
                    None,
                    "inject",
                    each.serial,
                    each.title,
                    "",
                    "",
                    0,
                    "",
                    False,
                    each.start,
                )
            )
    return tuple(rows)


@query(*_WATCHED)
def ratings_of(desk: Desk, noun: str, row_id: str) -> Rated | None:
    """Every rating of one criterion or inject; None where it has none and is an inject."""
    found = assessment(desk)
    pool = found.criteria if noun == "criterion" else found.injects
    return next((each for each in pool if each.id == row_id), None)


def _code(desk: Desk, evaluator_id: str) -> str:
    people = {person.id: person.code for person in evaluators.evaluators(desk)}
    return people.get(evaluator_id, "")


def _row(each: Rated, code: str, parent: str | None, start: int | None) -> SheetRow:
    mine = next((rating.code for rating in each.ratings if rating.evaluator == code), "")
    return SheetRow(
        each.id,
        parent,
        each.noun,
        each.code,
        each.title,
        mine,
        each.consensus.code if each.ratings else "",
        len(each.ratings),
        _standing(each, each.ratings),
        each.critical,
        start,
    )


def _standing(each: Rated, ratings: tuple[Rating, ...]) -> str:
    if each.consensus.resolved_by:
        return "decided"
    if not each.consensus.agreed:
        return "open"
    return "agreed" if len(ratings) > 1 else ""
