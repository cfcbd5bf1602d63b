"""Technologies under trial: who claims each, and which injects put it to the test."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from exerciseplanner.domain.checks.technologies import TECHNOLOGY, claims, played
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.plan import PLAN_NOUNS, plan_of
from exerciseplanner.workspace.query import query


class TechnologyLine(NamedTuple):
    """One technology of the catalogue; its maturity is that of the world, not of a holder.

    `id` is its code; `threats`, `objectives`, `systems` and `capabilities` are the codes of what
    claims it, `serials` the live injects that play it.
    """

    id: str
    seq: int
    code: str
    name: str
    maturity: str
    threats: tuple[str, ...]
    objectives: tuple[str, ...]
    systems: tuple[str, ...]
    capabilities: tuple[str, ...]
    serials: tuple[str, ...]

    @property
    def is_claimed(self) -> bool:
        """Whether anything in the plan claims it."""
        return bool(self.threats or self.objectives or self.systems or self.capabilities)


@query(*PLAN_NOUNS)
def technology_plan(desk: Desk) -> tuple[TechnologyLine, ...]:
    """Every technology of the catalogue: those claimed first, unexercised ones before others."""
    plan = plan_of(desk)
    exercised = played(plan)
    claimed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in claims(plan):
        claimed[each.code, each.noun].append(each.name)
    lines = []
    for row in doctrine_terms(desk, TECHNOLOGY):
        threats, objectives, systems, capabilities = (
            tuple(claimed[row.code, noun])
            for noun in ("threat", "objective", "system", "capability")
        )
        serials = tuple(plan.inject[each].serial for each in exercised.get(row.code, ()))
        lines.append(
            TechnologyLine(
                row.code, row.seq, row.code, row.name, row.text("maturity"), threats, objectives,
                systems, capabilities, serials,
            )
        )  # fmt: skip
    lines.sort(key=lambda line: (not line.is_claimed, bool(line.serials), line.seq))
    return tuple(lines)
