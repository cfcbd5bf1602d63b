"""Who concurs with which product, and what those say who do not simply concur."""

from __future__ import annotations

from exerciseplanner.domain.consensus import CONCURRENCES
from exerciseplanner.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    RatingBadge,
    Run,
    Table,
    Tone,
)
from exerciseplanner.reports.documents.participation.findings import Findings
from exerciseplanner.reports.documents.participation.wording import DASH
from exerciseplanner.reports.legend import legend
from exerciseplanner.workspace.queries.consensus_view import ProductLine

_MARKS: dict[str, tuple[str, Tone]] = {
    "concurs": ("C", "best"),
    "concurs_with_comment": ("CC", "good"),
    "asked": ("?", "weak"),
    "does_not_concur": ("N", "worst"),
}
_WORDS = dict(CONCURRENCES)


def concurrence(findings: Findings) -> list[Block]:
    """The matrix of participants and products, the counts, the comments."""
    view = findings.concurrence
    products = [product for product in view.products if product.tally.asked]
    blocks: list[Block] = [Heading("Concurrence")]
    if not products:
        return [*blocks, Paragraph("No participant was asked whether it concurs with a product.")]
    return [
        *blocks,
        *(Paragraph(_said(findings, product)) for product in products),
        _legend(),
        _matrix(findings, products),
        *_comments(findings, products),
    ]


def _said(findings: Findings, product: ProductLine) -> tuple[Run, ...]:
    named = product.name if product.name == product.id else f"{product.id} {product.name}"
    view = findings.concurrence
    waiting = [
        party.code
        for party in view.participants
        if (row := view.rows.get((product.id, party.id))) and row.position in ("", "asked")
    ]
    rest = f" Waiting for {', '.join(waiting)}." if waiting else ""
    return (Run(f"{named}: ", bold=True), Run(f"{product.tally.reading}.{rest}"))


def _legend() -> Table:
    return legend(
        [
            (RatingBadge(letter, _WORDS[code], tone), _WORDS[code])
            for code, (letter, tone) in _MARKS.items()
        ]
    )


def _matrix(findings: Findings, products: list[ProductLine]) -> Table:
    view = findings.concurrence
    asked = {party for _, party in view.rows}
    rows = [
        (
            (Run(party.code, bold=True),),
            party.name,
            *(_cell(findings, product.id, party.id) for product in products),
        )
        for party in view.participants
        if party.id in asked
    ]
    return Table(
        (
            Column("Code", 1.25),
            Column("Participant", 3.2),
            *(Column(product.id, 1, "center") for product in products),
        ),
        tuple(rows),
        caption="Concurrence of the participants that were asked",
        style="grid",
    )


def _cell(findings: Findings, product: str, party: str) -> Cell:
    row = findings.concurrence.rows.get((product, party))
    if row is None:
        return "·"
    letter, tone = _MARKS.get(row.position, ("?", "weak"))
    return RatingBadge(letter, _WORDS.get(row.position, "Asked"), tone)


def _comments(findings: Findings, products: list[ProductLine]) -> list[Block]:
    view = findings.concurrence
    rows: list[tuple[Cell, ...]] = []
    for product in products:
        for party in view.participants:
            row = view.rows.get((product.id, party.id))
            if row is not None and (row.comment or row.position == "does_not_concur"):
                rows.append(
                    (
                        product.id,
                        party.code,
                        _WORDS.get(row.position, DASH),
                        row.answered_on or f"asked {row.asked_on or ''}".strip(),
                        row.comment or DASH,
                    )
                )
    if not rows:
        return []
    return [
        Table(
            (
                Column("Product", 1.1),
                Column("Code", 1.25),
                Column("Position", 1.8),
                Column("Answered", 1.3),
                Column("Comment", 4),
            ),
            tuple(rows),
            caption="Comments and objections",
        )
    ]
