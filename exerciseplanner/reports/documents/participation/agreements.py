"""Which kind of agreement covers which participant, and every agreement with its scope."""

from __future__ import annotations

from exerciseplanner.domain.validity import STANDINGS_IN_WORDS, Standing, standing
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
from exerciseplanner.reports.documents.participation.wording import DASH, listed, span
from exerciseplanner.reports.legend import legend
from exerciseplanner.workspace.queries.participation import AgreementLine

_MARKS: dict[Standing, tuple[str, Tone]] = {
    "valid": ("V", "best"),
    "ends_early": ("E", "weak"),
    "begins_late": ("L", "weak"),
    "outside": ("O", "worst"),
}


def agreements(findings: Findings) -> list[Block]:
    """The matrix of participants and kinds, then the list."""
    blocks: list[Block] = [Heading("Agreements")]
    if not findings.agreement_rows:
        return [*blocks, Paragraph("No agreements are entered.")]
    return [
        *blocks,
        Paragraph(
            "The best agreement of each kind that a participant is party to, held against the "
            "days of the exercise. A number beside the letter counts several agreements."
        ),
        _legend(),
        _matrix(findings),
        _list(findings),
    ]


def _legend() -> Table:
    return legend(
        [
            (RatingBadge(letter, STANDINGS_IN_WORDS[code], tone), STANDINGS_IN_WORDS[code])
            for code, (letter, tone) in _MARKS.items()
        ]
    )


def _matrix(findings: Findings) -> Table:
    view = findings.agreement_view
    kinds = [kind for kind in view.kinds if any(place[1] == kind.id for place in view.cells)]
    return Table(
        (
            Column("Participant", 1.3),
            *(Column(_head(kind.id, kind.name), 1, "center") for kind in kinds),
        ),
        tuple(
            (
                (Run(party.code, bold=True),),
                *(_cell(findings, party.id, kind.id) for kind in kinds),
            )
            for party in view.participants
        ),
        caption="Kinds of agreement by participant",
        style="grid",
        note="; ".join(
            f"{_head(kind.id, kind.name)}: {kind.name}"
            for kind in kinds
            if _head(kind.id, kind.name) != kind.name
        )
        + ".",
    )


_SHORT = {"SECURITY": "Security", "BILATERAL": "Bilateral", "MULTILATERAL": "Multi"}


def _head(code: str, name: str) -> str:
    return _SHORT.get(code, code) if code else name


def _cell(findings: Findings, party: str, kind: str) -> Cell:
    found = findings.agreement_view.cells.get((party, kind))
    if found is None or found.standing not in _MARKS:
        return "·"
    letter, tone = _MARKS[found.standing]
    number = len(found.agreements)
    said = STANDINGS_IN_WORDS[found.standing]
    return RatingBadge(f"{letter}{number}" if number > 1 else letter, said, tone)


def _list(findings: Findings) -> Table:
    return Table(
        (
            Column("Agreement", 3),
            Column("Parties", 2.2),
            Column("Scope", 3.8),
            Column("Level", 0.7),
            Column("Validity", 1.7),
        ),
        tuple(_row(findings, row) for row in findings.agreement_rows),
        caption="Agreements",
    )


def _row(findings: Findings, row: AgreementLine) -> tuple[Cell, ...]:
    reading = standing(row.valid_from, row.valid_until, findings.agreement_view.days)
    validity = span(row.valid_from, row.valid_until)
    if reading != "valid":
        validity = f"{validity}\n{STANDINGS_IN_WORDS[reading]}"
    kind = findings.named("agreement_kind", row.kind)
    return (
        (Run(row.title, bold=True), Run(f"\n{kind}" if kind else "")),
        listed(code for code in row.party_codes.split(", ") if code),
        row.scope or DASH,
        row.level or DASH,
        validity,
    )
