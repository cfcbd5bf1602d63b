"""Grounds shaded by a share, with ink that can be read on them."""

from __future__ import annotations

from PySide6.QtGui import QColor

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.tokens import contrast

_READABLE = 4.5
_PALEST, _FULLEST, _STEP = 0.14, 0.85, 0.02


def shade(share: float) -> QColor:
    """Between the ground and the accent, the more the fuller, as long as text can be read."""
    weight = _PALEST + (_FULLEST - _PALEST) * max(0.0, min(share, 1.0))
    mixed = _mixed(weight)
    while contrast(ink_on(mixed).name(), mixed.name()) < _READABLE and weight > _PALEST:
        weight -= _STEP
        mixed = _mixed(weight)
    return mixed


def ink_on(ground: QColor) -> QColor:
    """Whichever of the text colours can be read on a ground."""
    text, other = theme.token("text"), theme.token("on_accent")
    if contrast(text.name(), ground.name()) >= _READABLE:
        return text
    return max((text, other), key=lambda ink: contrast(ink.name(), ground.name()))


def _mixed(weight: float) -> QColor:
    ground, accent = theme.token("surface"), theme.token("accent")
    pairs = (
        (ground.red(), accent.red()),
        (ground.green(), accent.green()),
        (ground.blue(), accent.blue()),
    )
    return QColor(*(round(low + (high - low) * weight) for low, high in pairs))
