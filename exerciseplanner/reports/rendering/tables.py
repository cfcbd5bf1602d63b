"""Tables on the page, split between rows or, where a row is taller than a page, in it."""

from __future__ import annotations

from dataclasses import dataclass

from exerciseplanner.reports.rendering import measures, palette
from exerciseplanner.reports.rendering.captions import Caption
from exerciseplanner.reports.rendering.composed import Composed
from exerciseplanner.reports.rendering.table_layout import SetRow, TableLayout
from exerciseplanner.reports.rendering.typesetting import Canvas, TextLayer

_ALONE = 2
"""So many rows must remain on a page that hands one on, lest a single row stand on the next."""


@dataclass(frozen=True)
class Place:
    """A place in a table: before line ``line`` of row ``row``."""

    row: int
    line: int = 0


class TablePart(Composed):
    """The rows of a table that stand on one page, under its header."""

    def __init__(
        self,
        layout: TableLayout,
        caption: Caption,
        start: Place | None = None,
        end: Place | None = None,
    ) -> None:
        super().__init__(layout.setter, 6, measures.BLOCK_GAP)
        self._layout = layout
        self._caption = caption
        self._start = start or Place(0)
        self._given_end = end

    @property
    def is_legend(self) -> bool:
        """Whether it has neither caption nor header: it belongs to what comes after it."""
        return not self._caption.title and not self._layout.header_height

    @property
    def _end(self) -> Place:
        return self._given_end or Place(self._layout.count)

    def _head(self) -> float:
        return self._caption.height(self._layout.width) + self._layout.header_height

    def _slices(self) -> list[tuple[int, int, int]]:
        """Row, first line and end line of everything in this part."""
        rows, end = self._layout.rows, self._end
        pieces = []
        for at in range(self._start.row, min(end.row + 1, len(rows))):
            first = self._start.line if at == self._start.row else 0
            last = end.line if at == end.row else rows[at].lines
            if last > first:
                pieces.append((at, first, last))
        return pieces

    def _rows_height(self) -> float:
        layout, start, end = self._layout, self._start, self._end
        if start.line == 0 and end.line == 0:
            return layout.height_between(start.row, end.row)
        if start.row == end.row:
            return layout.row_height(end.line - start.line)
        height = layout.height_between(start.row, end.row)
        if start.line:
            rest = layout.rows[start.row].lines - start.line
            height += layout.row_height(rest) - layout.row_height(layout.rows[start.row].lines)
        return height + (layout.row_height(end.line) if end.line else 0.0)

    def height_at(self, width: float) -> float:
        """Caption, header and rows."""
        self._layout.prepare()
        return self._head() + self._rows_height()

    def opening_at(self, width: float) -> float:
        """Caption, header and the first two rows."""
        self._layout.prepare()
        rows = self._layout.rows[:2]
        return self._head() + sum(self._layout.row_height(min(row.lines, 6)) for row in rows)

    def split(self, available_width: float, available_height: float) -> list[Composed]:
        """What fits and the rest; nothing where not even one row would stand under the header."""
        canvas = getattr(self, "canv", None)
        page = available_height if canvas is None else canvas.text_height
        cut = self._cut(available_height - self._head(), page - self._head())
        if cut in (self._start, self._end):
            return []
        later = self._caption.continued()
        first = TablePart(self._layout, self._caption, self._start, cut)
        first.spaceAfter = 0
        rest = TablePart(self._layout, later, cut, self._given_end)
        rest.spaceAfter = self.spaceAfter
        return [first, rest]

    def _cut(self, room: float, page_room: float) -> Place:
        """Where this page must end: before a row, or in one that no page can hold."""
        layout, start = self._layout, self._start
        row, line, left = self._first_left_over(room)
        if row >= self._end.row and not self._end.line:
            return self._end
        lines = layout.rows[row].lines - line
        if layout.row_height(lines) > page_room and left >= layout.row_height(2):
            return Place(row, line + int((left - 2 * layout.pad_y) / measures.CELL.leading))
        at = self._between_rows(row)
        is_fresh = room >= page_room - 1
        if at > start.row + 1 or (at > start.row and (is_fresh or start != Place(0))):
            return Place(at)
        return Place(row, line) if is_fresh else start

    def _between_rows(self, row: int) -> int:
        """The row before which the page ends: no row is left over alone, no group without rows."""
        rows, first = self._layout.rows, self._start.row
        at = row
        if at == self._end.row - 1 and not self._end.line and at - first > _ALONE:
            at -= 1
        while at > first and rows[at - 1].ground == "band":
            at -= 1
        return at

    def _first_left_over(self, room: float) -> tuple[int, int, float]:
        """The first row that does not fit whole, its first line, and the height left for it."""
        layout, start = self._layout, self._start
        row = start.row
        if start.line:
            taken = layout.row_height(layout.rows[row].lines - start.line)
            if taken > room:
                return row, start.line, room
            row, room = row + 1, room - taken
        reached = layout.row_reached(row, room)
        return reached, 0, room - layout.height_between(row, reached)

    def paint(self, canvas: Canvas) -> None:
        """Draw caption, header, rows and rules."""
        layout = self._layout
        top = self.height
        top -= self._caption.draw(canvas, layout.width, top)
        layer = TextLayer(canvas)
        self._paint_header(layer, top)
        top -= layout.header_height
        first_rule = top
        for at, first, last in self._slices():
            row = layout.rows[at]
            height = layout.row_height(last - first)
            self._paint_row(layer, row, top, height, first, last)
            top -= height
        self._paint_rules(canvas, first_rule, top)
        layer.draw()

    def _paint_header(self, layer: TextLayer, top: float) -> None:
        layout = self._layout
        if not layout.header_height:
            return
        highest = max((cell.height for cell in layout.header), default=0.0)
        for cell, x, width in zip(layout.header, layout.lefts, layout.columns, strict=True):
            down = highest - cell.height
            cell.draw(layer, x + layout.pad_x, top - layout.pad_y - down, width - 2 * layout.pad_x)

    def _paint_row(
        self, layer: TextLayer, row: SetRow, top: float, height: float, first: int, last: int
    ) -> None:
        layout = self._layout
        canvas, style = layer.canvas, layout.block.style
        if row.ground == "band" or (row.ground == "zebra" and style == "zebra"):
            canvas.setFillColor(palette.BAND if row.ground == "band" else palette.SURFACE)
            canvas.rect(0, top - height, layout.width, height, stroke=0, fill=1)
        if row.spans:
            for cell in row.cells:
                cell.draw(
                    layer,
                    layout.pad_x,
                    top - layout.pad_y,
                    layout.width - 2 * layout.pad_x,
                    first,
                    last,
                )
            return
        for cell, x, width in zip(row.cells, layout.lefts, layout.columns, strict=True):
            cell.draw(
                layer, x + layout.pad_x, top - layout.pad_y, width - 2 * layout.pad_x, first, last
            )
        if style != "zebra":
            canvas.setStrokeColor(palette.LINE)
            canvas.setLineWidth(0.4)
            canvas.line(0, top - height, layout.width, top - height)

    def _paint_rules(self, canvas: Canvas, top: float, bottom: float) -> None:
        layout = self._layout
        if layout.block.style == "grid":
            canvas.setStrokeColor(palette.LINE)
            canvas.setLineWidth(0.4)
            for x in (*layout.lefts, layout.width):
                canvas.line(x, top, x, bottom)
        canvas.setStrokeColor(palette.FAINT)
        canvas.setLineWidth(0.6)
        canvas.line(0, bottom, layout.width, bottom)
        if layout.header_height:
            canvas.setStrokeColor(palette.INK)
            canvas.setLineWidth(0.9)
            canvas.line(0, top, layout.width, top)
