"""Where the cells of the matrix lie, and how cells and names are painted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from exerciseplanner.domain.interoperability_marks import Mark
from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.workspace.queries.interoperability_scopes import Party

Pair = tuple[int, int]

_NARROWEST, _LOWEST, _MOST = 18, 14, 56
_WIDEST_NAME = 128
_ROOMY = 32
_FLATTEST = 1.8
"""A cell is at most so many times wider than high."""


class Places(NamedTuple):
    """The cell under the pointer, the one under the cursor, and whether the grid has the focus."""

    hover: Pair | None
    cursor: Pair | None
    focused: bool


class Layout(NamedTuple):
    """Widths and offsets in pixels: names at the left, heads above, cells of one size.

    Cells are square where there is room, and wider than high where there is none.
    """

    names: int
    heads: int
    wide: int
    high: int
    x: int
    y: int
    room: QSize
    upright: bool

    def cell(self, row: int, column: int) -> QRect:
        """Where a cell is drawn."""
        left = self.names + column * self.wide - self.x
        return QRect(left, self.heads + row * self.high - self.y, self.wide, self.high)

    def at(self, point: QPoint, count: int) -> Pair | None:
        """The cell at a point; None beside the cells."""
        if point.x() < self.names or point.y() < self.heads:
            return None
        row = (point.y() - self.heads + self.y) // self.high
        column = (point.x() - self.names + self.x) // self.wide
        return (row, column) if row < count and column < count else None

    def seen(self, count: int, *, across: bool) -> range:
        """The rows or columns that are at least partly in sight."""
        start, offset = (self.names, self.x) if across else (self.heads, self.y)
        length = self.room.width() if across else self.room.height()
        size = self.wide if across else self.high
        return range(offset // size, min(count, (offset + length - start) // size + 1))


def layout_of(parties: Sequence[Party], room: QSize, offset: Pair) -> Layout:
    """Cells as large as fit, never too small to be read; the rest is scrolled."""
    metrics = QFontMetrics(typeface.font(theme.scaled(11), strong=True))
    widest = max((metrics.horizontalAdvance(each.code) for each in parties), default=0)
    widest = min(widest, theme.scaled(_WIDEST_NAME))
    names = widest + theme.scaled(32)
    count = max(len(parties), 1)
    across = min((room.width() - names) // count, theme.scaled(_MOST))
    level, upright = metrics.height() + theme.scaled(12), widest + theme.scaled(14)
    wide = max(across, theme.scaled(_NARROWEST))
    turned = widest + theme.scaled(6) > wide
    heads = upright if turned else level
    high = min(wide, (room.height() - heads) // count)
    high = max(high, theme.scaled(_LOWEST))
    wide = min(wide, round(high * _FLATTEST))
    turned = turned or widest + theme.scaled(6) > wide
    heads = upright if turned else level
    return Layout(names, heads, wide, high, offset[0], offset[1], room, turned)


def paint_matrix(
    painter: QPainter,
    layout: Layout,
    parties: Sequence[Party],
    marks: Mapping[tuple[str, str], Mark],
    places: Places,
) -> None:
    """Draw what is in sight: cells, then the names over what is scrolled beneath them."""
    rows, columns = (layout.seen(len(parties), across=across) for across in (False, True))
    tiles = _Tiles(QSize(layout.wide - 2, layout.high - 2), painter.device().devicePixelRatioF())
    for row in rows:
        top, provider = layout.cell(row, 0).top() + 1, parties[row].id
        for column in columns:
            mark = None if row == column else marks.get((provider, parties[column].id))
            left = layout.names + column * layout.wide - layout.x + 1
            painter.drawPixmap(left, top, tiles.of(mark))
    _outline(painter, layout, places)
    _names(painter, layout, parties, places)


class Swatch(QWidget):
    """A cell as it stands in the matrix, small enough for a legend; its name says what it means."""

    def __init__(self, mark: Mark, meaning: str) -> None:
        super().__init__()
        self.mark = mark
        self.setAccessibleName(f"{mark.text}: {meaning}" if mark.text else meaning)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as small text."""
        return QSize(theme.scaled(26), theme.scaled(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cell."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, _Tiles(self.size(), self.devicePixelRatioF()).of(self.mark))
        painter.end()


class _Tiles:
    """One picture for each mark, drawn once however many cells show it."""

    def __init__(self, size: QSize, ratio: float) -> None:
        self._size, self._ratio = size, ratio
        self._made: dict[Mark | None, QPixmap] = {}

    def of(self, mark: Mark | None) -> QPixmap:
        """The picture of a mark; None is where a party meets itself."""
        if mark not in self._made:
            self._made[mark] = self._draw(mark)
        return self._made[mark]

    def _draw(self, mark: Mark | None) -> QPixmap:
        made = QPixmap(self._size * self._ratio)
        made.setDevicePixelRatio(self._ratio)
        made.fill(theme.token("line" if mark is None else "surface"))
        if mark is not None:
            painter = QPainter(made)
            big = self._size.height() >= theme.scaled(_ROOMY)
            painter.setFont(typeface.font(theme.scaled(13 if big else 10), strong=True))
            room = QRectF(0, 0, made.width() / self._ratio, made.height() / self._ratio)
            _paint_mark(painter, room, mark, edge=max(1, int(self._ratio)) / self._ratio)
            painter.end()
        return made


def _paint_mark(painter: QPainter, room: QRectF, mark: Mark, *, edge: float) -> None:
    """Ground, letter, and a corner where results do not fit together.

    An outline is filled, not drawn: at 150 % a line would be thicker on one side than on the other.
    """
    painter.setPen(theme.token("faint"))
    if mark.tone:
        fill = theme.tone_fill(mark.tone)
        inside = room
        if mark.tone in ("unrated", "worst"):
            painter.fillRect(room, QColor(fill.outline))
            inside = room.adjusted(edge, edge, -edge, -edge)
        painter.fillRect(inside, QColor(fill.ground))
        painter.setPen(QColor(fill.letter))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, mark.text)
    if mark.flagged:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = max(room.height() / 4, 5.0)
        right, top = room.right(), room.top()
        corner = [QPointF(right - size, top), QPointF(right, top), QPointF(right, top + size)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("danger"))
        painter.drawPolygon(QPolygonF(corner))


def _outline(painter: QPainter, layout: Layout, places: Places) -> None:
    for cell, colour, width in (
        (places.hover, "muted", 1),
        (places.cursor, "focus" if places.focused else "accent", 2),
    ):
        if cell is not None:
            painter.setPen(QPen(theme.token(colour), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(layout.cell(*cell))


def _names(painter: QPainter, layout: Layout, parties: Sequence[Party], places: Places) -> None:
    painter.fillRect(0, 0, layout.names, layout.room.height(), theme.token("surface"))
    painter.fillRect(0, 0, layout.room.width(), layout.heads, theme.token("surface"))
    painter.setFont(typeface.font(theme.scaled(11), strong=True))
    lit = places.hover or places.cursor
    painter.save()
    painter.setClipRect(0, layout.heads, layout.names, layout.room.height())
    for row in layout.seen(len(parties), across=False):
        cell = layout.cell(row, 0)
        room = QRect(theme.scaled(16), cell.top(), layout.names - theme.scaled(22), cell.height())
        _name(painter, room, parties[row].code, lit=lit is not None and lit[0] == row)
    painter.setClipRect(layout.names, 0, layout.room.width(), layout.heads)
    for column in layout.seen(len(parties), across=True):
        _head(painter, layout, column, parties[column].code, lit is not None and lit[1] == column)
    painter.restore()


def _head(painter: QPainter, layout: Layout, column: int, code: str, lit: bool) -> None:
    cell = layout.cell(0, column)
    if not layout.upright:
        room = QRect(cell.left(), 0, cell.width(), layout.heads - 2)
        painter.setPen(theme.token("accent" if lit else "text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, code)
        return
    painter.save()
    painter.translate(cell.left(), layout.heads - theme.scaled(4))
    painter.rotate(-90)
    room = QRect(0, 0, layout.heads - theme.scaled(8), cell.width())
    _name(painter, room, code, lit=lit, align=Qt.AlignmentFlag.AlignLeft)
    painter.restore()


def _name(
    painter: QPainter,
    room: QRect,
    code: str,
    *,
    lit: bool,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
) -> None:
    painter.setPen(theme.token("accent" if lit else "text"))
    text = painter.fontMetrics().elidedText(code, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, text)
