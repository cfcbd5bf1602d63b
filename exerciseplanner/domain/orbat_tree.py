"""One tree of an order of battle drawn: superiors in the middle over those they lead.

Subtrees are pushed together along their contours (Reingold and Tilford 1981), from the left and
from the right, and stand half-way between both, so that a small one lies in the middle of its gap.
The contour of the deepest subtree is taken over by what it is part of, which keeps it linear.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from exerciseplanner.domain.orbat_layout import (
    Branches,
    Card,
    Drawn,
    Forest,
    Line,
    Manner,
    Measures,
    forest_of,
)
from exerciseplanner.domain.orbat_lists import UnitList, list_of, list_under


class _Part:
    """What is placed as a whole: a superior with all below it, a list under one, or a bare list.

    `left` and `right` say how far it reaches on each of its levels, the lowest first, counted from
    `base`; everything else is counted from its own origin. Lines end at each of `anchors`, and
    `place` is where its origin stands in what it is part of.
    """

    __slots__ = (
        "anchors",
        "base",
        "height",
        "inside",
        "left",
        "listed",
        "place",
        "right",
        "unit",
        "x",
    )

    def __init__(self, unit: str | None) -> None:
        self.unit = unit
        self.listed: UnitList | None = None
        self.inside: list[_Part] = []
        self.left: list[float] = []
        self.right: list[float] = []
        self.base = 0.0
        self.height = 0.0
        self.anchors: Sequence[float] = ()
        self.place = 0.0
        self.x = 0.0

    @property
    def depth(self) -> int:
        """On how many levels it stands."""
        return len(self.left)

    @property
    def middle(self) -> float:
        """Half-way between its lines."""
        return (self.anchors[0] + self.anchors[-1]) / 2

    def reach(self, level: int) -> tuple[float, float]:
        """How far it reaches on a level, the highest being 0."""
        return self.left[-1 - level] + self.base, self.right[-1 - level] + self.base


class Tree:
    """One tree, its superior above all others; drawn when asked, in time linear to its size."""

    def __init__(self, root: str, forest: Forest, manner: Manner) -> None:
        made: dict[str, _Part] = {}
        if forest.levels[root] > manner.listed:
            for unit in reversed(_spread(root, forest, manner)):
                inside = list(_below(forest.branches[unit], forest, made, manner))
                made[unit] = _superior(unit, inside, forest.measures)
        self._measures = forest.measures
        self._root = made[root] if root in made else _list(root, forest, manner)
        self.height = self._root.height
        self.width = max(self._root.right) - min(self._root.left)

    def drawn(self) -> Drawn:
        """Every card and line of it."""
        made = Drawn([], [], self.width, self.height)
        root, measures = self._root, self._measures
        root.x = -(min(root.left) + root.base)
        ahead = [(root, 0.0)]
        while ahead:
            part, y = ahead.pop()
            _put(made, part, y, measures, hangs=part is not root)
            for each in reversed(part.inside):
                each.x = part.x + each.place
                ahead.append((each, y + measures.level))
        return made


def drawn_tree(root: str, branches: Branches, measures: Measures, manner: Manner) -> Drawn:
    """One tree, its superior above all others, by itself."""
    return Tree(root, forest_of([root], branches, measures), manner).drawn()


def _spread(root: str, forest: Forest, manner: Manner) -> list[str]:
    """The units whose subordinates spread across, superiors first."""
    found: list[str] = []
    ahead = [root]
    while ahead:
        unit = ahead.pop()
        found.append(unit)
        ahead += (each for each in forest.branches[unit] if forest.levels[each] > manner.listed)
    return found


def _below(
    units: Sequence[str], forest: Forest, made: dict[str, _Part], manner: Manner
) -> Iterator[_Part]:
    """The parts under a superior: units without subordinates that follow each other in one list."""
    run: list[str] = []
    for unit in units:
        if manner.listed and not forest.levels[unit]:
            run.append(unit)
            continue
        if run:
            yield _run(run, forest, manner)
            run = []
        yield made.pop(unit) if unit in made else _list(unit, forest, manner)
    if run:
        yield _run(run, forest, manner)


def _list(unit: str, forest: Forest, manner: Manner) -> _Part:
    part = _Part(unit)
    part.listed = list_under(unit, forest, manner.rows)
    part.anchors = part.listed.anchors
    _stretch(part, part.listed.height, forest.measures)
    return part


def _run(units: Sequence[str], forest: Forest, manner: Manner) -> _Part:
    if len(units) == 1:
        return _list(units[0], forest, manner)
    part = _Part(None)
    part.listed = list_of(units, forest, manner.rows)
    part.anchors = part.listed.anchors
    _stretch(part, part.listed.height - forest.measures.row, forest.measures)
    return part


def _stretch(part: _Part, height: float, measures: Measures) -> None:
    """Let a list take as many levels as it is high, clear of the line across above the next."""
    assert part.listed is not None
    clear = measures.below / 2 + measures.row / 2
    count = math.ceil((height + clear) / measures.level - 1e-9)
    part.left, part.right = [0.0] * count, [part.listed.width] * count
    part.height = height


def _superior(unit: str, inside: list[_Part], measures: Measures) -> _Part:
    """A superior in the middle over the parts below it, which are pushed together."""
    depths = sorted(part.depth for part in inside)
    shared = depths[-2] if len(depths) > 1 else 0
    near = _from_left(inside, shared, measures.apart)
    far = _from_right(inside, shared, measures.apart, near[-1])
    for part, one, other in zip(inside, near, far, strict=True):
        part.place = (one + other) / 2
    part = _Part(unit)
    part.inside = inside
    first, last = inside[0], inside[-1]
    middle = (first.place + first.anchors[0] + last.place + last.anchors[-1]) / 2
    part.anchors = (middle,)
    part.height = measures.level + max(each.height for each in inside)
    _take_over(part, inside, shared)
    part.left.append(middle - measures.width / 2 - part.base)
    part.right.append(middle + measures.width / 2 - part.base)
    return part


def _from_left(parts: Sequence[_Part], shared: int, apart: float) -> list[float]:
    front = [-math.inf] * shared
    places: list[float] = []
    for part in parts:
        reach = [part.reach(level) for level in range(min(part.depth, shared))]
        tight = (end + apart - left for end, (left, _) in zip(front, reach, strict=False))
        place = max(tight, default=0.0) if places else 0.0
        front[: len(reach)] = [place + right for _, right in reach]
        places.append(place)
    return places


def _from_right(parts: Sequence[_Part], shared: int, apart: float, last: float) -> list[float]:
    front = [math.inf] * shared
    places: list[float] = []
    for part in reversed(parts):
        reach = [part.reach(level) for level in range(min(part.depth, shared))]
        tight = (start - apart - right for start, (_, right) in zip(front, reach, strict=False))
        place = min(tight, default=last) if places else last
        front[: len(reach)] = [place + left for left, _ in reach]
        places.append(place)
    return places[::-1]


def _take_over(part: _Part, inside: Sequence[_Part], shared: int) -> None:
    """Make the deepest contour that of the whole, with what its neighbours reach further."""
    deepest = max(inside, key=lambda each: each.depth)
    lefts, rights = [math.inf] * shared, [-math.inf] * shared
    for each in inside:
        for level in range(min(each.depth, shared)):
            left, right = each.reach(level)
            lefts[level] = min(lefts[level], each.place + left)
            rights[level] = max(rights[level], each.place + right)
    part.left, part.right = deepest.left, deepest.right
    part.base = deepest.base + deepest.place
    for level in range(shared):
        part.left[-1 - level] = lefts[level] - part.base
        part.right[-1 - level] = rights[level] - part.base


def _put(made: Drawn, part: _Part, y: float, measures: Measures, *, hangs: bool) -> None:
    if part.unit is None:
        _put_run(made, part, y, measures)
        return
    x = part.x + part.anchors[0]
    twig = Line(x, y - measures.below / 2, x, y) if hangs else None
    if part.listed is not None:
        before = len(made.cards)
        made.put(part.listed.drawn(), part.x, y)
        made.cards[before] = made.cards[before]._replace(twig=twig)
        return
    made.cards.append(Card(part.unit, x - measures.width / 2, y, twig))
    made.trunks += _bus(part, x, y, measures)


def _put_run(made: Drawn, part: _Part, y: float, measures: Measures) -> None:
    assert part.listed is not None
    made.put(part.listed.drawn(), part.x, y - measures.row)
    for stem in part.anchors:
        x = part.x + stem
        made.trunks.append(Line(x, y - measures.below / 2, x, y - measures.row))


def _bus(part: _Part, x: float, y: float, measures: Measures) -> Iterator[Line]:
    """From a superior down to the line across, and that line."""
    bottom = y + measures.height
    across = bottom + measures.below / 2
    first, last = part.inside[0], part.inside[-1]
    start = part.x + first.place + first.anchors[0]
    end = part.x + last.place + last.anchors[-1]
    yield Line(x, bottom, x, across)
    if end > start:
        yield Line(min(start, x), across, max(end, x), across)
