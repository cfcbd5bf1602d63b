"""Stacked bars of ratings: how many of each, with the letter in the bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.ui.widgets.charts.chart import Chart, Table, bar_in


@dataclass(frozen=True)
class Share:
    """How many ratings of one value: its code, its name and its tone (best to unrated)."""

    code: str
    name: str
    tone: str
    count: int


@dataclass(frozen=True)
class RatingBar:
    """One bar; shares stand in the order of the scale."""

    label: str
    shares: tuple[Share, ...]
    text: str = ""

    @property
    def total(self) -> int:
        """How many ratings in all."""
        return sum(share.count for share in self.shares)


class RatingBars(Chart):
    """One stacked bar per row, all of the same length, so that shares can be compared."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._bars: Sequence[RatingBar] = ()

    def set_data(self, bars: Sequence[RatingBar]) -> None:
        """Show these bars."""
        self._bars = bars
        self.renew()

    def labels(self) -> Sequence[str]:
        """The label of each bar."""
        return [bar.label for bar in self._bars]

    def texts(self) -> Sequence[str]:
        """What was said beside each bar."""
        return [bar.text for bar in self._bars]

    def table(self) -> Table:
        """How many ratings of each value."""
        codes = list(dict.fromkeys(s.code for bar in self._bars for s in bar.shares))
        rows = [
            [bar.label, *(str(_count(bar, code)) for code in codes), bar.text] for bar in self._bars
        ]
        return ["", *codes, ""], rows

    def tip(self, row: int, x: float) -> str:
        """The share under the pointer."""
        bar, passed = self._bars[row], 0.0
        for share in bar.shares:
            passed += share.count / max(1, bar.total)
            if share.count and x <= passed:
                return f"{bar.label}: {share.count} of {bar.total} {share.name}"
        return bar.label

    def draw_row(self, painter: QPainter, row: int, room: QRect) -> None:
        """The shares side by side, each with its letter where there is room."""
        bar, around = self._bars[row], bar_in(room, 20)
        left = float(around.left())
        painter.setFont(typeface.font(theme.scaled(11), strong=True))
        for share in bar.shares:
            width = around.width() * share.count / max(1, bar.total)
            if share.count:
                piece = QRect(round(left), around.top(), max(2, round(width) - 2), around.height())
                _draw_share(painter, piece, share)
            left += width


def _draw_share(painter: QPainter, piece: QRect, share: Share) -> None:
    fill = theme.tone_fill(share.tone)
    painter.setBrush(QColor(fill.ground))
    painter.setPen(QColor(fill.outline))
    painter.drawRoundedRect(piece.adjusted(0, 0, -1, -1), 3, 3)
    long = f"{share.code} {share.count}"
    metrics = painter.fontMetrics()
    text = long if metrics.horizontalAdvance(long) + 6 <= piece.width() else share.code
    if metrics.horizontalAdvance(text) + 2 <= piece.width():
        painter.setPen(QColor(fill.letter))
        painter.drawText(piece, Qt.AlignmentFlag.AlignCenter, text)


def _count(bar: RatingBar, code: str) -> int:
    return sum(share.count for share in bar.shares if share.code == code)
