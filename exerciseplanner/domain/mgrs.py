"""The Military Grid Reference System: a place as a zone, a square of 100 km and metres within it.

Lettering after NGA.STND.0037 (universal grids), in its scheme for WGS 84; polar zones included.
"""

from __future__ import annotations

import re
from math import floor

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.utm import GridPlace, checked_place, from_grid, to_grid, zone_of

SQUARE = 100_000
"""Metres along one side of a lettered square."""

BANDS = "CDEFGHJKLMNPQRSTUVWX"
"""Bands of eight degrees of latitude from 80 south; the last has twelve."""

_ROWS = "ABCDEFGHJKLMNPQRSTUV"
_COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_MISSING = ("32X", "34X", "36X")
_POLAR_ROWS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_POLAR = {
    "A": (False, "JKLPQRSTUXYZ", 800_000, 800_000),
    "B": (False, "ABCFGHJKLPQR", 2_000_000, 800_000),
    "Y": (True, "RSTUXYZ", 1_300_000, 1_300_000),
    "Z": (True, "ABCFGHJ", 2_000_000, 1_300_000),
}
"""Polar zone: its hemisphere, letters of its columns, and where column and row A begin."""

_POLAR_NORTH_ROWS = 14
_EXAMPLE = "A reference reads like 33U UU 90298 19737."
_SHAPE = re.compile(r"(\d{0,2})([A-Z])([A-Z])([A-Z])(\d*)")
_BETWEEN = re.compile(r"[\s\u00a0\-_.,:/]+")
_TINY = 5e-4
"""Metres a computed edge of a square may fall short of it."""

_REACH = SQUARE / 111_000
"""Degrees of latitude a square may reach over the edge of its band."""

_ANY_ZONE, _ANY_MERIDIAN = 31, 3.0
_POLE_TO_EQUATOR = 10_000_000


def format_mgrs(latitude: float, longitude: float, digits: int = 5, *, spaced: bool = False) -> str:
    """The reference of the square a place lies in: `33UUU9029819737`, or `33U UU 90298 19737`.

    `digits` are the figures of each half, 0 (the 100 km square) to 5 (a metre). Figures are cut
    off and never rounded, as references are read. Raises Refusal for what is no place on Earth.
    """
    latitude, longitude = checked_place(latitude, longitude)
    zone = zone_of(latitude, longitude)
    place = to_grid(latitude, longitude, zone)
    head, square = _letters(place, latitude, longitude) if zone else _polar_letters(place)
    halves = [_figures(place.easting, digits), _figures(place.northing, digits)]
    return (" " if spaced else "").join(part for part in (head, square, *halves) if part)


def parse_mgrs(text: str) -> tuple[float, float]:
    """Latitude and longitude in degrees of a reference, with or without spaces between its parts.

    A short reference names the south-west corner of its square, as it is read in the field; the
    point given is the middle of the square metre there, so that it is written the same again.
    Raises Refusal naming what is wrong.
    """
    zone, band, square, easting, northing = _parts(text)
    if not zone:
        place = _polar_place(band, square, easting, northing)
    else:
        place = _zone_place(zone, band, square, easting, northing)
    latitude, longitude = from_grid(place)
    if zone:
        _demand_band(zone, band, square, latitude)
    return latitude, longitude


def is_mgrs(text: str) -> bool:
    """Whether a text has the shape of a grid reference, be it a right one or not."""
    return _SHAPE.fullmatch(_BETWEEN.sub("", text.upper())) is not None


def band_of(latitude: float) -> str:
    """The letter of the band of latitude of UTM, -80 to 84 degrees."""
    return BANDS[min(floor((latitude + 80) / 8), len(BANDS) - 1)]


def _letters(place: GridPlace, latitude: float, longitude: float) -> tuple[str, str]:
    """Zone with band, and the two letters of the square."""
    column = floor((place.easting + _TINY) / SQUARE)
    columns = _COLUMNS[(place.zone - 1) % 3]
    northing = min(place.northing, _POLE_TO_EQUATOR - 1) + _TINY
    row = floor(northing / SQUARE) + _first_row(place.zone)
    return (
        f"{place.zone:02d}{band_of(latitude)}",
        columns[column - 1] + _ROWS[row % len(_ROWS)],
    )


def _polar_letters(place: GridPlace) -> tuple[str, str]:
    east = place.easting + _TINY >= 2_000_000
    zone = ("Z" if east else "Y") if place.north else ("B" if east else "A")
    _north, columns, first_east, first_north = _POLAR[zone]
    column = floor((place.easting + _TINY - first_east) / SQUARE)
    row = floor((place.northing + _TINY - first_north) / SQUARE)
    return zone, columns[column] + _POLAR_ROWS[row]


def _first_row(zone: int) -> int:
    """Rows begin with A at the equator in odd zones and with F in even ones."""
    return 0 if zone % 2 else 5


def _figures(metres: float, digits: int) -> str:
    within = floor(metres + _TINY) % SQUARE
    return f"{within:05d}"[:digits]


def _parts(text: str) -> tuple[int, str, str, float, float]:
    """Zone (0 at the poles), band, letters of the square, metres east and north within it."""
    found = _SHAPE.fullmatch(_BETWEEN.sub("", text.upper()))
    if found is None:
        raise Refusal(f"“{text.strip()}” is no grid reference.", remedy=_EXAMPLE)
    zone, band, column, row, figures = found.groups()
    _demand_even(text, figures)
    half = len(figures) // 2
    east, north = (float((part + "00000")[:5]) for part in (figures[:half], figures[half:]))
    return _zone(zone, band), band, column + row, east, north


def _demand_even(text: str, figures: str) -> None:
    groups = [part for part in _BETWEEN.split(text.strip()) if part.isdigit()][-2:]
    uneven = len("".join(groups)) == len(figures) and len({len(part) for part in groups}) == 2
    if len(figures) % 2 or uneven or len(figures) > 10:
        raise Refusal(
            f"“{text.strip()}” has {len(figures)} figures after the square's letters.",
            remedy="As many are needed for east as for north, at most five each.",
        )


def _zone(text: str, band: str) -> int:
    if not text and band in _POLAR:
        return 0
    zone = int(text or 0)
    if not 1 <= zone <= 60:
        raise Refusal(f"There is no zone {text or '0'}.", remedy=f"Zones are 1 to 60. {_EXAMPLE}")
    if band not in BANDS:
        raise Refusal(f"There is no band {band}.", remedy="Bands run from C to X without I and O.")
    if f"{zone}{band}" in _MISSING:
        raise Refusal(f"There is no zone {zone}{band}.", remedy="Svalbard lies in 31X to 37X, odd.")
    return zone


def _polar_place(band: str, square: str, easting: float, northing: float) -> GridPlace:
    north, columns, first_east, first_north = _POLAR[band]
    rows = _POLAR_ROWS[:_POLAR_NORTH_ROWS] if north else _POLAR_ROWS
    if square[0] not in columns or square[1] not in rows:
        raise Refusal(f"Polar zone {band} has no square {square}.", remedy="Check its two letters.")
    return GridPlace(
        0,
        north,
        first_east + columns.index(square[0]) * SQUARE + easting + 0.5,
        first_north + rows.index(square[1]) * SQUARE + northing + 0.5,
    )


def _zone_place(zone: int, band: str, square: str, easting: float, northing: float) -> GridPlace:
    columns = _COLUMNS[(zone - 1) % 3]
    if square[0] not in columns or square[1] not in _ROWS:
        raise Refusal(
            f"Zone {zone} has no square {square}.",
            remedy=f"Its first letter is one of {columns}, its second one of {_ROWS}.",
        )
    row = (_ROWS.index(square[1]) - _first_row(zone)) % len(_ROWS)
    within = row * SQUARE + northing + 0.5
    middle = to_grid(sum(_band_edges(band)) / 2, _ANY_MERIDIAN, _ANY_ZONE).northing
    cycle = len(_ROWS) * SQUARE
    whole = within + round((middle - within) / cycle) * cycle
    if not 0 <= whole <= _POLE_TO_EQUATOR:
        raise _elsewhere(zone, band, square)
    east = (columns.index(square[0]) + 1) * SQUARE + easting + 0.5
    return GridPlace(zone, band >= "N", east, whole)


def _band_edges(band: str) -> tuple[float, float]:
    place = BANDS.index(band)
    return place * 8 - 80.0, 84.0 if band == "X" else place * 8 - 72.0


def _demand_band(zone: int, band: str, square: str, latitude: float) -> None:
    """Refuse a square that lies elsewhere; one that the edge of the band cuts may reach over it."""
    south, north = _band_edges(band)
    if not south - _REACH <= latitude <= north + _REACH:
        raise _elsewhere(zone, band, square)


def _elsewhere(zone: int, band: str, square: str) -> Refusal:
    south, north = _band_edges(band)
    return Refusal(
        f"Square {square} does not lie in zone {zone}{band}.",
        remedy=f"Band {band} runs from latitude {south:g} to {north:g}. Check the letters.",
    )
