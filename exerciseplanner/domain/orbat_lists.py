"""Units in lists: one below the other on a stem, in columns where there are many."""

from __future__ import annotations

import math
from collections.abc import Sequence

from exerciseplanner.domain.orbat_layout import (
    Branches,
    Card,
    Drawn,
    Line,
    Measures,
    units_below,
)


def drawn_list(unit: str, branches: Branches, measures: Measures, rows: int) -> tuple[Drawn, float]:
    """A superior over the list of all below it, and the x at which the line to it ends."""
    below = branches.get(unit, ())
    if not below:
        return _card_alone(unit, measures), measures.width / 2
    listed, stems = drawn_column_list(below, branches, measures, rows)
    if len(stems) == 1:
        return _over_its_stem(unit, listed, stems[0], measures)
    return _over_columns(unit, listed, stems, measures)


def drawn_column_list(
    units: Sequence[str], branches: Branches, measures: Measures, rows: int
) -> tuple[Drawn, list[float]]:
    """Units and all below them in columns of about `rows` rows, and the x of each column's stem.

    The stems begin at y = 0; the first cards stand below them by the room between two rows.
    """
    made = Drawn()
    stems: list[float] = []
    for column in _columns(units, branches, rows):
        left = made.width + measures.apart if stems else 0.0
        made.put(_column(column, branches, measures), left, 0.0)
        stems.append(left + measures.stem)
    return made, stems


def _columns(units: Sequence[str], branches: Branches, rows: int) -> list[list[str]]:
    sizes = [len(units_below([unit], branches)) for unit in units]
    wanted = max(math.ceil(sum(sizes) / max(rows, 1)), 1)
    each = math.ceil(sum(sizes) / wanted)
    columns: list[list[str]] = []
    room = 0
    for unit, size in zip(units, sizes, strict=True):
        if not columns or room < size:
            columns.append([])
            room = each
        columns[-1].append(unit)
        room -= size
    return columns


def _column(units: Sequence[str], branches: Branches, measures: Measures) -> Drawn:
    """One below the other, what is below a unit further to the right; stems start at the top."""
    made = Drawn()
    step = measures.height + measures.row
    depths = dict.fromkeys(units, 0)
    tops: dict[int, float] = {0: 0.0}
    ends: dict[tuple[float, int], Line] = {}
    for at, unit in enumerate(units_below(units, branches)):
        depth = depths[unit]
        depths.update(dict.fromkeys(branches.get(unit, ()), depth + 1))
        x, y = (depth + 1) * measures.indent, measures.row + at * step
        stem, middle = x - measures.indent + measures.stem, y + measures.height / 2
        made.cards.append(Card(unit, x, y, Line(stem, middle, x, middle)))
        made.width = max(made.width, x + measures.width)
        ends[tops[depth], depth] = Line(stem, tops[depth], stem, middle)
        tops[depth + 1] = y + measures.height
    made.trunks = list(ends.values())
    made.height = measures.row + len(made.cards) * step - measures.row
    return made


def _card_alone(unit: str, measures: Measures) -> Drawn:
    return Drawn([Card(unit, 0.0, 0.0)], [], measures.width, measures.height)


def _over_its_stem(
    unit: str, listed: Drawn, stem: float, measures: Measures
) -> tuple[Drawn, float]:
    made = _card_alone(unit, measures)
    made.put(listed, 0.0, measures.height)
    return made, measures.width / 2


def _over_columns(
    unit: str, listed: Drawn, stems: Sequence[float], measures: Measures
) -> tuple[Drawn, float]:
    """The superior in the middle over its columns, joined to their stems by a line across."""
    left = (listed.width - measures.width) / 2
    middle = listed.width / 2
    bus = measures.height + measures.below / 2
    made = Drawn([Card(unit, left, 0.0)], [], listed.width, measures.height)
    made.put(listed, 0.0, bus)
    ends = (min(middle, *stems), max(middle, *stems))
    made.trunks += [
        Line(middle, measures.height, middle, bus),
        Line(ends[0], bus, ends[1], bus),
    ]
    return made, middle
