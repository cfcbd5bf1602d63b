"""Which injects of the plan meet which caveat today."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.domain.checks.caveats import plan_meetings
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.checks import plan_of
from exerciseplanner.workspace.queries.participants import caveats
from exerciseplanner.workspace.query import query


class MetInject(NamedTuple):
    """An inject that meets a caveat; `is_named` says that the activity stands in its text.

    `reasons` says what holds, `open` what only a planner can judge, `units` who is bound.
    """

    noun: str
    id: str
    code: str
    title: str
    detail: str
    is_named: bool
    reasons: tuple[str, ...]
    open: tuple[str, ...]
    units: tuple[str, ...]


class CaveatLine(NamedTuple):
    """One caveat of a participant with the coming injects that meet it, or may meet it."""

    id: str
    seq: int
    participant_id: str
    unit_id: str | None
    title: str
    activity: str
    threat_family: str
    domain: str
    area: str
    phase: str
    effect: str
    source: str
    note: str
    met: tuple[MetInject, ...]

    @property
    def named(self) -> int:
        """How many injects ask for what it is about."""
        return sum(each.is_named for each in self.met)

    @property
    def possible(self) -> int:
        """How many injects fit it without naming the activity."""
        return len(self.met) - self.named


@query(
    "caveat", "participant", "membership", "exercise", "side", "unit", "inject", "inject_unit",
    "inject_threat", "threat", "term",
)  # fmt: skip
def caveat_list(desk: Desk) -> tuple[CaveatLine, ...]:
    """Every caveat with the coming injects that meet it, those that name its activity first."""
    rows = caveats(desk)
    found: dict[str, list[MetInject]] = {row.id: [] for row in rows}
    for each in plan_meetings(plan_of(desk)) if rows else ():
        found[each.caveat.id].append(
            MetInject(
                "inject", each.inject.id, each.inject.serial, each.inject.title,
                "meets it" if each.is_named else "may meet it", each.is_named, each.reasons,
                each.open, tuple(unit.called for unit in each.units),
            )
        )  # fmt: skip
    return tuple(
        CaveatLine(*row, tuple(sorted(found[row.id], key=lambda each: not each.is_named)))
        for row in rows
    )
