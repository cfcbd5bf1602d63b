"""Scores with how far they can be trusted: a mark for the score, a bar for its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.ui.widgets.charts.chart import Chart, Table, colour


@dataclass(frozen=True)
class Interval:
    """A score between 0 and 1 within [low, high]; None where nothing was rated."""

    label: str
    low: float | None
    high: float | None
    score: float | None = None
    text: str = ""
    tone: str = "accent"


class IntervalChart(Chart):
    """One interval per row on a common axis from 0 to 100 %."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._intervals: Sequence[Interval] = ()

    def set_data(self, intervals: Sequence[Interval]) -> None:
        """Show these intervals."""
        self._intervals = intervals
        self.renew()

    def labels(self) -> Sequence[str]:
        """The label of each interval."""
        return [interval.label for interval in self._intervals]

    def texts(self) -> Sequence[str]:
        """What was said beside each interval."""
        return [interval.text for interval in self._intervals]

    def table(self) -> Table:
        """Score and interval in percent."""
        rows = [
            [i.label, _percent(i.score), _percent(i.low), _percent(i.high), i.text]
            for i in self._intervals
        ]
        return ("", "Score", "Low", "High", ""), rows

    def draw_row(self, painter: QPainter, row: int, room: QRect) -> None:
        """The axis line, the interval and the score."""
        interval, middle = self._intervals[row], room.center().y() + 0.5
        if interval.low is None or interval.high is None:
            painter.setPen(theme.token("muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "not rated")
            return
        painter.setPen(theme.token("line"))
        painter.drawLine(QPointF(room.left(), middle), QPointF(room.right(), middle))
        hue = colour(interval.tone)
        left, right = self._x(room, interval.low), self._x(room, interval.high)
        soft = colour(interval.tone)
        soft.setAlphaF(0.25)
        painter.setPen(QPen(hue, 1))
        painter.setBrush(soft)
        painter.drawRoundedRect(QRectF(left, middle - 5, max(2.0, right - left), 10), 3, 3)
        if interval.score is not None:
            painter.setPen(QPen(theme.token("surface"), 1.5))
            painter.setBrush(hue)
            painter.drawEllipse(QPointF(self._x(room, interval.score), middle), 5, 5)

    def foot_height(self) -> int:
        """Room for the axis."""
        return theme.scaled(20)

    def draw_foot(self, painter: QPainter, room: QRect) -> None:
        """0, 25, 50, 75 and 100 %."""
        painter.setFont(typeface.font(theme.scaled(11)))
        painter.setPen(theme.token("muted"))
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            place = QRectF(self._x(room, share) - 30, room.top(), 60, room.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{share:.0%}")

    def text_width(self) -> int:
        """Room for the texts, and for half of 100 %."""
        return max(super().text_width(), theme.scaled(20))

    def _x(self, room: QRect, share: float) -> float:
        return room.left() + 6 + (room.width() - 12) * share


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"
