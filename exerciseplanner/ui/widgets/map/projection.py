"""Where a place lies on the flat map: Mercator, in degrees of longitude from Greenwich.

Mercator keeps angles, so that coasts and formations look as they are at every zoom, north is up
everywhere and meridians and parallels are straight lines, which makes the graticule and the
reading of coordinates simple. It enlarges towards the poles; at the scale of a theatre that is
the same for everything in sight, and the scale bar is true for the middle of the picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import asinh, atan, cos, degrees, radians, sinh, tan

LIMIT = 85.0
"""Latitude, north and south, at which the map ends."""

TURN = 360.0
HALF_TURN = 180.0

METRES_IN_A_DEGREE = 111_320.0
"""Along the equator."""


def northing(latitude: float) -> float:
    """How far north of the equator a latitude lies on the map, in degrees of longitude."""
    return degrees(asinh(tan(radians(max(-LIMIT, min(LIMIT, latitude))))))


def latitude_of(north: float) -> float:
    """The latitude that lies that far north on the map."""
    return degrees(atan(sinh(radians(north))))


def on_the_globe(x: float) -> float:
    """The longitude of a meridian counted on beyond 180 degrees, from -180 up to 180."""
    return (x + HALF_TURN) % TURN - HALF_TURN


def side_by_side(xs: Sequence[float]) -> list[float]:
    """Longitudes counted on beyond 180 degrees where that brings them nearer to one another."""
    ordered = sorted(map(on_the_globe, xs))
    if not ordered:
        return []
    gaps = [(east - west, east) for west, east in pairwise(ordered)]
    widest, first = max(gaps, default=(0.0, 0.0))
    if widest <= ordered[0] + TURN - ordered[-1]:
        first = ordered[0]
    return [x if x >= first else x + TURN for x in map(on_the_globe, xs)]


def metres_across(latitude: float) -> float:
    """Metres on the ground in one degree of the map at a latitude."""
    return METRES_IN_A_DEGREE * cos(radians(latitude))


EDGE = northing(LIMIT)
"""How far north and south the map reaches."""
