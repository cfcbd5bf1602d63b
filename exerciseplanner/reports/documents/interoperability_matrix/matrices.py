"""The matrix itself, read by result and by what is expected, with its legend."""

from __future__ import annotations

from collections.abc import Sequence

from exerciseplanner.domain.interoperability_marks import NOTHING, Reading, legend
from exerciseplanner.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    KeepTogether,
    KeyValues,
    Paragraph,
    Table,
)
from exerciseplanner.reports.documents.interoperability_matrix.findings import (
    FLAG,
    Findings,
    printed,
)
from exerciseplanner.workspace.queries.interoperability_scopes import Party

ON_A4 = 18
"""So many participants stand across A4; more take A3."""
ON_A3 = 32


def tested(findings: Findings) -> list[Block]:
    """What was tested between every two participants."""
    if not findings.matrix.parties:
        return [Heading("Tested"), Paragraph("No participants are entered.")]
    return [
        Heading("Tested"),
        Paragraph(f"{findings.summary.reading}.", "lead"),
        Paragraph(
            "The provider stands beside, the consumer above. A cell shows the worst agreed result "
            "of its test cases, or the worse of both sides' results while none is agreed. Not "
            "tested and pending stay outside the count of what was tested."
        ),
        *_left_out(findings),
        _legend(findings, "overall"),
        *_tables(findings, "overall", "Worst result of the test cases"),
    ]


def _left_out(findings: Findings) -> list[Block]:
    rest = [each.code for each in findings.matrix.parties if each not in findings.concerned]
    if not rest:
        return []
    return [
        Paragraph(
            f"Not in the matrix, since nothing is tested, required or recorded of them: "
            f"{', '.join(rest)}.",
            "note",
        )
    ]


def expected(findings: Findings) -> list[Block]:
    """What can be expected before anything is tested."""
    if not findings.matrix.parties:
        return []
    return [
        Heading("Expected"),
        Paragraph(
            "Computed from the standards and editions that units hold, before anything is tested: "
            "a direct path, one through gateways, or none."
        ),
        _legend(findings, "expected"),
        *_tables(findings, "expected", "Expected exchange"),
    ]


def across(findings: Findings) -> int:
    """How many participants stand beside each other on one page."""
    return ON_A4 if len(findings.concerned) <= ON_A4 else ON_A3


def _tables(findings: Findings, reading: Reading, caption: str) -> list[Block]:
    parties, most = findings.concerned, across(findings)
    portions = [parties[start : start + most] for start in range(0, len(parties), most)]
    made: list[Block] = []
    for portion in portions:
        said = caption
        if len(portions) > 1:
            said = f"{caption}: consumers {portion[0].code} to {portion[-1].code}"
        made.append(KeepTogether((_table(findings, reading, portion, said),)))
    return made


def _table(findings: Findings, reading: Reading, consumers: Sequence[Party], caption: str) -> Table:
    def cell(provider: Party, consumer: Party) -> Cell:
        if provider.id == consumer.id:
            return ""
        return findings.cell(reading, provider.id, consumer.id)

    return Table(
        (Column("", 1.5), *(Column(each.code, 1, "center") for each in consumers)),
        tuple(
            (provider.code, *(cell(provider, consumer) for consumer in consumers))
            for provider in findings.concerned
        ),
        caption=caption,
        style="grid",
    )


def _legend(findings: Findings, reading: Reading) -> KeyValues:
    pairs: list[tuple[str, Cell]] = [
        (meaning or findings.names.get(mark.text, mark.text), printed(mark))
        for mark, meaning in legend(reading, findings.matrix.scale)
    ]
    if reading == "overall":
        pairs.append(("results do not fit together", FLAG))
        pairs.append(("nothing planned", NOTHING))
    else:
        pairs.append(("no path over one of the standards to be tested", FLAG))
    return KeyValues(tuple((f"{said[0].upper()}{said[1:]}", mark) for said, mark in pairs), 2)
