"""The matrix itself, read by result and by what is expected, with its legend."""

from __future__ import annotations

from collections.abc import Sequence

from exerciseplanner.domain.interoperability_marks import NOTHING, Reading
from exerciseplanner.domain.interoperability_marks import legend as legend_marks
from exerciseplanner.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    KeepTogether,
    PageBreak,
    Paper,
    Paragraph,
    Table,
)
from exerciseplanner.reports.documents.interoperability_matrix.findings import (
    FLAG,
    Findings,
    printed,
)
from exerciseplanner.reports.legend import legend
from exerciseplanner.workspace.queries.interoperability_scopes import Party

ON_A4 = 22
"""So many participants stand on A4 with the legend; more take A3."""
_ON_A3 = 42
_WITH_LEGEND = 40
"""So many stand on A3 with the legend; more leave it to the page before."""
_WITH_HEADING = 40
"""So many stand on one page with their legend and heading."""
_LETTERS = {"A4": 116, "A3": 176}
"""So many letters stand across, all codes together."""
_LEAST = 4
"""No column is narrower than so many letters."""


def tested(findings: Findings) -> list[Block]:
    """What was tested between every two participants."""
    if not findings.matrix.parties:
        return [Heading("Tested"), Paragraph("No participants are entered.")]
    tables = _tables(findings, "overall", "Worst result of the test cases")
    notes = [
        Paragraph(
            "The provider stands beside, the consumer above. A cell shows the worst agreed result "
            "of its test cases, or the worse of both sides' results while none is agreed. Not "
            "tested and pending stay outside the count of what was tested.",
            "note",
        ),
        *_left_out(findings),
    ]
    if len(findings.concerned) > _WITH_HEADING:
        return [Heading("Tested"), *notes, *tables]
    begins: list[Block] = [PageBreak()] if findings.cases else []
    return [*begins, Heading("Tested"), *tables, *notes]


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
        *_tables(findings, "expected", "Expected exchange"),
    ]


def paper(findings: Findings) -> Paper:
    """A4, or A3 where the participants would not stand on it beside each other."""
    parties = findings.concerned
    fits = len(parties) <= ON_A4 and _letters(parties) <= _LETTERS["A4"]
    return "A4" if fits else "A3"


def _letters(parties: Sequence[Party]) -> int:
    return sum(max(len(each.code) + 1, _LEAST) for each in parties)


def _portions(findings: Findings) -> list[tuple[Party, ...]]:
    """The consumers of each table, as evenly as can be."""
    parties = findings.concerned
    letters = -(-_letters(parties) // _LETTERS[paper(findings)])
    size = -(-len(parties) // max(letters, -(-len(parties) // _ON_A3), 1))
    return [parties[start : start + size] for start in range(0, len(parties), max(size, 1))]


def _tables(findings: Findings, reading: Reading, caption: str) -> list[Block]:
    """The legend, on the page of the first table where there is room, and the tables."""
    portions = _portions(findings)
    made: list[Block] = []
    for portion in portions:
        said = caption
        if len(portions) > 1:
            said = f"{caption}: consumers {portion[0].code} to {portion[-1].code}"
        made.append(_table(findings, reading, portion, said))
    if not made:
        return []
    marks: list[Block] = [_legend(findings, reading)]
    if len(findings.concerned) <= _WITH_LEGEND:
        marks.append(made.pop(0))
    return [KeepTogether(tuple(marks)), *(KeepTogether((each,)) for each in made)]


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


def _legend(findings: Findings, reading: Reading) -> Table:
    marks: list[tuple[Cell, str]] = [
        (printed(mark), meaning or findings.names.get(mark.text, mark.text))
        for mark, meaning in legend_marks(reading, findings.matrix.scale)
    ]
    if reading == "overall":
        marks.append((FLAG, "results do not fit together"))
        marks.append((NOTHING, "nothing planned"))
    else:
        marks.append((FLAG, "no path over one of the standards to be tested"))
    return legend(marks)
