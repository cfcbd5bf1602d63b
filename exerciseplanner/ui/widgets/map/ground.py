"""The ground below the marks: water, land, borders, names and graticule, drawn once and moved."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.map.atlas import Atlas, Detail
from exerciseplanner.ui.widgets.map.camera import Camera
from exerciseplanner.ui.widgets.map.furniture import paint_lines, paint_names

_BORDER = 120
"""How strong a border between two countries is beside a coast, of 255."""

_OVER = 64
"""Pixels that a line may reach beyond 180 degrees."""

MARGIN = 256
"""Pixels around the view that are drawn ahead, so that most moves draw nothing."""


class _Drawn(NamedTuple):
    """What the picture shows; another answer to any of these asks for a new picture."""

    scale: float
    width: int
    height: int
    ratio: float
    theme: str
    detail: Detail | None


class Ground:
    """Keeps a picture of the ground, and draws only what comes into reach when the view moves."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._drawn: _Drawn | None = None
        self._margin = 0
        self._left = 0
        self._top = 0

    def paint(
        self, painter: QPainter, camera: Camera, atlas: Atlas | None, ratio: float, margin: int
    ) -> None:
        """Draw the ground of a view; what has to be drawn anew is drawn with a margin."""
        detail = atlas.detail if atlas is not None else None
        wanted = _Drawn(camera.scale, camera.width, camera.height, ratio, theme.name(), detail)
        if wanted != self._drawn or not self._covers(camera):
            self._draw(wanted, camera, atlas, margin)
        painter.drawPixmap(self._left - camera.left, self._top - camera.top, self._picture)

    def _covers(self, camera: Camera) -> bool:
        reach = 2 * self._margin
        return 0 <= camera.left - self._left <= reach and 0 <= camera.top - self._top <= reach

    def _draw(self, wanted: _Drawn, camera: Camera, atlas: Atlas | None, margin: int) -> None:
        across = self._left - (camera.left - margin)
        down = self._top - (camera.top - margin)
        wide, high = camera.width + 2 * margin, camera.height + 2 * margin
        may_push = wanted == self._drawn and margin == self._margin
        self._drawn, self._margin = wanted, margin
        self._left, self._top = camera.left - margin, camera.top - margin
        ratio = wanted.ratio
        is_whole = all((step * ratio).is_integer() for step in (across, down))
        if may_push and is_whole and abs(across) < wide and abs(down) < high:
            self._picture.scroll(round(across * ratio), round(down * ratio), self._picture.rect())
            strips = _exposed(across, down, wide, high)
        else:
            self._picture = QPixmap(round(wide * ratio), round(high * ratio))
            self._picture.setDevicePixelRatio(ratio)
            strips = [QRect(0, 0, wide, high)]
        reach = replace(camera, width=wide, height=high, left=self._left, top=self._top)
        painter = QPainter(self._picture)
        for strip in strips:
            paint_ground(painter, reach, atlas, strip)
        painter.end()


def _exposed(across: int, down: int, wide: int, high: int) -> list[QRect]:
    """The strips of a picture that came into reach when it was moved."""
    strips = []
    if across:
        strips.append(QRect(0 if across > 0 else wide + across, 0, abs(across), high))
    if down:
        strips.append(QRect(0, 0 if down > 0 else high + down, wide, abs(down)))
    return strips


def paint_ground(painter: QPainter, camera: Camera, atlas: Atlas | None, rect: QRect) -> None:
    """Draw the ground within a rectangle of a view."""
    painter.save()
    painter.setClipRect(rect)
    painter.fillRect(rect, theme.token("info_soft"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if atlas is not None:
        _paint_land(painter, camera, atlas, rect)
        _paint_edges(painter, camera, atlas, rect)
        paint_names(painter, camera, atlas, rect)
    paint_lines(painter, camera, rect)
    painter.restore()


def _paint_land(painter: QPainter, camera: Camera, atlas: Atlas, rect: QRect) -> None:
    """Fill the land, each piece in its own pixels so that no seam is seen between two of them.

    The coast drawn over it hides that its steps are not smoothed, which would take far longer.
    """
    ratio = painter.device().devicePixelRatioF()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.token("raised"))
    for turn in camera.turns(rect.left() - _OVER, rect.right() + _OVER):
        seen = _seen(camera, rect, turn)
        for piece in atlas.pieces:
            if piece.box.intersects(seen):
                room = _pixels(camera, piece.box, turn, ratio)
                painter.setClipRect(room.intersected(QRectF(rect)))
                _lay(painter, camera, turn)
                painter.drawPath(piece.land)
                painter.resetTransform()
    painter.restore()


def _paint_edges(painter: QPainter, camera: Camera, atlas: Atlas, rect: QRect) -> None:
    """Draw borders, and coasts over them."""
    between = theme.token("faint")
    between.setAlpha(_BORDER)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for turn in camera.turns(rect.left() - _OVER, rect.right() + _OVER):
        seen = _seen(camera, rect, turn)
        near = [piece for piece in atlas.pieces if piece.reach.intersects(seen)]
        _lay(painter, camera, turn)
        painter.setPen(_pen(between, 1.0))
        for piece in near:
            painter.drawPath(piece.borders)
        painter.setPen(_pen(theme.token("faint"), 1.0))
        for piece in near:
            painter.drawPath(piece.coasts)
        painter.resetTransform()
    painter.restore()


def _lay(painter: QPainter, camera: Camera, turn: float) -> None:
    """Draw in degrees of the map from here on, of the world moved by a turn."""
    painter.translate(camera.column(turn), -camera.top)
    painter.scale(camera.scale, -camera.scale)


def _pixels(camera: Camera, box: QRectF, turn: float, ratio: float) -> QRectF:
    """The whole pixels of the screen that a part of the map takes, each of them in one part."""
    left, right = camera.column(box.left() + turn), camera.column(box.right() + turn)
    low, high = camera.to_screen(0, box.top())[1], camera.to_screen(0, box.bottom())[1]
    sides = [round(each * ratio) / ratio for each in (left, high, right, low)]
    return QRectF(QPointF(*sides[:2]), QPointF(*sides[2:]))


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    return pen


def _seen(camera: Camera, rect: QRect, turn: float) -> QRectF:
    """The part of the map below a rectangle, a little more than that, in the world of a turn."""
    first = camera.to_map(rect.left() - 2, rect.bottom() + 3)
    last = camera.to_map(rect.right() + 3, rect.top() - 2)
    return QRectF(QPointF(*first), QPointF(*last)).translated(-turn, 0)
