"""Who bears what: asked, offered, as a share of the whole and against means."""

from __future__ import annotations

from exerciseplanner.domain.burden import MEANS_IN_WORDS, Bearing
from exerciseplanner.domain.participants import RESOURCES
from exerciseplanner.reports.blocks import (
    BarChart,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Table,
)
from exerciseplanner.reports.charts import Bar
from exerciseplanner.reports.documents.participation.findings import Findings
from exerciseplanner.reports.documents.participation.wording import (
    DASH,
    amount,
    listed,
    measure,
    share,
)
from exerciseplanner.workspace.queries.burden import BurdenLine

_WORDS = dict(RESOURCES)
_MEASURED = tuple(MEANS_IN_WORDS)
_PLAIN = tuple(code for code, _ in RESOURCES if code not in MEANS_IN_WORDS)
_MOST_BARS = 6
_FEW = 6
"""Up to so many participants that offer too little are named at once."""
_ONE = {"people": "person", "days": "day", "assets": "asset"}


def burden(findings: Findings) -> list[Block]:
    """People and money, days and assets, and what is asked and not offered."""
    blocks: list[Block] = [Heading("Burden")]
    bearing = [row for row in findings.burden if row.bearings]
    if not bearing:
        return [*blocks, Paragraph("No contributions are entered.")]
    return [
        *blocks,
        Paragraph(
            "What participants are asked for and offer, as they state it; the share is that of "
            "all that is offered. Means are public orders of magnitude."
        ),
        *_shortfalls(bearing),
        *(_measured(bearing, code) for code in _MEASURED if _has(bearing, code)),
        *_chart(bearing),
        *([_days_and_assets(bearing)] if _has(bearing, *_PLAIN) else []),
    ]


def _has(bearing: list[BurdenLine], *codes: str) -> bool:
    return any(code in row.bearings for row in bearing for code in codes)


def _chart(bearing: list[BurdenLine]) -> list[Block]:
    def part(row: BurdenLine) -> float:
        borne = row.bearings.get("money")
        return (borne.share or 0.0) if borne else 0.0

    ranked = sorted((row for row in bearing if part(row)), key=part, reverse=True)[:_MOST_BARS]
    if len(ranked) < 2:
        return []
    return [
        BarChart(
            tuple(Bar(row.code, 100 * part(row), share(part(row))) for row in ranked),
            caption="Share of the money offered, the largest first",
            unit="per cent",
        )
    ]


def _measured(bearing: list[BurdenLine], code: str) -> Table:
    means = MEANS_IN_WORDS[code]
    rows = [(row, row.bearings[code]) for row in bearing if code in row.bearings]
    return Table(
        (
            Column("Participant", 1.2),
            Column("Asked", 1.2, numeric=True),
            Column("Offered", 1.2, numeric=True),
            Column("Share", 1, numeric=True),
            Column("Not offered", 1.2, numeric=True),
            Column("Means", 1.4, numeric=True),
            Column("Against means", 1.4, numeric=True),
        ),
        tuple(_measured_row(row, borne, code) for row, borne in rows),
        caption=_WORDS[code],
        note=f"Against means: {means}.",
    )


def _measured_row(row: BurdenLine, borne: Bearing, code: str) -> tuple[Cell, ...]:
    means = row.means_people if code == "people" else row.means_money
    return (
        (Run(row.code, bold=True),),
        amount(borne.asked),
        amount(borne.offered),
        share(borne.share),
        _lacking(borne),
        amount(means),
        measure(borne.against_means),
    )


def _lacking(borne: Bearing) -> Cell:
    return (Run(amount(borne.lacking), bold=True),) if borne.is_short else DASH


def _days_and_assets(bearing: list[BurdenLine]) -> Table:
    rows = [row for row in bearing if any(code in row.bearings for code in _PLAIN)]
    return Table(
        (
            Column("Participant", 1.2),
            *(
                column
                for code in _PLAIN
                for column in (
                    Column(f"{_WORDS[code]} asked", 1.3, numeric=True),
                    Column("Offered", 1.1, numeric=True),
                    Column("Share", 0.9, numeric=True),
                )
            ),
        ),
        tuple(
            (
                (Run(row.code, bold=True),),
                *(cell for code in _PLAIN for cell in _plain(row.bearings.get(code))),
            )
            for row in rows
        ),
        caption=" and ".join(_WORDS[code].lower() for code in _PLAIN).capitalize(),
    )


def _plain(borne: Bearing | None) -> tuple[Cell, ...]:
    if borne is None:
        return (DASH, DASH, DASH)
    return (amount(borne.asked), amount(borne.offered), share(borne.share))


def _shortfalls(bearing: list[BurdenLine]) -> list[Block]:
    short = [row for row in bearing if row.short]
    if not short:
        return [Paragraph("Nothing is asked that is not offered.", "lead")]
    if len(short) > _FEW:
        said = f"{len(short)} of {len(bearing)} participants offer less than is asked of them."
        return [Paragraph(said, "lead")]
    said = listed(
        f"{row.code} ({', '.join(_lack(row, code) for code in row.short)})" for row in short
    )
    return [Paragraph(f"Asked and not offered: {said}.", "lead")]


def _lack(row: BurdenLine, code: str) -> str:
    lacking = row.bearings[code].lacking
    one = _ONE.get(code)
    return f"1 {one}" if lacking == 1 and one else f"{lacking:,} {_WORDS[code].lower()}"
