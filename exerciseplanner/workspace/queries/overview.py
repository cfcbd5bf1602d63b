"""Counts for the overview: how much of everything there is, and what is still open."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import func, select

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.storage.tables.evaluation import rating
from exerciseplanner.storage.tables.injects import inject, inject_objective
from exerciseplanner.storage.tables.objectives import criterion, objective
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.query import query
from exerciseplanner.workspace.records import table_of


class Gap(NamedTuple):
    """Something open: its kind, a sentence with the number, the noun and the rows concerned."""

    kind: str
    sentence: str
    noun: str
    ids: tuple[str, ...]


@query(*NOUNS)
def counts(desk: Desk) -> dict[str, int]:
    """How many rows each noun has."""
    found: dict[str, int] = {}
    for name, noun in NOUNS.items():
        row = desk.first(select(func.count()).select_from(table_of(noun)))
        found[name] = int(row[0]) if row else 0
    return found


@query("inject")
def injects_by_state(desk: Desk) -> dict[str, int]:
    """How many injects stand in each state, by its code."""
    rows = desk.all(select(inject.c.state, func.count()).group_by(inject.c.state))
    return {str(row[0]): int(row[1]) for row in rows}


@query("inject", "inject_objective", "objective", "criterion", "rating")
def gaps(desk: Desk) -> tuple[Gap, ...]:
    """What is still open in the plan, such as objectives that nothing serves."""
    served = select(inject_objective.c.objective_id)
    linked = select(inject_objective.c.inject_id)
    rated = select(rating.c.criterion_id).where(rating.c.criterion_id.is_not(None))
    measured = select(criterion.c.objective_id)
    training = objective.c.kind == "training"
    questions = (
        (
            "unserved",
            "training objective",
            "has no inject",
            "objective",
            select(objective.c.id).where(training, objective.c.id.not_in(served)),
        ),
        (
            "unmeasured",
            "training objective",
            "has no criterion",
            "objective",
            select(objective.c.id).where(training, objective.c.id.not_in(measured)),
        ),
        (
            "untimed",
            "inject",
            "has no planned time",
            "inject",
            select(inject.c.id).where(inject.c.start.is_(None)),
        ),
        (
            "unlinked",
            "inject",
            "serves no objective",
            "inject",
            select(inject.c.id).where(inject.c.id.not_in(linked)),
        ),
        (
            "unrated",
            "criterion",
            "has no rating",
            "criterion",
            select(criterion.c.id).where(criterion.c.id.not_in(rated)),
        ),
    )
    found = []
    for kind, singular, says, noun, statement in questions:
        ids = tuple(str(row[0]) for row in desk.all(statement))
        if ids:
            found.append(Gap(kind, _sentence(len(ids), singular, says), noun, ids))
    return tuple(found)


_PLURALS = {"criterion": "criteria"}


def _sentence(count: int, singular: str, says: str) -> str:
    if count == 1:
        return f"1 {singular} {says}."
    plural = _PLURALS.get(singular, f"{singular}s")
    return f"{count} {plural} {says.replace('has ', 'have ').replace('serves', 'serve')}."
