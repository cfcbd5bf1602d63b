"""Charts say in letters, figures and patterns what they say in colour."""

from __future__ import annotations

import re
from itertools import combinations

import numpy as np
import pypdfium2
import pytest

from exerciseplanner.reports.blocks import (
    BarChart,
    Heading,
    IntervalChart,
    RatingBadge,
    RatingDistribution,
    Spacer,
    TimelineStrip,
    TrendChart,
)
from exerciseplanner.reports.charts import (
    Bar,
    DistributionRow,
    IntervalRow,
    Lane,
    Mark,
    Series,
    Span,
)
from exerciseplanner.reports.rendering import palette, render
from exerciseplanner.reports.rendering.axes import nice_ticks
from tests.reports.rendering.reading import document, pages_of, text_of
from tests.reports.rendering.specimen import SCALE


def _luminance(colour) -> float:
    parts = [
        one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in colour.rgb()
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one, two) -> float:
    low, high = sorted((_luminance(one), _luminance(two)))
    return (high + 0.05) / (low + 0.05)


def test_that_letters_on_every_ground_can_be_read():
    for fill in (*palette.TONES.values(), palette.ACCENT_FILL, palette.ACCENT_HATCHED):
        assert _contrast(fill.letter, fill.ground) >= 4.5
    for colour in (palette.INK, palette.MUTED, palette.ACCENT, palette.DANGER, palette.WARN):
        assert _contrast(colour, palette.PAPER) >= 4.5
        assert _contrast(colour, palette.SURFACE) >= 4.5


def test_that_no_two_tones_share_a_pattern_in_black_and_white():
    rated = [palette.TONES[tone] for tone in ("best", "good", "weak", "worst")]
    assert len({fill.hatching for fill in rated}) == 4
    grounds = [_luminance(fill.ground) for fill in rated]
    assert grounds == sorted(grounds), "the order survives as a scale from dark to light"


def _grey(counts: tuple[int, ...]) -> np.ndarray:
    """A page with one bar of one rating, as grey pixels."""
    chart = RatingDistribution(SCALE, (DistributionRow("Objective", counts),))
    file = pypdfium2.PdfDocument(render(document(chart)))
    picture = file[0].render(scale=2).to_pil().convert("L")
    file.close()
    return np.asarray(picture, dtype=float)


def test_that_segments_look_different_on_a_black_and_white_printer():
    pictures = [_grey(tuple(int(at == one) for at in range(4))) for one in range(4)]
    differing = np.ptp(np.stack(pictures), axis=0) > 0
    for one, two in combinations(pictures, 2):
        assert np.abs(one - two)[differing].mean() > 12


def test_that_a_segment_carries_letter_and_count_and_nothing_rated_is_said():
    rows = (DistributionRow("Objective one", (6, 9, 2, 1)), DistributionRow("Two", (0, 0, 0, 0)))
    text = text_of(render(document(RatingDistribution(SCALE, rows, "Ratings"))))
    for part in ("P 6", "S 9", "M 2", "U", "18", "Not rated"):
        assert part in text
    for badge in SCALE:
        assert badge.label in text


@pytest.mark.parametrize("count", [0, 1, 150])
def test_that_charts_of_rows_split_over_pages_and_keep_every_row(count):
    labels = [f"Row{at:03}" for at in range(count)]
    charts = (
        RatingDistribution(SCALE, tuple(DistributionRow(x, (1, 2, 3, 4)) for x in labels), "C"),
        BarChart(tuple(Bar(x, 5.0, target=7) for x in labels), "C", target_label="Planned"),
        IntervalChart(tuple(IntervalRow(x, 0.2, 0.8, 0.5) for x in labels), ((0.5, "S"),), "C"),
        TimelineStrip(tuple(Lane(x, (Span(0, 5),)) for x in labels), 0, 10, ((0, "T0"),), "C"),
    )
    for chart in charts:
        pages = pages_of(render(document(Spacer(90), chart)))
        assert re.findall(r"Row\d{3}", " ".join(pages)) == labels
        assert (len(pages) > 3) == (count > 100)
        for text in pages[2:]:
            assert "(continued)" in text


def test_that_a_short_chart_stays_whole():
    chart = BarChart(tuple(Bar(f"Row{at}", 5.0) for at in range(6)), "Short")
    for millimetres in range(140, 220, 10):
        pages = pages_of(render(document(Spacer(millimetres), Heading("H"), chart)))
        assert sum("Row" in text for text in pages) == 1


def test_that_an_interval_shows_grade_and_note_and_names_its_cuts():
    row = IntervalRow("Objective", 0.4, 0.9, 0.7, RatingBadge("S", "Some", "good"), "c 0.80")
    text = text_of(render(document(IntervalChart((row,), ((0.5, "S 1/2"), (5 / 6, "P 5/6"))))))
    for part in ("S 1/2", "P 5/6", "c 0.80", "0.00", "1.00"):
        assert part in text


def test_that_hostile_values_do_not_stop_a_chart():
    name = "A very long name without end " * 60
    charts = (
        BarChart((Bar(name, 0.0), Bar("", -3.0, target=-1)), name, name),
        IntervalChart((IntervalRow(name, -1, 2, None, None, name),), ((1.0, name),), name),
        TrendChart((), (), "Empty"),
        TrendChart((name, "b"), (Series(name, (None, 0.0)),) * 7, name, name),
        TimelineStrip((Lane(name, (Span(9, 1, name),), (Mark(5, name),)),), 3, 3, ((3, name),)),
        RatingDistribution(SCALE, (DistributionRow(name, (0, 0, 0, 10**9), name),), name),
    )
    assert pages_of(render(document(*charts)))


def test_that_ticks_are_round_and_written_alike():
    assert [text for _, text in nice_ticks(0, 1, 5)] == ["0.00", "0.25", "0.50", "0.75", "1.00"]
    assert [text for _, text in nice_ticks(0, 60)] == ["0", "20", "40", "60"]
    assert [text for _, text in nice_ticks(0, 12_000)][-1] == "10,000"
    assert nice_ticks(3, 3) == ((3, "3"),)
