"""Icons."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from exerciseplanner.ui.widgets import icons, theme
from exerciseplanner.ui.widgets.tokens import read_theme


def _most_common_hue(image):
    found = {}
    for x in range(image.width()):
        for y in range(image.height()):
            pixel = image.pixelColor(x, y)
            if pixel.alpha() > 250:
                found[pixel.name().upper()] = found.get(pixel.name().upper(), 0) + 1
    return max(found, key=found.get)


def test_that_an_icon_follows_the_theme_without_being_made_anew(themed):
    made = icons.icon("square", "accent")
    light = _most_common_hue(made.pixmap(QSize(36, 36)).toImage())
    theme.apply(themed, "dark")
    dark = _most_common_hue(made.pixmap(QSize(36, 36)).toImage())
    theme.apply(themed, "light")
    assert light == read_theme("light").tokens["accent"]
    assert dark == read_theme("dark").tokens["accent"]


def test_that_an_icon_has_every_pixel_of_a_dense_screen(themed):
    for picture in (
        icons.pixmap("plus", "text", 18, 2.0),
        icons.icon("plus").pixmap(QSize(18, 18), 2.0),
    ):
        assert (picture.width(), picture.devicePixelRatio()) == (36, 2.0)


def test_that_painting_costs_no_reference_to_none(themed, qtbot):
    button = QPushButton(icons.icon("plus"), "Add")
    qtbot.addWidget(button)
    button.grab()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(200):
        button.grab()
    assert abs(sys.getrefcount(None) - before) < 100
