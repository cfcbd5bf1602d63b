"""Putting the order of battle together from its sections."""

from __future__ import annotations

from exerciseplanner.domain.wording import counted
from exerciseplanner.reports.blocks import Block, Contents, Cover, Document, PageBreak, Paper
from exerciseplanner.reports.document_spec import document_date, printed_marking
from exerciseplanner.reports.documents.order_of_battle import charts, flow, tables
from exerciseplanner.reports.documents.order_of_battle.findings import Findings, of_planned
from exerciseplanner.workspace.workspace import Workspace

_FEW = 20
"""Up to so many units need no table of contents."""


def compose(workspace: Workspace) -> Document:
    """The order of battle of the exercise as it stands, across the page."""
    findings = Findings(workspace)
    row = findings.exercise
    paper: Paper = "Letter" if row.paper == "Letter" else "A4"
    return Document(
        title="Order of battle",
        subtitle=f"Exercise {row.name}",
        reference=row.reference,
        date=document_date(workspace),
        marking_lines=printed_marking(workspace, findings.marking),
        parts=tuple(_parts(findings)),
        draft=not row.assessment_final,
        paper=paper,
        landscape=True,
        cover=Cover(issuer=row.oce or row.ode, kind="Forces", details=_details(findings)),
        sample_notice=row.notice,
        head_hash=workspace.head,
    )


def _parts(findings: Findings) -> list[Block]:
    if not findings.units:
        return tables.nothing(findings)
    contents: list[Block] = [Contents(), PageBreak()] if len(findings.units) > _FEW else []
    return [
        *contents,
        *charts.by_side(findings),
        *charts.as_commanded(findings),
        *tables.command_relations(findings),
        *flow.force_flow_section(findings),
        *tables.units(findings),
        *tables.by_participant(findings),
    ]


def _details(findings: Findings) -> tuple[tuple[str, str], ...]:
    row = findings.exercise
    facts = (
        ("Units", f"{len(findings.units):,} on {counted(len(findings.camps), 'side')}"),
        ("Provided by", counted(len(findings.provided), "participant")),
        ("Strength present", of_planned(*findings.strength)),
        ("STARTEX", findings.dtg(0)),
        ("Activation", findings.dtg(row.activation)),
        ("As of", findings.as_of),
    )
    return tuple((key, value) for key, value in facts if value and findings.units)
