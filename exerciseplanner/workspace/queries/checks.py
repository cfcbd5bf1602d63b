"""The live check of the whole plan: every problem that the checks of the domain find."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select

from exerciseplanner.domain.checks import every, rows  # noqa: F401 - fills the registry
from exerciseplanner.domain.checks.plan import Links, Plan
from exerciseplanner.domain.checks.registry import Problem, problems_of
from exerciseplanner.domain.doctrine import RatingScale
from exerciseplanner.domain.doctrine_kinds import term_kind
from exerciseplanner.domain.interoperability import result_scale
from exerciseplanner.domain.marking import ClassificationPolicy
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.storage.tables.doctrine import term
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.packs import country_names
from exerciseplanner.workspace.queries import (
    agreements,
    evaluators,
    exercise,
    participants,
    readiness,
)
from exerciseplanner.workspace.queries.exchange_check import RequirementLine, exchange_check
from exerciseplanner.workspace.queries.exercise import ExerciseRow
from exerciseplanner.workspace.query import query
from exerciseplanner.workspace.readiness import Subject
from exerciseplanner.workspace.term_uses import uses_in_words, uses_of

RowT = TypeVar("RowT", bound=tuple[object, ...])

_KINDS = (
    "caveat_effect", "inject_kind", "inject_state", "interop_result", "threat_family", "unit_role",
)  # fmt: skip
"""Kinds of term whose attributes or names the checks ask for."""

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


def plan_of(desk: Desk) -> Plan:
    """The whole plan as the checks see it, for whoever needs what they compute."""
    terms = {kind: exercise.doctrine_terms(desk, kind) for kind in _KINDS}
    return Plan(
        exercise=_facts(exercise.exercise(desk)),
        policy=_policy(desk),
        scale=_scale(desk),
        results=result_scale(terms["interop_result"]),
        terms={kind: {each.code: each for each in found} for kind, found in terms.items()},
        countries=country_names(),
        participants=tuple(
            rows.Party(each.id, each.code, each.name, each.kind, each.role, each.frameworks)
            for each in participants.participants(desk)
        ),
        agreements=_agreements(desk),
        caveats=_rows(desk, "caveat", rows.Caveat, "seq, title"),
        sides=_rows(desk, "side", rows.Side, "seq, name"),
        units=_rows(desk, "unit", rows.Unit, "seq, name"),
        objectives=_rows(desk, "objective", rows.Objective, "seq, code"),
        criteria=_rows(desk, "criterion", rows.Criterion, "seq, code"),
        threats=_rows(desk, "threat", rows.Threat, "seq, code"),
        strands=_rows(desk, "strand", rows.Strand, "seq, serial"),
        injects=_rows(desk, "inject", rows.Inject, "start IS NULL, start, serial"),
        dependencies=_rows(desk, "inject_dependency", rows.Dependency, "id"),
        standards=_rows(desk, "standard", rows.Standard, "seq, code"),
        trials=_rows(desk, "test_case", rows.Trial, "seq, code"),
        exchanges=tuple(_exchange(each) for each in exchange_check(desk)),
        evaluators=_rows(desk, "evaluator", rows.Evaluator, "seq, code"),
        ratings=_rows(desk, "rating", rows.Given, "id"),
        outdated=_outdated(desk),
        unverified=_unverified(desk),
        inject_units=_links(desk, "inject_unit", "inject_id", "unit_id"),
        inject_objectives=_links(desk, "inject_objective", "inject_id", "objective_id"),
        inject_threats=_links(desk, "inject_threat", "inject_id", "threat_id"),
        inject_trials=_links(desk, "inject_test_case", "inject_id", "test_case_id"),
        audiences=_links(desk, "objective_audience", "objective_id", "unit_id"),
    )


def _rows(desk: Desk, table: str, row_type: type[RowT], order: str) -> tuple[RowT, ...]:
    return listed(desk, METADATA.tables[table], row_type, order)  # type: ignore[type-var]


def _links(desk: Desk, table: str, own: str, other: str) -> Links:
    found: dict[str, list[str]] = defaultdict(list)
    for source, target in desk.plain(f'SELECT {own}, {other} FROM "{table}" ORDER BY rowid'):
        found[source].append(target)
    return {source: tuple(targets) for source, targets in found.items()}


def _facts(row: ExerciseRow) -> rows.ExerciseFacts:
    return rows.ExerciseFacts(
        id=row.id,
        name=row.name,
        startex=datetime.fromisoformat(row.startex) if row.startex else None,
        endex=row.endex,
        zone=row.zone,
        ose=row.ose,
        oce=row.oce,
        ode=row.ode,
        marking=row.marking,
        final=bool(row.assessment_final),
    )


def _policy(desk: Desk) -> ClassificationPolicy | None:
    try:
        return exercise.classification_policy(desk)
    except Refusal:
        return None


def _scale(desk: Desk) -> RatingScale | None:
    try:
        return exercise.rating_scale_in_force(desk)
    except Refusal:
        return None


def _agreements(desk: Desk) -> tuple[rows.Accord, ...]:
    parties = _links(desk, "agreement_party", "agreement_id", "participant_id")
    return tuple(
        rows.Accord(
            each.id, each.title, each.kind, each.level, each.valid_from, each.valid_until,
            parties.get(each.id, ()),
        )
        for each in agreements.agreements(desk)
    )  # fmt: skip


def _exchange(line: RequirementLine) -> rows.Exchange:
    return rows.Exchange(*(getattr(line, name) for name in rows.Exchange._fields))


def _outdated(desk: Desk) -> tuple[rows.OutdatedOverride, ...]:
    """Overrides on a grade that has changed since."""
    if not evaluators.overrides(desk):
        return ()
    try:
        found = readiness.assessment(desk).overrides
    except Refusal:
        return ()
    return tuple(_as_outdated(each) for each in found if each.assessment.outdated)


def _as_outdated(subject: Subject) -> rows.OutdatedOverride:
    assessment = subject.assessment
    return rows.OutdatedOverride(
        noun=subject.kind,
        id=subject.id,
        title=f"{subject.code} {subject.title}".strip(),
        computed_then=assessment.override.computed if assessment.override else "",
        computed_now=assessment.computed.grade_code,
        decided=assessment.grade_code,
    )


def _unverified(desk: Desk) -> tuple[rows.UnverifiedTerm, ...]:
    """Terms tagged R? that something in the plan uses."""
    found = desk.all(
        select(term.c.id, term.c.kind, term.c.code, term.c.name)
        .where(term.c.tag == "R?")
        .order_by(term.c.kind, term.c.seq)
    )
    uses = {kind: uses_of(desk, kind) for kind in {str(row.kind) for row in found}}
    return tuple(
        rows.UnverifiedTerm(
            row.id, term_kind(row.kind).singular, row.name, uses_in_words(uses[row.kind][row.code])
        )
        for row in found
        if row.code in uses[row.kind]
    )
