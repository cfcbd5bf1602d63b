"""Tests of graticule and scale bar."""

from __future__ import annotations

import pytest

from exerciseplanner.ui.widgets.map.furniture import bar_length, degrees_text, graticule_step


@pytest.mark.parametrize(
    ("value", "letters", "text"),
    [
        (60, "NS", "60°N"),
        (-0.5, "NS", "0°30′S"),
        (10.25, "EW", "10°15′E"),
        (0, "EW", "0°"),
        (-180, "EW", "180°"),
    ],
)
def test_that_degrees_are_written_with_minutes_and_their_letter(value, letters, text):
    assert degrees_text(value, letters) == text


@pytest.mark.parametrize("scale", [3, 10, 80, 500, 5000])
def test_that_lines_stand_apart_but_not_too_far(scale):
    assert graticule_step(scale) * scale >= 110 or graticule_step(scale) == 30
    assert graticule_step(scale) * scale <= 400


@pytest.mark.parametrize(("metres", "said"), [(1, "100 m"), (50, "5 km"), (18_000, "2,000 km")])
def test_that_the_bar_is_a_round_distance(metres, said):
    length, text = bar_length(metres, 130)
    assert text == said
    assert 40 < length <= 130
