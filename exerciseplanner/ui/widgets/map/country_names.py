"""Where the names of countries stand: across the widest part of the largest area of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from exerciseplanner.ui.widgets.map.projection import EDGE, on_the_globe
from exerciseplanner.ui.widgets.map.topology import Point, Shape, joined, unrolled

_CUTS = 9
"""Parallels along which the widest part of a country is looked for."""


class CountryName(NamedTuple):
    """Where the name of a country has most room: its middle and the width, in degrees."""

    text: str
    x: float
    y: float
    width: float


def country_name(country: Shape, arcs: Sequence[Sequence[Point]]) -> CountryName:
    """The name of a country whose edges are these arcs, in degrees of the map."""
    largest: list[Point] = []
    most = -1.0
    for polygon in country.polygons:
        ring = unrolled(joined(polygon[0], arcs))
        if abs(ring[-1][0] - ring[0][0]) > 180:  # round a pole: closed along the edge of the map
            pole = -EDGE if ring[0][1] < 0 else EDGE
            ring += [(ring[-1][0], pole), (ring[0][0], pole), ring[0]]
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        area = (max(xs) - min(xs)) * (max(ys) - min(ys))
        if area > most:
            most, largest = area, ring
    return widest(country.name, largest)


def widest(text: str, ring: Sequence[Point]) -> CountryName:
    """The longest run across a ring, of those along a few parallels nearest to its middle."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    found = CountryName(text, ring[0][0], low, 0.0)
    for place in range(1, _CUTS + 1):
        y = low + (high - low) * place / (_CUTS + 1)
        crossings = sorted(
            x1 + (y - y1) * (x2 - x1) / (y2 - y1)
            for (x1, y1), (x2, y2) in pairwise(ring)
            if (y1 > y) != (y2 > y)
        )
        # What lies nearer to the middle is preferred to a little more room.
        worth = 1 - 0.25 * abs(2 * place / (_CUTS + 1) - 1)
        for west, east in zip(crossings[::2], crossings[1::2], strict=False):
            if (east - west) * worth > found.width:
                middle = on_the_globe((west + east) / 2)
                found = CountryName(text, middle, y, (east - west) * worth)
    return found
