"""The coloured mark of a storyline before its rows: its shape tells the level."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.cell_delegate import CellDelegate

_SIZE = 12


class LaneDelegate(CellDelegate):
    """Draws cells with the mark of their storyline before the text."""

    def picture(self, row: Any) -> QPixmap | None:
        """The mark of the row's level in the colour of its storyline."""
        return mark(row.level, row.lane, self._view.devicePixelRatioF())

    def is_strong(self, row: Any) -> bool:
        """Storylines stand out."""
        return bool(row.level == "storyline")


def mark(level: str, lane: int | None, ratio: float) -> QPixmap:
    """The mark of a level in the colour of a lane; grey without one."""
    colour = theme.token("faint") if lane is None else theme.lane(lane)
    return _mark(level, colour.name(), ratio)


@lru_cache(maxsize=256)
def _mark(level: str, colour: str, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(_SIZE, _SIZE) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    if level == "storyline":
        painter.drawRoundedRect(QRectF(1, 1, 10, 10), 3, 3)
    elif level == "event":
        painter.drawEllipse(QRectF(2, 2, 8, 8))
    elif level == "inject":
        painter.drawRoundedRect(QRectF(4.5, 0, 3, 12), 1.5, 1.5)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), 1.5))
        painter.drawEllipse(QRectF(2.5, 2.5, 7, 7))
    painter.end()
    return picture
