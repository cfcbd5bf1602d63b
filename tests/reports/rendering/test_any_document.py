"""Whatever a planner writes into a document, it prints."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from exerciseplanner.reports.blocks import (
    BarChart,
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    Contents,
    Cover,
    Document,
    Figure,
    Figures,
    GroupRow,
    Heading,
    IntervalChart,
    KeepTogether,
    KeyValues,
    PageBreak,
    Paragraph,
    RatingDistribution,
    Ratings,
    Run,
    ScoreBar,
    Signatory,
    SignatureBlock,
    Spacer,
    Table,
    TimelineStrip,
)
from exerciseplanner.reports.charts import Bar, DistributionRow, IntervalRow, Lane, Mark, Span
from exerciseplanner.reports.rendering import finish, typeset
from tests.reports.rendering.reading import document, pages_of
from tests.reports.rendering.specimen import NOT_OBSERVED, SCALE

WORDS = (
    "word ",
    "Łódź ",
    "a-b/c ",
    "\n",
    "LongerWordHere",
    "<b>& ",
    "x" * 40,
    "\u200f",
    " \t",
    "演",
)


class Scatter:
    """Blocks of every kind with text of any length, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def text(self, most: int = 900) -> str:
        count = min(self.dice.choice((0, 2, 8, 40, 900)), most)
        return "".join(self.dice.choice(WORDS) for _ in range(count))

    def times(self, most: int) -> range:
        return range(self.dice.randint(0, most))

    def runs(self) -> tuple[Run, ...]:
        return tuple(
            Run(self.text(40), *self.dice.choices((True, False), k=3)) for _ in self.times(4)
        )

    def cell(self) -> Cell:
        kinds: tuple[Callable[[], Cell], ...] = (
            self.text,
            lambda: self.text(8),
            self.runs,
            lambda: self.dice.choice((*SCALE, NOT_OBSERVED)),
            lambda: Ratings(tuple(self.dice.choice(SCALE) for _ in self.times(30))),
            lambda: ScoreBar(self.dice.random(), self.dice.random(), None, self.text(2)),
        )
        return self.dice.choice(kinds)()

    def table(self) -> Table:
        columns = self.dice.randint(1, 12)
        return Table(
            tuple(Column(self.text(8), self.dice.random()) for _ in range(columns)),
            tuple(
                GroupRow(self.text(40), self.text(8))
                if self.dice.random() < 0.4
                else tuple(self.cell() for _ in range(columns))
                for _ in self.times(20)
            ),
            self.text(8),
            self.dice.choice(("zebra", "grid", "plain")),
            note=self.text(40),
        )

    def chart(self) -> Block:
        labels = [self.text(40) for _ in self.times(40)]
        number = self.dice.random
        return self.dice.choice(
            (
                RatingDistribution(
                    SCALE,
                    tuple(
                        DistributionRow(x, tuple(self.dice.choices((0, 1, 50), k=4)))
                        for x in labels
                    ),
                    self.text(8),
                ),
                BarChart(tuple(Bar(x, number() * 9) for x in labels), self.text(8)),
                IntervalChart(tuple(IntervalRow(x, number(), number(), 0.4) for x in labels)),
                TimelineStrip(
                    tuple(
                        Lane(x, (Span(1, number() * 9, x),), (Mark(number(), x),)) for x in labels
                    ),
                    0,
                    9,
                ),
            )
        )

    def panel(self) -> Block:
        return self.dice.choice(
            (
                Figures(tuple(Figure(self.text(8), self.text(8)) for _ in self.times(5))),
                Callout("warn", self.text(8), self.runs()),
                KeyValues(tuple((self.text(8), self.cell()) for _ in self.times(9)), 2),
                SignatureBlock(
                    tuple(Signatory(self.text(8)) for _ in self.times(5)), self.text(40)
                ),
                Spacer(self.dice.random() * 500),
                PageBreak(),
                Contents(),
            )
        )

    def block(self, depth: int = 0) -> Block:
        kinds: tuple[Callable[[], Block], ...] = (
            lambda: Heading(self.text(8), self.dice.randint(1, 3)),
            lambda: Paragraph(self.text()),
            lambda: Bullets(tuple(self.runs() for _ in self.times(8)), "letter"),
            self.table,
            self.chart,
            self.panel,
            lambda: KeepTogether(tuple(self.block(1) for _ in self.times(0 if depth else 5))),
        )
        return self.dice.choice(kinds)()

    def document(self) -> Document:
        return document(
            *(self.block() for _ in range(9)),
            title=self.text(40),
            subtitle=self.text(40),
            reference=self.text(8),
            marking_lines=(self.text(8), "REL TO " + "XXX, " * self.dice.randint(0, 60)),
            paper=self.dice.choice(("A4", "Letter", "A3")),
            landscape=self.dice.random() < 0.4,
            cover=Cover(self.text(8), self.text(8)) if self.dice.random() < 0.5 else None,
            sample_notice=self.text(40),
        )


@pytest.mark.parametrize("seed", range(8))
def test_that_any_document_prints(seed):
    rendering = finish(typeset(Scatter(seed).document()))
    pages = pages_of(rendering.pdf)
    assert len(pages) == rendering.pages
    assert all(f"Page {at} of {len(pages)}" in text for at, text in enumerate(pages, 1))
