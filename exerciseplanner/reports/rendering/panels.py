"""Facts set apart from running text: key figures, callouts and lines to sign."""

from __future__ import annotations

import math
from dataclasses import replace

from exerciseplanner.reports.blocks import Callout, Figure, Figures, SignatureBlock
from exerciseplanner.reports.rendering import measures, palette
from exerciseplanner.reports.rendering.composed import Composed
from exerciseplanner.reports.rendering.measures import Style
from exerciseplanner.reports.rendering.rating_marks import draw_badge
from exerciseplanner.reports.rendering.typesetting import (
    Canvas,
    Line,
    TextLayer,
    Typesetter,
    draw_lines,
)

_PAD = 10.0
_APART = 20.0


class FiguresRow(Composed):
    """Key figures side by side, each under a rule, values on one line."""

    def __init__(self, setter: Typesetter, block: Figures) -> None:
        super().__init__(setter, 6, measures.BLOCK_GAP + 2)
        self._items = block.items

    def _step(self, width: float) -> float:
        return (width + _APART) / max(len(self._items), 1)

    def _value_style(self, width: float) -> Style:
        """As large as the longest value allows."""
        column = self._step(width) - _APART
        widest = max([1.0, *(self._value_width(item) for item in self._items)])
        size = measures.FIGURE_VALUE.size * min(1.0, column / widest)
        return replace(measures.FIGURE_VALUE, size=max(size, 9.0))

    def _value_width(self, item: Figure) -> float:
        badge = 30.0 if item.badge else 0.0
        return self.setter.width(item.value, measures.FIGURE_VALUE) + badge

    def height_at(self, width: float) -> float:
        """The tallest figure decides."""
        column = self._step(width) - _APART
        below = [
            self.setter.height(item.caption, measures.FIGURE_CAPTION, column)
            + (self.setter.height(item.note, measures.SMALL, column) + 2 if item.note else 0)
            for item in self._items
        ]
        return 8 + measures.FIGURE_VALUE.leading + 3 + max(below, default=0.0)

    def paint(self, canvas: Canvas) -> None:
        """Draw each figure in its column."""
        step = self._step(self.width)
        style = self._value_style(self.width)
        for at, item in enumerate(self._items):
            self._paint_item(canvas, item, at * step, step - _APART, style)

    def _paint_item(
        self, canvas: Canvas, item: Figure, x: float, width: float, style: Style
    ) -> None:
        canvas.setStrokeColor(palette.ACCENT)
        canvas.setLineWidth(1.1)
        canvas.line(x, self.height, x + width, self.height)
        top = self.height - 8
        shift = 0.0
        if item.badge:
            layer = TextLayer(canvas)
            shift = 6 + draw_badge(layer, self.setter, item.badge, x + 0.5, top - 24, 21)
            layer.draw()
        value = self.setter.fitted(item.value, style, width - shift)
        self.setter.draw(canvas, value, style, x + shift, top)
        top -= measures.FIGURE_VALUE.leading + 3
        caption = self.setter.lines(item.caption, measures.FIGURE_CAPTION, width)
        draw_lines(canvas, caption, measures.FIGURE_CAPTION, x, top, width)
        top -= len(caption) * measures.FIGURE_CAPTION.leading + 2
        if item.note:
            note = self.setter.lines(item.note, measures.SMALL, width)
            draw_lines(canvas, note, measures.SMALL, x, top, width)


class Remark(Composed):
    """A callout: a bar at the left, the kind in words, the text on a pale ground."""

    def __init__(
        self, setter: Typesetter, block: Callout, start: int = 0, stop: int | None = None
    ) -> None:
        super().__init__(setter, 6, measures.BLOCK_GAP)
        self._block = block
        self._start, self._stop = start, stop
        word, self._colour = palette.CALLOUTS[block.kind]
        self._title = f"{word}: {block.title}" if block.title else word
        self._title_style = replace(measures.LABEL, size=10, leading=14, colour=self._colour)

    def _lines(self, width: float) -> tuple[Line, ...]:
        lines = self.setter.lines(self._block.text, measures.BODY, self._inside(width))
        return lines[self._start : self._stop]

    def _inside(self, width: float) -> float:
        return width - 2 * _PAD - 3

    def _title_lines(self, width: float) -> tuple[Line, ...]:
        if self._start:
            return ()
        return self.setter.lines(self._title, self._title_style, self._inside(width))

    def height_at(self, width: float) -> float:
        """Title, text and the space around them."""
        title = len(self._title_lines(width)) * self._title_style.leading
        return title + len(self._lines(width)) * measures.BODY.leading + 2 * _PAD - 4

    def split(self, available_width: float, available_height: float) -> list[Composed]:
        """Nothing where a fresh page can hold all; otherwise the lines that fit and the rest."""
        height = self.height_at(available_width)
        if height <= self.canv.text_height:
            return []
        over = math.ceil((height - available_height) / measures.BODY.leading)
        cut = self._start + len(self._lines(available_width)) - over
        if cut - self._start < 2:
            return []
        first = Remark(self.setter, self._block, self._start, cut)
        rest = Remark(self.setter, self._block, cut, self._stop)
        return [first, rest]

    def paint(self, canvas: Canvas) -> None:
        """Draw ground, bar, title and text."""
        canvas.setFillColor(palette.SURFACE)
        canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        canvas.setFillColor(self._colour)
        canvas.rect(0, 0, 3, self.height, stroke=0, fill=1)
        inside = self._inside(self.width)
        top = self.height - _PAD + 2
        title = self._title_lines(self.width)
        draw_lines(canvas, title, self._title_style, _PAD + 3, top, inside)
        top -= len(title) * self._title_style.leading
        draw_lines(canvas, self._lines(self.width), measures.BODY, _PAD + 3, top, inside)


class Signatures(Composed):
    """Lines to sign: signature and date over role and name, two beside each other."""

    _ROW = 62.0

    def __init__(self, setter: Typesetter, block: SignatureBlock) -> None:
        super().__init__(setter, 14, measures.BLOCK_GAP)
        self._block = block

    def _text_height(self, width: float) -> float:
        if not self._block.text:
            return 0.0
        return self.setter.height(self._block.text, measures.BODY, width) + 4

    def height_at(self, width: float) -> float:
        """The text and a row for each two signatories."""
        return self._text_height(width) + (len(self._block.signatories) + 1) // 2 * self._ROW

    def paint(self, canvas: Canvas) -> None:
        """Draw the text, then the lines."""
        lines = self.setter.lines(self._block.text, measures.BODY, self.width)
        if self._block.text:
            draw_lines(canvas, lines, measures.BODY, 0, self.height, self.width)
        top = self.height - self._text_height(self.width)
        column = (self.width - 24) / 2
        for at, signatory in enumerate(self._block.signatories):
            x = at % 2 * (column + 24)
            rule = top - at // 2 * self._ROW - 34
            self._paint_rule(canvas, x, rule, column * 0.64, signatory.role, signatory.name)
            self._paint_rule(canvas, x + column * 0.7, rule, column * 0.3, "Date", "")

    def _paint_rule(
        self, canvas: Canvas, x: float, rule: float, width: float, role: str, name: str
    ) -> None:
        canvas.setStrokeColor(palette.INK)
        canvas.setLineWidth(0.6)
        canvas.line(x, rule, x + width, rule)
        upper, lower = (name, role) if name else (role, "")
        strong, small = measures.SMALL_STRONG, measures.SMALL
        self.setter.draw(canvas, self.setter.fitted(upper, strong, width), strong, x, rule - 3)
        self.setter.draw(canvas, self.setter.fitted(lower, small, width), small, x, rule - 14)
