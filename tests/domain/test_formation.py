"""Tests of units that are moved together."""

from __future__ import annotations

from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.formation import moved_together
from exerciseplanner.domain.refusals import Refusal


def offset(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Degrees of a great circle north and east of a place, near enough for a formation."""
    east = (other[1] - one[1] + 180) % 360 - 180
    return other[0] - one[0], east * cos(radians((one[0] + other[0]) / 2))


@given(
    st.tuples(st.floats(-60, 60), st.floats(-180, 180)),
    st.tuples(st.floats(-1, 1), st.floats(-1, 1)),
    st.tuples(st.floats(-60, 60), st.floats(-180, 180)),
)
def test_that_a_formation_keeps_its_distances_on_the_ground(
    first: tuple[float, float], step: tuple[float, float], to: tuple[float, float]
) -> None:
    second = (first[0] + step[0], (first[1] + step[1] + 180) % 360 - 180)
    moved = moved_together({"a": first, "b": second}, "a", to)
    assert moved["a"] == to
    before, after = offset(first, second), offset(to, moved["b"])
    assert hypot(before[0] - after[0], before[1] - after[1]) < 1e-6


def test_that_what_has_no_place_comes_to_the_place() -> None:
    assert moved_together({"a": (1, 2), "b": None}, "a", (5, 6)) == {"a": (5, 6), "b": (5, 6)}
    assert moved_together({"a": None, "b": (1, 2)}, "a", (5, 6)) == {"a": (5, 6), "b": (5, 6)}


def test_that_nothing_is_moved_beyond_a_pole() -> None:
    with pytest.raises(Refusal, match="pole"):
        moved_together({"a": (60, 0), "b": (61, 0)}, "a", (89, 0))
