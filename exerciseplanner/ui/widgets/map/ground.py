"""The ground below the marks: water, land, coasts and borders, drawn once and then pushed along."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.map.atlas import Atlas
from exerciseplanner.ui.widgets.map.camera import Camera


class _Drawn(NamedTuple):
    """What the picture shows; another answer to any of these asks for a new picture."""

    scale: float
    width: int
    height: int
    ratio: float
    theme: str
    has_land: bool


class Ground:
    """Keeps the picture of the ground, and draws only what comes into sight when it moves."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._drawn: _Drawn | None = None
        self._left = 0
        self._top = 0

    def picture(self, camera: Camera, atlas: Atlas | None, ratio: float) -> QPixmap:
        """The ground in a view, on a screen with so many pixels to a pixel."""
        wanted = _Drawn(
            camera.scale, camera.width, camera.height, ratio, theme.name(), atlas is not None
        )
        across, down = self._left - camera.left, self._top - camera.top
        if wanted != self._drawn or not self._can_push(across, down, camera, ratio):
            self._picture = QPixmap(round(camera.width * ratio), round(camera.height * ratio))
            self._picture.setDevicePixelRatio(ratio)
            exposed = [QRect(0, 0, camera.width, camera.height)]
        else:
            exposed = self._pushed(across, down, camera, ratio)
        self._drawn, self._left, self._top = wanted, camera.left, camera.top
        if exposed:
            painter = QPainter(self._picture)
            for rect in exposed:
                paint_ground(painter, camera, atlas, rect)
            painter.end()
        return self._picture

    @staticmethod
    def _can_push(across: int, down: int, camera: Camera, ratio: float) -> bool:
        is_whole = all((step * ratio).is_integer() for step in (across, down))
        return is_whole and abs(across) < camera.width and abs(down) < camera.height

    def _pushed(self, across: int, down: int, camera: Camera, ratio: float) -> list[QRect]:
        """Move the picture; gives the strips that came into sight."""
        wide, high = camera.width, camera.height
        if across or down:
            self._picture.scroll(round(across * ratio), round(down * ratio), self._picture.rect())
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
    if atlas is not None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-camera.left, -camera.top)
        painter.scale(camera.scale, -camera.scale)
        _paint_atlas(painter, atlas, _seen(camera, rect))
    painter.restore()


def _paint_atlas(painter: QPainter, atlas: Atlas, seen: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.token("raised"))
    for land in atlas.lands:
        if land.bounds.intersects(seen):
            painter.drawPath(land.path)
    painter.setPen(_pen(theme.token("edge"), 1.2))
    for border in atlas.borders:
        if border.bounds.intersects(seen):
            painter.drawPolyline(border.line)
    painter.setPen(_pen(theme.token("faint"), 1.0))
    for coast in atlas.coasts:
        if coast.bounds.intersects(seen):
            painter.drawPolyline(coast.line)


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    return pen


def _seen(camera: Camera, rect: QRect) -> QRectF:
    """The part of the map below a rectangle, a little more than that."""
    first = camera.to_map(rect.left() - 2, rect.bottom() + 3)
    last = camera.to_map(rect.right() + 3, rect.top() - 2)
    return QRectF(QPointF(*first), QPointF(*last))
