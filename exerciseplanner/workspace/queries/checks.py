"""The live check of the whole plan: every problem that the checks of the domain find."""

from __future__ import annotations

from exerciseplanner.domain.checks import every  # noqa: F401 - fills the registry
from exerciseplanner.domain.checks.dismissing import Checked, Dismissal, set_apart
from exerciseplanner.domain.checks.registry import Problem, problems_of
from exerciseplanner.storage.tables.dismissals import dismissal
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.queries.plan import plan_of
from exerciseplanner.workspace.query import query

__all__ = ["dismissals", "findings", "plan_of", "problems"]

_WATCHED = (
    "exercise", "participant", "membership", "agreement", "agreement_party", "caveat", "side",
    "unit", "objective", "objective_audience", "criterion", "threat", "strand", "inject",
    "inject_objective", "inject_unit", "inject_threat", "inject_test_case",
    "inject_dependency", "exchange_requirement", "unit_standard", "standard",
    "test_case", "evaluator", "rating", "override", "term", "rating_scale",
    "contribution", "authority", "authority_position", "inject_authority", "command_relation",
    "equipment", "system", "capability", "unit_capability", "interoperability_objective",
    "priority", "concurrence", "dismissal", "rating_value", "marking_policy",
    "marking_level", "marking_audience",
)  # fmt: skip


@query("dismissal")
def dismissals(desk: Desk) -> tuple[Dismissal, ...]:
    """Everything that was set aside, the oldest first."""
    return listed(desk, dismissal, Dismissal, "dismissed_at, id")


@query(*_WATCHED)
def findings(desk: Desk) -> Checked:
    """Everything that breaks a rule of planning: what stands, and what was set aside."""
    return set_apart(problems_of(plan_of(desk)), dismissals(desk))


@query(*_WATCHED)
def problems(desk: Desk) -> tuple[Problem, ...]:
    """Everything that breaks a rule of planning and was not set aside, the worst first."""
    return findings(desk).open
