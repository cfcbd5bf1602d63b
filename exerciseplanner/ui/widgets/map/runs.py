"""Short runs of points that outlines are made of: cut, turned round, moved and left out as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from exerciseplanner.ui.widgets.map.projection import EDGE, HALF_TURN, TURN
from exerciseplanner.ui.widgets.map.topology import Point, Ring, unrolled

_LONGEST = 48
"""Points of a run: few enough to be in or out of sight as a whole."""

_ALONG = 0.001
"""Degrees from 180 within which a point is on it."""

Box = tuple[float, float, float, float]
"""West, south, east and north."""


class Run(NamedTuple):
    """Points of an outline one after another, with what encloses them; no path is straight."""

    path: QPainterPath | None
    size: int
    start: Point
    end: Point
    box: Box

    @property
    def middle(self) -> Point:
        """The middle of what encloses it."""
        west, south, east, north = self.box
        return (west + east) / 2, (south + north) / 2

    def backwards(self) -> Run:
        """The same from its end to its start."""
        path = self.path.toReversed() if self.path is not None else None
        return self._replace(path=path, start=self.end, end=self.start)

    def moved(self, across: float) -> Run:
        """The same so many degrees further east."""
        if not across:
            return self
        west, south, east, north = self.box
        return Run(
            self.path.translated(across, 0) if self.path is not None else None,
            self.size,
            (self.start[0] + across, self.start[1]),
            (self.end[0] + across, self.end[1]),
            (west + across, south, east + across, north),
        )


def runs_of(arc: Sequence[Point]) -> list[Run]:
    """A line as runs, none of which jumps at 180 degrees."""
    points = unrolled(arc)
    last = max(1, len(points) - 1)
    return [_run(points[first : first + _LONGEST + 1]) for first in range(0, last, _LONGEST)]


def edges_of(arc: Sequence[Point]) -> list[list[Point]]:
    """A line without what lies along 180 degrees, where a source cuts land that has no edge."""
    if min(arc)[0] > _ALONG - HALF_TURN and max(arc)[0] < HALF_TURN - _ALONG:
        return [list(arc)]
    pieces: list[list[Point]] = [[]]
    for before, point in pairwise(arc):
        if abs(abs(before[0]) - HALF_TURN) < _ALONG and abs(abs(point[0]) - HALF_TURN) < _ALONG:
            pieces.append([])
            continue
        pieces[-1] += [point] if pieces[-1] else [before, point]
    return [piece for piece in pieces if piece]


def straight(start: Point, end: Point) -> Run:
    """The straight line between two points."""
    (x1, y1), (x2, y2) = start, end
    return Run(None, 2, start, end, (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))


def outline(ring: Ring, arcs: Sequence[list[Run]]) -> list[Run]:
    """The runs of a ring without a jump; one round a pole is closed along the edge of the map."""
    found: list[Run] = []
    for number in ring:
        runs = arcs[number] if number >= 0 else [r.backwards() for r in reversed(arcs[~number])]
        at = found[-1].end[0] if found else runs[0].start[0]
        across = TURN * round((at - runs[0].start[0]) / TURN)
        found += [run.moved(across) for run in runs]
    (first, _), (last, latitude) = found[0].start, found[-1].end
    if abs(last - first) > HALF_TURN:
        pole = -EDGE if latitude < 0 else EDGE
        corners = (found[-1].end, (last, pole), (first, pole), found[0].start)
        found += [straight(*each) for each in pairwise(corners)]
    return found


def copies(ring: Sequence[Run], beyond: float) -> Iterator[list[Run]]:
    """A ring wherever it reaches into the map, or at most so many degrees beside it."""
    low, high = min(run.box[0] for run in ring), max(run.box[2] for run in ring)
    for across in (-TURN, 0.0, TURN):
        if low + across < HALF_TURN + beyond and high + across > -HALF_TURN - beyond:
            yield [run.moved(across) for run in ring]


def shape(ring: Sequence[Run], room: QRectF) -> QPainterPath:
    """The path round the runs of a ring, whose straight lines are drawn near to a room.

    They lie beyond one of its sides, where it does not matter how far: what lies far off the
    screen is slow to fill.
    """
    first = next((place for place, run in enumerate(ring) if run.path is not None), None)
    if first is None:
        path = QPainterPath()
        path.addPolygon(QPolygonF([_near(run.start, room) for run in ring]))
        return path
    # It begins with a path, because Qt takes a lone first point for the end of another ring.
    path = QPainterPath(ring[first].path or QPainterPath())
    for run in (*ring[first + 1 :], *ring[:first]):
        if run.path is None:
            path.lineTo(_near(run.start, room))
            path.lineTo(_near(run.end, room))
        else:
            path.connectPath(run.path)
    path.closeSubpath()
    return path


def _near(point: Point, room: QRectF) -> QPointF:
    x, y = point
    return QPointF(max(room.left(), min(room.right(), x)), max(room.top(), min(room.bottom(), y)))


def _run(points: Sequence[Point]) -> Run:
    line = QPolygonF([QPointF(x, y) for x, y in points])
    path = QPainterPath()
    path.addPolygon(line)
    box = line.boundingRect()
    sides = (box.left(), box.top(), box.right(), box.bottom())
    return Run(path, len(points), points[0], points[-1], sides)
