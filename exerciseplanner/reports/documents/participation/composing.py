"""Putting the participation and legal annex together from its sections."""

from __future__ import annotations

from exerciseplanner.reports.blocks import (
    Block,
    Callout,
    Contents,
    Cover,
    Document,
    PageBreak,
    Paper,
)
from exerciseplanner.reports.document_spec import document_date, printed_marking
from exerciseplanner.reports.documents.participation import (
    agreements,
    burden,
    caveats,
    concurrence,
    legal,
    means,
    parties,
    priorities,
)
from exerciseplanner.reports.documents.participation.findings import Findings
from exerciseplanner.workspace.workspace import Workspace


def compose(workspace: Workspace) -> Document:
    """The participation and legal annex of the exercise as it stands.

    Raises:
        Refusal: the injects named in it may be released to nobody together.
    """
    findings = Findings(workspace)
    row = findings.exercise
    paper: Paper = "Letter" if row.paper == "Letter" else "A4"
    return Document(
        title="Participation and legal annex",
        subtitle=f"Exercise {row.name}",
        reference=row.reference,
        date=document_date(workspace),
        marking_lines=printed_marking(workspace, findings.marking),
        parts=tuple(_parts(findings)),
        draft=not row.assessment_final,
        paper=paper,
        cover=Cover(
            issuer=row.oce or row.ose,
            kind="Nations and organisations",
            details=_details(findings),
        ),
        sample_notice=row.notice,
        head_hash=workspace.head,
    )


def _parts(findings: Findings) -> list[Block]:
    if not findings.participants:
        return [*parties.parties(findings), *legal.annex(findings), *means.annex(findings)]
    return [
        Contents(),
        *_warning(findings),
        PageBreak(),
        *parties.parties(findings),
        *agreements.agreements(findings),
        *caveats.caveats(findings),
        *priorities.priorities(findings),
        *concurrence.concurrence(findings),
        *burden.burden(findings),
        *legal.annex(findings),
        *means.annex(findings),
    ]


def _warning(findings: Findings) -> list[Block]:
    if not findings.named_injects:
        return []
    said = (
        "Caveats and authorities are shown with the injects that meet or need them. The training "
        "audience does not see the MEL/MIL: hand out an extract without the injects."
    )
    return [Callout("warn", "Names injects", said)]


def _details(findings: Findings) -> tuple[tuple[str, str], ...]:
    if not findings.participants:
        return ()
    approved = sum(row.review == "approved" for row in findings.authorities)
    authorities = len(findings.authorities)
    facts = [
        ("Participants", str(len(findings.participants))),
        ("Agreements", str(len(findings.agreement_rows) or "none entered")),
        ("Caveats", str(len(findings.caveats) or "none entered")),
        (
            "Authorities",
            f"{authorities}, {approved} of them approved" if authorities else "none entered",
        ),
        ("STARTEX", findings.dtg(0)),
        ("ENDEX", findings.dtg(findings.exercise.endex)),
    ]
    return tuple((name, value) for name, value in facts if value)
