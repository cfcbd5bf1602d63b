"""Who takes part: kind, role, frameworks at STARTEX with their dates, units and people."""

from __future__ import annotations

from exerciseplanner.domain.participants import PARTICIPATIONS, is_member_on
from exerciseplanner.domain.wording import counted
from exerciseplanner.reports.blocks import Block, Cell, Column, Heading, Paragraph, Run, Table
from exerciseplanner.reports.documents.participation.findings import Findings
from exerciseplanner.reports.documents.participation.wording import DASH
from exerciseplanner.workspace.queries.participants import MembershipRow
from exerciseplanner.workspace.queries.participation import ShareRow

_ROLES = dict(PARTICIPATIONS)


def parties(findings: Findings) -> list[Block]:
    """Every participant, then the memberships that ended or rest."""
    blocks: list[Block] = [Heading("Participants")]
    if not findings.participants:
        return [*blocks, Paragraph("No participants are entered.")]
    return [
        *blocks,
        Paragraph(_said(findings), "lead"),
        Table(
            (
                Column("Code", 1.25),
                Column("Participant", 3.2),
                Column("Kind", 1.7),
                Column("Role", 1.5),
                Column("Frameworks at STARTEX", 2.3),
                Column("Units", 0.8, numeric=True),
                Column("People", 1, numeric=True),
            ),
            tuple(_row(findings, row) for row in findings.participants),
            caption="Participants",
            note="Frameworks with the first day of membership; people are those present.",
        ),
        *_past(findings),
    ]


def _said(findings: Findings) -> str:
    every = findings.participants
    nations = sum(row.kind == "nation" for row in every)
    parts = [counted(nations, "nation")] if nations else []
    if others := len(every) - nations:
        parts.append(
            counted(others, "other", "others") if parts else counted(others, "participant")
        )
    bringing = sum(bool(row.units) for row in every)
    if len(every) == 1:
        return f"{parts[0]} takes part; it provides {counted(every[0].units, 'unit')}."
    return f"{' and '.join(parts)} take part; {bringing} of them provide units."


def _row(findings: Findings, row: ShareRow) -> tuple[Cell, ...]:
    return (
        (Run(row.code, bold=True),),
        row.name,
        findings.named("participant_kind", row.kind) or DASH,
        _ROLES.get(row.role, row.role) or DASH,
        "\n".join(_held(findings, row)) or DASH,
        str(row.units) if row.units else DASH,
        f"{row.present:,}" if row.present else DASH,
    )


def _held(findings: Findings, row: ShareRow) -> list[str]:
    day = (findings.exercise.startex or "")[:10]
    held = [
        each
        for each in findings.memberships.get(row.id, ())
        if is_member_on(day, each.since, each.until, each.suspended)
    ]
    return [f"{each.framework} {each.since or ''}".strip() for each in held]


def _past(findings: Findings) -> list[Block]:
    """Memberships that no longer hold on the last day of the exercise."""
    day = (findings.exercise.startex or "")[:10]
    rows = [
        (row, each)
        for row in findings.participants
        for each in findings.memberships.get(row.id, ())
        if day and not is_member_on(day, each.since, each.until, each.suspended)
    ]
    if not rows:
        return []
    return [
        Heading("Memberships that do not hold at STARTEX", 2),
        Table(
            (
                Column("Code", 0.8),
                Column("Framework", 2.4),
                Column("Since", 1.2),
                Column("Outside from", 1.2),
                Column("Note", 3),
            ),
            tuple((row.code, *_ended(findings, each)) for row, each in rows),
        ),
    ]


def _ended(findings: Findings, each: MembershipRow) -> tuple[Cell, ...]:
    ends = sorted(day for day in (each.until, each.suspended) if day)
    return (
        findings.named("framework", each.framework),
        each.since or DASH,
        ends[0] if ends else DASH,
        each.note or DASH,
    )
