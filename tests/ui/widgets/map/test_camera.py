"""Tests of the view on the map."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.ui.widgets.map.camera import CLOSEST, Camera
from exerciseplanner.ui.widgets.map.projection import (
    latitude_of,
    metres_across,
    northing,
    side_by_side,
)

PLACES = st.tuples(st.floats(-179, 179), st.floats(-84, 84))


@given(st.floats(-85, 85))
def test_that_a_latitude_comes_back_from_the_map(latitude):
    assert latitude_of(northing(latitude)) == pytest.approx(latitude, abs=1e-9)


@given(PLACES, st.floats(5, CLOSEST))
def test_that_a_place_comes_back_from_its_pixel(place, scale):
    camera = Camera().centred(place[0], northing(place[1]), scale)
    pixel = camera.to_screen(place[0], northing(place[1]))
    assert camera.place_at(*pixel) == pytest.approx((place[1], place[0]), abs=1e-9)


@given(PLACES, st.floats(20, 3_000), st.floats(0.3, 3), st.integers(0, 799), st.integers(0, 599))
def test_that_zooming_leaves_what_is_below_the_pointer_there(place, scale, factor, across, down):
    camera = Camera().centred(place[0], northing(place[1]), scale)
    below = camera.to_map(across, down)
    zoomed = camera.zoomed(scale * factor, across, down)
    wide = 180 * zoomed.scale
    is_held = abs(zoomed.left) >= wide - 900 or abs(zoomed.top) >= wide - 900
    if not is_held:
        assert zoomed.to_screen(*below) == pytest.approx((across, down), abs=0.51)


def test_that_pushing_moves_by_whole_pixels():
    camera = Camera().centred(10, 20, 33.3)
    moved = camera.moved(17, -5)
    assert (camera.left - moved.left, camera.top - moved.top) == (17, -5)


def test_that_the_view_stays_on_the_map_and_within_its_scales():
    camera = Camera()
    assert camera.moved(0, 1e6).place_at(400, 1)[0] == pytest.approx(85, abs=0.6)
    assert camera.zoomed(1e9, 0, 0).scale == CLOSEST
    assert camera.zoomed(1e-9, 0, 0).scale >= camera.width / 360


def test_that_everything_fitted_is_in_sight():
    points = [(10, northing(60)), (25, northing(70)), (18, northing(65))]
    camera = Camera(790, 505).fitted(points)
    for point in points:
        across, down = camera.to_screen(*point)
        assert 40 < across < 750
        assert 40 < down < 465


def test_that_a_point_alone_is_not_seen_from_too_near():
    camera = Camera().fitted([(10, northing(60))])
    assert camera.to_screen(10, northing(60)) == pytest.approx((400, 300), abs=1)
    assert camera.scale < CLOSEST


def test_that_a_smaller_view_keeps_what_it_shows_where_it_is():
    camera = Camera().centred(10, 20, 100)
    smaller = camera.resized(500, 600)
    assert smaller.to_screen(9, 20) == camera.to_screen(9, 20)
    assert smaller.showing(13, 20).to_screen(13, 20)[0] < 500


def test_that_metres_shrink_towards_the_poles():
    assert metres_across(60) == pytest.approx(metres_across(0) / 2)
    assert Camera().centred(0, northing(60), 10).metres_per_pixel == pytest.approx(5_566, rel=0.01)


def test_that_the_map_goes_on_beyond_180_degrees():
    camera = Camera().centred(179, northing(-17), 100)
    assert camera.place_at(600, 300) == pytest.approx((-17, -179), abs=0.01)
    assert camera.to_screen(-179, northing(-17)) == pytest.approx((600, 300), abs=1)
    round_the_world = camera.moved(-360 * 100, 0)
    assert round_the_world.place_at(600, 300) == pytest.approx((-17, -179), abs=0.01)
    assert round_the_world.to_screen(-179, northing(-17)) == pytest.approx((600, 300), abs=1)


def test_that_what_lies_at_both_sides_of_180_degrees_is_fitted_closely():
    camera = Camera().fitted([(176, northing(52)), (-172, northing(60)), (179, northing(55))])
    assert camera.scale > 30
    assert 300 < camera.to_screen(180, 0)[0] < 400


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ([10, 20, -30], [10, 20, -30]),
        ([170, -170, 175, 180], [170, 190, 175, 180]),
        ([-170, 100, 0], [190, 100, 0]),
        ([5], [5]),
        ([], []),
    ],
)
def test_that_longitudes_are_counted_on_where_that_brings_them_together(given, wanted):
    assert side_by_side(given) == wanted
