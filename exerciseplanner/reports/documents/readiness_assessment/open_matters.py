"""Observations, what is still missing, and the place to sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exerciseplanner.domain.checks.registry import Problem
from exerciseplanner.reports.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Signatory,
    SignatureBlock,
    Table,
)
from exerciseplanner.reports.documents.readiness_assessment.findings import Findings
from exerciseplanner.workspace.queries import checks, exercise

_SHOWN = 12
_BEARING = ("objectives", "interoperability", "evaluation")
"""Parts of the plan whose problems leave the assessment without evidence or in doubt."""


def observations(findings: Findings) -> list[Block]:
    """What to sustain and what to improve; these are observations until they are validated."""
    states = {row.code: row.name for row in findings.workspace.ask(exercise.terms, "lesson_state")}
    rows = tuple(
        (
            row.serial,
            row.title,
            "Sustain" if row.kind == "sustain" else "Improve",
            states.get(row.state, row.state),
            row.recommendation or row.conclusion,
            row.owner,
        )
        for row in findings.observations
    )
    return [
        Heading("Observations"),
        Paragraph(
            "Straight after ENDEX these are observations and lessons identified. A lesson is "
            "learned when its remedy has been carried out and, where necessary, validated."
        ),
        Table(
            (
                Column("Serial", 1.1),
                Column("Observation", 3),
                Column("Kind", 1),
                Column("State", 1.5),
                Column("Recommendation", 4),
                Column("Owner", 1.6),
            ),
            rows,
            empty="No observations are recorded.",
        ),
    ]


def gaps(findings: Findings) -> list[Block]:
    """What the assessment does not yet know."""
    result = findings.result
    unrated = [
        f"{each.code} {each.title}: {each.assessment.computed.why}"
        for each in result.objectives
        if not each.assessment.computed.is_rated
    ]
    blocks: list[Block] = [Heading("Gaps")]
    problems = [f"{each.sentence} {each.remedy}" for each in _bearing(findings)]
    if not unrated and not problems:
        return [*blocks, Paragraph("Nothing is missing.")]
    if problems:
        blocks += _listed(problems, "in the list of checks")
    if unrated:
        blocks.append(Heading("Training objectives that are not rated", 2))
        blocks += _listed(unrated, "listed above")
    return blocks


def _bearing(findings: Findings) -> Iterator[Problem]:
    """Errors and warnings that bear on the assessment and name no inject beyond its marking."""
    printed = {each.id for each in findings.result.injects}
    for each in findings.workspace.ask(checks.problems):
        named = {row_id for noun, row_id in each.related if noun == "inject"}
        named |= set(each.ids) if each.noun == "inject" else set()
        if each.system in _BEARING and each.severity != "note" and named <= printed:
            yield each


def _listed(sentences: Sequence[str], elsewhere: str) -> list[Block]:
    blocks: list[Block] = [Bullets(tuple(sentences[:_SHOWN]))]
    if len(sentences) > _SHOWN:
        blocks.append(Paragraph(f"And {len(sentences) - _SHOWN} more, {elsewhere}.", "note"))
    return blocks


def signature(findings: Findings) -> list[Block]:
    """Where the assessor signs."""
    role = findings.exercise.assessor or findings.exercise.oce or "Assessor"
    return [SignatureBlock((Signatory(role),), "Assessed as stated above.")]
