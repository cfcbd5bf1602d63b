"""Grounds shaded by a share, with ink that can be read on them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.tokens import contrast

_READABLE = 4.5
_PALEST, _FULLEST, _STEP = 0.14, 0.85, 0.02


def shade(share: float) -> QColor:
    """Between the ground and the accent, the more the fuller, as long as text can be read."""
    return QColor(_shaded(round(max(0.0, min(share, 1.0)), 2), *_colours()))


def ink_on(ground: QColor) -> QColor:
    """Whichever of the text colours can be read on a ground."""
    _, _, text, other = _colours()
    return QColor(_inked(ground.name(), text, other))


def _colours() -> tuple[str, str, str, str]:
    """Ground, accent, text and the other text of the theme in force."""
    tokens = theme.current().tokens
    return tokens["surface"], tokens["accent"], tokens["text"], tokens["on_accent"]


@lru_cache(maxsize=1024)
def _shaded(share: float, surface: str, accent: str, text: str, other: str) -> str:
    weight = _PALEST + (_FULLEST - _PALEST) * share
    mixed = _mixed(weight, surface, accent)
    while contrast(_inked(mixed, text, other), mixed) < _READABLE and weight > _PALEST:
        weight -= _STEP
        mixed = _mixed(weight, surface, accent)
    return mixed


@lru_cache(maxsize=1024)
def _inked(ground: str, text: str, other: str) -> str:
    if contrast(text, ground) >= _READABLE:
        return text
    return max((text, other), key=lambda ink: contrast(ink, ground))


def _mixed(weight: float, ground: str, accent: str) -> str:
    low, high = QColor(ground), QColor(accent)
    pairs = (
        (low.red(), high.red()),
        (low.green(), high.green()),
        (low.blue(), high.blue()),
    )
    return QColor(*(round(one + (other - one) * weight) for one, other in pairs)).name()
