"""How the cells and heads of a grid are drawn."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from exerciseplanner.ui.pages.participants.grid_model import Cell, GridModel, Index
from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.ui.widgets.shading import ink_on, shade

_INDENT = 14
_PAD = 20
_ROUND = 3
_BAR_HEAD = 20
"""Room for the figure over a bar."""
_KEPT = 2000
"""So many looks of cells are kept; a resize makes others."""


class GridDelegate(QStyledItemDelegate):
    """Draws cells; those that look alike are drawn once and kept until the theme changes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._drawn: dict[tuple[object, ...], QPixmap] = {}
        theme.changed().changed.connect(self._drawn.clear)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell: its ground or bar, its text, and a ring where it is chosen."""
        model = cast(GridModel, index.model())
        cell = model.cell(model.place_of(index))
        rect = option.rect
        ratio = painter.device().devicePixelRatio()
        looks = (*cell[:2], *cell[3:], rect.width(), rect.height(), ratio)
        drawn = self._drawn.get(looks)
        if drawn is None:
            if len(self._drawn) > _KEPT:
                self._drawn.clear()
            drawn = self._drawn[looks] = _drawn(cell, rect.size(), ratio)
        painter.drawPixmap(rect.topLeft(), drawn)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            painter.setPen(QPen(theme.token("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))


def _drawn(cell: Cell, size: QSize, ratio: float) -> QPixmap:
    """The picture of a cell, without the ring."""
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = QRectF(0, 0, size.width(), size.height()).adjusted(1, 1, -1, -1)
    if cell.bar is None:
        _paint_plain(painter, room, cell)
    else:
        _paint_bar(painter, room, cell)
    painter.end()
    return made


class SideHeader(QHeaderView):
    """The heads beside the lines: code and title at the left, the summary at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)

    @property
    def wanted(self) -> int:
        """The width in pixels at which no head is shortened."""
        small = QFontMetrics(typeface.font(theme.scaled(11), strong=True))
        large = QFontMetrics(typeface.font(theme.scaled(13), strong=True))
        return max(
            (
                large.horizontalAdvance(f"{each.code}  {each.title}".strip())
                + (small.horizontalAdvance(each.summary) + theme.scaled(16) if each.summary else 0)
                + theme.scaled(_PAD + _INDENT * each.depth + 16)
                for each in cast(GridModel, self.model()).rows
            ),
            default=0,
        )

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The title gives way to the summary where there is little room."""
        row = cast(GridModel, self.model()).rows[section]
        painter.save()
        painter.fillRect(rect, theme.token("surface"))
        room = rect.adjusted(theme.scaled(_PAD + _INDENT * row.depth), 0, -theme.scaled(8), 0)
        if row.summary:
            painter.setFont(typeface.font(theme.scaled(11), strong=bool(row.tone)))
            painter.setPen(theme.token(row.tone or "muted"))
            painter.drawText(room, _RIGHT, row.summary)
            wide = painter.fontMetrics().horizontalAdvance(row.summary)
            room.setRight(room.right() - wide - theme.scaled(8))
        strong = typeface.font(theme.scaled(13), strong=True)
        plain = typeface.font(theme.scaled(13), strong=row.strong)
        if row.code:
            painter.setFont(strong)
            painter.setPen(theme.token("text"))
            code = painter.fontMetrics().elidedText(row.code, _ELIDE, room.width())
            painter.drawText(room, _LEFT, code)
            room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(f"{code}  "))
        painter.setFont(plain)
        painter.setPen(theme.token("text"))
        painter.drawText(
            room, _LEFT, painter.fontMetrics().elidedText(row.title, _ELIDE, max(room.width(), 0))
        )
        painter.restore()


class TopHeader(QHeaderView):
    """The heads over the columns, each in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(theme.scaled(24))
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:
        """As high as a row."""
        return QSize(super().sizeHint().width(), theme.row_height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The text of the column, shortened where it is narrow."""
        column = cast(GridModel, self.model()).columns[section]
        painter.save()
        painter.fillRect(rect, theme.token("surface"))
        painter.setFont(typeface.font(theme.scaled(11), strong=True))
        painter.setPen(theme.token(column.tone or "muted"))
        said = f"▲ {column.text}" if column.tone == "danger" else column.text
        text = painter.fontMetrics().elidedText(said, _ELIDE, rect.width() - 2)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ELIDE = Qt.TextElideMode.ElideRight


def _paint_plain(painter: QPainter, room: QRectF, cell: Cell) -> None:
    ground, ink = theme.token("field"), theme.token("text")
    if cell.tone:
        soft = f"{cell.tone}_soft"
        ground, ink = theme.token(soft), theme.token(cell.tone)
    elif cell.share is not None:
        ground = shade(cell.share)
        ink = ink_on(ground)
    painter.setPen(theme.token("line") if theme.name() == "contrast" else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(room, _ROUND, _ROUND)
    _write(painter, room, cell.text, ink, strong=bool(cell.tone) or cell.share is not None)


def _paint_bar(painter: QPainter, room: QRectF, cell: Cell) -> None:
    """A bar from the foot, with its figure above it."""
    tone = theme.token(cell.tone or "accent")
    head = theme.scaled(_BAR_HEAD)
    high = max(room.height() - head, 1.0)
    wide = min(room.width() - 4, theme.scaled(28))
    left = room.center().x() - wide / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone)
    tall = high * max(0.0, min(cell.bar or 0.0, 1.0))
    painter.drawRect(QRectF(left, room.bottom() - tall, wide, tall))
    if cell.mark is not None:
        painter.setPen(QPen(theme.token("text"), 2))
        y = room.bottom() - high * max(0.0, min(cell.mark, 1.0))
        over = min(4.0, (room.width() - wide) / 2 - 2)
        painter.drawLine(QPointF(left - over, y), QPointF(left + wide + over, y))
    painter.setPen(theme.token("line"))
    painter.drawLine(room.bottomLeft(), room.bottomRight())
    top = max(tall, high * cell.mark if cell.mark is not None else 0.0)
    place = QRectF(room.left(), room.bottom() - top - head, room.width(), head)
    ink = theme.token(cell.tone) if cell.tone else theme.token("text")
    _write(painter, place, cell.text, ink, strong=bool(cell.tone))


def _write(painter: QPainter, room: QRectF, text: str, ink: QColor, *, strong: bool) -> None:
    if not text:
        return
    font, metrics = _face(theme.scaled(12), strong)
    wide = metrics.horizontalAdvance(text)
    if wide > room.width():
        font, metrics = _face(theme.scaled(11), strong)
        text = metrics.elidedText(text, _ELIDE, round(room.width()) + 1)
        wide = metrics.horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(ink)
    base = room.top() + (room.height() + metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(room.left() + (room.width() - wide) / 2, base), text)


@lru_cache(maxsize=16)
def _face(pixels: int, strong: bool) -> tuple[QFont, QFontMetrics]:
    font = typeface.font(pixels, strong=strong)
    return font, QFontMetrics(font)
