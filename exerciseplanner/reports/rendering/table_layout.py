"""A table set once: column widths, cells in lines and row heights, shared by all its parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import accumulate
from typing import Literal

from exerciseplanner.reports.blocks import Cell, Column, GroupRow, Table
from exerciseplanner.reports.rendering import measures, palette
from exerciseplanner.reports.rendering.cells import (
    LONGEST_UNBROKEN,
    SetCell,
    TextCell,
    narrowest,
    natural_width,
    set_cell,
)
from exerciseplanner.reports.rendering.measures import Style
from exerciseplanner.reports.rendering.typesetting import Typesetter

PAD_X = 4.5
PAD_Y = 2.8
_GRID_PAD_X, _GRID_PAD_Y = 2.4, 1.4
"""A grid's lines part its cells: less room does, and a large matrix stays on one sheet."""
_MANY_ROWS, _LEAST_PAD_Y = 34, 0.5
"""A grid of so many rows has less room still, so that its heading stays with it."""
_LEADING = measures.CELL.leading
_EMPTY = Style(8.8, 11.4, "italic", palette.MUTED)
_AT_ONCE = 400
_WORDS = 6


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row's cells, its lines and its ground; ``spans`` sets the cells over the whole width."""

    cells: tuple[SetCell, ...]
    lines: int
    ground: Literal["none", "zebra", "band"]
    spans: bool = False


class TableLayout:
    """The table's measures at one width; rows are set in portions, so that it can be cancelled."""

    def __init__(self, setter: Typesetter, block: Table, width: float) -> None:
        self.setter = setter
        self.block = block
        self.width = width
        self.pad_x, self.pad_y = _pads(block)
        self.styles = tuple(_cell_style(column) for column in block.columns)
        self.columns = _column_widths(setter, block, width)
        self.lefts = tuple(accumulate(self.columns, initial=0.0))[:-1]
        self.header = tuple(
            TextCell(setter.lines(c.title, style, room - 2 * self.pad_x), style)
            for c, style, room in zip(
                block.columns, map(_head_style, block.columns), self.columns, strict=True
            )
        )
        self.rows: list[SetRow] = []
        self._ends: list[float] = []
        self.count = max(len(block.rows), 1)
        if not block.rows:
            lines = setter.lines(block.empty, _EMPTY, width - 2 * self.pad_x)
            self._add(SetRow((TextCell(lines, _EMPTY),), len(lines), "none", True))

    def preparing(self) -> Iterator[float]:
        """Set the rows that are not set yet; yields the fraction done."""
        total = len(self.block.rows)
        while len(self.rows) < total:
            for row in self.block.rows[len(self.rows) : len(self.rows) + _AT_ONCE]:
                self._append(row)
            yield len(self.rows) / total

    def prepare(self) -> None:
        """Set all rows."""
        for _ in self.preparing():
            pass

    def _append(self, row: tuple[Cell, ...] | GroupRow) -> None:
        self._add(self._set_group(row) if isinstance(row, GroupRow) else self._set_row(row))

    def _add(self, done: SetRow) -> None:
        self.rows.append(done)
        self._ends.append((self._ends[-1] if self._ends else 0.0) + self.row_height(done.lines))

    def _set_group(self, row: GroupRow) -> SetRow:
        room = self.width - 2 * self.pad_x
        note = self.setter.width(row.note, measures.SMALL) + 12 if row.note else 0.0
        text = TextCell(
            self.setter.lines(row.text, measures.CELL_GROUP, max(room - note, room / 2)),
            measures.CELL_GROUP,
        )
        right = replace(measures.SMALL, leading=_LEADING, align="right")
        cells: tuple[SetCell, ...] = (text,)
        if row.note:
            fitted = self.setter.fitted(row.note, right, room / 2)
            cells = (text, TextCell(self.setter.lines(fitted, right, room), right))
        return SetRow(cells, text.count, "band", True)

    def _set_row(self, row: tuple[Cell, ...]) -> SetRow:
        cells = tuple(
            set_cell(self.setter, cell, style, width - 2 * self.pad_x)
            for cell, style, width in zip(row, self.styles, self.columns, strict=True)
        )
        last = self.rows[-1] if self.rows else None
        lines = max(cell.count for cell in cells)
        return SetRow(cells, lines, "zebra" if last and last.ground == "none" else "none")

    def row_height(self, lines: int) -> float:
        """Height of a row, or of a part of one, with so many lines."""
        return lines * _LEADING + 2 * self.pad_y

    @property
    def header_height(self) -> float:
        """Height of the header row, 0 where no column has a title."""
        if not any(column.title for column in self.block.columns):
            return 0.0
        return max((cell.height for cell in self.header), default=0.0) + 2 * self.pad_y + 1

    def height_between(self, first: int, last: int) -> float:
        """Height of whole rows from ``first`` up to ``last``."""
        if last <= first:
            return 0.0
        return self._ends[last - 1] - (self._ends[first - 1] if first else 0.0)

    def row_reached(self, first: int, height: float) -> int:
        """The first row that does not fit whole, when rows from ``first`` get ``height``."""
        start = self._ends[first - 1] if first else 0.0
        return bisect_right(self._ends, start + height + 1e-6, lo=first)


def _pads(block: Table) -> tuple[float, float]:
    """Room beside and above what stands in a cell."""
    if block.style != "grid":
        return (PAD_X, PAD_Y)
    return (_GRID_PAD_X, _LEAST_PAD_Y if len(block.rows) > _MANY_ROWS else _GRID_PAD_Y)


def _align(column: Column) -> Style:
    align = column.align or ("right" if column.numeric else "left")
    return replace(measures.CELL, align=align)


def _cell_style(column: Column) -> Style:
    return _align(column)


def _head_style(column: Column) -> Style:
    return replace(measures.CELL_HEAD, align=_align(column).align)


def _column_widths(setter: Typesetter, block: Table, width: float) -> tuple[float, ...]:
    """Shares as asked for, but no column narrower than its longest word, nor wider than its content
    while another lacks room. One number scales all shares: it is found by halving."""
    shares = [max(column.width, 0.01) for column in block.columns]
    bounds = [_bounds(setter, block, at, width) for at in range(len(shares))]
    if (least := sum(low for low, _ in bounds)) >= width:
        return tuple(width * low / least for low, _ in bounds)
    if (most := sum(high for _, high in bounds)) <= width:
        free = (width - most) / sum(shares)
        return tuple(high + free * share for (_, high), share in zip(bounds, shares, strict=True))
    small, large = 0.0, width / min(shares)
    for _ in range(60):
        scale = (small + large) / 2
        if sum(_scaled(bounds, shares, scale)) > width:
            large = scale
        else:
            small = scale
    return tuple(_scaled(bounds, shares, small))


def _scaled(
    bounds: list[tuple[float, float]], shares: list[float], scale: float
) -> Iterator[float]:
    for (low, high), share in zip(bounds, shares, strict=True):
        yield min(max(share * scale, low), high)


def _bounds(setter: Typesetter, block: Table, at: int, width: float) -> tuple[float, float]:
    """Room for a column's longest word, as far as it is reasonable, and for its longest cell."""
    title = block.columns[at].title
    cells = [row[at] for row in block.rows if not isinstance(row, GroupRow)]
    telling = list(_telling(cells))
    words = [setter.width(word, measures.CELL_HEAD) for word in title.split()]
    words += [narrowest(setter, cell, measures.CELL) for cell in telling]
    whole = [setter.width(title, measures.CELL_HEAD)]
    whole += [natural_width(setter, cell, measures.CELL) for cell in telling]
    around = 2 * _pads(block)[0] + 0.5
    least = min(max(words, default=0.0) + around, width * 0.4)
    return least, max(least, max(whole) + around)


def _telling(cells: list[Cell]) -> Iterator[Cell]:
    """The cells that decide a column's width: longest words, longest text, and each badge once.

    The word of most letters need not be the widest: several are told.
    """
    text = ""
    words: set[str] = set()
    seen: set[Cell] = set()
    for cell in cells:
        if not isinstance(cell, str):
            if cell not in seen:
                yield cell
            seen.add(cell)
            continue
        text = max(text, cell, key=len)
        words.update(cell.split())
    short = (word for word in words if len(word) <= LONGEST_UNBROKEN)
    yield from nlargest(_WORDS, short, key=lambda word: (len(word), word))
    yield text
