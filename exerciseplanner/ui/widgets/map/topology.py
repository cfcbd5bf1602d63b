"""Reading TopoJSON: shapes whose edges are kept once and shared by neighbours.

After the TopoJSON format specification 1.0: arcs are runs of whole steps from a first position,
scaled and moved by one transform; a ring names arcs one after another, and ~n is arc n backwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

Point = tuple[float, float]
Ring = Sequence[int]


class Shape(NamedTuple):
    """One thing of a topology: its name, and its polygons, each rings of numbers of arcs."""

    name: str
    polygons: tuple[tuple[Ring, ...], ...]


def arc_points(
    arcs: Iterable[Sequence[Sequence[int]]], transform: Mapping[str, Sequence[float]]
) -> Iterator[list[Point]]:
    """Each arc as longitudes and latitudes in degrees."""
    (wide, high), (east, north) = transform["scale"], transform["translate"]
    for arc in arcs:
        across = accumulate(step[0] for step in arc)
        up = accumulate(step[1] for step in arc)
        yield [(x * wide + east, y * high + north) for x, y in zip(across, up, strict=True)]


def shapes(collection: Mapping[str, Any]) -> Iterator[Shape]:
    """The areas of a collection; whatever is no area is left out."""
    for each in collection["geometries"]:
        name = str(each.get("properties", {}).get("name", ""))
        if each["type"] == "Polygon":
            yield Shape(name, (tuple(each["arcs"]),))
        elif each["type"] == "MultiPolygon":
            yield Shape(name, tuple(tuple(polygon) for polygon in each["arcs"]))


def joined(ring: Ring, arcs: Sequence[Sequence[Any]]) -> list[Any]:
    """The points of a ring; where one arc ends the next one begins, so that point is kept once."""
    points: list[Any] = []
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


def unrolled(ring: Sequence[Point], edge: float) -> list[list[Point]]:
    """A ring that crosses 180 degrees as rings that do not jump, each within a turn of the map.

    A ring round a pole is closed along the edge of the map, `edge` degrees from the equator.
    """
    whole = [ring[0]]
    for x, y in ring[1:]:
        before = whole[-1][0]
        whole.append((x + 360 * round((before - x) / 360), y))
    turn = whole[-1][0] - whole[0][0]
    if abs(turn) > 180:
        pole = -edge if whole[0][1] < 0 else edge
        whole += [(whole[-1][0], pole), (whole[0][0], pole), whole[0]]
    low, high = min(x for x, _ in whole), max(x for x, _ in whole)
    shifts = [shift for shift in (-360, 0, 360) if low + shift < 180 and high + shift > -180]
    return [[(x + shift, y) for x, y in whole] for shift in shifts]


def cut(line: Sequence[Point]) -> list[list[Point]]:
    """A line in pieces, none of which jumps from one edge of the map to the other."""
    pieces = [[line[0]]]
    for before, point in pairwise(line):
        if abs(point[0] - before[0]) > 180:
            pieces.append([])
        pieces[-1].append(point)
    return [piece for piece in pieces if len(piece) > 1]
