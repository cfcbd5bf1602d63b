"""A grade as a small badge."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.charts.rating_painting import draw_grade


class GradeBadge(QWidget):
    """The letter of a grade on the ground of its tone."""

    def __init__(self, code: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code, self._tone = code, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Grade {code}")

    def show_grade(self, code: str, tone: str) -> None:
        """Show another grade."""
        self._code, self._tone = code, tone
        self.setAccessibleName(f"Grade {code}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the letter needs."""
        width = max(self.fontMetrics().horizontalAdvance(self._code) + 18, 30)
        return QSize(width, theme.scaled(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the badge."""
        draw_grade(QPainter(self), QRectF(self.rect()), self._code, self._tone)
