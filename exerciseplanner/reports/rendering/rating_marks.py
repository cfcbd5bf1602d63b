"""Ratings drawn: badges with their letter, hatched grounds, scores with their interval."""

from __future__ import annotations

from exerciseplanner.reports.ratings import RatingBadge, ScoreBar
from exerciseplanner.reports.rendering import palette
from exerciseplanner.reports.rendering.measures import Style
from exerciseplanner.reports.rendering.palette import Colour, Fill
from exerciseplanner.reports.rendering.typesetting import Canvas, TextLayer, Typesetter

_DOT = 0.97
"""Side of a dot of a dotted ground, in points: as much ink as a circle 1.1 points wide."""


def badge_width(setter: Typesetter, badge: RatingBadge, size: float) -> float:
    """Width of a badge of a height: square for one letter, wider for more."""
    return max(size, setter.width(badge.code, _letter(size, palette.INK)) + size * 0.5)


def draw_badge(
    layer: TextLayer, setter: Typesetter, badge: RatingBadge, x: float, y: float, size: float
) -> float:
    """Draw a badge with its lower left corner at (x, y); returns its width."""
    canvas, fill = layer.canvas, palette.TONES[badge.tone]
    width = badge_width(setter, badge, size)
    canvas.setFillColor(fill.ground)
    canvas.setStrokeColor(fill.outline)
    canvas.setLineWidth(max(0.7, size * 0.07))
    canvas.setDash(*((1.5, 1.2) if badge.tone == "unrated" else ()))
    canvas.roundRect(x, y, width, size, size * 0.16, stroke=1, fill=1)
    canvas.setDash()
    style = _letter(size, fill.letter)
    top = y + size / 2 + style.leading / 2
    layer.put(setter.lines(badge.code, style, 4 * width), style, x, top, width)
    return width


def _letter(size: float, colour: Colour) -> Style:
    return Style(size * 0.74, size, "bold", colour, "center")


def fill_rectangle(
    canvas: Canvas, fill: Fill, x: float, y: float, width: float, height: float
) -> None:
    """A rectangle with ground, hatching and outline: told apart without colour."""
    canvas.saveState()
    canvas.setFillColor(fill.ground)
    canvas.rect(x, y, width, height, stroke=0, fill=1)
    if fill.hatching != "none":
        clip = canvas.beginPath()
        clip.rect(x, y, width, height)
        canvas.clipPath(clip, stroke=0, fill=0)
        canvas.setStrokeColor(fill.hatch)
        canvas.setFillColor(fill.hatch)
        _hatch(canvas, fill, x, y, width, height)
    canvas.restoreState()
    canvas.setStrokeColor(fill.outline)
    canvas.setLineWidth(0.6)
    canvas.rect(x, y, width, height, stroke=1, fill=0)


def _hatch(canvas: Canvas, fill: Fill, x: float, y: float, width: float, height: float) -> None:
    step = 3.6
    path = canvas.beginPath()
    if fill.hatching == "dots":
        # Squares of a dot's size: a circle is four curves, and thousands of them were two thirds of
        # an assessment's bytes and half of the time to write it.
        for row in range(int(height / step) + 1):
            for place in range(int(width / step) + 2):
                left, low = x + (place + row % 2 / 2) * step, y + (row + 0.5) * step
                path.rect(left - _DOT / 2, low - _DOT / 2, _DOT, _DOT)
        canvas.drawPath(path, stroke=0, fill=1)
        return
    for place in range(int((width + height) / step) + 1):
        path.moveTo(x + place * step - height, y)
        path.lineTo(x + place * step, y + height)
        if fill.hatching == "cross":
            path.moveTo(x + place * step, y)
            path.lineTo(x + place * step - height, y + height)
    canvas.setLineWidth(0.75)
    canvas.drawPath(path, stroke=1, fill=0)


def draw_interval(
    canvas: Canvas, bar: ScoreBar, x: float, middle: float, width: float, thickness: float
) -> None:
    """A score's interval as a pale bar with ends, the score itself as a filled diamond."""
    left, right = x + _unit(bar.low) * width, x + _unit(bar.high) * width
    canvas.setLineWidth(0.8)
    canvas.setStrokeColor(palette.ACCENT)
    if right - left > 0.5:
        canvas.setFillColor(palette.ACCENT_SOFT)
        canvas.rect(left, middle - thickness / 4, right - left, thickness / 2, stroke=0, fill=1)
    for end in (left, right):
        canvas.line(end, middle - thickness / 2, end, middle + thickness / 2)
    if bar.score is None:
        return
    at, half = x + _unit(bar.score) * width, thickness * 0.42
    diamond = canvas.beginPath()
    diamond.moveTo(at - half, middle)
    diamond.lineTo(at, middle + half)
    diamond.lineTo(at + half, middle)
    diamond.lineTo(at, middle - half)
    diamond.close()
    canvas.setFillColor(palette.ACCENT)
    canvas.setStrokeColor(palette.PAPER)
    canvas.setLineWidth(0.5)
    canvas.drawPath(diamond, stroke=1, fill=1)


def _unit(value: float) -> float:
    return min(max(value, 0.0), 1.0)
