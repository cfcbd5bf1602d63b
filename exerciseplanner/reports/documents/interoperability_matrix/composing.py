"""Putting the interoperability matrix together from its sections."""

from __future__ import annotations

from exerciseplanner.reports.blocks import Block, Document, Paper
from exerciseplanner.reports.document_spec import document_date, printed_marking
from exerciseplanner.reports.documents.interoperability_matrix import lists, matrices
from exerciseplanner.reports.documents.interoperability_matrix.findings import Findings
from exerciseplanner.reports.documents.interoperability_matrix.summary import summary
from exerciseplanner.workspace.workspace import Workspace


def compose(workspace: Workspace) -> Document:
    """The interoperability matrix of the exercise as it stands, on A4 or A3 across.

    Raises:
        Refusal: the parts may be released to nobody together.
    """
    findings = Findings(workspace)
    row = findings.exercise
    narrow: Paper = "Letter" if row.paper == "Letter" else "A4"
    return Document(
        title="Interoperability matrix",
        subtitle=f"Exercise {row.name}",
        reference=row.reference,
        date=document_date(workspace),
        marking_lines=printed_marking(workspace, findings.marking),
        parts=tuple(_parts(findings)),
        draft=not row.assessment_final,
        paper="A3" if matrices.paper(findings) == "A3" else narrow,
        landscape=True,
        cover=None,
        sample_notice=row.notice,
        head_hash=workspace.head,
    )


def _parts(findings: Findings) -> list[Block]:
    return [
        *summary(findings),
        *matrices.tested(findings),
        *matrices.expected(findings),
        *lists.aims(findings),
        *lists.by_participant(findings),
        *lists.disparities(findings),
        *lists.gaps(findings),
        *lists.requirements(findings),
        *lists.cases(findings),
    ]
