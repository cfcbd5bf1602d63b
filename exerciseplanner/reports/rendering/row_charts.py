"""Charts made of rows, each with label, plot and value, that split over pages between rows."""

from __future__ import annotations

from typing import Generic, TypeVar

from exerciseplanner.reports.rendering import measures, palette
from exerciseplanner.reports.rendering.captions import Caption
from exerciseplanner.reports.rendering.composed import Composed
from exerciseplanner.reports.rendering.measures import Style
from exerciseplanner.reports.rendering.typesetting import Canvas, Line, Typesetter, draw_lines

Row = TypeVar("Row")

LABEL = Style(8.8, 11.2)
VALUE = Style(8.8, 11.2, "semibold", align="right")
TICK = Style(7.6, 9.5, colour=palette.MUTED, align="center")
_LEAST = 19.0
_LABEL_LINES = 3
_ALONE = 2
"""So many rows must remain on a page that hands one on, lest a single row stand on the next."""


class RowChart(Composed, Generic[Row]):
    """The frame of a row chart; what is drawn in head, row and foot is its kind's own."""

    label_share = 0.32
    value_width = 34.0
    row_height = _LEAST

    def __init__(
        self, setter: Typesetter, rows: tuple[Row, ...], labels: tuple[str, ...], caption: Caption
    ) -> None:
        super().__init__(setter, 6, measures.BLOCK_GAP)
        self._rows = rows
        self._labels = labels
        self._caption = caption
        self._longest = max((setter.width(one, LABEL) for one in labels), default=0.0)
        self._set_labels: dict[tuple[int, float], tuple[Line, ...]] = {}
        self._start = 0
        self._stop = len(rows)

    def head_height(self, width: float) -> float:
        """Height of what stands over the rows."""
        return 0.0

    def foot_height(self) -> float:
        """Height of what stands under the rows."""
        return 0.0

    def paint_head(self, canvas: Canvas, top: float) -> None:
        """Draw the legend or axis over the rows."""

    def paint_foot(self, canvas: Canvas, top: float, plot_top: float) -> None:
        """Draw the axis under the rows; the rows reach from ``plot_top`` down to ``top``."""

    def paint_behind(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw what lies behind all rows."""

    def paint_row(self, canvas: Canvas, row: Row, middle: float, height: float) -> None:
        """Draw one row's plot and value about its middle."""
        raise NotImplementedError

    @property
    def plot_left(self) -> float:
        """Left end of the plot."""
        return self._label_width(self.width) + 10

    @property
    def plot_width(self) -> float:
        """Width of the plot."""
        return self.width - self.plot_left - self.value_width - 8

    def _label_width(self, width: float) -> float:
        return min(self._longest + 2, width * self.label_share)

    def _height_of(self, at: int, width: float) -> float:
        return max(self.row_height, len(self._label(at, width)) * LABEL.leading + 5)

    def _label(self, at: int, width: float) -> tuple[Line, ...]:
        """The row's label, set once for all parts of the chart."""
        room = self._label_width(width)
        if (at, room) not in self._set_labels:
            self._set_labels[at, room] = self._cut_label(at, room)
        return self._set_labels[at, room]

    def _cut_label(self, at: int, room: float) -> tuple[Line, ...]:
        """The label, cut after its third line: a chart says which, a table says all."""
        lines = self.setter.lines(self._labels[at], LABEL, room)
        if len(lines) <= _LABEL_LINES:
            return lines
        last = "".join(piece.text for piece in lines[_LABEL_LINES - 1].pieces)
        cut = self.setter.fitted(f"{last}…", LABEL, room)
        return lines[: _LABEL_LINES - 1] + self.setter.lines(cut, LABEL, room + 1)

    def _frame_height(self, width: float) -> float:
        return self._caption.height(width) + self.head_height(width) + self.foot_height()

    def height_at(self, width: float) -> float:
        """Caption, head, rows and foot."""
        rows = range(self._start, self._stop)
        return self._frame_height(width) + sum(self._height_of(at, width) for at in rows)

    def opening_at(self, width: float) -> float:
        """All of it up to eight rows, otherwise the first three rows."""
        if self._stop - self._start <= 8:
            return self.height_at(width)
        first = range(self._start, self._start + 3)
        return self._frame_height(width) + sum(self._height_of(at, width) for at in first)

    def split(self, available_width: float, available_height: float) -> list[Composed]:
        """The rows that fit and the rest, with caption, head and foot; short charts stay whole."""
        room = available_height - self._frame_height(available_width)
        page = self.canv.text_height
        if self.height_at(available_width) < min(page, 260) and available_height < page:
            return []
        at = self._start
        while at < self._stop and self._height_of(at, available_width) <= room:
            room -= self._height_of(at, available_width)
            at += 1
        if at == self._stop - 1 and at - self._start > _ALONE:
            at -= 1
        if at in (self._start, self._stop):
            return []
        return [
            self._part(self._start, at, self._caption, 0.0),
            self._part(at, self._stop, self._caption.continued(), self.after),
        ]

    def _part(self, start: int, stop: int, caption: Caption, after: float) -> RowChart[Row]:
        part: RowChart[Row] = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        part.__dict__.pop("canv", None)
        part.forget()
        part.forget()
        part._start, part._stop, part._caption = start, stop, caption
        part.spaceAfter = after
        return part

    def paint(self, canvas: Canvas) -> None:
        """Draw caption, head, rows and foot."""
        top = self.height - self._caption.draw(canvas, self.width, self.height)
        self.paint_head(canvas, top)
        top -= self.head_height(self.width)
        plot_top = top
        heights = [self._height_of(at, self.width) for at in range(self._start, self._stop)]
        self.paint_behind(canvas, top, top - sum(heights))
        for at, height in zip(range(self._start, self._stop), heights, strict=True):
            self._paint_label(canvas, at, top, height)
            self.paint_row(canvas, self._rows[at], top - height / 2, height)
            top -= height
        self.paint_foot(canvas, top, plot_top)

    def _paint_label(self, canvas: Canvas, at: int, top: float, height: float) -> None:
        width = self._label_width(self.width)
        lines = self._label(at, self.width)
        spare = height - len(lines) * LABEL.leading
        draw_lines(canvas, lines, LABEL, 0, top - spare / 2, width)

    def draw_value(self, canvas: Canvas, text: str, middle: float) -> None:
        """The row's value at the right end."""
        fitted = self.setter.fitted(text, VALUE, self.value_width)
        self.setter.draw(canvas, fitted, VALUE, self.width, middle + VALUE.leading / 2)


def guide(canvas: Canvas, x: float, top: float, bottom: float, *, strong: bool = False) -> None:
    """A vertical line behind the rows; a strong one is dashed and darker."""
    canvas.setStrokeColor(palette.MUTED if strong else palette.LINE)
    canvas.setLineWidth(0.6 if strong else 0.4)
    canvas.setDash(*((2, 2) if strong else ()))
    canvas.line(x, top, x, bottom)
    canvas.setDash()
