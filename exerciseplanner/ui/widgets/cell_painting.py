"""Drawing a cell straight onto the view: a screen of cells takes a frame, not three."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from exerciseplanner.ui.widgets import icons, theme
from exerciseplanner.ui.widgets.columns import ColumnSpec

_PAD = 11
_GAP = 6
_ICON = 16
_SELECTED = QStyle.StateFlag.State_Selected.value
_HOVERED = QStyle.StateFlag.State_MouseOver.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_ENABLED = QStyle.StateFlag.State_Enabled.value


class CellPainter(QObject):
    """Draws cells of one view in the colours of the theme in force."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._colours: dict[str, QColor] = {}
        self._metrics: dict[bool, tuple[QFont, QFontMetrics]] = {}
        theme.changed().changed.connect(self._forget)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        column: ColumnSpec,
        row: Any,
        *,
        picture: QPixmap | None = None,
        strong: bool = False,
        ring: bool = False,
    ) -> None:
        """Draw one cell; `picture` stands in the place of the column's icon."""
        rect, state = option.rect, option.state.value
        selected = bool(state & _SELECTED)
        if selected or state & _HOVERED:
            painter.fillRect(rect, self._colour("selection" if selected else "hover"))
        tone = column.tone(row) if column.tone else ""
        left = rect.left() + _PAD
        picture = picture or self._icon(column, row, tone, painter)
        if picture is not None:
            left = self._draw_picture(painter, picture, rect) + _GAP
        plain = "on_selection" if selected else "text"
        ink = (tone or plain) if state & _ENABLED else "faint"
        room = QRect(left, rect.top(), rect.right() - _PAD - left + 4, rect.height())
        self._draw_text(painter, option, room, column, row, ink, strong or column.strong)
        if ring and state & _FOCUSED:
            painter.setPen(self._colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _draw_picture(self, painter: QPainter, picture: QPixmap, rect: QRect) -> int:
        ratio = picture.devicePixelRatio()
        wide, high = round(picture.width() / ratio), round(picture.height() / ratio)
        left = rect.left() + _PAD - 2
        painter.drawPixmap(left, rect.top() + (rect.height() - high) // 2, picture)
        return left + wide

    def _draw_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        column: ColumnSpec,
        row: Any,
        ink: str,
        strong: bool,
    ) -> None:
        text = column.text_of(row)
        if not text or room.width() <= 0:
            return
        if "\n" in text:
            text = text.replace("\n", " ")
        font, metrics = self._font(option, strong)
        text = metrics.elidedText(text[:400], Qt.TextElideMode.ElideRight, room.width())
        left = room.left()
        if column.align != "left":
            spare = room.width() - metrics.horizontalAdvance(text)
            left += spare if column.align == "right" else spare // 2
        base = room.top() + (room.height() + metrics.ascent() - metrics.descent()) / 2
        painter.setPen(self._colour(ink))
        painter.setFont(font)
        painter.drawText(QPointF(left, base), text)

    def _icon(self, column: ColumnSpec, row: Any, tone: str, painter: QPainter) -> QPixmap | None:
        name = column.icon(row) if column.icon else ""
        if not name:
            return None
        ratio = painter.device().devicePixelRatio()
        return icons.pixmap(name, tone or "muted", _ICON, ratio)

    def _font(self, option: QStyleOptionViewItem, strong: bool) -> tuple[QFont, QFontMetrics]:
        found = self._metrics.get(strong)
        if found is None:
            font = QFont(option.font)
            if strong:
                font.setWeight(QFont.Weight.DemiBold)
            found = self._metrics[strong] = (font, QFontMetrics(font))
        return found

    def _colour(self, token: str) -> QColor:
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = theme.token(token)
        return found

    def _forget(self) -> None:
        self._colours.clear()
        self._metrics.clear()
