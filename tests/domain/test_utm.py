"""Tests of the metre grids against published places and there and back."""

from __future__ import annotations

from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.utm import GridPlace, from_grid, to_grid, zone_of


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone", "north", "easting", "northing"),
    [
        (48.8582, 2.2945, 31, True, 448_251.795, 5_411_932.678),
        (-33.857, 151.215, 56, False, 334_873.199, 6_252_266.092),
        (38.8977, -77.0365, 18, True, 323_394.296, 4_307_395.634),
        (-22.9519, -43.2106, 23, False, 683_466.254, 7_460_687.433),
        (60.39135, 5.3249, 32, True, 297_508.410, 6_700_645.296),
        (33.3, 44.4, 38, True, 444_140.54, 3_684_706.36),
        (0.0, 0.0, 31, True, 166_021.443, 0.0),
        (0.0, 3.0, 31, True, 500_000.0, 0.0),
        (90.0, 0.0, 0, True, 2_000_000.0, 2_000_000.0),
        (-90.0, 0.0, 0, False, 2_000_000.0, 2_000_000.0),
    ],
)
def test_that_published_places_have_their_published_metres(
    latitude: float, longitude: float, zone: int, north: bool, easting: float, northing: float
) -> None:
    found = to_grid(latitude, longitude)
    assert (found.zone, found.north) == (zone, north)
    assert found.easting == pytest.approx(easting, abs=0.005)
    assert found.northing == pytest.approx(northing, abs=0.005)


@given(st.floats(-90, 90), st.floats(-180, 179.999))
def test_that_every_place_on_earth_comes_back_from_its_grid(
    latitude: float, longitude: float
) -> None:
    back = from_grid(to_grid(latitude, longitude))
    east = ((back[1] - longitude + 180) % 360 - 180) * cos(radians(latitude))
    assert hypot(back[0] - latitude, east) < 1e-9


def test_that_a_place_can_be_said_in_the_neighbouring_zone() -> None:
    home, abroad = to_grid(59.91, 10.75), to_grid(59.91, 10.75, zone=33)
    assert (home.zone, abroad.zone) == (32, 33)
    assert from_grid(abroad) == pytest.approx(from_grid(home), abs=1e-9)


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (60, 2.9, 31),
        (60, 3, 32),
        (55.9, 3, 31),
        (64, 5, 31),
        (78, 8.9, 31),
        (78, 9, 33),
        (78, 21, 35),
        (78, 33, 37),
        (71.9, 33, 36),
        (84, 10, 0),
        (-80, 10, 32),
        (-80.1, 10, 0),
        (10, 180, 1),
        (10, 359, 30),
    ],
)
def test_that_norway_and_svalbard_have_their_wider_zones_and_the_poles_none(
    latitude: float, longitude: float, zone: int
) -> None:
    assert zone_of(latitude, longitude) == zone


@pytest.mark.parametrize(("latitude", "longitude"), [(91, 0), (-90.5, 0), (0, 400), (0, -181)])
def test_that_a_place_beyond_the_earth_is_refused(latitude: float, longitude: float) -> None:
    with pytest.raises(Refusal, match="itude"):
        to_grid(latitude, longitude)


@pytest.mark.parametrize(
    "place",
    [
        GridPlace(61, True, 5e5, 5e6),
        GridPlace(33, True, 5e6, 5e6),
        GridPlace(33, True, 5e5, 2e7),
        GridPlace(0, True, 9e6, 2e6),
    ],
)
def test_that_metres_off_the_grid_are_refused(place: GridPlace) -> None:
    with pytest.raises(Refusal):
        from_grid(place)
