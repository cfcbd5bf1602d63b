"""What the marks of a matrix mean, said beside it."""

from __future__ import annotations

from collections.abc import Sequence

from exerciseplanner.reports.blocks import Cell, Column, Table

_ACROSS = 3


def legend(marks: Sequence[tuple[Cell, str]]) -> Table:
    """Each mark before its meaning, three in a row; a meaning begins with a capital."""
    cells: list[Cell] = []
    for mark, meaning in marks:
        cells += [mark, f"{meaning[:1].upper()}{meaning[1:]}"]
    cells += [""] * (-len(cells) % (2 * _ACROSS))
    rows = zip(*[iter(cells)] * (2 * _ACROSS), strict=True)
    pair = (Column("", 0.01, "center"), Column("", 1.0))
    return Table(pair * _ACROSS, tuple(rows), style="plain")
