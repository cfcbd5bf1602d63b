"""The plan as the checks see it, read from an open exercise."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select

from exerciseplanner.domain.checks import exchange_rows, means_rows, partner_rows, rows
from exerciseplanner.domain.checks.plan import Links, Plan
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
from exerciseplanner.workspace.readiness import Subject
from exerciseplanner.workspace.term_uses import uses_in_words, uses_of

RowT = TypeVar("RowT", bound=tuple[object, ...])

_KINDS = (
    "capability_area", "caveat_effect", "command_relation", "document", "framework",
    "inject_kind", "inject_state", "interop_result", "readiness_band", "technology",
    "threat_family", "unit_role",
)  # fmt: skip
"""Kinds of term whose attributes or names the checks ask for."""

PLAN_NOUNS = (
    "exercise", "participant", "membership", "agreement", "agreement_party", "caveat", "side",
    "unit", "objective", "objective_audience", "criterion", "threat", "strand", "inject",
    "inject_objective", "inject_unit", "inject_threat", "inject_test_case",
    "inject_dependency", "exchange_requirement", "unit_standard", "standard",
    "test_case", "evaluator", "rating", "override", "term", "rating_scale",
    "contribution", "authority", "authority_position", "inject_authority", "command_relation",
    "equipment", "system", "capability", "unit_capability", "interoperability_objective",
    "priority", "concurrence", "rating_value", "marking_policy",
    "marking_level", "marking_audience",
)  # fmt: skip
"""Every table that is read for the plan."""

_EXCHANGE = exchange_rows.Exchange._fields


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
            rows.Party(*(getattr(each, name) for name in rows.Party._fields))
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
        standards=_rows(desk, "standard", exchange_rows.Standard, "seq, code"),
        trials=_rows(desk, "test_case", exchange_rows.Trial, "seq, code"),
        exchanges=tuple(_exchange(each) for each in exchange_check(desk)),
        aims=_rows(desk, "interoperability_objective", exchange_rows.Aim, "seq, code"),
        relations=_rows(desk, "command_relation", means_rows.Relation, "seq, id"),
        equipment=_rows(desk, "equipment", means_rows.Equipment, "seq, title"),
        systems=_rows(desk, "system", means_rows.System, "seq, code"),
        capabilities=_rows(desk, "capability", means_rows.Capability, "seq, code"),
        held=_rows(desk, "unit_capability", means_rows.Held, "seq, id"),
        standards_held=_rows(desk, "unit_standard", means_rows.StandardHeld, "seq, id"),
        memberships=_rows(desk, "membership", partner_rows.Membership, "seq, id"),
        contributions=_rows(desk, "contribution", partner_rows.Contribution, "seq, id"),
        authorities=_rows(desk, "authority", partner_rows.Authority, "seq, code"),
        positions=_rows(desk, "authority_position", partner_rows.Position, "seq, id"),
        priorities=_rows(desk, "priority", partner_rows.Priority, "seq, id"),
        concurrences=_rows(desk, "concurrence", partner_rows.Concurrence, "seq, id"),
        evaluators=_rows(desk, "evaluator", rows.Evaluator, "seq, code"),
        ratings=_rows(desk, "rating", rows.Given, "id"),
        outdated=_outdated(desk),
        unverified=_unverified(desk),
        inject_units=_links(desk, "inject_unit", "inject_id", "unit_id"),
        inject_objectives=_links(desk, "inject_objective", "inject_id", "objective_id"),
        inject_threats=_links(desk, "inject_threat", "inject_id", "threat_id"),
        inject_trials=_links(desk, "inject_test_case", "inject_id", "test_case_id"),
        inject_authorities=_links(desk, "inject_authority", "inject_id", "authority_id"),
        audiences=_links(desk, "objective_audience", "objective_id", "unit_id"),
        today=desk.now.date().isoformat(),
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
        activation=row.activation,
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


def _exchange(line: RequirementLine) -> exchange_rows.Exchange:
    return exchange_rows.Exchange(*(getattr(line, name) for name in _EXCHANGE))


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
