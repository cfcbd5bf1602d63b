"""Plain horizontal bars of counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.charts.chart import Chart, Table, bar_in, colour


@dataclass(frozen=True)
class Bar:
    """One bar; `of` is the whole of which `value` is a part, drawn as a ground behind it."""

    label: str
    value: float
    text: str = ""
    of: float | None = None
    tone: str = "accent"


class SimpleBars(Chart):
    """Bars on a common scale that ends with the largest."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._bars: Sequence[Bar] = ()

    def set_data(self, bars: Sequence[Bar]) -> None:
        """Show these bars."""
        self._bars = bars
        self.renew()

    def labels(self) -> Sequence[str]:
        """The label of each bar."""
        return [bar.label for bar in self._bars]

    def texts(self) -> Sequence[str]:
        """The number of each bar, or what was said instead."""
        return [bar.text or f"{bar.value:g}" for bar in self._bars]

    def table(self) -> Table:
        """The numbers."""
        rows = [
            [bar.label, f"{bar.value:g}", "" if bar.of is None else f"of {bar.of:g}"]
            for bar in self._bars
        ]
        return ("", "Number", ""), rows

    def tip(self, row: int, x: float) -> str:
        """The number of a bar."""
        return " ".join(part for part in self.table()[1][row] if part)

    def draw_row(self, painter: QPainter, row: int, room: QRect) -> None:
        """The bar on its ground."""
        bar, around = self._bars[row], bar_in(room, 12)
        longest = max(max(each.of or 0, each.value) for each in self._bars) or 1
        painter.setPen(Qt.PenStyle.NoPen)
        if bar.of is not None:
            painter.setBrush(theme.token("muted_soft"))
            painter.drawRoundedRect(_long(around, bar.of / longest), 3, 3)
        if bar.value > 0:
            painter.setBrush(colour(bar.tone))
            painter.drawRoundedRect(_long(around, bar.value / longest), 3, 3)


def _long(around: QRect, share: float) -> QRect:
    return QRect(
        around.left(), around.top(), max(3, round(around.width() * share)), around.height()
    )
