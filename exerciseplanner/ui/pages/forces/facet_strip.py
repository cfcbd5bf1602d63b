"""A line of small bars, each of which narrows what is below to itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.ui.widgets.charts.numbers import HINT

_CELL = 82
_GAP = 6
_HEIGHT = 32
_TITLE = 58
_PAD = 6
_BAR = 4


class FacetCell(NamedTuple):
    """One bar: filled up to `filled` of the ground up to `ground`, both from 0 to 1.

    `tip` says it in a sentence.
    """

    key: str
    label: str
    figure: str
    filled: float
    ground: float
    tip: str


class FacetStrip(QWidget):
    """Shows as many bars as fit and how many more there are; one of them may be chosen."""

    chosen_changed = Signal(str)
    more_wanted = Signal()

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._cells: tuple[FacetCell, ...] = ()
        self._chosen = ""
        self._here = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed().changed.connect(self._restyle)
        self._restyle()

    @property
    def chosen(self) -> str:
        """The key of the bar chosen, or nothing."""
        return self._chosen

    def set_cells(self, cells: Sequence[FacetCell]) -> None:
        """Show these bars in this order."""
        self._cells = tuple(cells)
        self._here = min(self._here, max(len(self._cells) - 1, 0))
        self.setAccessibleDescription(". ".join([*(cell.tip for cell in self._cells), HINT]))
        self.setVisible(bool(self._cells))
        if self._chosen and self._chosen not in {cell.key for cell in self._cells}:
            self.choose("")
        self.update()

    def choose(self, key: str) -> None:
        """Choose a bar, or none."""
        if key != self._chosen:
            self._chosen = key
            self.update()
            self.chosen_changed.emit(key)

    def fitting(self) -> int:
        """How many bars are shown."""
        room = self.width() - theme.scaled(_TITLE) + theme.scaled(_GAP)
        fits = max(room // theme.scaled(_CELL + _GAP), 1)
        return len(self._cells) if len(self._cells) <= fits else max(fits - 1, 0)

    def cell_rect(self, place: int) -> QRect:
        """Where a bar stands; beyond the last one shown stands the count of the rest."""
        step = theme.scaled(_CELL + _GAP)
        left = theme.scaled(_TITLE) + place * step
        return QRect(left, 0, theme.scaled(_CELL), self.height() - 2)

    # what the planner does ---------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a bar, or let go of it."""
        place = self._at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._here = place
            self._press()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that bars can be pressed."""
        over = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from bar to bar, Space and Enter choose, Esc lets go."""
        key = event.key()
        last = self.fitting() - (self.fitting() == len(self._cells))
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._here += 1 if key == Qt.Key.Key_Right else -1
            self._here = min(max(self._here, 0), last)
            self.setAccessibleDescription(self._tip(self._here))
            self.update()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press()
        elif key == Qt.Key.Key_Escape and self._chosen:
            self.choose("")
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say in a sentence what a bar shows."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._tip(place), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.scaled(400), theme.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Two bars."""
        width = theme.scaled(_TITLE + 2 * _CELL + _GAP)
        return QSize(width, theme.scaled(_HEIGHT))

    # drawing -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The title, the bars, and how many there are besides."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(typeface.font(theme.scaled(11)))
        painter.setPen(theme.token("muted"))
        title = QRect(_PAD, 0, theme.scaled(_TITLE) - _PAD, self._text_height())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self._title)
        shown = self.fitting()
        for place, cell in enumerate(self._cells[:shown]):
            self._draw(painter, self.cell_rect(place), cell)
        if shown < len(self._cells):
            painter.setPen(theme.token("accent"))
            rest = self.cell_rect(shown)
            rest.setHeight(self._text_height())
            more = f"{len(self._cells) - shown} more"
            painter.drawText(rest.adjusted(4, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, more)
        if self.hasFocus():
            painter.setPen(QPen(theme.token("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.cell_rect(self._here)).adjusted(0, 0, -1, 0), 4, 4)
        painter.end()

    def _draw(self, painter: QPainter, rect: QRect, cell: FacetCell) -> None:
        chosen = cell.key == self._chosen
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("accent_soft"))
            painter.drawRoundedRect(rect, 4, 4)
        words = rect.adjusted(4, 0, -4, 0)
        words.setHeight(self._text_height())
        painter.setFont(typeface.font(theme.scaled(11), strong=True))
        painter.setPen(theme.token("accent" if chosen else "text"))
        wide = painter.fontMetrics().horizontalAdvance(cell.figure)
        room = words.width() - wide - 6
        label = painter.fontMetrics().elidedText(cell.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
        painter.setFont(typeface.font(theme.scaled(11)))
        painter.setPen(theme.token("accent" if chosen else "muted"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, side, cell.figure)
        self._draw_bar(painter, rect.adjusted(4, 0, -4, 0), cell)

    def _draw_bar(self, painter: QPainter, rect: QRect, cell: FacetCell) -> None:
        high = theme.scaled(_BAR)
        track = QRectF(rect.left(), rect.bottom() - high - 4, rect.width(), high)
        for share, name in ((1.0, "muted_soft"), (cell.filled, "accent")):
            if share > 0:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.token(name))
                painter.drawRoundedRect(_part(track, share), 2, 2)
        if cell.ground > 0:  # what is planned is an outline, told from the rest by its shape
            painter.setPen(QPen(theme.token("faint"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            outline = _part(track, cell.ground).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(outline, 2, 2)

    # inside ------------------------------------------------------------------------------------

    def _press(self) -> None:
        if self._here >= self.fitting():
            self.more_wanted.emit()
            return
        key = self._cells[self._here].key
        self.choose("" if key == self._chosen else key)

    def _at(self, point: QPointF) -> int | None:
        shown = self.fitting()
        count = shown + (shown < len(self._cells))
        for place in range(count):
            if self.cell_rect(place).contains(point.toPoint()):
                return place
        return None

    def _tip(self, place: int | None) -> str:
        if place is None:
            return ""
        if place >= self.fitting():
            return ", ".join(cell.label for cell in self._cells[place:])
        return self._cells[place].tip

    def _text_height(self) -> int:
        return theme.scaled(_HEIGHT - 12)

    def _restyle(self) -> None:
        self.setFixedHeight(theme.scaled(_HEIGHT))
        self.updateGeometry()
        self.update()


def _part(track: QRectF, share: float) -> QRectF:
    """So much of a track, and never nothing."""
    part = QRectF(track)
    part.setWidth(max(track.width() * min(share, 1.0), 2.0))
    return part
