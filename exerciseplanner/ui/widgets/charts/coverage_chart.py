"""A matrix of counts: what covers what, and where nothing does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.ui.widgets.charts.chart import Chart, Table

_FOOT = 22


class CoverageChart(Chart):
    """Rows against columns; a cell without anything is an open circle, so that gaps are seen."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._rows: Sequence[str] = ()
        self._columns: Sequence[str] = ()
        self._counts: Mapping[tuple[int, int], int] = {}

    def set_data(
        self, rows: Sequence[str], columns: Sequence[str], counts: Mapping[tuple[int, int], int]
    ) -> None:
        """Show counts by (row, column)."""
        self._rows, self._columns, self._counts = rows, columns, counts
        self.renew()

    def labels(self) -> Sequence[str]:
        """The label of each row."""
        return self._rows

    def texts(self) -> Sequence[str]:
        """The sum of each row."""
        return [
            str(sum(self._counts.get((row, n), 0) for n in range(len(self._columns))))
            for row in range(len(self._rows))
        ]

    def table(self) -> Table:
        """The counts."""
        width = range(len(self._columns))
        rows = [
            [label, *(str(self._counts.get((row, n), 0)) for n in width)]
            for row, label in enumerate(self._rows)
        ]
        return ("", *self._columns), rows

    def tip(self, row: int, x: float) -> str:
        """The cell under the pointer."""
        if not self._columns:
            return self._rows[row]
        column = max(0, min(int(x * len(self._columns)), len(self._columns) - 1))
        count = self._counts.get((row, column), 0)
        return f"{self._rows[row]} · {self._columns[column]}: {count or 'none'}"

    def draw_row(self, painter: QPainter, row: int, room: QRect) -> None:
        """A filled cell with its count, or an open circle."""
        most = max(self._counts.values(), default=1) or 1
        painter.setFont(typeface.font(theme.scaled(11), strong=True))
        for column in range(len(self._columns)):
            cell = self._cell(room, column)
            count = self._counts.get((row, column), 0)
            if not count:
                painter.setPen(theme.token("faint"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(cell.center(), 3, 3)
                continue
            ground = theme.token("accent")
            ground.setAlphaF(0.12 + 0.28 * count / most)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(cell.adjusted(1, 3, -1, -3), 3, 3)
            painter.setPen(theme.token("text"))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(count))

    def foot_height(self) -> int:
        """Room for the titles of the columns."""
        return theme.scaled(_FOOT)

    def draw_foot(self, painter: QPainter, room: QRect) -> None:
        """The titles of the columns."""
        painter.setFont(typeface.font(theme.scaled(11)))
        painter.setPen(theme.token("muted"))
        for column, title in enumerate(self._columns):
            cell = self._cell(room, column)
            text = painter.fontMetrics().elidedText(
                title, Qt.TextElideMode.ElideRight, int(cell.width()) - 2
            )
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)

    def _cell(self, room: QRect, column: int) -> QRectF:
        width = room.width() / max(1, len(self._columns))
        return QRectF(room.left() + column * width, room.top(), width, room.height())
