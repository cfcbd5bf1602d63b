"""Observations, what is still missing, and the place to sign."""

from __future__ import annotations

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
from exerciseplanner.workspace.queries import exercise, overview

_SHOWN = 12


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
    sentences = tuple(gap.sentence for gap in findings.workspace.ask(overview.gaps))
    if not unrated and not sentences:
        return [*blocks, Paragraph("Nothing is missing.")]
    if sentences:
        blocks.append(Bullets(sentences))
    if unrated:
        blocks.append(Heading("Training objectives that are not rated", 2))
        blocks.append(Bullets(tuple(unrated[:_SHOWN])))
        if len(unrated) > _SHOWN:
            blocks.append(Paragraph(f"And {len(unrated) - _SHOWN} more, listed above.", "note"))
    return blocks


def signature(findings: Findings) -> list[Block]:
    """Where the assessor signs."""
    role = findings.exercise.assessor or findings.exercise.oce or "Assessor"
    return [SignatureBlock((Signatory(role),), "Assessed as stated above.")]
