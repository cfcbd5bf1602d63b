"""Charts along time drawn: trends as lines, timelines as lanes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from exerciseplanner.reports.charts import Lane, Mark, Series, Span, TimelineStrip, TrendChart
from exerciseplanner.reports.rendering import measures, palette
from exerciseplanner.reports.rendering.axes import nice_ticks
from exerciseplanner.reports.rendering.captions import Caption
from exerciseplanner.reports.rendering.composed import Composed
from exerciseplanner.reports.rendering.rating_marks import fill_rectangle
from exerciseplanner.reports.rendering.row_charts import LABEL, TICK, RowChart, guide
from exerciseplanner.reports.rendering.typesetting import Canvas, Typesetter

_PLOT = 128.0
_LEGEND = 15.0
_LEFT = 30.0


class TrendLines(Composed):
    """Lines over named points; a missing value breaks its line."""

    def __init__(self, setter: Typesetter, block: TrendChart, caption: Caption) -> None:
        super().__init__(setter, 6, measures.BLOCK_GAP)
        self._block = block
        self._caption = caption
        values = [one for line in block.series for one in line.values if one is not None]
        highest = max(values, default=1.0)
        self._low = min([block.minimum, *values])
        self._high = block.maximum if block.maximum is not None else highest
        if self._high <= self._low:
            self._high = self._low + 1.0

    def height_at(self, width: float) -> float:
        """Caption, legend, plot and point labels."""
        return self._caption.height(width) + _LEGEND + 4 + _PLOT + 14

    def paint(self, canvas: Canvas) -> None:
        """Draw legend, grid and lines."""
        top = self.height - self._caption.draw(canvas, self.width, self.height)
        self._paint_legend(canvas, top)
        top -= _LEGEND + 4
        self._paint_grid(canvas, top)
        for at, line in enumerate(self._block.series):
            self._paint_line(canvas, line, at, top)

    def _paint_legend(self, canvas: Canvas, top: float) -> None:
        x = 0.0
        for at, line in enumerate(self._block.series):
            _stroke(canvas, at)
            canvas.line(x, top - 6.5, x + 22, top - 6.5)
            canvas.setDash()
            _dot(canvas, at, x + 11, top - 6.5)
            name = self.setter.fitted(line.name, LABEL, max(self.width - x - 28, 20))
            self.setter.draw(canvas, name, LABEL, x + 28, top - 1)
            x += 28 + self.setter.width(name, LABEL) + 16
        right = replace(TICK, align="right")
        self.setter.draw(canvas, self._block.unit, right, self.width, top - 2)

    def _paint_grid(self, canvas: Canvas, top: float) -> None:
        right = replace(TICK, align="right")
        canvas.setLineWidth(0.4)
        for value, text in nice_ticks(self._low, self._high, 5):
            y = self._y(value, top)
            canvas.setStrokeColor(palette.LINE)
            canvas.line(_LEFT, y, self.width, y)
            self.setter.draw(canvas, text, right, _LEFT - 5, y + TICK.leading / 2)
        room = (self.width - _LEFT) / max(len(self._block.points), 1)
        widest = max((self.setter.width(p, TICK) for p in self._block.points), default=0.0)
        every = max(1, int((widest + 6) / room + 0.999))
        for at, point in enumerate(self._block.points):
            if at % every == 0:
                text = self.setter.fitted(point, TICK, room * every)
                self.setter.draw(canvas, text, TICK, self._x(at), top - _PLOT - 3)

    def _paint_line(self, canvas: Canvas, line: Series, at: int, top: float) -> None:
        places = [
            (self._x(place), self._y(value, top)) if value is not None else None
            for place, value in enumerate(line.values)
        ]
        _stroke(canvas, at)
        for present, stretch in groupby(places, key=lambda place: place is not None):
            if present:
                _polyline(canvas, [place for place in stretch if place is not None])
        canvas.setDash()
        for place in places:
            if place is not None:
                _dot(canvas, at, *place)

    def _x(self, at: int) -> float:
        return _LEFT + (self.width - _LEFT) * (at + 0.5) / max(len(self._block.points), 1)

    def _y(self, value: float, top: float) -> float:
        share = (min(value, self._high) - self._low) / (self._high - self._low)
        return top - _PLOT + share * _PLOT


def _stroke(canvas: Canvas, at: int) -> None:
    colour, dash = palette.SERIES[at % len(palette.SERIES)]
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(1.5)
    canvas.setDash(list(dash))


def _polyline(canvas: Canvas, places: list[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*places[0])
    for place in places[1:]:
        path.lineTo(*place)
    canvas.drawPath(path, stroke=1, fill=0)


def _dot(canvas: Canvas, at: int, x: float, y: float) -> None:
    """Round, square, diamond, in turn: the lines differ without colour."""
    canvas.setFillColor(palette.SERIES[at % len(palette.SERIES)][0])
    canvas.setStrokeColor(palette.PAPER)
    canvas.setLineWidth(0.7)
    if at % 3 == 0:
        canvas.circle(x, y, 2.9, stroke=1, fill=1)
        return
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(45 if at % 3 == 2 else 0)
    canvas.rect(-2.5, -2.5, 5, 5, stroke=1, fill=1)
    canvas.restoreState()


class TimelineLanes(RowChart[Lane]):
    """Lanes under a time axis: spans as bars with their text, moments as diamonds."""

    label_share = 0.24
    value_width = 0.0
    row_height = 24.0

    def __init__(self, setter: Typesetter, block: TimelineStrip, caption: Caption) -> None:
        labels = tuple(lane.label for lane in block.lanes)
        super().__init__(setter, block.lanes, labels, caption)
        self._block = block

    def head_height(self, width: float) -> float:
        """The axis."""
        return 14.0

    def paint_head(self, canvas: Canvas, top: float) -> None:
        """Label the axis, as many ticks as have room."""
        free = self.plot_left - 50
        for at, text in self._block.ticks:
            half = self.setter.width(text, TICK) / 2
            if self._inside(at) and self._x(at) - half >= free:
                self.setter.draw(canvas, text, TICK, self._x(at), top - 2)
                free = self._x(at) + half + 5

    def paint_behind(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw a line for each tick, and one under the axis."""
        for at, _ in self._block.ticks:
            if self._inside(at):
                guide(canvas, self._x(at), top, bottom)
        canvas.setStrokeColor(palette.INK)
        canvas.setLineWidth(0.6)
        canvas.line(self.plot_left, top, self.plot_left + self.plot_width, top)

    def paint_row(self, canvas: Canvas, row: Lane, middle: float, height: float) -> None:
        """Draw the lane's spans, then its moments, over the line that ends it."""
        canvas.setStrokeColor(palette.LINE)
        canvas.setLineWidth(0.4)
        canvas.line(0, middle - height / 2, self.width, middle - height / 2)
        for span in row.spans:
            self._paint_span(canvas, span, middle)
        for mark, left, right in self._marks(row):
            self._paint_mark(canvas, mark, middle, left, right)

    def _paint_span(self, canvas: Canvas, span: Span, middle: float) -> None:
        left, right = self._x(span.start), self._x(span.end)
        fill = palette.ACCENT_HATCHED if span.hatched else palette.ACCENT_FILL
        fill_rectangle(canvas, fill, left, middle - 7, max(right - left, 1.0), 14)
        text = self.setter.fitted(span.text, TICK, right - left - 6)
        if len(text) < min(3, len(span.text)) or not text:
            return
        if span.hatched:
            canvas.setFillColor(fill.ground)
            width = self.setter.width(text, TICK) + 4
            canvas.rect((left + right - width) / 2, middle - 4.5, width, 9, stroke=0, fill=1)
        style = replace(TICK, face="semibold", colour=fill.letter)
        self.setter.draw(canvas, text, style, (left + right) / 2, middle + TICK.leading / 2)

    def _marks(self, lane: Lane) -> Iterator[tuple[Mark, float, float]]:
        """Each moment in view with the room to its left and right for its text."""
        seen = sorted((m for m in lane.marks if self._inside(m.at)), key=lambda m: m.at)
        places = [self._x(mark.at) for mark in seen]
        edges = [self.plot_left - 9, *places, self.width + 5]
        for at, mark in enumerate(seen):
            yield mark, places[at] - edges[at] - 18, edges[at + 2] - places[at] - 12

    def _paint_mark(
        self, canvas: Canvas, mark: Mark, middle: float, left: float, right: float
    ) -> None:
        """A diamond, its text on the right or, where that side is too narrow, on the left."""
        x = self._x(mark.at)
        canvas.saveState()
        canvas.translate(x, middle)
        canvas.rotate(45)
        canvas.setFillColor(palette.INK)
        canvas.setStrokeColor(palette.PAPER)
        canvas.setLineWidth(0.8)
        canvas.rect(-3.3, -3.3, 6.6, 6.6, stroke=1, fill=1)
        canvas.restoreState()
        top = middle + TICK.leading / 2
        style = replace(TICK, align="left", colour=palette.INK)
        width = self.setter.width(mark.text, TICK)
        if right < width <= left:
            self.setter.draw(canvas, mark.text, replace(style, align="right"), x - 7, top)
        elif right > 18:
            self.setter.draw(canvas, self.setter.fitted(mark.text, style, right), style, x + 7, top)

    def _inside(self, at: float) -> bool:
        return self._block.start <= at <= self._block.end

    def _x(self, at: float) -> float:
        span = (self._block.end - self._block.start) or 1.0
        share = (at - self._block.start) / span
        return self.plot_left + self.plot_width * min(max(share, 0.0), 1.0)
