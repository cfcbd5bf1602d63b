"""A whole order of battle drawn: the trees of each side, side by side or one below another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from exerciseplanner.domain.orbat_layout import (
    Branches,
    Card,
    Drawn,
    Manner,
    Measures,
    levels_below,
    units_below,
)
from exerciseplanner.domain.orbat_tree import drawn_tree

_MANNERS = (
    Manner(0, 1), Manner(1, 4), Manner(1, 7), Manner(1, 12), Manner(2, 12), Manner(2, 20),
    Manner(3, 24), Manner(4, 36),
)  # fmt: skip
"""From the widest to the narrowest."""
_BETTER = 1.12
"""By so much larger another manner must let the chart be drawn to be taken."""
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


class Room(NamedTuple):
    """What a chart should fit into, and what a side keeps free: around it, and over it."""

    width: float
    height: float
    edge: float = 0.0
    title: float = 0.0


def laid_out(camps: Sequence[Camp], branches: Branches, measures: Measures, room: Room) -> Layout:
    """The chart that can be drawn largest in a room; the same units give the same chart.

    Whatever spreads less is taken only where it lets the chart be clearly larger.
    """
    best: Layout | None = None
    reached = 0.0
    for manner in _sensible(camps, branches):
        pieces = [_pieces(camp.tops, branches, measures, manner) for camp in camps]
        for found in _arrangements(camps, pieces, measures, room):
            scale = scale_of(found, room)
            if best is None or scale > reached * _BETTER:
                best, reached = found, scale
        if reached >= 1.0:
            break
    return best or Layout(Drawn())


def scale_of(layout: Layout, room: Room) -> float:
    """How large a chart can be drawn in a room, at most 1."""
    return min(room.width / max(layout.width, 1.0), room.height / max(layout.height, 1.0), 1.0)


def _sensible(camps: Sequence[Camp], branches: Branches) -> Iterator[Manner]:
    order = units_below([top for camp in camps for top in camp.tops], branches)
    lowest = sum(1 for unit in order if not branches.get(unit))
    highest = max(levels_below(order, branches).values(), default=0)
    for manner in _MANNERS:
        crowded = not manner.listed and lowest > _ACROSS_AT_MOST
        if not crowded and manner.listed <= max(highest, 1):
            yield manner


def _pieces(
    tops: Sequence[str], branches: Branches, measures: Measures, manner: Manner
) -> list[Drawn]:
    """The trees of a side; units that lead nobody and are led by nobody stand in columns."""
    made: list[Drawn] = []
    run: list[str] = []
    for top in tops:
        if not branches.get(top):
            run.append(top)
            continue
        if run:
            made.append(_block(run, measures, manner))
            run = []
        made.append(drawn_tree(top, branches, measures, manner))
    if run:
        made.append(_block(run, measures, manner))
    return made


def _block(units: Sequence[str], measures: Measures, manner: Manner) -> Drawn:
    """Units in a block without lines."""
    columns = max(math.ceil(len(units) / max(manner.rows, 1)), 1)
    rows = math.ceil(len(units) / columns)
    made = Drawn()
    for at, unit in enumerate(units):
        x = at // rows * (measures.width + measures.apart)
        y = at % rows * (measures.height + measures.row)
        made.put(Drawn([Card(unit, 0.0, 0.0)], [], measures.width, measures.height), x, y)
    return made


def _arrangements(
    camps: Sequence[Camp], pieces: Sequence[list[Drawn]], measures: Measures, room: Room
) -> Iterator[Layout]:
    """The sides one below another, and side by side, over several widths."""
    widest = max((piece.width for each in pieces for piece in each), default=0.0)
    area = sum(
        (piece.width + measures.apart) * (piece.height + measures.below)
        for each in pieces
        for piece in each
    )
    even = math.sqrt(area * room.width / room.height)
    for width in sorted({max(widest, room.width - 2 * room.edge), max(widest, even * 1.15)}):
        shelved = [_shelved(each, width, measures) for each in pieces]
        yield _placed(camps, shelved, measures, room, beside=False)
    if len(camps) > 1:
        share = max(even * 1.15 / len(camps), room.width / len(camps) - 2 * room.edge)
        shelved = [
            _shelved(each, max(share, max((p.width for p in each), default=0.0)), measures)
            for each in pieces
        ]
        yield _placed(camps, shelved, measures, room, beside=True)


def _shelved(pieces: Sequence[Drawn], width: float, measures: Measures) -> Drawn:
    """Trees side by side, and in a further row where they would be wider than that."""
    made = Drawn()
    apart = 2 * measures.apart
    x = y = 0.0
    for piece in pieces:
        if x and x + piece.width > width:
            x, y = 0.0, made.height + measures.below
        made.put(piece, x, y)
        x += piece.width + apart
    return made


def _placed(
    camps: Sequence[Camp],
    shelved: Sequence[Drawn],
    measures: Measures,
    room: Room,
    *,
    beside: bool,
) -> Layout:
    made = Layout(Drawn())
    edge, head = room.edge, room.title
    at = 0.0
    highest = max((drawn.height for drawn in shelved), default=0.0)
    widest = max((drawn.width for drawn in shelved), default=0.0)
    for camp, drawn in zip(camps, shelved, strict=True):
        x, y = (at, 0.0) if beside else (0.0, at)
        made.drawn.put(drawn, x + edge, y + head + edge)
        width = (drawn.width if beside else widest) + 2 * edge
        height = (highest if beside else drawn.height) + head + 2 * edge
        made.grounds.append(Ground(camp.id, x, y, width, height))
        at += (width if beside else height) + (2 * measures.apart if edge else measures.below)
    made.width = max((ground.x + ground.width for ground in made.grounds), default=0.0)
    made.height = max((ground.y + ground.height for ground in made.grounds), default=0.0)
    return made
