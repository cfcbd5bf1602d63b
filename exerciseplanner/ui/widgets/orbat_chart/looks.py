"""How large everything on a chart is, at the scale in force."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from exerciseplanner.domain.orbat_layout import Card, Measures
from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.ui.widgets.orbat_chart.entries import Entry

_SYMBOL = (38, 30)
_PAD = 6
_TOGGLE = 22
_NARROWEST, _WIDEST = 92, 200
_SHARE = 0.94
"""So many of the titles fit their card; longer ones are shortened."""


@dataclass(frozen=True)
class Looks:
    """Fonts and sizes of cards in pixels before zooming."""

    measures: Measures
    title: QFont
    detail: QFont
    small: QFont
    heading: QFont

    @property
    def edge(self) -> float:
        """Free room around what belongs to a side."""
        return theme.scaled(20)

    @property
    def head(self) -> float:
        """Height of the title of a side."""
        return theme.scaled(28)

    def rect(self, card: Card) -> QRectF:
        """The whole card."""
        return QRectF(card.x, card.y, self.measures.width, self.measures.height)

    def symbol(self, rect: QRectF) -> QRectF:
        """Where the symbol stands on a card."""
        wide, high = (theme.scaled(each) for each in _SYMBOL)
        top = rect.top() + (rect.height() - high) / 2
        return QRectF(rect.left() + theme.scaled(_PAD), top, wide, high)

    def text(self, rect: QRectF, *, leads: bool) -> QRectF:
        """Where title and detail stand on a card."""
        left = self.symbol(rect).right() + theme.scaled(_PAD)
        right = rect.right() - theme.scaled(_TOGGLE if leads else _PAD)
        return QRectF(left, rect.top(), max(right - left, 0.0), rect.height())

    def toggle(self, rect: QRectF) -> QRectF:
        """Where a card is clicked to open or close it."""
        wide = theme.scaled(_TOGGLE)
        return QRectF(rect.right() - wide, rect.top(), wide, rect.height())


def looks_for(entries: Iterable[Entry]) -> Looks:
    """Cards as wide as nearly all names and every detail of these units need."""
    title = typeface.font(theme.scaled(12), strong=True)
    detail = typeface.font(theme.scaled(11))
    title_width, detail_width = QFontMetricsF(title), QFontMetricsF(detail)
    known = tuple(entries)
    names = sorted(title_width.horizontalAdvance(each.title) for each in known)
    name = names[min(int(len(names) * _SHARE), len(names) - 1)] if names else 0.0
    text = max([name, *(detail_width.horizontalAdvance(each.detail) for each in known)])
    around = theme.scaled(_SYMBOL[0]) + 2 * theme.scaled(_PAD) + theme.scaled(_TOGGLE)
    width = min(max(text, theme.scaled(_NARROWEST)), theme.scaled(_WIDEST)) + around
    measures = Measures(
        width=math.ceil(width) + 1,
        height=theme.scaled(40),
        apart=theme.scaled(16),
        below=theme.scaled(40),
        row=theme.scaled(10),
        indent=theme.scaled(24),
    )
    small = typeface.font(theme.scaled(9), strong=True)
    return Looks(measures, title, detail, small, typeface.font(theme.scaled(13), strong=True))
