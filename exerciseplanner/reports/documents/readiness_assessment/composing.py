"""Putting the readiness assessment together from its sections."""

from __future__ import annotations

from exerciseplanner.reports.blocks import Block, Contents, Cover, Document, PageBreak, Paper
from exerciseplanner.reports.document_spec import document_date, printed_marking
from exerciseplanner.reports.documents.readiness_assessment import (
    differing,
    evidence,
    interoperability,
    open_matters,
    statement,
    subjects,
)
from exerciseplanner.reports.documents.readiness_assessment.findings import Findings
from exerciseplanner.workspace.workspace import Workspace

_SECTIONS = (
    statement.statement,
    statement.basis,
    subjects.by_objective,
    subjects.by_unit,
    subjects.by_capability_area,
    interoperability.interoperability,
    differing.disagreements,
    differing.overrides,
    open_matters.observations,
    open_matters.gaps,
    open_matters.signature,
    evidence.criteria,
    evidence.injects,
)


def compose(workspace: Workspace) -> Document:
    """The readiness assessment of the exercise as it stands.

    Raises:
        Refusal: the exercise has no rating scale, or the parts may be released to nobody together.
    """
    findings = Findings(workspace)
    row = findings.exercise
    parts: list[Block] = [Contents(), PageBreak()]
    for section in _SECTIONS:
        parts += section(findings)
    paper: Paper = "Letter" if row.paper == "Letter" else "A4"
    return Document(
        title="Readiness assessment",
        subtitle=f"Exercise {row.name}",
        reference=row.reference,
        date=document_date(workspace),
        marking_lines=printed_marking(workspace, findings.marking),
        parts=tuple(parts),
        draft=not row.assessment_final,
        paper=paper,
        cover=Cover(
            issuer=row.oce or row.ode,
            kind="Assessment of readiness",
            details=_details(findings),
        ),
        sample_notice=row.notice,
        head_hash=workspace.head,
    )


def _details(findings: Findings) -> tuple[tuple[str, str], ...]:
    row = findings.exercise
    result = findings.result
    facts = (
        ("Assessed", findings.grade(result.exercise.assessment).label),
        (
            "Rests on",
            (
                f"{result.exercise.criteria_rated} of {result.exercise.criteria_planned} criteria "
                f"rated, {findings.rating_count} ratings"
            ),
        ),
        ("STARTEX", findings.dtg(0)),
        ("As of", findings.as_of),
        ("Doctrine", row.doctrine_title),
        ("OSE", row.ose),
        ("OCE", row.oce),
        ("ODE", row.ode),
        ("Assessor", row.assessor),
    )
    return tuple((key, value) for key, value in facts if value)
