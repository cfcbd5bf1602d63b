"""Land, coasts, borders and names of countries as paths, read once and a little at a time.

There are two of them. The coarse one, of 1:50 million, is read for every map and is right for a
theatre. The fine one, of 1:10 million, is five times as large and is read when it first shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from exerciseplanner import paths
from exerciseplanner.ui.widgets.map.country_names import CountryName, country_name
from exerciseplanner.ui.widgets.map.pieces import Piece, pieces
from exerciseplanner.ui.widgets.map.projection import northing
from exerciseplanner.ui.widgets.map.runs import Run, edges_of, outline, runs_of
from exerciseplanner.ui.widgets.map.topology import Point, arc_points, opened, shapes, uses
from exerciseplanner.workspace.collection import put_off

T = TypeVar("T")

_POINTS = 2_000
_RINGS = 60
_NAMES = 8
"""Points, rings and names made before the window gets its turn: a few milliseconds."""


class Detail(NamedTuple):
    """How closely the coasts are followed: a file, and the scale from which on it is drawn.

    Scales are pixels to a degree of longitude; `beyond` are the degrees of two pixels at the
    smallest of them.
    """

    file: str
    scale: float
    beyond: float


COARSE = Detail("world-atlas/countries-50m.json", 0.0, 1.0)
FINE = Detail("world-atlas/countries-10m.json", 45.0, 0.05)


def detail_at(scale: float) -> Detail:
    """What is drawn at a scale."""
    return FINE if scale >= FINE.scale else COARSE


class Atlas(NamedTuple):
    """Everything that is drawn below the marks; the names are those of the coarse one."""

    detail: Detail
    pieces: tuple[Piece, ...]
    names: tuple[CountryName, ...]


_known: dict[Detail, Atlas] = {}


def atlas(detail: Detail = COARSE) -> Atlas:
    """The atlas, read now if it has not been. Raises paths.MissingFiles."""
    for each in dict.fromkeys((COARSE, detail)):
        if each not in _known:
            for step in _read(each):
                if step is not None:
                    _known[each] = step
    return _known[detail]


def known_atlas(scale: float = 0.0) -> Atlas | None:
    """The atlas for a scale if it has been read, or else the coarse one if that has."""
    return _known.get(detail_at(scale)) or _known.get(COARSE)


class AtlasReader(QObject):
    """Reads the atlas in the pauses of the window, once for all maps."""

    finished = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: list[Detail] = []
        self._asked: set[Detail] = set()
        self._steps: Iterator[Atlas | None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, scale: float = 0.0) -> None:
        """Read what is drawn at a scale, unless it is known or has been asked for."""
        for detail in (COARSE, detail_at(scale)):
            if detail not in _known and detail not in self._asked:
                self._asked.add(detail)
                self._wanted.append(detail)
                self._timer.start()

    def _go_on(self) -> None:
        detail = self._wanted[0]
        self._steps = self._steps or _read(detail)
        try:
            with put_off():
                step = _known.get(detail) or next(self._steps)
        except paths.MissingFiles as missing:
            self._wanted.clear()
            self._rest()
            self.failed.emit(str(missing))
            return
        if step is not None:
            _known.setdefault(detail, step)
            self._wanted.remove(detail)
            self._rest()
            self.finished.emit()

    def _rest(self) -> None:
        """What was read is done with; go on only where more is wanted."""
        self._steps = None
        if not self._wanted:
            self._timer.stop()


def _read(detail: Detail) -> Iterator[Atlas | None]:
    """Give None after each step, and the atlas after the last one."""
    rest, steps = opened(paths.asset(detail.file).read_text(encoding="utf-8"))
    yield None
    countries = list(shapes(rest["objects"]["countries"]))
    arcs: list[list[Run]] = []
    drawn: list[list[Run]] = []
    lines: list[list[Point]] = []
    for line in _projected(steps, rest["transform"]):
        if line is None:
            yield None
            continue
        arcs.append(runs_of(line))
        parts = edges_of(line)
        is_whole = parts == [line]
        drawn.append(arcs[-1] if is_whole else [run for part in parts for run in runs_of(part)])
        if detail is COARSE:
            lines.append(line)
    rings: list[list[Run]] = []
    land = (polygon for each in shapes(rest["objects"]["land"]) for polygon in each.polygons)
    yield from _paused((outline(ring, arcs) for each in land for ring in each), rings, _RINGS)
    edges = _coasts_and_borders(uses(countries), drawn)
    yield None
    found: list[Piece] = []
    for piece in pieces(rings, *edges, detail.beyond):
        if piece is not None:
            found.append(piece)
        yield None
    names = list(_known[COARSE].names) if detail is not COARSE else []
    if detail is COARSE:
        yield from _paused((country_name(each, lines) for each in countries), names, _NAMES)
        names.sort(key=lambda name: -name.width)
    yield Atlas(detail, tuple(found), tuple(names))


def _projected(
    arcs: Iterable[Sequence[Sequence[int]]], transform: Mapping[str, Sequence[float]]
) -> Iterator[list[Point] | None]:
    """Each arc in degrees of the map, and None after every so many points."""
    done = 0
    for arc in arcs:
        points = arc_points(arc, transform)
        line: list[Point] = []
        while some := [(x, northing(y)) for x, y in islice(points, _POINTS)]:
            line += some
            done += len(some)
            if done >= _POINTS:
                done = 0
                yield None
        yield line


def _coasts_and_borders(
    shared: Mapping[int, int], arcs: Sequence[list[Run]]
) -> tuple[list[Run], list[Run]]:
    """Edges of one country and those between several."""
    coasts = [run for n, arc in enumerate(arcs) if shared[n] == 1 for run in arc]
    return coasts, [run for n, arc in enumerate(arcs) if shared[n] > 1 for run in arc]


def _paused(source: Iterable[T], into: list[T], at_once: int) -> Iterator[None]:
    """Fill a list, stopping for a moment after every so many."""
    for number, each in enumerate(source, start=1):
        into.append(each)
        if number % at_once == 0:
            yield None
