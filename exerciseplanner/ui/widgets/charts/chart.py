"""What every chart has: rows with labels, a table of its numbers, a name for those who listen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from exerciseplanner.ui.widgets import theme, typeface

Table = tuple[Sequence[str], Sequence[Sequence[str]]]
"""Titles of columns, and rows of text."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MARGIN = 8


class Chart(QWidget):
    """One labelled row below the other; what stands in a row is drawn by the kind of chart."""

    chosen = Signal(int)
    """The number of a row that was clicked or entered."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._row = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    # for each kind of chart --------------------------------------------------------------------

    def labels(self) -> Sequence[str]:
        """The label of each row."""
        return ()

    def texts(self) -> Sequence[str]:
        """What stands at the right of each row."""
        return [""] * len(self.labels())

    def table(self) -> Table:
        """The numbers behind the chart."""
        raise NotImplementedError

    def draw_row(self, painter: QPainter, row: int, room: QRect) -> None:
        """Draw what stands in a row."""
        raise NotImplementedError

    def tip(self, row: int, x: float) -> str:
        """What a row says when the pointer rests `x` of the way across (0 to 1)."""
        return " · ".join(part for part in self.table()[1][row] if part)

    def foot_height(self) -> int:
        """Room below the rows, for an axis or a legend, in pixels."""
        return 0

    def draw_foot(self, painter: QPainter, room: QRect) -> None:
        """Draw the axis or the legend."""

    # shared ------------------------------------------------------------------------------------

    def renew(self) -> None:
        """Measure, name and draw anew after the data changed."""
        titles, rows = self.table()
        said = "; ".join(", ".join(row) for row in rows[:12])
        self.setAccessibleDescription(f"{', '.join(titles)}. {said}")
        self._row = min(self._row, max(0, len(self.labels()) - 1))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One row high for each row."""
        rows = max(1, len(self.labels()))
        return QSize(320, rows * self.row_height() + self.foot_height() + 2 * _MARGIN)

    def row_height(self) -> int:
        """Height of a row in pixels."""
        return theme.row_height()

    def label_width(self) -> int:
        """Room for labels: what the widest needs, but no more than a third."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(text) for text in self.labels()), default=0)
        return min(widest + 20, self.width() // 3)

    def text_width(self) -> int:
        """Room for the texts at the right."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(text) for text in self.texts()), default=0)
        return widest + 12 if widest else 0

    def plot(self, row: int) -> QRect:
        """Where the row is drawn between its label and its text."""
        left, right = self.label_width(), self.text_width()
        top = _MARGIN + row * self.row_height()
        return QRect(left, top, max(1, self.width() - left - right - _MARGIN), self.row_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Labels, rows, texts and foot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(typeface.font(theme.scaled(13)))
        for row, (label, text) in enumerate(zip(self.labels(), self.texts(), strict=True)):
            plot = self.plot(row)
            if self.hasFocus() and row == self._row:
                self._draw_ring(painter, plot)
            self._draw_words(painter, plot, label, text)
            painter.save()
            self.draw_row(painter, row, plot)
            painter.restore()
        last = self.plot(len(self.labels()))
        self.draw_foot(painter, QRect(last.left(), last.top(), last.width(), self.foot_height()))

    def event(self, event: QEvent) -> bool:
        """Say the row under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.row_at(event.pos())
            if row is not None:
                plot = self.plot(row)
                across = (event.pos().x() - plot.left()) / plot.width()
                QToolTip.showText(event.globalPos(), self.tip(row, across), self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses a row."""
        row = self.row_at(event.position().toPoint())
        if row is not None:
            self._row = row
            self.update()
            self.chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter chooses."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._row = max(0, min(self._row + step, len(self.labels()) - 1))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.labels():
            self.chosen.emit(self._row)
        else:
            super().keyPressEvent(event)

    def row_at(self, point: QPoint) -> int | None:
        """The row at a point."""
        row = (point.y() - _MARGIN) // self.row_height()
        return row if 0 <= row < len(self.labels()) else None

    def _draw_words(self, painter: QPainter, plot: QRect, label: str, text: str) -> None:
        room = QRect(0, plot.top(), plot.left() - 12, plot.height())
        painter.setPen(theme.token("text"))
        elided = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, elided)
        if text:
            painter.setPen(theme.token("muted"))
            aside = QRect(plot.right(), plot.top(), self.width() - plot.right(), plot.height())
            painter.drawText(aside, _RIGHT, text)

    def _draw_ring(self, painter: QPainter, plot: QRect) -> None:
        painter.setPen(theme.token("focus"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = QRect(0, plot.top(), self.width() - 1, plot.height() - 1)
        painter.drawRoundedRect(around, 4, 4)


def bar_in(plot: QRect, thick: int = 16) -> QRect:
    """The bar of a row, centred in its height."""
    thick = theme.scaled(thick)
    return QRect(plot.left(), plot.center().y() - thick // 2 + 1, plot.width(), thick)


def colour(name: str) -> QColor:
    """A colour by token, or by ``lane:3`` one of the twelve hues."""
    if name.startswith("lane:"):
        return theme.lane(int(name.removeprefix("lane:")))
    return theme.token(name)
