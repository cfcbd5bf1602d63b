"""A grid of lettered and toned cells: each party against each other, painted in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from exerciseplanner.domain.interoperability_marks import Mark
from exerciseplanner.ui.pages.interoperability.matrix_painting import (
    Layout,
    Pair,
    Places,
    layout_of,
    paint_matrix,
)
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.charts.numbers import HINT, Numbers, offer_numbers
from exerciseplanner.workspace.queries.interoperability_scopes import Party

_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class MatrixGrid(QAbstractScrollArea):
    """Providers down the side, consumers along the top; arrows move, Enter opens.

    `explain` gives the sentence that a cell stands for, shown as its tip and read aloud.
    """

    chosen = Signal(str, str)
    """Provider and consumer of the cell on which the cursor stands."""
    opened = Signal(str, str)
    """Provider and consumer of a cell that was double-clicked or entered."""

    def __init__(self, explain: Callable[[str, str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explain = explain
        self._parties: Sequence[Party] = ()
        self._marks: Mapping[tuple[str, str], Mark] = {}
        self._hover: Pair | None = None
        self.cursor_cell: Pair | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName("Interoperability matrix: provider beside, consumer above")
        self.setAccessibleDescription(HINT)
        offer_numbers(self, self.numbers)
        self.viewport().setMouseTracking(True)
        theme.changed().changed.connect(self._fit)

    def show_marks(self, parties: Sequence[Party], marks: Mapping[tuple[str, str], Mark]) -> None:
        """Show these parties and what stands between every two of them."""
        kept = self.pair()
        self._parties, self._marks = parties, marks
        places = {each.id: place for place, each in enumerate(parties)}
        self.cursor_cell = (
            (places[kept[0]], places[kept[1]])
            if kept and kept[0] in places and kept[1] in places
            else None
        )
        self._hover = None
        self._fit()

    def pair(self) -> tuple[str, str] | None:
        """Provider and consumer on which the cursor stands."""
        if self.cursor_cell is None:
            return None
        row, column = self.cursor_cell
        return self._parties[row].id, self._parties[column].id

    def choose(self, provider: str, consumer: str) -> None:
        """Put the cursor on a cell; nothing where one of them is not shown."""
        places = {each.id: place for place, each in enumerate(self._parties)}
        if provider in places and consumer in places:
            self._move_to((places[provider], places[consumer]))

    def mark_at(self, provider: str, consumer: str) -> Mark | None:
        """What stands between two parties."""
        return self._marks.get((provider, consumer))

    def numbers(self) -> Numbers:
        """What stands in the cells, line by line."""
        marks = self._marks
        return Numbers(
            ("Provider", *(each.code for each in self._parties)),
            [
                (one.code, *(mark.text if (mark := marks.get((one.id, other.id))) else ""
                             for other in self._parties))
                for one in self._parties
            ],
        )  # fmt: skip

    @property
    def layout_now(self) -> Layout:
        """Where everything is drawn at this size and scroll position."""
        room = self.viewport().size()
        offset = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return layout_of(self._parties, room, offset)

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell is drawn in the viewport."""
        return self.layout_now.cell(row, column)

    def sizeHint(self) -> QSize:
        """Room for a dozen parties."""
        return QSize(theme.scaled(560), theme.scaled(420))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the cells as large as fit."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.token("surface"))
        if self._parties:
            places = Places(self._hover, self.cursor_cell, self.hasFocus())
            paint_matrix(painter, self.layout_now, self._parties, self._marks, places)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor on a cell."""
        cell = self._cell_at(event.position().toPoint())
        if cell is not None:
            self._move_to(cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a cell."""
        cell = self._cell_at(event.position().toPoint())
        if cell is not None:
            self._open(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the names of the cell under the pointer."""
        cell = self._cell_at(event.position().toPoint())
        if cell != self._hover:
            self._hover = cell
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Light up nothing."""
        self._hover = None
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cursor, Home and End to the edge, with Ctrl to a corner; Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.cursor_cell:
            self._open(self.cursor_cell)
            return
        move = self._step(Qt.Key(event.key()), event.modifiers())
        if move is None or not self._parties:
            super().keyPressEvent(event)
            return
        last = len(self._parties) - 1
        row, column = self.cursor_cell or (0, 0)
        if self.cursor_cell is not None:
            row, column = row + move[0], column + move[1]
        self._move_to((max(0, min(row, last)), max(0, min(column, last))))

    def _step(self, key: Qt.Key, held: Qt.KeyboardModifier) -> Pair | None:
        """How many lines and columns a key goes."""
        every = len(self._parties)
        now = self.layout_now
        page = max((self.viewport().height() - now.heads) // max(now.high, 1), 1)
        down = every if held & Qt.KeyboardModifier.ControlModifier else 0
        far = {
            Qt.Key.Key_Home: (-down, -every),
            Qt.Key.Key_End: (down, every),
            Qt.Key.Key_PageUp: (-page, 0),
            Qt.Key.Key_PageDown: (page, 0),
        }
        return _MOVES.get(key) or far.get(key)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the cell under the pointer stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(event.pos())
            QToolTip.showText(event.globalPos(), self._said(cell), self.viewport())
            return True
        return super().viewportEvent(event)

    def _said(self, cell: Pair | None) -> str:
        if cell is None or cell[0] == cell[1]:
            return ""
        return self._explain(self._parties[cell[0]].id, self._parties[cell[1]].id)

    def _open(self, cell: Pair) -> None:
        if cell[0] != cell[1]:
            self.opened.emit(self._parties[cell[0]].id, self._parties[cell[1]].id)

    def _move_to(self, cell: Pair) -> None:
        self.cursor_cell = cell
        self._bring_into_sight(self.cell_rect(*cell))
        self.setAccessibleDescription(self._said(cell))
        self.viewport().update()
        if cell[0] != cell[1]:
            self.chosen.emit(self._parties[cell[0]].id, self._parties[cell[1]].id)

    def _bring_into_sight(self, rect: QRect) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        now, room = self.layout_now, self.viewport()
        for bar, low, high, least, most in (
            (across, rect.left(), rect.right(), now.names, room.width()),
            (down, rect.top(), rect.bottom(), now.heads, room.height()),
        ):
            if low < least:
                bar.setValue(bar.value() + low - least)
            elif high > most:
                bar.setValue(bar.value() + high - most)

    def _cell_at(self, point: QPoint) -> Pair | None:
        return self.layout_now.at(point, len(self._parties))

    def _fit(self) -> None:
        now, room = self.layout_now, self.viewport().size()
        for bar, left, size in (
            (self.horizontalScrollBar(), room.width() - now.names, now.wide),
            (self.verticalScrollBar(), room.height() - now.heads, now.high),
        ):
            bar.setRange(0, max(0, size * len(self._parties) - left))
            bar.setPageStep(max(left, 1))
            bar.setSingleStep(size)
        self.viewport().update()
