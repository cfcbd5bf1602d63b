"""Where something stands: the four ways in which MSDL writes a location."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from exerciseplanner.domain.geocentric import from_geocentric
from exerciseplanner.domain.mgrs import parse_mgrs
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.utm import GridPlace, checked_place, from_grid
from exerciseplanner.exchange.xml_reading import child, children, local_name, texts

_DECIMALS = 9
"""Degrees are kept to a tenth of a millimetre where they had to be computed."""

_FIGURES = 5


class Position(NamedTuple):
    """Latitude and longitude in degrees; height in metres as it is written, empty where none is."""

    latitude: float
    longitude: float
    height: str = ""


def read_position(location: etree._Element | None) -> Position | None:
    """The position that a Location states, None where it states none.

    The kind of coordinates is told by the data that is there, not by what it is announced as.
    Raises Refusal where it is no place on Earth.
    """
    data = child(location, "CoordinateData")
    for each in children(data):
        said = texts(each)
        if not any(said.values()):
            continue
        reader = _READERS.get(local_name(each))
        if reader is None:
            raise Refusal(f"Coordinates of the kind {local_name(each)} are not known.")
        latitude, longitude = reader(said)
        return Position(latitude, longitude, _height(said))
    return None


def _height(said: dict[str, str]) -> str:
    height = said.get("ElevationAGL", "")
    try:
        return height if float(height) else ""
    except ValueError:
        return height


def _geodetic(said: dict[str, str]) -> tuple[float, float]:
    return checked_place(_number(said, "Latitude"), _number(said, "Longitude"))


def _geocentric(said: dict[str, str]) -> tuple[float, float]:
    place = from_geocentric(_number(said, "X"), _number(said, "Y"), _number(said, "Z"))
    return _rounded(place.latitude, place.longitude)


def _utm(said: dict[str, str]) -> tuple[float, float]:
    zone = said.get("UTMGridZone", "").upper()
    if not zone[:-1].isdecimal() or not zone[-1:].isalpha():
        raise Refusal(f"“{zone}” is no zone of UTM.")
    metres = _number(said, "UTMEasting"), _number(said, "UTMNorthing")
    return _rounded(*from_grid(GridPlace(int(zone[:-1]), zone[-1] >= "N", *metres)))


def _mgrs(said: dict[str, str]) -> tuple[float, float]:
    zone, square = said.get("MGRSGridZone", ""), said.get("MGRSGridSquare", "")
    halves = [_whole(said, name) for name in ("MGRSEasting", "MGRSNorthing")]
    precision = said.get("MGRSPrecision", "")
    # A number does not show the zeros in front, so the precision says how many figures it has.
    figures = int(precision) if precision in ("1", "2", "3", "4", "5") else _FIGURES
    figures = max(figures, *map(len, halves))
    east, north = (half.zfill(figures) for half in halves)
    return _rounded(*parse_mgrs(f"{zone} {square} {east} {north}"))


def _whole(said: dict[str, str], name: str) -> str:
    written = said.get(name, "")
    if not (written.isascii() and written.isdecimal()):
        raise Refusal(f"{name} reads “{written}”, which is no number of metres.")
    return written


def _number(said: dict[str, str], name: str) -> float:
    try:
        return float(said.get(name, "").replace(",", "."))
    except ValueError as error:
        raise Refusal(f"{name} reads “{said.get(name, '')}”, which is no number.") from error


def _rounded(latitude: float, longitude: float) -> tuple[float, float]:
    return round(latitude, _DECIMALS), round(longitude, _DECIMALS)


_READERS = {"GDC": _geodetic, "GCC": _geocentric, "UTM": _utm, "MGRS": _mgrs}
