"""The live check of the whole plan: every problem that the checks of the domain find."""

from __future__ import annotations

from exerciseplanner.domain.checks import every  # noqa: F401 - fills the registry
from exerciseplanner.domain.checks.dismissing import Checked, Dismissal, set_apart
from exerciseplanner.domain.checks.registry import Problem, problems_of
from exerciseplanner.storage.tables.dismissals import dismissal
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.queries.plan import PLAN_NOUNS, plan_of
from exerciseplanner.workspace.query import query

__all__ = ["dismissals", "findings", "plan_of", "problems"]


@query("dismissal")
def dismissals(desk: Desk) -> tuple[Dismissal, ...]:
    """Everything that was set aside, the oldest first."""
    return listed(desk, dismissal, Dismissal, "dismissed_at, id")


@query(*PLAN_NOUNS, "dismissal")
def findings(desk: Desk) -> Checked:
    """Everything that breaks a rule of planning: what stands, and what was set aside."""
    return set_apart(problems_of(plan_of(desk)), dismissals(desk))


@query(*PLAN_NOUNS, "dismissal")
def problems(desk: Desk) -> tuple[Problem, ...]:
    """Everything that breaks a rule of planning and was not set aside, the worst first."""
    return findings(desk).open
