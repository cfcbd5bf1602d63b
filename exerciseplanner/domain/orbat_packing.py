"""A whole order of battle drawn: the trees of each side, side by side or one below another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from exerciseplanner.domain.orbat_layout import (
    Branches,
    Card,
    Drawn,
    Forest,
    Manner,
    Measures,
    Piece,
    forest_of,
)
from exerciseplanner.domain.orbat_tree import Tree

_MANNERS = (
    Manner(0, 1), Manner(1, 4), Manner(1, 7), Manner(1, 12), Manner(2, 12), Manner(2, 20),
    Manner(3, 24), Manner(4, 36),
)  # fmt: skip
"""From the widest to the narrowest."""
_LISTED_AT_MOST = 3
_BETTER = 1.12
"""By so much larger another manner must let the chart be drawn to be taken."""
_UNEVEN = 1.15
"""Boxes in rows leave about so much room free."""
_ACROSS_AT_MOST = 24
"""So many units without subordinates may stand side by side."""


class Camp(NamedTuple):
    """A side: its id and the units at its top."""

    id: str
    tops: tuple[str, ...]


@dataclass(frozen=True)
class Ground:
    """Where a side stands; its title takes the upper `title` of it."""

    id: str
    x: float
    y: float
    width: float
    height: float


@dataclass
class Layout:
    """Everything on a chart, from (0, 0) to (width, height)."""

    drawn: Drawn
    grounds: list[Ground] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0


_Size: TypeAlias = tuple[float, float]


class _Plan(NamedTuple):
    """The trees of each side, where they stand within it, and where the sides stand."""

    pieces: tuple[tuple[Piece, ...], ...]
    places: tuple[Sequence[_Size], ...]
    grounds: tuple[_Size, ...]
    sizes: tuple[_Size, ...]
    size: _Size


class Room(NamedTuple):
    """What a chart should fit into, and what a side keeps free: around it, and over it."""

    width: float
    height: float
    edge: float = 0.0
    title: float = 0.0


def laid_out(camps: Sequence[Camp], branches: Branches, measures: Measures, room: Room) -> Layout:
    """The chart that can be drawn largest in a room; the same units give the same chart.

    Whatever spreads less is taken only where it lets the chart fit or be clearly larger.
    """
    best: _Plan | None = None
    reached = 0.0
    forest = forest_of([top for camp in camps for top in camp.tops], branches, measures)
    for manner in _sensible(forest, room):
        pieces = tuple(tuple(_pieces(camp.tops, forest, manner)) for camp in camps)
        for plan in _plans(pieces, measures, room):
            scale = _scale(plan.size, room)
            if best is None or scale > reached * _BETTER or scale >= 1.0 > reached:
                best, reached = plan, scale
        if reached >= 1.0:
            break
    return _placed(camps, best, room) if best else Layout(Drawn())


def scale_of(layout: Layout, room: Room) -> float:
    """How large a chart can be drawn in a room, at most 1."""
    return _scale((layout.width, layout.height), room)


def _scale(size: _Size, room: Room) -> float:
    return min(room.width / max(size[0], 1.0), room.height / max(size[1], 1.0), 1.0)


def _sensible(forest: Forest, room: Room) -> Iterator[Manner]:
    """The manners that differ for these units, with lists as high as the room among them."""
    measures = forest.measures
    lowest = sum(1 for unit in forest.order if not forest.levels[unit])
    highest = max(forest.levels.values(), default=0)
    free = room.height - 2 * room.edge - room.title
    manners = set(_MANNERS)
    for listed in range(1, _LISTED_AT_MOST + 1):
        above = max(highest - listed + 1, 1) * measures.level
        manners.add(Manner(listed, max(int((free - above) / (measures.height + measures.row)), 1)))
    for manner in sorted(manners):
        crowded = not manner.listed and lowest > _ACROSS_AT_MOST
        if not crowded and manner.listed <= max(highest, 1):
            yield manner


def _pieces(tops: Sequence[str], forest: Forest, manner: Manner) -> Iterator[Piece]:
    """The trees of a side; units that lead nobody and are led by nobody stand in columns."""
    run: list[str] = []
    for top in tops:
        if not forest.levels[top]:
            run.append(top)
            continue
        if run:
            yield _Loose(tuple(run), manner.rows, forest.measures)
            run = []
        yield Tree(top, forest, manner)
    if run:
        yield _Loose(tuple(run), manner.rows, forest.measures)


@dataclass(frozen=True)
class _Loose:
    """Units in a block without lines."""

    units: tuple[str, ...]
    rows: int
    measures: Measures

    @property
    def _high(self) -> int:
        columns = math.ceil(len(self.units) / max(self.rows, 1))
        return math.ceil(len(self.units) / columns)

    @property
    def width(self) -> float:
        """So many columns."""
        columns = math.ceil(len(self.units) / self._high)
        return columns * (self.measures.width + self.measures.apart) - self.measures.apart

    @property
    def height(self) -> float:
        """So many rows."""
        return self._high * (self.measures.height + self.measures.row) - self.measures.row

    def drawn(self) -> Drawn:
        """The cards, column by column."""
        across, down = (
            self.measures.width + self.measures.apart,
            self.measures.height + self.measures.row,
        )
        cards = [
            Card(unit, at // self._high * across, at % self._high * down)
            for at, unit in enumerate(self.units)
        ]
        return Drawn(cards, [], self.width, self.height)


def _plans(
    pieces: tuple[tuple[Piece, ...], ...], measures: Measures, room: Room
) -> Iterator[_Plan]:
    """Ways to stand: within each side and with the sides, in rows of several widths."""
    widest = max((piece.width for each in pieces for piece in each), default=0.0)
    area = sum(
        (piece.width + measures.apart) * (piece.height + measures.below)
        for each in pieces
        for piece in each
    )
    even = math.sqrt(area * room.width / room.height) * _UNEVEN
    free = 2 * room.edge
    inner = {
        max(widest, room.width - free),
        max(widest, even),
        max(widest, even / max(len(pieces), 1)),
    }
    for width in sorted(inner, reverse=True):
        flows = tuple(
            _flowed([(p.width, p.height) for p in each], width, 2 * measures.apart, measures.below)
            for each in pieces
        )
        sizes = [(w + free, h + free + room.title) for _, (w, h) in flows]
        apart = 2 * measures.apart if room.edge else measures.below
        for outer in (0.0, even + free, sum(wide + apart for wide, _ in sizes)):
            grounds, size = _flowed(sizes, outer, apart, apart)
            yield _Plan(
                pieces, tuple(flow for flow, _ in flows), tuple(grounds), tuple(sizes), size
            )


def _flowed(
    sizes: Sequence[_Size], width: float, apart: float, below: float
) -> tuple[list[_Size], _Size]:
    """Places of boxes side by side, in a further row where they would be wider than that."""
    places: list[_Size] = []
    x = y = wide = high = 0.0
    for box_width, box_height in sizes:
        if x and x + box_width > width:
            x, y = 0.0, high + below
        places.append((x, y))
        wide, high = max(wide, x + box_width), max(high, y + box_height)
        x += box_width + apart
    return places, (wide, high)


def _placed(camps: Sequence[Camp], plan: _Plan, room: Room) -> Layout:
    """Draw a plan: the sides of one row are equally high, and the last reaches to the end."""
    made = Layout(Drawn(), [], *plan.size)
    for at, camp in enumerate(camps):
        x, y = plan.grounds[at]
        for piece, (left, top) in zip(plan.pieces[at], plan.places[at], strict=True):
            made.drawn.put(piece.drawn(), x + room.edge + left, y + room.edge + room.title + top)
        row = [
            size[1] for place, size in zip(plan.grounds, plan.sizes, strict=True) if place[1] == y
        ]
        is_last = at + 1 == len(camps) or plan.grounds[at + 1][1] > y
        width = plan.size[0] - x if is_last else plan.sizes[at][0]
        made.grounds.append(Ground(camp.id, x, y, width, max(row)))
    return made
