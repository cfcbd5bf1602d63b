"""Tests of pictures of symbols: as milsymbol's own, crisp, readable on dark ground, kept."""

from __future__ import annotations

import pytest
from lxml import etree
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from exerciseplanner.domain.symbol_drawing import MIDDLE
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.symbols import drawing, symbol_pixmap
from exerciseplanner.ui.widgets.symbols.painting import paint_symbol
from tests.ui.widgets.symbols.forty import FORTY

SIDE = 160


def blank() -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def fitted(width: float, height: float) -> QRectF:
    scale = SIDE / max(width, height)
    place = QRectF(0, 0, width * scale, height * scale)
    place.moveCenter(QRectF(0, 0, SIDE, SIDE).center())
    return place


def lowered(svg: str) -> bytes:
    """Qt knows no dominant-baseline: text centred on a height is moved to where it stands."""
    root = etree.fromstring(svg.encode())
    for text in root.iter("{*}text"):
        if text.attrib.pop("dominant-baseline", "") == "middle":
            text.set("y", str(float(text.get("y")) + MIDDLE * float(text.get("font-size"))))
    return etree.tostring(root)


def different(one: QImage, other: QImage) -> float:
    """The share of pixels that differ by more than a third."""
    a, b = bytes(one.constBits()), bytes(other.constBits())
    far = sum(1 for x, y in zip(a[1::4], b[1::4], strict=True) if abs(x - y) > 85)
    return far / (SIDE * SIDE)


@pytest.mark.parametrize("code", [code for code, _ in FORTY])
def test_that_a_symbol_looks_as_milsymbol_has_it(code, own_svg):
    made = drawing(code)
    place = fitted(made.width, made.height)
    ours, theirs = blank(), blank()
    painter = QPainter(ours)
    paint_symbol(painter, made, place)
    painter.end()
    painter = QPainter(theirs)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(lowered(own_svg(code)))).render(painter, place)
    painter.end()
    assert different(ours, theirs) < 0.02
    assert different(ours, blank()) > 0.02


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_that_a_picture_has_every_pixel_of_the_screen(qapp, ratio):
    picture = symbol_pixmap("10031000161211020000", 24, ratio)
    assert (picture.width(), picture.height()) == (round(30 * ratio), round(24 * ratio))
    assert picture.devicePixelRatio() == ratio


def test_that_a_picture_is_drawn_once(qapp):
    first = symbol_pixmap("10031000161213000000", 24)
    assert symbol_pixmap("10031000161213000000", 24) is first
    assert symbol_pixmap("10031000161213000000", 20) is not first


def test_that_size_marks_can_be_read_in_a_dark_theme(qapp):
    def brightest_above_the_frame() -> int:
        image = symbol_pixmap("10031000161211020000", 48).toImage()
        rows = range(2, 10)
        pixels = [image.pixelColor(x, y) for y in rows for x in range(image.width())]
        return max((c.lightness() for c in pixels if c.alpha() > 200), default=-1)

    try:
        theme.apply(qapp, "light")
        assert 0 <= brightest_above_the_frame() < 100
        theme.apply(qapp, "dark")
        assert brightest_above_the_frame() > 180
    finally:
        theme.apply(qapp, "light")


def test_that_a_headquarters_in_a_row_is_not_much_smaller_than_its_units(qapp):
    def filled(code: str) -> int:
        image = symbol_pixmap(code, 24, 2.0).toImage()
        seen = (image.pixelColor(x, y) for x in range(60) for y in range(48))
        return sum(1 for c in seen if c.alpha() > 250 and c.blue() > 200 and c.red() < 180)

    assert filled("10031002181205000000") > 0.5 * filled("10031000181205000000")
