"""The strip at the top and bottom of the window that says how the screen is classified."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exerciseplanner.ui.widgets import theme, typeface

_KINDS = ("secret", "confidential", "restricted")
_HEIGHT = 22


class ClassificationBanner(QWidget):
    """Level and release of what is on screen in one line, on the ground of its level."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._kind = "unclassified"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVisible(False)

    def show_lines(self, level: str, release: str = "") -> None:
        """Show the two lines of a marking; an empty level hides the strip."""
        self._text = "  ·  ".join(part for part in (level, release) if part)
        self._kind = next((kind for kind in _KINDS if kind in level.lower()), "unclassified")
        self.setAccessibleName(f"Classification: {self._text}")
        self.setToolTip(self._text)
        self.setVisible(bool(level))
        self.update()

    @property
    def text(self) -> str:
        """What the strip says."""
        return self._text

    def sizeHint(self) -> QSize:
        """As high as its line."""
        return QSize(200, theme.scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the level, and the words on it."""
        fill = theme.classification(self._kind)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(fill.ground))
        painter.setPen(QColor(fill.letter))
        painter.setFont(typeface.font(theme.scaled(12), strong=True))
        room: QRect = self.rect().adjusted(12, 0, -12, 0)
        text = painter.fontMetrics().elidedText(
            self._text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
