"""The theme in force: apply one, ask for its colours, hear when it changes."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from exerciseplanner.ui.widgets import typeface
from exerciseplanner.ui.widgets.theme_marks import mark_files
from exerciseplanner.ui.widgets.theme_palette import palette_of
from exerciseplanner.ui.widgets.tokens import Theme, ToneFill, read_theme, style_template

SIZES = (8, 11, 13, 14, 15, 16, 18, 20, 24, 26, 28, 32, 36, 84)


class _Switch(QObject):
    """Announces a change of theme to whoever keeps something drawn in its colours."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = read_theme("light")
        self.scale = 1.0


_switch: _Switch | None = None


def changed() -> _Switch:
    """The object whose signal ``changed`` fires after a theme or scale was applied."""
    global _switch  # noqa: PLW0603  one application has one theme
    if _switch is None:
        _switch = _Switch()
    return _switch


def apply(app: QApplication, name: str, *, scale: float = 1.0) -> None:
    """Put the theme on the whole application; `scale` enlarges type and rows (1.0 to 2.0)."""
    switch = changed()
    switch.theme = read_theme(name)
    switch.scale = scale
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setFont(typeface.font())
    app.setPalette(palette_of(switch.theme))
    app.setStyleSheet(style_sheet(switch.theme, scale))
    switch.changed.emit()


def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """The style sheet of a theme at a scale."""
    sizes = {f"px{size}": f"{round(size * scale)}px" for size in SIZES}
    return Template(style_template()).substitute(theme.tokens, **sizes, **mark_files(theme))


def current() -> Theme:
    """The theme in force."""
    return changed().theme


def name() -> str:
    """The name of the theme in force."""
    return current().name


def scaled(pixels: int) -> int:
    """A length in pixels at the scale in force."""
    return round(pixels * changed().scale)


def row_height() -> int:
    """Height of a row in tables, trees and lists, in pixels."""
    return scaled(28)


def token(name: str) -> QColor:
    """The colour of that name in the theme in force; ``KeyError`` where there is none."""
    return QColor(current().tokens[name])


def lane(number: int) -> QColor:
    """One of twelve hues that stay apart for colour-blind readers, counted round."""
    lanes = current().lanes
    return QColor(lanes[number % len(lanes)])


def tone_fill(tone: str) -> ToneFill:
    """How a rating tone (best, good, weak, worst, unrated) is drawn."""
    return current().ratings[tone]


def affiliation(name: str) -> QColor:
    """The colour of friend, hostile, neutral or unknown."""
    return QColor(current().affiliations[name])


def classification(name: str) -> ToneFill:
    """How the banner of an unclassified, restricted, confidential or secret screen is drawn."""
    return current().classification[name]
