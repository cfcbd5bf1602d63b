"""What participants want of the exercise: how far they agree, and whom the plan serves."""

from __future__ import annotations

from exerciseplanner.domain.priorities import SERVED_IN_WORDS
from exerciseplanner.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    RatingBadge,
    Run,
    ScoreBar,
    Table,
)
from exerciseplanner.reports.documents.participation.findings import Findings
from exerciseplanner.reports.documents.participation.wording import DASH, listed, share
from exerciseplanner.workspace.queries.consensus_view import Member, WeighedObjective

_FIRST = 3
"""So many of a participant's heaviest objectives are named."""


def priorities(findings: Findings) -> list[Block]:
    """Spread by objective, then service by participant."""
    blocks: list[Block] = [Heading("Priorities")]
    view = findings.priorities
    weighed = [row for row in view.objectives if row.spread is not None]
    if not weighed:
        return [*blocks, Paragraph("No participant has stated its priorities.")]
    contested = [row.code for row in weighed if row.spread and row.spread.is_contested]
    said = f"{len(view.served)} of {len(view.participants)} participants have stated priorities. "
    said += f"Contested: {listed(contested)}." if contested else "No objective is contested."
    return [
        *blocks,
        Paragraph(said, "lead"),
        Heading("Agreement by objective", 2),
        _spreads(findings, weighed),
        Heading("Whose priorities the plan serves", 2),
        Paragraph(SERVED_IN_WORDS),
        _served(findings, weighed),
    ]


def _spreads(findings: Findings, weighed: list[WeighedObjective]) -> Table:
    return Table(
        (
            Column("Objective", 3.6),
            Column("Weights, mean", 2.6),
            Column("Given by", 0.9, numeric=True),
            Column("Lowest", 1.6),
            Column("Highest", 1.6),
            Column("Injects", 0.9, numeric=True),
            Column("Hours", 0.9, numeric=True),
        ),
        tuple(_spread(findings, row) for row in weighed),
        caption="How far participants agree on the objectives",
        note="The bar runs from the lowest to the highest weight, 0 to 100; C marks objectives on "
        "which two participants stand 50 points or more apart.",
    )


def _spread(findings: Findings, row: WeighedObjective) -> tuple[Cell, ...]:
    spread = row.spread
    if spread is None:
        return (row.code, DASH, "0", DASH, DASH, DASH, DASH)
    title: tuple[Run, ...] = (Run(row.code, bold=True), Run(f" {row.title}"))
    if spread.is_contested:
        title = (*title, Run(" (C)", bold=True))
    mean = f"{spread.mean:.0f}"
    return (
        title,
        ScoreBar(spread.low / 100, spread.high / 100, spread.mean / 100, mean),
        str(spread.given),
        f"{spread.low} {_at(findings, row.id, spread.low)}",
        f"{spread.high} {_at(findings, row.id, spread.high)}",
        str(row.effort.injects),
        f"{row.effort.hours:,.1f}",
    )


def _at(findings: Findings, objective: str, weight: int) -> str:
    view = findings.priorities
    codes = [
        party.code
        for party in view.participants
        if view.weights.get((objective, party.id)) == weight
    ]
    shown = ", ".join(codes[:2])
    return f"{shown} +{len(codes) - 2}" if len(codes) > 2 else shown


def _served(findings: Findings, weighed: list[WeighedObjective]) -> Table:
    view = findings.priorities
    parties = [party for party in view.participants if party.id in view.served]
    parties.sort(key=lambda party: -view.served[party.id].hours)
    return Table(
        (
            Column("Participant", 1.2),
            Column("Heaviest objectives", 4.4),
            Column("Inject-hours", 1.3, numeric=True),
            Column("Share served", 1.3, numeric=True),
        ),
        tuple(_service(findings, party, weighed) for party in parties),
        caption="Whose priorities the plan serves, the best served first",
        empty="No participant has stated its priorities.",
    )


def _service(
    findings: Findings, party: Member, weighed: list[WeighedObjective]
) -> tuple[Cell, ...]:
    view = findings.priorities
    served = view.served[party.id]
    own = [(view.weights.get((row.id, party.id)), row.code) for row in weighed]
    given = sorted(((weight, code) for weight, code in own if weight), key=lambda each: -each[0])
    heaviest = listed(f"{code} ({weight})" for weight, code in given[:_FIRST])
    part: Cell = share(served.share)
    if served.is_unserved:
        part = RatingBadge("0", "Not served", "worst", labelled=True)
    return (
        (Run(party.code, bold=True),),
        heaviest,
        f"{served.hours:,.1f}",
        part,
    )
