"""How stacks, spots, names beside symbols and the card below the pointer look."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.ui.widgets.map.camera import Camera
from exerciseplanner.ui.widgets.map.gathering import Stack
from exerciseplanner.ui.widgets.map.scene import SPOT, Scene
from exerciseplanner.ui.widgets.symbols import symbol_pixmap

_LONGEST = 22
_HALO = 3.0
_KEPT = 4_000
_CARD = 280
_COUNT_ABOVE = 6

_letterings: OrderedDict[tuple[str, str, str, int, float], QPixmap] = OrderedDict()


def label_text(label: str) -> str:
    """A name as it stands beside a symbol, cut where it is long."""
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"


def label_width(label: str) -> int:
    """Pixels that a name takes beside a symbol."""
    if not label:
        return 0
    return round(QFontMetricsF(_font(11)).horizontalAdvance(label_text(label)) + 2 * _HALO)


def paint_stacks(
    painter: QPainter, scene: Scene, camera: Camera, ratio: float, *, is_moving: bool
) -> None:
    """Every stack in sight, the highest echelons last and thus on top; no symbol hides a count."""
    wide, high = scene.size
    sight = QRectF(0, 0, camera.width, camera.height).adjusted(-200, -high, wide, high)
    near = [
        (scene.box(camera, stack), stack)
        for stack in reversed(scene.stacks(camera.scale, is_moving=is_moving))
    ]
    near = [each for each in near if sight.intersects(each[0])]
    _paint_leaders(painter, [each for each in near if each[1].aside != (0, 0)])
    for box, stack in near:
        _paint_stack(painter, scene, stack, box, ratio)
    for box, stack in near:
        if len(stack.members) > 1:
            badge = _count(len(stack.members), ratio)
            over = QPointF(box.right() - badge.width() / ratio * 0.6, box.top() - _COUNT_ABOVE)
            painter.drawPixmap(over, badge)


def paint_ring(painter: QPainter, box: QRectF) -> None:
    """What shows that something in a box is selected."""
    soft = theme.token("accent")
    soft.setAlpha(46)
    painter.setBrush(soft)
    painter.setPen(QPen(theme.token("accent"), 2))
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 6, 6)


def paint_spots(painter: QPainter, scene: Scene, camera: Camera) -> None:
    """Small lozenges with an outline."""
    painter.setBrush(theme.token("warn"))
    painter.setPen(QPen(theme.token("raised"), 1.5))
    for spot in scene.spots:
        across, down = camera.to_screen(spot.x, spot.y)
        if -SPOT < across < camera.width + SPOT and -SPOT < down < camera.height + SPOT:
            corners = ((0, -SPOT), (SPOT, 0), (0, SPOT), (-SPOT, 0))
            painter.drawPolygon(QPolygonF([QPointF(across + x, down + y) for x, y in corners]))


def paint_card(painter: QPainter, lines: Sequence[str], at: QRectF, sight: QRectF) -> None:
    """The card of what is below the pointer: its first line strong, beside `at` within `sight`."""
    if not lines:
        return
    fonts = [_font(13, strong=True), *[_font(11)] * (len(lines) - 1)]
    metrics = [QFontMetricsF(font) for font in fonts]
    room = theme.scaled(_CARD)
    texts = [
        each.elidedText(line, Qt.TextElideMode.ElideRight, room)
        for each, line in zip(metrics, lines, strict=True)
    ]
    wide = max(m.horizontalAdvance(text) for m, text in zip(metrics, texts, strict=True)) + 20
    high = sum(m.height() + 2 for m in metrics) + 12
    box = placed_beside(wide, high, at, sight)
    paint_panel(painter, box)
    base = box.top() + 6
    for place, (font, metric, text) in enumerate(zip(fonts, metrics, texts, strict=True)):
        painter.setFont(font)
        painter.setPen(theme.token("muted" if place else "text"))
        painter.drawText(QPointF(box.left() + 10, base + metric.ascent()), text)
        base += metric.height() + 2


def paint_panel(painter: QPainter, box: QRectF) -> None:
    """A raised ground for something that lies over the map."""
    shade = theme.token("shadow")
    shade.setAlpha(60)
    path = QPainterPath()
    path.addRoundedRect(box, 8, 8)
    painter.fillPath(path.translated(0, 2), shade)
    painter.fillPath(path, theme.token("raised"))
    painter.strokePath(path, QPen(theme.token("edge"), 1))


def placed_beside(wide: float, high: float, at: QRectF, sight: QRectF) -> QRectF:
    """A box of that size at the right of another one, or at its left, held within what is seen."""
    left = at.right() + 10
    if left + wide > sight.right() - 4:
        left = at.left() - 10 - wide
    left = max(sight.left() + 4, min(left, sight.right() - wide - 4))
    top = max(sight.top() + 4, min(at.top() - 4, sight.bottom() - high - 4))
    return QRectF(left, top, wide, high)


def paint_pill(painter: QPainter, text: str, at: QPointF, sight: QRectF) -> None:
    """A few words that go along with the pointer."""
    font = _font(11, strong=True)
    metrics = QFontMetricsF(font)
    wide, high = metrics.horizontalAdvance(text) + 16, metrics.height() + 8
    box = placed_beside(wide, high, QRectF(at.x(), at.y() + 12, 8, 8), sight)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.token("text"))
    painter.drawRoundedRect(box, high / 2, high / 2)
    painter.setFont(font)
    painter.setPen(theme.token("surface"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_stack(painter: QPainter, scene: Scene, stack: Stack, box: QRectF, ratio: float) -> None:
    """One stack: its symbol and its name."""
    if scene.selected and any(mark.id in scene.selected for mark in stack.members):
        paint_ring(painter, box)
    wide, high = scene.size
    painter.drawPixmap(box.topLeft(), symbol_pixmap(stack.face.symbol, high, ratio, width=wide))
    if stack.label_width:
        picture = _label(label_text(stack.face.label), ratio)
        at = QPointF(box.right() + 1, box.center().y() - picture.height() / ratio / 2)
        painter.drawPixmap(at, picture)


def _paint_leaders(painter: QPainter, aside: Sequence[tuple[QRectF, Stack]]) -> None:
    """Lines from what is drawn aside to where it stands, all in one go."""
    places = [box.center() - QPointF(*stack.aside) for box, stack in aside]
    ink = theme.token("text")
    painter.setPen(QPen(ink, 1.2))
    painter.drawLines(
        [QLineF(box.center(), at) for (box, _stack), at in zip(aside, places, strict=True)]
    )
    dot = QPen(ink, 5)
    dot.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(dot)
    painter.drawPoints(places)


def _count(count: int, ratio: float) -> QPixmap:
    """The badge with how many there are."""
    return _kept(f"{count:,}", "count", ratio, _drawn_count)


def _label(text: str, ratio: float) -> QPixmap:
    """A name with a halo."""
    return _kept(text, "label", ratio, _drawn_label)


def _kept(text: str, kind: str, ratio: float, draw: Callable[[str, float], QPixmap]) -> QPixmap:
    """A piece of lettering, drawn once for a theme and a size."""
    key = (text, kind, theme.name(), theme.scaled(11), ratio)
    found = _letterings.get(key)
    if found is None:
        found = _letterings[key] = draw(text, ratio)
        if len(_letterings) > _KEPT:
            _letterings.popitem(last=False)
    return found


def _drawn_count(text: str, ratio: float) -> QPixmap:
    font = _font(11, strong=True)
    metrics = QFontMetricsF(font)
    high = metrics.height()
    wide = max(high, metrics.horizontalAdvance(text) + 8)
    picture = _blank(wide + 2, high + 2, ratio)
    pill = QRectF(1, 1, wide, high)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.token("surface"), 1.5))
    painter.setBrush(theme.token("text"))
    painter.drawRoundedRect(pill, high / 2, high / 2)
    painter.setFont(font)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture


def _drawn_label(text: str, ratio: float) -> QPixmap:
    font = _font(11)
    metrics = QFontMetricsF(font)
    wide, high = metrics.horizontalAdvance(text) + 2 * _HALO, metrics.height() + _HALO
    picture = _blank(wide, high, ratio)
    path = QPainterPath()
    path.addText(QPointF(_HALO, metrics.ascent() + _HALO / 2), font, text)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    halo = QColor(theme.token("raised"))
    halo.setAlpha(210)
    pen = QPen(halo, _HALO)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.fillPath(path, theme.token("text"))
    painter.end()
    return picture


def _blank(wide: float, high: float, ratio: float) -> QPixmap:
    picture = QPixmap(ceil(wide * ratio), ceil(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _font(size: int, *, strong: bool = False) -> QFont:
    return typeface.font(theme.scaled(size), strong=strong)
