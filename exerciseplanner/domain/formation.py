"""Moving units together: each keeps how far north and east of the first it stands."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, radians

from exerciseplanner.domain.refusals import Refusal

Place = tuple[float, float]
"""Latitude and longitude in degrees."""

_NEAR_A_POLE = 89.5


def moved_together(places: Mapping[str, Place | None], first: str, to: Place) -> dict[str, Place]:
    """New places by id when the one called `first` comes to a place and the rest go along.

    Distances on the ground are kept, not degrees. What had no place, and everything where the
    first had none, comes to the place itself.

    Raises:
        Refusal: one of them would come to stand beyond a pole.
    """
    origin = places.get(first)
    moved: dict[str, Place] = {}
    for name, place in places.items():
        if name == first or place is None or origin is None:
            moved[name] = to
        else:
            moved[name] = _beside(origin, place, to)
    return moved


def turned(longitude: float) -> float:
    """A longitude brought to -180 up to 180."""
    return longitude if -180 <= longitude <= 180 else (longitude + 180) % 360 - 180


def _beside(origin: Place, place: Place, to: Place) -> Place:
    latitude = to[0] + place[0] - origin[0]
    if abs(latitude) > _NEAR_A_POLE:
        raise Refusal(
            "Some of these units would come to stand beyond a pole.",
            remedy="Place them nearer to the equator, or fewer of them.",
        )
    east = turned(place[1] - origin[1]) * cos(radians((place[0] + origin[0]) / 2))
    longitude = to[1] + east / cos(radians((latitude + to[0]) / 2))
    return latitude, turned(longitude)
