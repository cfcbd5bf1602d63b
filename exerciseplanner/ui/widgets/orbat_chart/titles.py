"""The titles of the sides, which stay in sight as long as anything of their side is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from exerciseplanner.domain.forces import IDENTITIES
from exerciseplanner.domain.orbat_packing import Layout
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.orbat_chart.entries import Branching, SideTitle
from exerciseplanner.ui.widgets.orbat_chart.looks import Looks

_SMALLEST, _LARGEST = 0.8, 1.25
"""However far the chart is zoomed, its titles are drawn within these."""
_TOP, _HIGH = 14, 18
_BAR, _GAP, _PAD = 4, 10, 6
_LEAST = 90
"""So much of a title is shown where its side is nearly out of sight, or else it goes with it."""
_SOLID = 0.94
_IDENTITIES = dict(IDENTITIES)
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TitledChart(Protocol):
    """What a chart says of its sides."""

    branching: Branching
    looks: Looks
    plan: Layout
    zoom: float

    def to_view(self, place: QPointF) -> QPointF:
        """The point at which a place on the ground is seen."""
        ...

    def viewport(self) -> QWidget:
        """What is seen."""
        ...


@dataclass(frozen=True)
class Title:
    """One title in pixels of what is seen; `said` is all of it, `detail` what it has room for."""

    rect: QRectF
    identity: str
    name: str
    detail: str
    said: str
    scale: float
    is_moved: bool


class Titles:
    """The titles of one chart."""

    def __init__(self, chart: TitledChart) -> None:
        self._chart = chart
        self._drawn: list[QRect] = []

    def shown(self) -> list[Title]:
        """The titles of all sides of which something is seen."""
        return list(self._placed())

    def tip(self, point: QPointF) -> str:
        """The whole title at a point, or nothing."""
        return next((each.said for each in self._placed() if each.rect.contains(point)), "")

    def follow(self, dx: int, dy: int) -> None:
        """Stay where they were while what is below them has moved so many pixels."""
        view = self._chart.viewport()
        for rect in self._drawn:
            view.update(rect.translated(dx, dy))
        self._drawn = [_around(title) for title in self._placed()]
        for rect in self._drawn:
            view.update(rect)

    def paint(self, painter: QPainter) -> None:
        """Paint them over everything else."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        titles = self.shown()
        self._drawn = [_around(title) for title in titles]
        for title in titles:
            painter.save()
            self._paint(painter, title)
            painter.restore()

    # inside ------------------------------------------------------------------------------------

    def _placed(self) -> Iterator[Title]:
        chart = self._chart
        for ground in chart.plan.grounds:
            side = chart.branching.sides.get(ground.id)
            if side is not None and side.name:
                corner = chart.to_view(QPointF(ground.x, ground.y))
                whole = QRectF(
                    corner.x(), corner.y(), ground.width * chart.zoom, ground.height * chart.zoom
                )
                if whole.intersects(QRectF(chart.viewport().rect())):
                    yield self._title(side, whole)

    def _title(self, side: SideTitle, whole: QRectF) -> Title:
        """Where it belongs on its side, or as near to it as is seen, but never beside its side."""
        chart, room = self._chart, QRectF(self._chart.viewport().rect())
        scale = min(max(chart.zoom, _SMALLEST), _LARGEST)
        pad, high = theme.scaled(_PAD) * scale, theme.scaled(_HIGH) * scale
        middle = whole.top() + theme.scaled(_TOP + _HIGH // 2) * chart.zoom
        own = QPointF(
            whole.left() + chart.looks.edge * chart.zoom, max(middle - high / 2, whole.top())
        )
        left, top = max(own.x(), room.left() + 2 * pad), max(own.y(), room.top() + pad)
        inner = whole.right() - own.x() - pad
        free = min(whole.right(), room.right()) - left - pad
        name, detail, wide = self._words(side, max(free, min(inner, _LEAST * scale)) / scale)
        left = min(left, whole.right() - pad - wide * scale)
        top = min(top, whole.bottom() - pad - high)
        return Title(
            QRectF(left, top, wide * scale, high),
            side.identity,
            name,
            detail,
            "  ·  ".join(part for part in (side.name, _beside(side)) if part),
            scale,
            (QPointF(left, top) - own).manhattanLength() > 1 or chart.zoom < _SMALLEST,
        )

    def _words(self, side: SideTitle, room: float) -> tuple[str, str, float]:
        """What of a title fits into so many pixels at full size, and how wide it is."""
        looks = self._chart.looks
        before = theme.scaled(_BAR + _GAP)
        name, detail = QFontMetricsF(looks.heading), QFontMetricsF(looks.detail)
        said, wide = _beside(side), before + name.horizontalAdvance(side.name)
        more = theme.scaled(_GAP) + detail.horizontalAdvance(said)
        if said and wide + more <= room:
            return side.name, said, wide + more
        if wide <= room:
            return side.name, "", wide
        short = name.elidedText(side.name, Qt.TextElideMode.ElideRight, room - before)
        return short, "", before + name.horizontalAdvance(short)

    def _paint(self, painter: QPainter, title: Title) -> None:
        if title.is_moved:
            ground = theme.token("surface")
            ground.setAlphaF(_SOLID)
            painter.setPen(QPen(theme.token("line"), 1))
            painter.setBrush(ground)
            pad = theme.scaled(_PAD) * title.scale
            painter.drawRoundedRect(title.rect.adjusted(-pad, -1.5, pad, 1.5), 5, 5)
        painter.translate(title.rect.topLeft())
        painter.scale(title.scale, title.scale)
        looks, high, gap = self._chart.looks, theme.scaled(_HIGH), theme.scaled(_GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.affiliation(title.identity))
        painter.drawRoundedRect(QRectF(0, 0, theme.scaled(_BAR), high), 2, 2)
        left, wide = theme.scaled(_BAR + _GAP), title.rect.width() / title.scale
        painter.setFont(looks.heading)
        painter.setPen(theme.token("text"))
        painter.drawText(QRectF(left, 0, wide, high), _WORDS, title.name)
        beside = left + QFontMetricsF(looks.heading).horizontalAdvance(title.name) + gap
        painter.setFont(looks.detail)
        painter.setPen(theme.token("muted"))
        painter.drawText(QRectF(beside, 0, wide, high), _WORDS, title.detail)


def _beside(side: SideTitle) -> str:
    said = _IDENTITIES.get(side.identity, "")
    return "  ·  ".join(part for part in (said, side.detail) if part)


def _around(title: Title) -> QRect:
    pad = 2 * theme.scaled(_PAD)
    return title.rect.adjusted(-pad, -pad, pad, pad).toAlignedRect()
