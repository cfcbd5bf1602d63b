"""The live check of the whole plan: every problem that the checks of the domain find."""

from __future__ import annotations

from exerciseplanner.domain.checks import every  # noqa: F401 - fills the registry
from exerciseplanner.domain.checks.registry import Problem, problems_of
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.plan import plan_of
from exerciseplanner.workspace.query import query

__all__ = ["plan_of", "problems"]

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


@query(*_WATCHED)
def problems(desk: Desk) -> tuple[Problem, ...]:
    """Everything that breaks a rule of planning, the worst first."""
    return problems_of(plan_of(desk))
