"""Military symbols on paper: each distinct one written once as a form and set where it stands."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from reportlab.pdfbase import pdfmetrics

from exerciseplanner.domain.symbol_drawing import Lettering, Outline, SymbolDrawing
from exerciseplanner.reports.rendering.measures import MM, Style
from exerciseplanner.reports.rendering.typeface import FONT_NAMES, settable
from exerciseplanner.reports.rendering.typesetting import Canvas, Line, TextLayer, Typesetter
from exerciseplanner.reports.symbols import SymbolMark

GAP = 4.0
PLAIN_HEIGHT = 148.0
"""A frame with its echelon: symbols with less around them are set no larger than these."""
_WIDE = 1.25
_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}
_NON_ZERO = 1
_MITRE = 4


@dataclass(frozen=True, slots=True)
class SymbolCell:
    """A symbol and, beside it, text in lines."""

    drawing: SymbolDrawing
    high: float
    lines: tuple[Line, ...]
    style: Style

    @property
    def count(self) -> int:
        """Number of lines that the higher of symbol and text takes."""
        return max(len(self.lines), math.ceil(self.high / self.style.leading))

    @property
    def height(self) -> float:
        """Height in points."""
        return self.count * self.style.leading

    def draw(
        self,
        layer: TextLayer,
        x: float,
        top: float,
        width: float,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        """Draw the symbol with the first line, and the lines from ``start`` up to ``end``."""
        if start == 0:
            free = max(self.height - self.high, 0.0) if end is None or end >= self.count else 0.0
            draw_symbol(layer.canvas, self.drawing, x, top - free / 2 - self.high, self.high)
        left, room = replace(self.style, align="left"), symbol_width(self.high) + GAP
        layer.put(self.lines[start:end], left, x + room, top, width - room)


def set_symbol(
    setter: Typesetter, mark: SymbolMark, drawing: SymbolDrawing, style: Style, width: float
) -> SymbolCell:
    """A symbol and its text set to a width in points."""
    high = mark.height * MM
    room = width - symbol_width(high) - GAP
    lines = setter.lines(mark.text, style, room) if mark.text else ()
    return SymbolCell(drawing, high, lines, style)


def symbol_width(high: float) -> float:
    """The width kept for symbols of a height, so that what stands beside them is in line."""
    return high * _WIDE


def draw_symbol(canvas: Canvas, drawing: SymbolDrawing, x: float, y: float, high: float) -> None:
    """Draw a symbol in the middle of its room, whose lower left corner is at (x, y)."""
    if getattr(canvas, "measuring", False):
        return
    wide = symbol_width(high)
    scale = min(wide / drawing.width, high / max(drawing.height, PLAIN_HEIGHT))
    left, top, right, bottom = drawing.bounds
    canvas.saveState()
    canvas.translate(x + wide / 2, y + high / 2)
    canvas.scale(scale, scale)
    canvas.translate(-(left + right) / 2, (top + bottom) / 2)
    canvas.doForm(_form(canvas, drawing))
    canvas.restoreState()


def _form(canvas: Canvas, drawing: SymbolDrawing) -> str:
    """The name of the form that holds the symbol, in its own measures, upwards."""
    name = f"symbol-{drawing.code}-{drawing.height:.0f}"
    if not canvas.hasForm(name):
        left, top, right, bottom = drawing.bounds
        canvas.beginForm(name, left, -bottom, right, -top)
        for shape in drawing.shapes:
            if isinstance(shape, Lettering):
                _draw_text(canvas, shape)
            else:
                _draw_outline(canvas, shape)
        canvas.endForm()
    return name


def _draw_outline(canvas: Canvas, shape: Outline) -> None:
    path = canvas.beginPath()
    for letter, n in shape.steps:
        if letter == "M":
            path.moveTo(n[0], -n[1])
        elif letter == "L":
            path.lineTo(n[0], -n[1])
        elif letter == "C":
            path.curveTo(n[0], -n[1], n[2], -n[3], n[4], -n[5])
        else:
            path.close()
    if shape.fill is not None:
        canvas.setFillColorRGB(*(part / 255 for part in shape.fill))
        canvas.setFillAlpha(shape.opacity)
    if shape.line is not None:
        canvas.setStrokeColorRGB(*(part / 255 for part in shape.line))
        canvas.setLineWidth(shape.width)
        canvas.setLineCap(int(shape.is_round))
        canvas.setLineJoin(int(shape.is_round))
        canvas.setMiterLimit(_MITRE)
        canvas.setDash(*((list(shape.dash), 0) if shape.dash else ()))
    canvas.drawPath(
        path,
        stroke=int(shape.line is not None),
        fill=int(shape.fill is not None),
        fillMode=_NON_ZERO,
    )


def _draw_text(canvas: Canvas, shape: Lettering) -> None:
    font = FONT_NAMES["bold" if shape.is_bold else "regular"]
    text = settable(shape.text, set())
    wide = pdfmetrics.stringWidth(text, font, shape.size)
    canvas.setFont(font, shape.size)
    if shape.fill is not None:
        canvas.setFillColorRGB(*(part / 255 for part in shape.fill))
        canvas.setFillAlpha(1)
    if shape.line is not None:
        canvas.setStrokeColorRGB(*(part / 255 for part in shape.line))
        canvas.setLineWidth(shape.width)
        canvas.setDash()
    outlined = 2 if shape.line is not None else 0
    canvas.drawString(shape.x - _SHARES[shape.anchor] * wide, -shape.y, text, mode=outlined)
