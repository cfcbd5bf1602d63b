"""What helps to read the map: graticule with its degrees, names of countries and a scale bar."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.ui.widgets.map.atlas import Atlas
from exerciseplanner.ui.widgets.map.camera import Camera
from exerciseplanner.ui.widgets.map.projection import (
    LIMIT,
    latitude_of,
    northing,
    on_the_globe,
)

_STEPS = (1 / 60, 2 / 60, 5 / 60, 10 / 60, 15 / 60, 30 / 60, 1, 2, 5, 10, 15, 30)
"""Degrees between two lines of the graticule."""

_APART = 120
_MARGIN = 12
_BAR = 130
_NAME_ROOM = 1.15
_LEAST_ROOM = 20


def graticule_step(scale: float) -> float:
    """Degrees between lines so that they stand far enough apart at a scale."""
    return next((step for step in _STEPS if step * scale >= _APART), _STEPS[-1])


def degrees_text(value: float, letters: str) -> str:
    """A round number of degrees and minutes with its letter: `60°30′N`; `letters` are NS or EW."""
    minutes = round(abs(value) * 60)
    whole, rest = divmod(minutes, 60)
    letter = "" if value in (0, -180, 180) else letters[value < 0]
    return f"{whole}°{f'{rest:02d}′' if rest else ''}{letter}"


def bar_length(metres_per_pixel: float, room: float = _BAR) -> tuple[float, str]:
    """The pixels of a round distance that fits into a room, and what it says."""
    most = metres_per_pixel * room
    power = 10.0 ** floor(log10(most))
    metres = next(power * part for part in (5, 2, 1) if power * part <= most)
    said = f"{metres / 1000:,.0f} km" if metres >= 1000 else f"{metres:,.0f} m"
    return metres / metres_per_pixel, said


def paint_lines(painter: QPainter, camera: Camera, rect: QRect) -> None:
    """The meridians and parallels that cross a rectangle of a view."""
    step = graticule_step(camera.scale)
    faint = theme.token("faint")
    faint.setAlpha(70)
    for across, _value in _meridians(camera, step):
        if rect.left() <= across <= rect.right():
            painter.fillRect(QRect(across, rect.top(), 1, rect.height()), faint)
    for down, _value in _parallels(camera, step):
        if rect.top() <= down <= rect.bottom():
            painter.fillRect(QRect(rect.left(), down, rect.width(), 1), faint)


def paint_degrees(painter: QPainter, camera: Camera) -> None:
    """The degrees of the graticule at the upper and the left edge of the view."""
    step = graticule_step(camera.scale)
    font = _font(11)
    ink = theme.token("muted")
    high = QFontMetricsF(font).ascent()
    for across, value in _meridians(camera, step):
        _write(painter, font, ink, across + 4, high + 3, degrees_text(value, "EW"))
    for down, value in _parallels(camera, step):
        if high * 2.5 < down < camera.height - high * 3:
            _write(painter, font, ink, 4, down - 4, degrees_text(value, "NS"))


def paint_names(painter: QPainter, camera: Camera, atlas: Atlas, rect: QRect) -> None:
    """The name of every country that has room for it, as far as it lies in a rectangle."""
    font = _font(12)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, theme.scaled(1))
    metrics = QFontMetricsF(font)
    high = metrics.height()
    ink = theme.token("faint")
    for name in atlas.names:
        room = name.width * camera.scale
        if room < _LEAST_ROOM:
            break
        down = camera.to_screen(name.x, name.y)[1]
        if not rect.top() - high < down < rect.bottom() + high:
            continue
        wide = metrics.horizontalAdvance(name.text)
        if wide * _NAME_ROOM > room:
            continue
        for turn in camera.turns(rect.left() - wide, rect.right() + wide):
            left = camera.column(name.x + turn) - wide / 2
            if QRectF(left, down - high, wide, 2 * high).intersects(rect):
                _write(painter, font, ink, left, down + metrics.ascent() / 3, name.text)


def paint_scale_bar(painter: QPainter, camera: Camera) -> None:
    """A distance on the ground, true for the middle of the view."""
    length, said = bar_length(camera.metres_per_pixel, theme.scaled(_BAR))
    left, low, tick = _MARGIN, camera.height - _MARGIN, theme.scaled(4)
    path = QPainterPath(QPointF(left, low - tick))
    path.lineTo(left, low)
    path.lineTo(left + length, low)
    path.lineTo(left + length, low - tick)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((theme.token("raised"), 4.0), (theme.token("text"), 1.5)):
        painter.strokePath(path, QPen(colour, width))
    painter.restore()
    _write(painter, _font(11), theme.token("text"), left + 4, low - 5, said)


def _meridians(camera: Camera, step: float) -> Iterator[tuple[int, float]]:
    first, last = camera.to_map(0, 0)[0], camera.to_map(camera.width, 0)[0]
    for number in range(ceil(first / step), floor(last / step) + 1):
        yield round(camera.column(number * step)), on_the_globe(number * step)


def _parallels(camera: Camera, step: float) -> Iterator[tuple[int, float]]:
    low = latitude_of(camera.to_map(0, camera.height)[1])
    high = latitude_of(camera.to_map(0, 0)[1])
    for number in range(floor(max(-LIMIT, low) / step) + 1, floor(min(LIMIT, high) / step) + 1):
        yield round(camera.to_screen(0, northing(number * step))[1]), number * step


def _font(size: int) -> QFont:
    return typeface.font(theme.scaled(size))


def _write(
    painter: QPainter, font: QFont, ink: QColor, left: float, base: float, text: str
) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QPointF(left, base), text)
