"""Where evaluators differ, and where an officer assessed otherwise than computed."""

from __future__ import annotations

from exerciseplanner.reports.blocks import Block, Column, Heading, Paragraph, Ratings, Table
from exerciseplanner.reports.documents.readiness_assessment.findings import Findings

_KINDS = {
    "exercise": "Exercise",
    "objective": "Objective",
    "unit": "Unit",
    "capability_area": "Capability area",
}


def disagreements(findings: Findings) -> list[Block]:
    """Everything that evaluators rate differently, with each one's rating."""
    rows = tuple(
        (
            f"{each.code} {each.title}".strip(),
            Ratings(tuple(findings.badge(rating.code) for rating in each.ratings)),
            ", ".join(f"{rating.evaluator} {rating.code}" for rating in each.ratings),
            findings.badge(each.consensus.code),
            f"Decided by {each.consensus.resolved_by}"
            if each.consensus.resolved_by
            else f"Open, {_apart(each.consensus.spread)}",
        )
        for each in findings.result.disagreements
    )
    still_open = sum(1 for each in findings.result.disagreements if not each.consensus.resolved_by)
    return [
        Heading("Disagreements"),
        Paragraph(_said(len(rows), still_open)),
        Table(
            (
                Column("Rated", 4),
                Column("Ratings", 1.6),
                Column("By", 2.4),
                Column("Governs", 1, "center"),
                Column("State", 2),
            ),
            rows,
            empty="Evaluators agree wherever more than one of them rated.",
        ),
    ]


def _apart(steps: int) -> str:
    return (
        "one holds it not applicable"
        if not steps
        else ("1 step apart" if steps == 1 else f"{steps} steps apart")
    )


def _said(count: int, still_open: int) -> str:
    if not count:
        return "No two evaluators rated the same thing differently."
    return (
        f"{count} things were rated differently; {still_open} of them still wait for the lead "
        "evaluator. Until then the most severe rating governs."
    )


def overrides(findings: Findings) -> list[Block]:
    """Both values of every override, who decided, when and why."""
    rows = []
    for each in findings.result.overrides:
        override = each.assessment.override
        if override is None:
            continue
        outdated = " The computed grade has changed since." if each.assessment.outdated else ""
        rows.append(
            (
                f"{_KINDS[each.kind]}: {each.code} {each.title}",
                findings.badge(each.assessment.computed.grade_code),
                findings.badge(override.grade_code),
                f"{override.decided_by}, {findings.moment(override.decided_at)}",
                override.reason + outdated,
            )
        )
    return [
        Heading("Overrides"),
        Paragraph("Only commanders assess. Where one did, both values stand side by side."),
        Table(
            (
                Column("Subject", 3),
                Column("Computed", 1, "center"),
                Column("Assessed", 1, "center"),
                Column("Decided by", 2.2),
                Column("Reason", 4),
            ),
            tuple(rows),
            empty="No grade was overridden.",
        ),
    ]
