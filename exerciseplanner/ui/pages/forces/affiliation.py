"""The symbol of a unit and the frame of a side, drawn before their names."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.cell_delegate import CellDelegate
from exerciseplanner.ui.widgets.symbols import symbol_pixmap

_SIZE = QSize(18, 16)
_SOFT = 48
_HIGH = 24


class AffiliationDelegate(CellDelegate):
    """Puts the symbol of a unit, or the frame of a side's `identity`, before its text."""

    def picture(self, row: Any) -> QPixmap | None:
        """The symbol or the frame; a row that only groups has none."""
        if row.noun == "unit":
            high = theme.scaled(_HIGH)
            return symbol_pixmap(row.symbol, high, self._view.devicePixelRatioF())
        if not row.noun:
            return None
        return frame(row.identity, self._view.devicePixelRatioF())

    def is_strong(self, row: Any) -> bool:
        """Sides stand out."""
        return bool(row.noun != "unit")


def frame(identity: str, ratio: float) -> QPixmap:
    """The frame of friend (rectangle), hostile (diamond), neutral (square), unknown (clover)."""
    return _frame(identity, theme.affiliation(identity).name(), ratio)


@lru_cache(maxsize=64)
def _frame(identity: str, colour: str, ratio: float) -> QPixmap:
    picture = QPixmap(_SIZE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), 1.4)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    soft = QColor(colour)
    soft.setAlpha(_SOFT)
    painter.setBrush(soft)
    painter.drawPath(_outline(identity, QRectF(0, 0, _SIZE.width(), _SIZE.height())))
    painter.end()
    return picture


def _outline(identity: str, room: QRectF) -> QPainterPath:
    path = QPainterPath()
    middle, unit = room.center(), room.height() / 16
    if identity == "hostile":
        reach = 7 * unit
        corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
        points = [QPointF(middle.x() + x, middle.y() + y) for x, y in corners]
        path.moveTo(points[0])
        for point in points[1:]:
            path.lineTo(point)
        path.closeSubpath()
    elif identity == "neutral":
        path.addRect(_around(middle, 11 * unit, 11 * unit))
    elif identity == "friend":
        path.addRect(_around(middle, 15 * unit, 10 * unit))
    else:
        for x, y in ((0, -3), (3, 0), (0, 3), (-3, 0)):
            leaf = QPainterPath()
            at = QPointF(middle.x() + x * unit, middle.y() + y * unit)
            leaf.addEllipse(at, 3.6 * unit, 3.6 * unit)
            path = path.united(leaf)
        path = path.simplified()
    return path


def _around(middle: QPointF, width: float, height: float) -> QRectF:
    rect = QRectF(0, 0, width, height)
    rect.moveCenter(middle)
    return rect
