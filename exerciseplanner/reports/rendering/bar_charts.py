"""Plain bars and score intervals drawn."""

from __future__ import annotations

from exerciseplanner.reports.charts import Bar, BarChart, IntervalChart, IntervalRow
from exerciseplanner.reports.ratings import ScoreBar
from exerciseplanner.reports.rendering import palette
from exerciseplanner.reports.rendering.axes import nice_ticks
from exerciseplanner.reports.rendering.captions import Caption
from exerciseplanner.reports.rendering.rating_marks import (
    badge_width,
    draw_badge,
    draw_interval,
    fill_rectangle,
)
from exerciseplanner.reports.rendering.row_charts import LABEL, TICK, VALUE, RowChart, guide
from exerciseplanner.reports.rendering.typesetting import Canvas, TextLayer, Typesetter

_BADGE = 12.0
_LEGEND = 15.0


class Bars(RowChart[Bar]):
    """Horizontal bars over an axis from zero; a target is an upright mark."""

    def __init__(self, setter: Typesetter, block: BarChart, caption: Caption) -> None:
        labels = tuple(bar.label for bar in block.bars)
        super().__init__(setter, block.bars, labels, caption)
        self._block = block
        reach = [bar.value for bar in block.bars] + [bar.target or 0.0 for bar in block.bars]
        self._maximum = block.maximum or max(reach, default=0.0) or 1.0
        self._ticks = nice_ticks(0.0, self._maximum)
        texts = (setter.width(_bar_text(bar), VALUE) for bar in block.bars)
        self.value_width = min(max([20.0, *texts]) + 2, 110.0)

    def head_height(self, width: float) -> float:
        """The legend where there are targets."""
        return _LEGEND if self._block.target_label else 0.0

    def foot_height(self) -> float:
        """Tick labels and the unit."""
        return 13.0

    def paint_head(self, canvas: Canvas, top: float) -> None:
        """Say what the upright mark means."""
        if not self._block.target_label:
            return
        _target(canvas, self.plot_left + 2, top - 6.5, 5.5)
        self.setter.draw(canvas, self._block.target_label, LABEL, self.plot_left + 9, top - 1)

    def paint_behind(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw a line for each tick."""
        for value, _ in self._ticks:
            guide(canvas, self._x(value), top, bottom)

    def paint_row(self, canvas: Canvas, row: Bar, middle: float, height: float) -> None:
        """Draw the bar, its target and its value."""
        fill = palette.TONES[row.tone] if row.tone else palette.ACCENT_FILL
        width = self._x(row.value) - self.plot_left
        if width > 0:
            fill_rectangle(canvas, fill, self.plot_left, middle - 5.5, width, 11)
        if row.target is not None:
            _target(canvas, self._x(row.target), middle, 8.0)
        self.draw_value(canvas, _bar_text(row), middle)

    def paint_foot(self, canvas: Canvas, top: float, plot_top: float) -> None:
        """Draw the axis with its labels."""
        for value, text in self._ticks:
            self.setter.draw(canvas, text, TICK, self._x(value), top - 2)
        canvas.setStrokeColor(palette.INK)
        canvas.setLineWidth(0.6)
        canvas.line(self.plot_left, plot_top, self.plot_left, top)
        unit = self._block.unit
        right = VALUE.__class__(TICK.size, TICK.leading, "regular", palette.MUTED, "right")
        self.setter.draw(canvas, unit, right, self.width, top - 2)

    def _x(self, value: float) -> float:
        return self.plot_left + self.plot_width * min(max(value / self._maximum, 0.0), 1.0)


def _bar_text(bar: Bar) -> str:
    return bar.text or f"{bar.value:g}"


def _target(canvas: Canvas, x: float, middle: float, half: float) -> None:
    canvas.setStrokeColor(palette.PAPER)
    canvas.setLineWidth(3.2)
    canvas.line(x, middle - half, x, middle + half)
    canvas.setStrokeColor(palette.INK)
    canvas.setLineWidth(1.6)
    canvas.line(x, middle - half, x, middle + half)


class Intervals(RowChart[IntervalRow]):
    """Scores as diamonds on their intervals; dashed lines are the cuts between grades."""

    row_height = 20.0

    def __init__(self, setter: Typesetter, block: IntervalChart, caption: Caption) -> None:
        labels = tuple(row.label for row in block.rows)
        super().__init__(setter, block.rows, labels, caption)
        self._block = block
        notes = (setter.width(row.note, LABEL) for row in block.rows)
        badges = (badge_width(setter, r.badge, _BADGE) + 7 for r in block.rows if r.badge)
        self._badge_room = max(badges, default=0.0)
        self.value_width = min(max([14.0, *notes]) + self._badge_room, 130.0)

    def head_height(self, width: float) -> float:
        """The legend, and the labels of the cuts."""
        return _LEGEND + (12.0 if self._block.cuts else 3.0)

    def foot_height(self) -> float:
        """Tick labels."""
        return 13.0

    def paint_head(self, canvas: Canvas, top: float) -> None:
        """Say what diamond and bar mean, and name the cuts."""
        bar = ScoreBar(0, 1, 0.5)
        x = self._legend_item(canvas, ScoreBar(0.5, 0.5, 0.5), 0, top, self._block.score_label)
        self._legend_item(canvas, bar, x, top, self._block.interval_label)
        for at, label in self._block.cuts:
            self.setter.draw(canvas, label, TICK, self._x(at), top - _LEGEND - 1)

    def _legend_item(self, canvas: Canvas, bar: ScoreBar, x: float, top: float, text: str) -> float:
        width = 22.0 if bar.high > bar.low else 9.0
        draw_interval(canvas, bar, x, top - 6.5, width, 9.0)
        text = self.setter.fitted(text, LABEL, self.width - x - width - 6)
        self.setter.draw(canvas, text, LABEL, x + width + 6, top - 1)
        return x + width + 6 + self.setter.width(text, LABEL) + 16

    def paint_behind(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw ticks and cuts."""
        for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
            guide(canvas, self._x(tick), top, bottom)
        for at, _ in self._block.cuts:
            guide(canvas, self._x(at), top, bottom, strong=True)

    def paint_row(self, canvas: Canvas, row: IntervalRow, middle: float, height: float) -> None:
        """Draw interval, score, grade and note."""
        bar = ScoreBar(row.low, row.high, row.score)
        draw_interval(canvas, bar, self.plot_left, middle, self.plot_width, 11.0)
        left = self.width - self.value_width
        if row.badge:
            layer = TextLayer(canvas)
            draw_badge(layer, self.setter, row.badge, left, middle - _BADGE / 2, _BADGE)
            layer.draw()
        note = self.setter.fitted(row.note, LABEL, self.value_width - self._badge_room)
        top = middle + LABEL.leading / 2
        self.setter.draw(canvas, note, LABEL, left + self._badge_room, top)

    def paint_foot(self, canvas: Canvas, top: float, plot_top: float) -> None:
        """Label the axis."""
        for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
            self.setter.draw(canvas, f"{tick:.2f}", TICK, self._x(tick), top - 2)

    def _x(self, value: float) -> float:
        return self.plot_left + self.plot_width * value
