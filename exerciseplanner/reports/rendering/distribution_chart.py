"""Rating distributions drawn: stacked bars with letter and count inside each segment."""

from __future__ import annotations

from collections.abc import Iterator

from exerciseplanner.reports.charts import DistributionRow, RatingDistribution
from exerciseplanner.reports.ratings import RatingBadge
from exerciseplanner.reports.rendering import palette
from exerciseplanner.reports.rendering.captions import Caption
from exerciseplanner.reports.rendering.measures import Style
from exerciseplanner.reports.rendering.rating_marks import fill_rectangle
from exerciseplanner.reports.rendering.row_charts import LABEL, RowChart
from exerciseplanner.reports.rendering.typesetting import Canvas, Typesetter

_BAR = 14.0
_LEGEND_LINE = 16.0
_SWATCH = 24.0
_INSIDE = Style(8.2, 10, "semibold", align="center")
_NONE = Style(8.8, 11.2, "italic", palette.MUTED)
_TOTAL = Style(7.6, 9.5, colour=palette.MUTED, align="right")


class DistributionBars(RowChart[DistributionRow]):
    """Stacked bars under a legend, the number of ratings at the right."""

    row_height = 21.0

    def __init__(self, setter: Typesetter, block: RatingDistribution, caption: Caption) -> None:
        labels = tuple(row.label for row in block.rows)
        super().__init__(setter, block.rows, labels, caption)
        self._block = block
        self._most = max((sum(row.counts) for row in block.rows), default=0)
        notes = (self._value(row) for row in block.rows)
        self.value_width = max([24.0, *(setter.width(note, LABEL) + 8 for note in notes)])
        self.value_width = min(self.value_width, 90.0)

    def _value(self, row: DistributionRow) -> str:
        return row.note or f"{sum(row.counts)}"

    def _legend(self, width: float) -> list[list[tuple[RatingBadge, float]]]:
        """Legend entries with their x, in as many lines as they need."""
        lines: list[list[tuple[RatingBadge, float]]] = [[]]
        x = 0.0
        for badge in self._block.scale:
            needed = _SWATCH + 6 + self.setter.width(badge.label, LABEL) + 14
            if lines[-1] and x + needed > width:
                lines.append([])
                x = 0.0
            lines[-1].append((badge, x))
            x += needed
        return lines

    def head_height(self, width: float) -> float:
        """The legend and, right over the values, what they count."""
        return len(self._legend(width)) * _LEGEND_LINE + 12

    def paint_head(self, canvas: Canvas, top: float) -> None:
        """Draw each rating's ground and label."""
        for line in self._legend(self.width):
            for badge, x in line:
                fill = palette.TONES[badge.tone]
                fill_rectangle(canvas, fill, x, top - 13, _SWATCH, 11)
                self._inside(canvas, badge, badge.code, x + _SWATCH / 2, top - 7.5)
                label = self.setter.fitted(badge.label, LABEL, self.width - x - _SWATCH - 6)
                self.setter.draw(canvas, label, LABEL, x + _SWATCH + 6, top - 2)
            top -= _LEGEND_LINE
        self.setter.draw(canvas, self._block.unit, _TOTAL, self.width, top - 2)

    def paint_row(self, canvas: Canvas, row: DistributionRow, middle: float, height: float) -> None:
        """Draw the segments, or the sentence where nothing was rated."""
        self.draw_value(canvas, self._value(row), middle)
        if not sum(row.counts):
            top = middle + _NONE.leading / 2
            self.setter.draw(canvas, self._block.empty, _NONE, self.plot_left, top)
            return
        for badge, count, x, width in self._segments(row):
            fill = palette.TONES[badge.tone]
            fill_rectangle(canvas, fill, x, middle - _BAR / 2, width, _BAR)
            text = f"{badge.code} {count}"
            room = width - 5
            if self.setter.width(text, _INSIDE) > room:
                text = badge.code
            if self.setter.width(text, _INSIDE) <= room + 2:
                self._inside(canvas, badge, text, x + width / 2, middle)

    def _segments(self, row: DistributionRow) -> Iterator[tuple[RatingBadge, int, float, float]]:
        measure = sum(row.counts) if self._block.proportional else self._most
        x = self.plot_left
        for badge, count in zip(self._block.scale, row.counts, strict=True):
            width = self.plot_width * count / measure
            if count:
                yield badge, count, x, width
            x += width

    def _inside(
        self, canvas: Canvas, badge: RatingBadge, text: str, x: float, middle: float
    ) -> None:
        """Letters on a plain patch of the ground, so that hatching never crosses them."""
        fill = palette.TONES[badge.tone]
        width = self.setter.width(text, _INSIDE) + 3.5
        if fill.hatching != "none":
            canvas.setFillColor(fill.ground)
            canvas.rect(x - width / 2, middle - 4.2, width, 8.4, stroke=0, fill=1)
        style = Style(_INSIDE.size, _INSIDE.leading, _INSIDE.face, fill.letter, "center")
        self.setter.draw(canvas, text, style, x, middle + style.leading / 2)
