"""Land, coasts, borders and names of countries as paths, read once and a little at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QPainterPath, QPolygonF

from exerciseplanner import paths
from exerciseplanner.ui.widgets.map.projection import EDGE, northing
from exerciseplanner.ui.widgets.map.topology import (
    Point,
    Shape,
    arc_points,
    cut,
    joined,
    shapes,
    unrolled,
    uses,
)

T = TypeVar("T")

_FILE = "world-atlas/countries-50m.json"
_ARCS = 100
_SHAPES = 150
_NAMES = 8
"""Arcs, shapes and names made before the window gets its turn: a few milliseconds."""

_CUTS = 9
"""Parallels along which the widest part of a country is looked for."""

_THIN = 1e-6
_JUMPS = 300.0
"""Degrees: what is wider crosses the edge of the map."""


class Land(NamedTuple):
    """A piece of land, in degrees of the map, with what encloses it."""

    path: QPainterPath
    bounds: QRectF


class Edge(NamedTuple):
    """A piece of coast or border."""

    line: QPolygonF
    bounds: QRectF


class CountryName(NamedTuple):
    """Where the name of a country has most room: its middle and the width, in degrees."""

    text: str
    x: float
    y: float
    width: float


class Atlas(NamedTuple):
    """Everything that is drawn below the marks."""

    lands: tuple[Land, ...]
    coasts: tuple[Edge, ...]
    borders: tuple[Edge, ...]
    names: tuple[CountryName, ...]


_known: list[Atlas] = []


def atlas() -> Atlas:
    """The atlas, read now if it has not been. Raises paths.MissingFiles."""
    if not _known:
        for step in _read():
            if step is not None:
                _known.append(step)
    return _known[0]


def known_atlas() -> Atlas | None:
    """The atlas if it has been read."""
    return _known[0] if _known else None


class AtlasReader(QObject):
    """Reads the atlas in the pauses of the window, once for all maps."""

    finished = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[Atlas | None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Read it unless it is known or being read."""
        if not _known and self._steps is None:
            self._steps = _read()
            self._timer.start()

    def _go_on(self) -> None:
        assert self._steps is not None
        try:
            step = _known[0] if _known else next(self._steps)
        except paths.MissingFiles as missing:
            self._timer.stop()
            self.failed.emit(str(missing))
            return
        if step is not None:
            if not _known:
                _known.append(step)
            self._timer.stop()
            self._steps = None
            self.finished.emit()


def _read() -> Iterator[Atlas | None]:
    """Give None after each step, and the atlas after the last one."""
    data = json.loads(paths.asset(_FILE).read_text(encoding="utf-8"))
    yield None
    arcs: list[list[QPointF]] = []
    yield from _paused(_projected(data), arcs, _ARCS)
    objects = data["objects"]
    polygons = (polygon for shape in shapes(objects["land"]) for polygon in shape.polygons)
    lands: list[Land] = []
    yield from _paused((_land(each, arcs) for each in polygons), lands, _SHAPES)
    countries = list(shapes(objects["countries"]))
    shared = uses(countries)
    coasts: list[Edge] = []
    borders: list[Edge] = []
    for found, is_shared in ((coasts, False), (borders, True)):
        wanted = (arc for n, arc in enumerate(arcs) if shared[n] and (shared[n] > 1) == is_shared)
        yield from _paused((edge for arc in wanted for edge in _edges(arc)), found, _SHAPES)
    names: list[CountryName] = []
    yield from _paused((_name(each, arcs) for each in countries), names, _NAMES)
    names.sort(key=lambda name: -name.width)
    yield Atlas(tuple(lands), tuple(coasts), tuple(borders), tuple(names))


def _paused(source: Iterable[T], into: list[T], at_once: int) -> Iterator[None]:
    """Fill a list, stopping for a moment after every so many."""
    for number, each in enumerate(source, start=1):
        into.append(each)
        if number % at_once == 0:
            yield None


def _projected(data: Mapping[str, Any]) -> Iterator[list[QPointF]]:
    for arc in arc_points(data["arcs"], data["transform"]):
        yield [QPointF(x, northing(y)) for x, y in arc]


def _land(polygon: Sequence[Sequence[int]], arcs: Sequence[list[QPointF]]) -> Land:
    path = QPainterPath()
    for ring in polygon:
        outline = QPolygonF(joined(ring, arcs))
        if outline.boundingRect().width() <= _JUMPS:
            path.addPolygon(outline)
            continue
        for piece in unrolled(_points(outline), EDGE):
            path.addPolygon(_polygon(piece))
    return Land(path, path.boundingRect())


def _edges(points: list[QPointF]) -> Iterator[Edge]:
    line = QPolygonF(points)
    if line.boundingRect().width() <= _JUMPS:
        yield Edge(line, _enclosing(line))
        return
    for piece in cut(_points(line)):
        part = _polygon(piece)
        yield Edge(part, _enclosing(part))


def _enclosing(line: QPolygonF) -> QRectF:
    return line.boundingRect().adjusted(-_THIN, -_THIN, _THIN, _THIN)


def _points(line: QPolygonF) -> list[Point]:
    return [(point.x(), point.y()) for point in line.toList()]


def _polygon(points: Iterable[Point]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _name(country: Shape, arcs: Sequence[list[QPointF]]) -> CountryName:
    largest: list[Point] = []
    most = -1.0
    for polygon in country.polygons:
        ring = [(p.x(), p.y()) for p in joined(polygon[0], arcs)]
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        area = (max(xs) - min(xs)) * (max(ys) - min(ys))
        if max(xs) - min(xs) > _JUMPS:
            ring = unrolled(ring, EDGE)[0]
            area = (max(x for x, _ in ring) - min(x for x, _ in ring)) * (max(ys) - min(ys))
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
                middle = ((west + east) / 2 + 180) % 360 - 180
                found = CountryName(text, middle, y, (east - west) * worth)
    return found
