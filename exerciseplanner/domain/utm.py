"""Latitude and longitude to and from the metre grids of WGS 84: UTM, and UPS at the poles.

The transverse Mercator projection is the series of Krüger in the third flattening to its sixth
power, coefficients after Karney, "Transverse Mercator with an accuracy of a few nanometers"
(Journal of Geodesy 85, 2011); zones, exceptions and false origins after NGA.SIG.0012.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import (
    asinh,
    atan,
    atan2,
    atanh,
    cos,
    cosh,
    degrees,
    hypot,
    isfinite,
    pi,
    radians,
    sin,
    sinh,
    sqrt,
    tan,
)

from exerciseplanner.domain.refusals import Refusal

SOUTHERN_LIMIT = -80.0
"""Latitude below which UPS takes over from UTM."""

NORTHERN_LIMIT = 84.0
"""Latitude from which UPS takes over from UTM."""

EQUATORIAL_RADIUS = 6_378_137.0
_FLATTENING = 1 / 298.257223563
_THIRD = _FLATTENING / (2 - _FLATTENING)
_ECCENTRICITY = sqrt(_FLATTENING * (2 - _FLATTENING))
_RECTIFYING = EQUATORIAL_RADIUS / (1 + _THIRD) * (1 + _THIRD**2 / 4 + _THIRD**4 / 64)

_EQUATOR_WIDTH = 1e-9
"""Degrees: what is computed this near the equator counts as on it, and so as north."""

_UTM_SCALE = 0.9996
_FALSE_EASTING = 500_000.0
_SOUTHERN_NORTHING = 10_000_000.0
_UPS_SCALE = 0.994
_UPS_ORIGIN = 2_000_000.0


def _polynomial(lowest: int, *coefficients: float) -> float:
    """A sum of rising powers of the third flattening, the first of them `lowest`."""
    return sum(part * _THIRD ** (lowest + place) for place, part in enumerate(coefficients))


_FORWARD = (
    _polynomial(1, 1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800),
    _polynomial(2, 13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1983433 / 1935360),
    _polynomial(3, 61 / 240, -103 / 140, 15061 / 26880, 167603 / 181440),
    _polynomial(4, 49561 / 161280, -179 / 168, 6601661 / 7257600),
    _polynomial(5, 34729 / 80640, -3418889 / 1995840),
    _polynomial(6, 212378941 / 319334400),
)
_BACKWARD = (
    _polynomial(1, 1 / 2, -2 / 3, 37 / 96, -1 / 360, -81 / 512, 96199 / 604800),
    _polynomial(2, 1 / 48, 1 / 15, -437 / 1440, 46 / 105, -1118711 / 3870720),
    _polynomial(3, 17 / 480, -37 / 840, -209 / 4480, 5569 / 90720),
    _polynomial(4, 4397 / 161280, -11 / 504, -830251 / 7257600),
    _polynomial(5, 4583 / 161280, -108847 / 3991680),
    _polynomial(6, 20648693 / 638668800),
)


@dataclass(frozen=True)
class GridPlace:
    """A place in metres: zone 1 to 60 of UTM or 0 for UPS, its hemisphere, easting, northing."""

    zone: int
    north: bool
    easting: float
    northing: float


def checked_place(latitude: float, longitude: float) -> tuple[float, float]:
    """Latitude and longitude in degrees, longitude brought to -180 up to 180.

    Raises Refusal where the latitude is beyond a pole or the longitude beyond a full turn.
    """
    if not (isfinite(latitude) and -90 <= latitude <= 90):
        raise Refusal(f"Latitude {latitude:g} is beyond a pole.", remedy="It runs from -90 to 90.")
    if not (isfinite(longitude) and -180 <= longitude <= 360):
        raise Refusal(
            f"Longitude {longitude:g} is no longitude.", remedy="It runs from -180 to 180."
        )
    return (
        0.0 if abs(latitude) < _EQUATOR_WIDTH else latitude,
        longitude - 360 if longitude >= 180 else longitude,
    )


def zone_of(latitude: float, longitude: float) -> int:
    """UTM zone 1 to 60 of a place, widened for south-west Norway and Svalbard; 0 is UPS."""
    latitude, longitude = checked_place(latitude, longitude)
    if not SOUTHERN_LIMIT <= latitude < NORTHERN_LIMIT:
        return 0
    if 56 <= latitude < 64 and 3 <= longitude < 12:
        return 32
    if latitude >= 72 and 0 <= longitude < 42:
        return next(
            zone for zone, east in ((31, 9), (33, 21), (35, 33), (37, 42)) if longitude < east
        )
    return int((longitude + 180) // 6) + 1


def to_grid(latitude: float, longitude: float, zone: int | None = None) -> GridPlace:
    """The place in metres, in its own zone or in a neighbouring one that is asked for.

    Raises Refusal for what is no place on Earth.
    """
    latitude, longitude = checked_place(latitude, longitude)
    taken = zone_of(latitude, longitude) if zone is None else zone
    if not taken:
        return _to_ups(latitude, longitude)
    east, north = _projected(latitude, _turned(longitude - _meridian(taken)))
    return GridPlace(
        taken,
        latitude >= 0,
        _FALSE_EASTING + east,
        north if latitude >= 0 else _SOUTHERN_NORTHING + north,
    )


def from_grid(place: GridPlace) -> tuple[float, float]:
    """Latitude and longitude in degrees of a place in metres.

    Raises Refusal where there is no such zone or the metres lie off its grid.
    """
    if not place.zone:
        return _from_ups(place)
    if not 1 <= place.zone <= 60:
        raise Refusal(f"There is no zone {place.zone}.", remedy="UTM zones run from 1 to 60.")
    if not (0 <= place.easting <= 1e6 and 0 <= place.northing <= 1e7):
        raise Refusal(
            f"Easting {place.easting:.0f}, northing {place.northing:.0f} lies off the grid.",
            remedy="Eastings have six figures, northings up to seven.",
        )
    north = place.northing - (0 if place.north else _SOUTHERN_NORTHING)
    latitude, offset = _unprojected(place.easting - _FALSE_EASTING, north)
    return latitude, _turned(_meridian(place.zone) + offset)


def _meridian(zone: int) -> float:
    return zone * 6 - 183.0


def _turned(longitude: float) -> float:
    return (longitude + 180) % 360 - 180


def _conformal(latitude: float) -> float:
    """The tangent of the conformal latitude of a geographic latitude in degrees."""
    slope = tan(radians(latitude))
    sigma = sinh(_ECCENTRICITY * atanh(_ECCENTRICITY * slope / hypot(1, slope)))
    return slope * hypot(1, sigma) - sigma * hypot(1, slope)


def _geographic(conformal: float) -> float:
    """The latitude in degrees whose conformal latitude has this tangent, by Newton's method."""
    slope = conformal / (1 - _ECCENTRICITY**2)
    for _ in range(5):
        sigma = sinh(_ECCENTRICITY * atanh(_ECCENTRICITY * slope / hypot(1, slope)))
        reached = slope * hypot(1, sigma) - sigma * hypot(1, slope)
        step = (conformal - reached) / hypot(1, reached)
        step *= 1 + (1 - _ECCENTRICITY**2) * slope * slope
        slope += step / ((1 - _ECCENTRICITY**2) * hypot(1, slope))
        if abs(step) < 1e-12 * max(1.0, abs(slope)):
            break
    return degrees(atan(slope))


def _projected(latitude: float, offset: float) -> tuple[float, float]:
    """Metres east of the central meridian and north of the equator."""
    conformal = _conformal(latitude)
    turn = radians(offset)
    xi = atan2(conformal, cos(turn))
    eta = asinh(sin(turn) / hypot(conformal, cos(turn)))
    across, along = _summed(_FORWARD, xi, eta)
    scale = _UTM_SCALE * _RECTIFYING
    return scale * (eta + across), scale * (xi + along)


def _unprojected(east: float, north: float) -> tuple[float, float]:
    """Latitude, and degrees east of the central meridian."""
    scale = _UTM_SCALE * _RECTIFYING
    xi, eta = north / scale, east / scale
    across, along = _summed(_BACKWARD, xi, eta)
    xi, eta = xi - along, eta - across
    conformal = sin(xi) / hypot(sinh(eta), cos(xi))
    return _geographic(conformal), degrees(atan2(sinh(eta), cos(xi)))


def _summed(series: Sequence[float], xi: float, eta: float) -> tuple[float, float]:
    """What a series adds across and along the central meridian."""
    across = along = 0.0
    for order, part in enumerate(series, start=1):
        across += part * cos(2 * order * xi) * sinh(2 * order * eta)
        along += part * sin(2 * order * xi) * cosh(2 * order * eta)
    return across, along


_UPS_RADIUS = (
    2
    * EQUATORIAL_RADIUS
    * _UPS_SCALE
    / sqrt((1 + _ECCENTRICITY) ** (1 + _ECCENTRICITY) * (1 - _ECCENTRICITY) ** (1 - _ECCENTRICITY))
)


def _to_ups(latitude: float, longitude: float) -> GridPlace:
    """Polar stereographic metres, the pole at 2,000 km east and north."""
    north = latitude >= 0
    conformal = _conformal(min(abs(latitude), 90 - 1e-13))
    radius = _UPS_RADIUS / (conformal + hypot(1, conformal))
    turn = radians(longitude)
    down = -radius * cos(turn) if north else radius * cos(turn)
    return GridPlace(0, north, _UPS_ORIGIN + radius * sin(turn), _UPS_ORIGIN + down)


def _from_ups(place: GridPlace) -> tuple[float, float]:
    """Latitude and longitude of polar stereographic metres."""
    east, up = place.easting - _UPS_ORIGIN, place.northing - _UPS_ORIGIN
    radius = hypot(east, up)
    if not isfinite(radius) or radius > _UPS_ORIGIN:
        raise Refusal("This lies off the polar grid.", remedy="Its pole is at 2000000 2000000.")
    if radius < 1e-7:
        return (90.0 if place.north else -90.0), 0.0
    share = _UPS_RADIUS / radius
    latitude = _geographic((share - 1 / share) / 2)
    turn = atan2(east, -up if place.north else up)
    longitude = degrees(turn) if turn < pi else -180.0
    return (latitude if place.north else -latitude), longitude
