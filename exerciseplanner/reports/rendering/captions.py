"""Numbered captions over tables and charts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exerciseplanner.reports.blocks import Run, Text
from exerciseplanner.reports.rendering import measures
from exerciseplanner.reports.rendering.typesetting import Canvas, Typesetter, draw_lines

_STYLE = replace(measures.CAPTION, colour=measures.BODY.colour)
_BELOW = 4.0


@dataclass(frozen=True)
class Caption:
    """A kind, number and title; later pages say so. There is none without a title."""

    setter: Typesetter
    number: str
    title: str
    is_continued: bool = False

    def continued(self) -> Caption:
        """The caption for the next page."""
        return replace(self, is_continued=True)

    def _text(self) -> Text:
        tail = (Run(" (continued)", italic=True),) if self.is_continued else ()
        return (Run(self.number, bold=True), Run(f"\u00a0\u00a0\u00a0{self.title}"), *tail)

    def height(self, width: float) -> float:
        """Height in points, 0 without a title."""
        if not self.title:
            return 0.0
        return self.setter.height(self._text(), _STYLE, width) + _BELOW

    def draw(self, canvas: Canvas, width: float, top: float) -> float:
        """Draw downward from ``top``; returns the height used."""
        if self.title:
            lines = self.setter.lines(self._text(), _STYLE, width)
            draw_lines(canvas, lines, _STYLE, 0, top, width)
        return self.height(width)
