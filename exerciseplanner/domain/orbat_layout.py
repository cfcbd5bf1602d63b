"""Where the cards of an order of battle stand: superiors across, the lowest in lists on stems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeAlias

Branches: TypeAlias = Mapping[str, Sequence[str]]
"""The subordinates of each unit that has some, in order."""


@dataclass(frozen=True)
class Measures:
    """Sizes of a chart in one unit: a card, and the room between cards.

    `apart` lies between neighbours, `below` between a superior and the row under it, `row` between
    the rows of a list; the cards of a list stand `indent` right of what they are under.
    """

    width: float
    height: float
    apart: float
    below: float
    row: float
    indent: float

    @property
    def level(self) -> float:
        """From one row of superiors to the next."""
        return self.height + self.below

    @property
    def stem(self) -> float:
        """From the left edge of a superior to the stem of its list."""
        return self.indent / 2


class Manner(NamedTuple):
    """How a tree is drawn: what has at most `listed` levels below it stands over a list.

    With 0 everything spreads across. Lists have about `rows` rows in a column.
    """

    listed: int
    rows: int


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float

    def moved(self, x: float, y: float) -> Line:
        """The same line elsewhere."""
        return Line(self.x1 + x, self.y1 + y, self.x2 + x, self.y2 + y)


class Card(NamedTuple):
    """Where a unit stands: its left upper corner, and the last of the line that leads to it."""

    id: str
    x: float
    y: float
    twig: Line | None = None

    @property
    def is_listed(self) -> bool:
        """Whether its line comes from the left."""
        return self.twig is not None and self.twig.y1 == self.twig.y2


@dataclass
class Drawn:
    """Cards and the lines between them, from (0, 0) to (width, height)."""

    cards: list[Card] = field(default_factory=list)
    trunks: list[Line] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0

    def put(self, other: Drawn, x: float, y: float) -> None:
        """Take another drawing in at a place."""
        for card in other.cards:
            twig = card.twig.moved(x, y) if card.twig else None
            self.cards.append(Card(card.id, card.x + x, card.y + y, twig))
        self.trunks += [line.moved(x, y) for line in other.trunks]
        self.width = max(self.width, x + other.width)
        self.height = max(self.height, y + other.height)


class Piece(Protocol):
    """Something that is as large as it says when it is drawn."""

    @property
    def width(self) -> float:
        """From left to right."""
        ...

    @property
    def height(self) -> float:
        """From top to bottom."""
        ...

    def drawn(self) -> Drawn:
        """The cards and lines of it."""
        ...


@dataclass(frozen=True)
class Forest:
    """Trees of units with what is worked out of them once, however often they are laid out.

    `order` has superiors before subordinates, `levels` says how many levels are below a unit and
    `sizes` how many units it is with all below it.
    """

    branches: Branches
    measures: Measures
    order: Sequence[str]
    levels: Mapping[str, int]
    sizes: Mapping[str, int]


def forest_of(tops: Iterable[str], branches: Branches, measures: Measures) -> Forest:
    """The trees under these units."""
    order = units_below(tops, branches)
    sizes: dict[str, int] = {}
    for unit in reversed(order):
        sizes[unit] = 1 + sum(sizes[each] for each in branches.get(unit, ()))
    return Forest(branches, measures, order, levels_below(order, branches), sizes)


def sound_superiors(given: Mapping[str, str | None]) -> dict[str, str | None]:
    """The superior of each unit: none where it is not among them or where it is under the unit."""
    found = {unit: above if above in given else None for unit, above in given.items()}
    sound: set[str] = set()
    for unit in found:
        path: dict[str, None] = {}
        step: str | None = unit
        while step is not None and step not in sound:
            if step in path:
                found[step] = None
                break
            path[step] = None
            step = found[step]
        sound.update(path)
    return found


def units_below(tops: Iterable[str], branches: Branches) -> list[str]:
    """These units and all below them, each superior before its subordinates, in reading order."""
    found: list[str] = []
    ahead = list(tops)[::-1]
    while ahead:
        unit = ahead.pop()
        found.append(unit)
        ahead += reversed(branches.get(unit, ()))
    return found


def levels_below(order: Sequence[str], branches: Branches) -> dict[str, int]:
    """How many levels of subordinates each unit has; `order` has superiors first."""
    levels: dict[str, int] = {}
    for unit in reversed(order):
        levels[unit] = max((levels[each] + 1 for each in branches.get(unit, ())), default=0)
    return levels
