"""A stack laid open: every unit in it with its symbol and name, each to be chosen or dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.ui.widgets.map.camera import Camera
from exerciseplanner.ui.widgets.map.gathering import Stack
from exerciseplanner.ui.widgets.map.marks import Mark
from exerciseplanner.ui.widgets.map.painting import paint_panel, placed_beside
from exerciseplanner.ui.widgets.map.scene import Scene
from exerciseplanner.ui.widgets.symbols import symbol_pixmap

_WIDE, _HIGH = 236, 30
_SYMBOL = 24
_PAD = 6
_AWAY = 14
_MOST_ROWS = 12
_MOST_COLUMNS = 2


class OpenedStack:
    """The panel beside a stack; `more` of its units found no room in the view."""

    def __init__(self, scene: Scene, stack: Stack, camera: Camera) -> None:
        self.stack = stack
        self.cells: list[tuple[Mark, QRectF]] = []
        self._symbol = theme.scaled(_SYMBOL)
        wide, high = theme.scaled(_WIDE), theme.scaled(_HIGH)
        head = theme.scaled(20)
        sight = QRectF(0, 0, camera.width, camera.height)
        at = scene.box(camera, stack)
        most_rows = max(1, min(_MOST_ROWS, int((camera.height - head - 32) // high)))
        beside = max(at.left(), camera.width - at.right()) - 2 * _PAD - _AWAY
        most_columns = max(1, min(_MOST_COLUMNS, int(beside // wide)))
        shown = stack.members[: most_rows * most_columns]
        self.more = len(stack.members) - len(shown)
        columns = -(-len(shown) // most_rows)
        rows = -(-len(shown) // columns)
        self.box = placed_beside(
            columns * wide + 2 * _PAD,
            rows * high + head + 2 * _PAD,
            at,
            sight,
        )
        self._head = QRectF(self.box.left() + 10, self.box.top() + _PAD, self.box.width(), head)
        for place, mark in enumerate(shown):
            column, row = divmod(place, rows)
            left, top = self.box.left() + _PAD + column * wide, self._head.bottom() + row * high
            self.cells.append((mark, QRectF(left, top, wide, high)))

    def mark_at(self, point: QPointF) -> Mark | None:
        """The unit whose line is below a pixel."""
        return next((mark for mark, cell in self.cells if cell.contains(point)), None)

    def covers(self, point: QPointF) -> bool:
        """Whether a pixel lies on the panel."""
        return self.box.contains(point)

    def paint(self, painter: QPainter, scene: Scene, hovered: str, ratio: float) -> None:
        """Draw the panel with a line to the stack."""
        paint_panel(painter, self.box)
        painter.setFont(typeface.font(theme.scaled(11), strong=True))
        painter.setPen(theme.token("muted"))
        said = f"{len(self.stack.members):,} units"
        if self.more:
            said += f", the {len(self.cells):,} highest here. Double-click the stack to zoom in."
        painter.drawText(self._head, Qt.AlignmentFlag.AlignVCenter, said)
        for mark, cell in self.cells:
            self._paint_cell(painter, mark, cell, mark.id in scene.selected, mark.id == hovered)
            symbol = symbol_pixmap(mark.symbol, self._symbol, ratio)
            top = cell.center().y() - self._symbol / 2
            painter.drawPixmap(QPointF(cell.left() + 4, top), symbol)

    def _paint_cell(
        self, painter: QPainter, mark: Mark, cell: QRectF, is_selected: bool, is_hovered: bool
    ) -> None:
        painter.setPen(QPen(theme.token("focus"), 1) if is_selected else Qt.PenStyle.NoPen)
        if is_selected or is_hovered:
            painter.setBrush(theme.token("selection" if is_selected else "hover"))
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 4, 4)
        font = typeface.font(theme.scaled(13))
        room = cell.adjusted(self._symbol * 1.25 + 10, 0, -6, 0)
        text = QFontMetricsF(font).elidedText(
            mark.tip[0] if mark.tip else mark.label, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(font)
        painter.setPen(theme.token("on_selection" if is_selected else "text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
