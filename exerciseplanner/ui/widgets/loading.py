"""What stands in for a page that is still being made ready."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exerciseplanner.ui.widgets import theme

_AFTER = 150
_WIDTHS = (0.55, 0.8, 0.7, 0.85, 0.6, 0.75, 0.5)


class Skeleton(QWidget):
    """Grey bars where text will stand; they show only if it takes longer than 150 ms."""

    def __init__(self, rows: int = 7, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._is_late = False
        self.setAccessibleName("Loading")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(self._show_bars)
        self._timer.start()

    @property
    def is_late(self) -> bool:
        """Whether the bars are shown."""
        return self._is_late

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars."""
        if not self._is_late:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("skeleton"))
        height = theme.row_height()
        for row in range(self._rows):
            width = int((self.width() - 40) * _WIDTHS[row % len(_WIDTHS)])
            painter.drawRoundedRect(QRect(20, 12 + row * height, width, height // 2), 4, 4)

    def _show_bars(self) -> None:
        self._is_late = True
        self.update()
