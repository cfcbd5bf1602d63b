"""Drawing the force flow: notice, movement, need and what is wanting, and the days above."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from exerciseplanner.domain.force_flow import DAY
from exerciseplanner.ui.pages.forces.flow_scale import FlowScale
from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.workspace.queries.force_flow import FlowRow

TICK_ROOM = 52
PAD = 8
_BAR = 9
_THINNEST = 2.0
_INKS = {"late": "danger", "unknown": "faint"}


def paint_way(painter: QPainter, rect: QRectF, scale: FlowScale, row: FlowRow) -> None:
    """One unit: notice outlined, movement filled, a diamond where it is required."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect)
    _paint_guides(painter, rect, scale)
    if row.moves_with:
        _say(painter, rect, f"with {row.moves_with}")
    else:
        _paint_bars(painter, rect, scale, row)
    painter.restore()


def paint_axis(painter: QPainter, rect: QRectF, scale: FlowScale) -> None:
    """Days from STARTEX, and the activation order where it is fixed."""
    painter.setFont(typeface.font(theme.scaled(11)))
    left, width = rect.left() + PAD, rect.width() - 2 * PAD
    taken = [_label(painter, rect, scale.x(0, left, width), "STARTEX", "text")]
    if scale.activation:
        where = scale.x(scale.activation, left, width)
        if abs(where - taken[0].center().x()) > theme.scaled(TICK_ROOM):
            taken.append(_label(painter, rect, where, "Order", "accent"))
    metrics = painter.fontMetrics()
    painter.setPen(theme.token("muted"))
    for tick in scale.ticks(width, theme.scaled(TICK_ROOM)):
        text = f"{tick // DAY:+d}".replace("-", "−")
        size = metrics.horizontalAdvance(text) + 8
        room = QRectF(scale.x(tick, left, width) - size / 2, rect.top(), size, rect.height())
        if rect.contains(room) and not any(room.intersects(each) for each in taken):
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def _label(painter: QPainter, rect: QRectF, at: float, text: str, ink: str) -> QRectF:
    size = painter.fontMetrics().horizontalAdvance(text) + 8
    left = min(max(at - size / 2, rect.left()), rect.right() - size)
    room = QRectF(left, rect.top(), size, rect.height())
    painter.setPen(theme.token(ink))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
    return room


def _paint_guides(painter: QPainter, rect: QRectF, scale: FlowScale) -> None:
    left, width = rect.left() + PAD, rect.width() - 2 * PAD
    painter.setPen(QPen(theme.token("line"), 1))
    for tick in scale.ticks(width, theme.scaled(TICK_ROOM)):
        _upright(painter, rect, scale.x(tick, left, width))
    painter.setPen(QPen(theme.token("edge"), 1.5))
    _upright(painter, rect, scale.x(0, left, width))
    if scale.activation is not None:
        painter.setPen(QPen(theme.token("accent"), 1, Qt.PenStyle.DashLine))
        _upright(painter, rect, scale.x(scale.activation, left, width))


def _upright(painter: QPainter, rect: QRectF, at: float) -> None:
    painter.drawLine(QPointF(round(at) + 0.5, rect.top()), QPointF(round(at) + 0.5, rect.bottom()))


class _Bars:
    """Lengths of time as rectangles in the middle of a row."""

    def __init__(self, rect: QRectF, scale: FlowScale) -> None:
        self._left, self._width = rect.left() + PAD, rect.width() - 2 * PAD
        self._scale = scale
        self.high = theme.scaled(_BAR)
        self.middle = rect.center().y()

    def at(self, minutes: int) -> QPointF:
        """A moment in the middle of the row."""
        return QPointF(self._scale.x(minutes, self._left, self._width), self.middle)

    def over(self, start: int, end: int) -> QRectF:
        """From one moment to another, never too thin to be seen."""
        begin, finish = self.at(start).x(), self.at(end).x()
        wide = max(finish - begin, _THINNEST)
        return QRectF(begin, self.middle - self.high / 2, wide, self.high)


def _paint_bars(painter: QPainter, rect: QRectF, scale: FlowScale, row: FlowRow) -> None:
    bars = _Bars(rect, scale)
    ink = theme.token(_INKS.get(row.state, "accent"))
    if row.order is not None and row.ready is not None and row.ready > row.order:
        painter.setPen(QPen(ink, 1))
        painter.setBrush(_pale(ink))
        painter.drawRect(bars.over(row.order, row.ready).adjusted(0.5, 0.5, -0.5, -0.5))
    if row.there is not None:
        left_at = row.leaves if row.leaves is not None else row.there
        if row.there > left_at or row.leaves is None:
            painter.fillRect(bars.over(left_at, row.there), ink)
        if row.required_by is not None:
            _paint_between(painter, bars, row.there, row.required_by, row.state)
    if row.required_by is not None:
        _paint_need(painter, bars.at(row.required_by), bars.high)


def _paint_between(painter: QPainter, bars: _Bars, there: int, need: int, state: str) -> None:
    """What is in hand as a thin line, what is wanting as hatching over the bar."""
    if there > need:
        brush = QBrush(theme.token("surface"), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(bars.over(need, there), brush)
        return
    room = bars.over(there, need)
    tone = theme.token("warn" if state == "tight" else "muted")
    painter.fillRect(QRectF(room.left(), bars.middle - 1, room.width(), 2), tone)


def _paint_need(painter: QPainter, at: QPointF, high: float) -> None:
    half = high * 0.62
    diamond = QPolygonF(
        [
            at + QPointF(0, -half),
            at + QPointF(half, 0),
            at + QPointF(0, half),
            at - QPointF(half, 0),
        ]
    )
    painter.setPen(QPen(theme.token("surface"), 1.5))
    painter.setBrush(theme.token("text"))
    painter.drawPolygon(diamond)


def _say(painter: QPainter, rect: QRectF, text: str) -> None:
    painter.setFont(typeface.font(theme.scaled(11)))
    painter.setPen(theme.token("muted"))
    room = rect.adjusted(PAD, 0, -PAD, 0)
    said = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)


def _pale(ink: QColor) -> QColor:
    pale = QColor(ink)
    pale.setAlphaF(0.18)
    return pale
