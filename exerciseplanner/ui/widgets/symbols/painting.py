"""Drawing a symbol with a painter, at any size and on light and dark ground."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from exerciseplanner.domain.symbol_drawing import Colour, Lettering, Outline, SymbolDrawing
from exerciseplanner.ui.widgets import typeface

_BLACK: Colour = (0, 0, 0)
_SHIFTS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def paint_symbol(
    painter: QPainter,
    drawing: SymbolDrawing,
    rect: QRectF,
    *,
    ink: QColor | None = None,
    thinnest: float = 0.0,
) -> None:
    """Draw a symbol as large as fits into a rectangle, in its middle.

    `ink` is the colour of what would be black on the ground, outside the frame; no line becomes
    thinner than `thinnest` pixels.
    """
    scale = min(rect.width() / drawing.width, rect.height() / drawing.height)
    left, top, right, bottom = drawing.bounds
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(scale, scale)
    painter.translate(-(left + right) / 2, -(top + bottom) / 2)
    paint_shapes(painter, drawing, ink=ink, thinnest=thinnest / scale)
    painter.restore()


def paint_shapes(
    painter: QPainter,
    drawing: SymbolDrawing,
    *,
    ink: QColor | None = None,
    thinnest: float = 0.0,
) -> None:
    """Draw a symbol in its own measures, in which the frame is 100 high."""
    for shape in drawing.shapes:
        own_ink = ink if shape.outside else None
        if isinstance(shape, Lettering):
            _paint_text(painter, shape, own_ink)
        else:
            _paint_outline(painter, shape, own_ink, thinnest)


def outline_path(shape: Outline) -> QPainterPath:
    """The path of an outline."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for letter, n in shape.steps:
        if letter == "M":
            path.moveTo(n[0], n[1])
        elif letter == "L":
            path.lineTo(n[0], n[1])
        elif letter == "C":
            path.cubicTo(*n)
        else:
            path.closeSubpath()
    return path


def _paint_outline(painter: QPainter, shape: Outline, ink: QColor | None, thinnest: float) -> None:
    path = outline_path(shape)
    if shape.fill is not None:
        fill = _colour(shape.fill, ink)
        fill.setAlphaF(shape.opacity)
        painter.fillPath(path, fill)
    if shape.line is not None:
        pen = QPen(_colour(shape.line, ink), max(shape.width, thinnest))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if shape.is_round else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(
            Qt.PenJoinStyle.RoundJoin if shape.is_round else Qt.PenJoinStyle.SvgMiterJoin
        )
        pen.setMiterLimit(4)
        if shape.dash:
            pen.setDashPattern([part / pen.widthF() for part in shape.dash])
        painter.strokePath(path, pen)


def _paint_text(painter: QPainter, shape: Lettering, ink: QColor | None) -> None:
    font = _font(shape)
    wide = QFontMetricsF(font).horizontalAdvance(shape.text)
    path = QPainterPath()
    path.addText(QPointF(shape.x - _SHIFTS[shape.anchor] * wide, shape.y), font, shape.text)
    if shape.fill is not None:
        painter.fillPath(path, QBrush(_colour(shape.fill, ink)))
    if shape.line is not None:
        painter.strokePath(path, QPen(_colour(shape.line, ink), shape.width))


def _font(shape: Lettering) -> QFont:
    font = typeface.font(100)
    font.setPixelSize(max(round(shape.size), 1))
    if shape.is_bold:
        font.setWeight(QFont.Weight.Bold)
    return font


def _colour(colour: Colour, ink: QColor | None) -> QColor:
    return QColor(ink) if ink is not None and colour == _BLACK else QColor(*colour)
