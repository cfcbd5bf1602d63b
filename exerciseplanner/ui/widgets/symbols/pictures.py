"""Symbols as pictures, each drawn once for a size, a screen and a theme."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from exerciseplanner.domain.symbol_drawing import SymbolDrawing
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.symbols.engine import SymbolOptions, drawing, drawings
from exerciseplanner.ui.widgets.symbols.painting import paint_symbol

IN_ROWS = SymbolOptions(staff=45)
"""In rows of a list a staff is short, so that a headquarters is no smaller than its neighbours."""

_PLAIN_HEIGHT = 148.0
"""A frame with its echelon: symbols with less around them are drawn no larger than these."""
_WIDE = 30 / 24
_THINNEST = 0.9
_KEPT = 6000


Key = tuple[str, int, int, float, SymbolOptions, str]
_pictures: OrderedDict[Key, QPixmap] = OrderedDict()


def drawings_in_rows(codes: Iterable[str]) -> dict[str, SymbolDrawing]:
    """The drawings of codes as they stand in rows of lists, on screen and in documents."""
    return drawings(codes, IN_ROWS)


def symbol_pixmap(
    code: str, height: int, ratio: float = 1.0, *, width: int = 0, options: SymbolOptions = IN_ROWS
) -> QPixmap:
    """A symbol within `height` logical pixels, with every pixel of a dense screen.

    All pictures of one height have one width, so that what stands beside them is in line; a
    `width` makes room for amplifiers. Raises paths.MissingFiles.
    """
    wide = width or round(height * _WIDE)
    key = (code, wide, height, ratio, options, theme.name())
    found = _pictures.get(key)
    if found is None:
        found = _pictures[key] = _painted(drawing(code, options), wide, height, ratio)
        if len(_pictures) > _KEPT:
            _pictures.popitem(last=False)
    return found


def _painted(made: SymbolDrawing, width: int, height: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    scale = min(width / made.width, height / max(made.height, _PLAIN_HEIGHT))
    room = QRectF(0, 0, width, height)
    place = QRectF(room.topLeft(), QSizeF(made.width * scale, made.height * scale))
    place.moveCenter(room.center())
    paint_symbol(painter, made, place, ink=theme.token("text"), thinnest=_THINNEST)
    painter.end()
    return picture
