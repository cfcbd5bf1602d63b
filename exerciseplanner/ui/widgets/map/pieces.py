"""The map cut into pieces of about as many points each, so that only what is in sight is drawn.

A ring of a continent has tens of thousands of points, of which a piece of the map needs few. What
lies wholly beyond one side of a piece is replaced by a straight line beyond that side: within the
piece nothing changes, whatever the shape of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from exerciseplanner.ui.widgets.map.projection import EDGE, HALF_TURN, on_the_globe
from exerciseplanner.ui.widgets.map.runs import Box, Run, copies, shape, straight

_MOST = 3_000
"""Points of a piece."""

_AT_ONCE = 200
"""Rings made ready before the window gets its turn."""

_THIN = 1e-6


class Piece(NamedTuple):
    """A part of the map: land is right within its box, lines reach as far as they reach."""

    box: QRectF
    land: QPainterPath
    coasts: QPainterPath
    borders: QPainterPath
    reach: QRectF


class _Part(NamedTuple):
    """What a part of the map holds while it is being cut."""

    box: Box
    rings: list[list[Run]]
    coasts: list[Run]
    borders: list[Run]


def pieces(
    rings: Sequence[Sequence[Run]],
    coasts: Sequence[Run],
    borders: Sequence[Run],
    beyond: float,
    most: int = _MOST,
) -> Iterator[Piece | None]:
    """The pieces of the map, and None now and then on the way.

    Land is right `beyond` degrees around each piece too, for the pixels on its edge.
    """
    whole: list[list[Run]] = []
    for number, ring in enumerate(rings):
        whole += copies(ring, beyond)
        if number % _AT_ONCE == 0:
            yield None
    world = (-HALF_TURN, -EDGE, HALF_TURN, EDGE)
    yield from _cut(_Part(world, whole, _turned(coasts), _turned(borders)), beyond, most)


def _turned(lines: Sequence[Run]) -> list[Run]:
    """Lines with their middle on the map."""
    return [run.moved(on_the_globe(run.middle[0]) - run.middle[0]) for run in lines]


def _cut(part: _Part, beyond: float, most: int) -> Iterator[Piece | None]:
    west, south, east, north = part.box
    wide, high = east - west, north - south
    size = sum(run.size for ring in part.rings for run in ring)
    if size <= most or max(wide, high) < 4 * beyond:
        yield _piece(part, beyond)
        return
    axis = 0 if wide >= high else 1
    middle = (west + east) / 2 if axis == 0 else (south + north) / 2
    for is_far in (False, True):
        yield None
        yield from _cut(_half(part, axis, middle, is_far, beyond), beyond, most)


def _half(part: _Part, axis: int, middle: float, is_far: bool, beyond: float) -> _Part:
    """What lies east or north of a line, or at the other side of it."""
    west, south, east, north = part.box
    low = (middle, south) if axis == 0 else (west, middle)
    high = (middle, north) if axis == 0 else (east, middle)
    box = (*low, east, north) if is_far else (west, south, *high)
    rings = [_within(ring, axis, middle, is_far, beyond) for ring in part.rings]
    lines = (
        [run for run in each if (run.middle[axis] >= middle) == is_far]
        for each in (part.coasts, part.borders)
    )
    return _Part(box, [ring for ring in rings if ring], *lines)


def _within(ring: list[Run], axis: int, middle: float, is_far: bool, beyond: float) -> list[Run]:
    """A ring with straight lines instead of what lies beyond; nothing where all of it does."""
    side = 2 + axis if is_far else axis
    limit = middle - beyond if is_far else middle + beyond
    found: list[Run] = []
    left_out: list[Run] = []
    for run in ring:
        if run.box[side] < limit if is_far else run.box[side] > limit:
            left_out.append(run)
            continue
        if left_out:
            found.append(straight(left_out[0].start, left_out[-1].end))
            left_out = []
        found.append(run)
    if left_out and found:
        found.append(straight(left_out[0].start, left_out[-1].end))
    return found


def _piece(part: _Part, beyond: float) -> Piece:
    west, south, east, north = part.box
    box = QRectF(QPointF(west, south), QPointF(east, north))
    room = box.adjusted(-2 * beyond, -2 * beyond, 2 * beyond, 2 * beyond)
    land = QPainterPath()
    for ring in part.rings:
        land.addPath(shape(ring, room))
    coasts, borders = _drawn(part.coasts), _drawn(part.borders)
    reach = coasts.boundingRect().united(borders.boundingRect())
    return Piece(
        box,
        land,
        coasts,
        borders,
        reach.adjusted(-_THIN, -_THIN, _THIN, _THIN),
    )


def _drawn(lines: Sequence[Run]) -> QPainterPath:
    path = QPainterPath()
    for run in lines:
        if run.path is not None:
            path.addPath(run.path)
    return path
