"""Reading TopoJSON: shapes whose edges are kept once and shared by neighbours.

After the TopoJSON format specification 1.0: arcs are runs of whole steps from a first position,
scaled and moved by one transform; a ring names arcs one after another, and ~n is arc n backwards.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

Point = tuple[float, float]
Ring = Sequence[int]

_END_OF_ARCS = "]]]"
"""Arcs are lists of positions, which are lists of numbers: nothing within them ends so."""


class Shape(NamedTuple):
    """One thing of a topology: its name, and its polygons, each rings of numbers of arcs."""

    name: str
    polygons: tuple[tuple[Ring, ...], ...]


def opened(text: str) -> tuple[dict[str, Any], Iterator[Sequence[Sequence[int]]]]:
    """Everything but the arcs of a topology written without blanks, and the arcs one by one.

    Arcs are nearly all of a file: read as one they would hold up the window.
    """
    decode = json.JSONDecoder().raw_decode
    rest: dict[str, Any] = {}
    arcs, at = 0, 0
    while text[at] != "}":
        name, at = decode(text, at + 1)
        if name == "arcs":
            arcs, at = at + 1, text.index(_END_OF_ARCS, at) + len(_END_OF_ARCS)
        else:
            rest[name], at = decode(text, at + 1)
    return rest, _elements(text, arcs)


def _elements(text: str, at: int) -> Iterator[Any]:
    decode = json.JSONDecoder().raw_decode
    while text[at] != "]":
        element, at = decode(text, at + 1)
        yield element


def arc_points(
    arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]
) -> Iterator[Point]:
    """An arc as longitudes and latitudes in degrees."""
    (wide, high), (east, north) = transform["scale"], transform["translate"]
    across = accumulate(step[0] for step in arc)
    up = accumulate(step[1] for step in arc)
    return ((x * wide + east, y * high + north) for x, y in zip(across, up, strict=True))


def shapes(collection: Mapping[str, Any]) -> Iterator[Shape]:
    """The areas of a collection; whatever is no area is left out."""
    for each in collection["geometries"]:
        name = str(each.get("properties", {}).get("name", ""))
        if each["type"] == "Polygon":
            yield Shape(name, (tuple(each["arcs"]),))
        elif each["type"] == "MultiPolygon":
            yield Shape(name, tuple(tuple(polygon) for polygon in each["arcs"]))


def joined(ring: Ring, arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """The points of a ring; where one arc ends the next one begins, so that point is kept once."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc if not points else arc[1:])
    return points


def uses(found: Iterable[Shape]) -> Counter[int]:
    """How many areas each arc bounds: one makes it a coast, two a border between them."""
    counts: Counter[int] = Counter()
    for shape in found:
        for polygon in shape.polygons:
            for ring in polygon:
                counts.update(number if number >= 0 else ~number for number in ring)
    return counts


def unrolled(line: Sequence[Point]) -> list[Point]:
    """A line that does not jump at 180 degrees but goes on beyond it."""
    if max(line)[0] - min(line)[0] < 180:
        return list(line)
    whole = [line[0]]
    at = line[0][0]
    for x, y in line[1:]:
        if not -180 < x - at < 180:
            x += 360 * round((at - x) / 360)
        whole.append((x, y))
        at = x
    return whole
