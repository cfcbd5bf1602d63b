"""Units in lists: one below the other on a stem, in columns where there are many."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from exerciseplanner.domain.orbat_layout import (
    Branches,
    Card,
    Drawn,
    Forest,
    Line,
    Measures,
    units_below,
)


@dataclass(frozen=True)
class UnitList:
    """Units with all below them in columns, under a superior or without one; drawn when asked.

    Lines to it end at each x of `anchors`: over its superior, or else where its stems begin. The
    first cards then stand below them by the room between two rows.
    """

    superior: str | None
    columns: tuple[Sequence[str], ...]
    lefts: tuple[float, ...]
    width: float
    height: float
    anchors: tuple[float, ...]
    forest: Forest

    def drawn(self) -> Drawn:
        """Every card and line of it."""
        measures = self.forest.measures
        made = Drawn([], [], self.width, self.height)
        top = 0.0
        if self.superior is not None:
            made.cards.append(Card(self.superior, self.anchors[0] - measures.width / 2, 0.0))
            top = measures.height
        if len(self.columns) > 1 and self.superior is not None:
            top += measures.below / 2
            made.trunks += self._bus(measures, top)
        for left, column in zip(self.lefts, self.columns, strict=True):
            _put_column(made, column, self.forest.branches, measures, left, top)
        return made

    def _bus(self, measures: Measures, across: float) -> tuple[Line, Line]:
        """From the superior down to the line that joins the stems, and that line."""
        middle = self.anchors[0]
        stems = [left + measures.stem for left in self.lefts]
        return (
            Line(middle, measures.height, middle, across),
            Line(min(middle, *stems), across, max(middle, *stems), across),
        )


def list_under(unit: str, forest: Forest, rows: int) -> UnitList:
    """A superior over the list of all below it, in columns of about `rows` rows."""
    measures = forest.measures
    columns, lefts, width, height = _columns(forest.branches.get(unit, ()), forest, rows)
    if len(columns) > 1:
        high = measures.height + measures.below / 2 + height
        return UnitList(unit, columns, lefts, width, high, (width / 2,), forest)
    wide = max(width, measures.width)
    high = measures.height + height
    return UnitList(unit, columns, lefts, wide, high, (measures.width / 2,), forest)


def list_of(units: Sequence[str], forest: Forest, rows: int) -> UnitList:
    """Units without a superior of their own in columns of about `rows` rows."""
    columns, lefts, width, height = _columns(units, forest, rows)
    stems = tuple(left + forest.measures.stem for left in lefts)
    return UnitList(None, columns, lefts, width, height, stems, forest)


def _columns(
    units: Sequence[str], forest: Forest, rows: int
) -> tuple[tuple[Sequence[str], ...], tuple[float, ...], float, float]:
    """The columns, where each begins, and how wide and high they are together."""
    measures = forest.measures
    columns = tuple(_divided(units, forest, rows))
    lefts: list[float] = []
    right = height = 0.0
    for column in columns:
        lefts.append(right + measures.apart if lefts else 0.0)
        deep = max(forest.levels[unit] for unit in column) + 1
        right = lefts[-1] + deep * measures.indent + measures.width
        count = sum(forest.sizes[unit] for unit in column)
        height = max(height, count * (measures.height + measures.row))
    return columns, tuple(lefts), right, height


def _divided(units: Sequence[str], forest: Forest, rows: int) -> list[list[str]]:
    """Units in columns of like length; what is below a unit stays with it."""
    count = sum(forest.sizes[unit] for unit in units)
    each = math.ceil(count / max(math.ceil(count / max(rows, 1)), 1))
    columns: list[list[str]] = []
    room = 0
    for unit in units:
        if not columns or room < forest.sizes[unit]:
            columns.append([])
            room = each
        columns[-1].append(unit)
        room -= forest.sizes[unit]
    return columns


def _put_column(
    made: Drawn,
    units: Sequence[str],
    branches: Branches,
    measures: Measures,
    left: float,
    top: float,
) -> None:
    """One below the other, what is below a unit further to the right; stems start at the top."""
    step = measures.height + measures.row
    depths = dict.fromkeys(units, 0)
    starts: dict[int, float] = {0: top}
    stems: dict[tuple[float, int], Line] = {}
    for at, unit in enumerate(units_below(units, branches)):
        depth = depths[unit]
        depths.update(dict.fromkeys(branches.get(unit, ()), depth + 1))
        x, y = left + (depth + 1) * measures.indent, top + measures.row + at * step
        stem, middle = x - measures.indent + measures.stem, y + measures.height / 2
        made.cards.append(Card(unit, x, y, Line(stem, middle, x, middle)))
        stems[starts[depth], depth] = Line(stem, starts[depth], stem, middle)
        starts[depth + 1] = y + measures.height
    made.trunks += stems.values()
