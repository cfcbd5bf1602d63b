"""What the marks of a matrix mean, said beside it."""

from __future__ import annotations

from collections.abc import Sequence

from exerciseplanner.reports.blocks import Cell, Column, Table


def legend(marks: Sequence[tuple[Cell, str]]) -> Table:
    """Each mark before its meaning, three in a row, or two where that leaves none alone."""
    across = 2 if len(marks) in (2, 4) else 3
    cells: list[Cell] = []
    for mark, meaning in marks:
        cells += [mark, f"{meaning[:1].upper()}{meaning[1:]}"]
    cells += [""] * (-len(cells) % (2 * across))
    rows = zip(*[iter(cells)] * (2 * across), strict=True)
    pair = (Column("", 0.01, "center"), Column("", 1.0))
    return Table(pair * across, tuple(rows), style="plain")
