"""Places as metres from the centre of the Earth (WGS 84), as simulations exchange them."""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, isfinite, radians, sin, sqrt
from typing import NamedTuple

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.utm import EQUATORIAL_RADIUS

_FLATTENING = 1 / 298.257223563
_SQUARED = _FLATTENING * (2 - _FLATTENING)
"""The square of the eccentricity."""

_FURTHEST = 100_000.0
"""Metres above or below the ellipsoid that still count as a place on Earth."""

_ROUNDS = 6


class GeodeticPlace(NamedTuple):
    """Latitude and longitude in degrees, height above the ellipsoid in metres."""

    latitude: float
    longitude: float
    height: float


def from_geocentric(x: float, y: float, z: float) -> GeodeticPlace:
    """The place of three metres: x through the prime meridian, y through 90 east, z the north pole.

    Solved by repeating the latitude until it stands, which takes four rounds near the surface.
    Raises Refusal for what lies deep in the Earth or far out in space.
    """
    across = hypot(x, y)
    if not (isfinite(across) and isfinite(z)):
        raise _nowhere()
    latitude = atan2(z, across * (1 - _SQUARED))
    for _ in range(_ROUNDS):
        latitude = atan2(z + _SQUARED * _curvature(latitude) * sin(latitude), across)
    height = (
        across * cos(latitude)
        + z * sin(latitude)
        - EQUATORIAL_RADIUS * sqrt(1 - _SQUARED * sin(latitude) ** 2)
    )
    if abs(height) > _FURTHEST:
        raise _nowhere()
    return GeodeticPlace(degrees(latitude), degrees(atan2(y, x)), height)


def to_geocentric(place: GeodeticPlace) -> tuple[float, float, float]:
    """Metres from the centre of the Earth along x, y and z."""
    latitude, longitude = radians(place.latitude), radians(place.longitude)
    radius = _curvature(latitude)
    across = (radius + place.height) * cos(latitude)
    return (
        across * cos(longitude),
        across * sin(longitude),
        (radius * (1 - _SQUARED) + place.height) * sin(latitude),
    )


def _curvature(latitude: float) -> float:
    """The radius of curvature in the prime vertical, at a latitude in radians."""
    return EQUATORIAL_RADIUS / sqrt(1 - _SQUARED * sin(latitude) ** 2)


def _nowhere() -> Refusal:
    return Refusal(
        "These metres from the centre of the Earth lie far from its surface.",
        remedy="They are about 6,370,000 in all.",
    )
