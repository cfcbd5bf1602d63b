"""Metres from the centre of the Earth become degrees, and degrees metres."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.geocentric import GeodeticPlace, from_geocentric, to_geocentric
from exerciseplanner.domain.refusals import Refusal


@pytest.mark.parametrize(
    ("metres", "degrees"),
    [
        ((6_378_137.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
        ((0.0, 6_378_137.0, 0.0), (0.0, 90.0, 0.0)),
        ((0.0, 0.0, 6_356_752.314245), (90.0, 0.0, 0.0)),
        ((0.0, 0.0, -6_356_752.314245), (-90.0, 0.0, 0.0)),
        ((6_378_237.0, 0.0, 0.0), (0.0, 0.0, 100.0)),
    ],
    ids=["meridian", "east", "north pole", "south pole", "in the air"],
)
def test_that_the_axes_of_the_ellipsoid_are_where_they_are(metres, degrees):
    found = from_geocentric(*metres)
    assert found[:2] == pytest.approx(degrees[:2], abs=1e-9)
    assert found.height == pytest.approx(degrees[2], abs=1e-3)


def test_that_the_published_station_of_wettzell_is_found():
    """ITRF coordinates of WTZR, whose site log states 49 08 39.11 N, 12 52 44.07 E, 666.0 m."""
    found = from_geocentric(4_075_580.6852, 931_853.6596, 4_801_568.0542)
    assert found.latitude == pytest.approx(49 + 8 / 60 + 39.11 / 3600, abs=5e-6)
    assert found.longitude == pytest.approx(12 + 52 / 60 + 44.07 / 3600, abs=5e-6)
    assert found.height == pytest.approx(666.0, abs=0.5)


@given(
    latitude=st.floats(-90, 90),
    longitude=st.floats(-179.999, 180),
    height=st.floats(-10_000, 90_000),
)
def test_that_a_place_comes_back_to_the_millimetre(latitude, longitude, height):
    metres = to_geocentric(GeodeticPlace(latitude, longitude, height))
    assert to_geocentric(from_geocentric(*metres)) == pytest.approx(metres, abs=1e-3)


@pytest.mark.parametrize(
    "metres", [(0.0, 0.0, 0.0), (1.0, 2.0, 3.0), (42_000_000.0, 0.0, 0.0), (inf, 0.0, 0.0)]
)
def test_that_metres_far_from_the_surface_are_refused(metres):
    with pytest.raises(Refusal, match="far from its surface"):
        from_geocentric(*metres)
