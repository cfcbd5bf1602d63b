"""Painting grades, distributions of ratings and scores with their intervals, on any ground."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from exerciseplanner.ui.widgets import theme

_RADIUS = 4.0


def draw_grade(painter: QPainter, room: QRectF, code: str, tone: str) -> None:
    """A grade as its letter on the ground of its tone, as wide as its text, at the left."""
    fill = theme.tone_fill(tone)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    text = code or "–"
    width = max(painter.fontMetrics().horizontalAdvance(text) + 14.0, 26.0)
    height = min(room.height() - 6, 22.0)
    badge = QRectF(room.left(), room.center().y() - height / 2, width, height)
    painter.setPen(QPen(QColor(fill.outline), 1))
    painter.setBrush(QColor(fill.ground))
    painter.drawRoundedRect(badge, _RADIUS, _RADIUS)
    painter.setPen(QColor(fill.letter))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def draw_distribution(
    painter: QPainter, room: QRectF, parts: Sequence[tuple[str, str, int]], total: int
) -> None:
    """How often each rating was given: (code, tone, count) side by side, the rest of `total` open.

    Each part carries its letter and count where there is room; colour is never alone.
    """
    if total <= 0:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height = min(room.height() - 8, 18.0)
    bar = QRectF(room.left(), room.center().y() - height / 2, room.width() - 8, height)
    painter.setPen(QPen(theme.token("line"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(bar, 3, 3)
    left = bar.left()
    for code, tone, count in parts:
        if count:
            width = bar.width() * count / total
            _draw_part(painter, QRectF(left, bar.top(), width, height), code, tone, count)
            left += width
    painter.restore()


def _draw_part(painter: QPainter, part: QRectF, code: str, tone: str, count: int) -> None:
    fill = theme.tone_fill(tone)
    painter.setPen(QPen(QColor(fill.outline), 1))
    painter.setBrush(QColor(fill.ground))
    painter.drawRect(part)
    painter.setPen(QColor(fill.letter))
    metrics = painter.fontMetrics()
    for text in (f"{code} {count}", code):
        if metrics.horizontalAdvance(text) + 4 <= part.width():
            painter.drawText(part, Qt.AlignmentFlag.AlignCenter, text)
            return


def draw_interval(
    painter: QPainter,
    room: QRectF,
    low: float,
    high: float,
    score: float | None,
    cuts: Sequence[float],
) -> None:
    """A score from 0 to 1 as a mark, its interval as a bar, the grade cuts as lines behind."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    track = QRectF(room.left() + 6, room.top(), room.width() - 18, room.height())
    middle = track.center().y()

    def at(share: float) -> float:
        return track.left() + track.width() * share

    painter.setPen(QPen(theme.token("line"), 1))
    painter.drawLine(QPointF(track.left(), middle), QPointF(track.right(), middle))
    painter.setPen(QPen(theme.token("edge"), 1, Qt.PenStyle.DotLine))
    for cut in cuts:
        painter.drawLine(QPointF(at(cut), room.top() + 3), QPointF(at(cut), room.bottom() - 3))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.token("muted"))
    painter.setOpacity(0.45)
    painter.drawRoundedRect(QRectF(at(low), middle - 3, max(at(high) - at(low), 2), 6), 3, 3)
    painter.setOpacity(1.0)
    if score is not None:
        painter.setBrush(theme.token("accent"))
        painter.drawEllipse(QPointF(at(score), middle), 4.5, 4.5)
    painter.restore()
