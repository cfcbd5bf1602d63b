"""Icons of one set, drawn in a token's colour at any size, and drawn anew in another theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from exerciseplanner import paths
from exerciseplanner.ui.widgets import theme

ICON_SIZE = 18


@lru_cache(maxsize=512)
def icon(name: str, token: str = "text") -> QIcon:
    """The icon of that name in the colour of a token; it follows the theme by itself.

    Raises paths.MissingFiles where the set has no such icon.
    """
    return QIcon(_TintedIcon(name, token))


@lru_cache(maxsize=512)
def drawing(name: str) -> str:
    """The SVG text of an icon, with thin strokes."""
    text = paths.asset(f"icons/{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')


def pixmap(name: str, token: str = "text", size: int = ICON_SIZE, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels at a device pixel ratio."""
    return _pixmap(name, theme.token(token).name(), QSize(size, size) * ratio, ratio)


def _pixmap(name: str, colour: str, size: QSize, ratio: float) -> QPixmap:
    if size.isEmpty():
        return QPixmap()
    key = f"icon/{name}/{colour}/{size.width()}x{size.height()}@{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    made = QPixmap(size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _draw(painter, name, colour, QRect(0, 0, size.width(), size.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


def _draw(painter: QPainter, name: str, colour: str, rect: QRect) -> None:
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(QRectF(rect).center())
    svg = drawing(name).replace("currentColor", colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, square)


class _TintedIcon(QIconEngine):
    """Draws an icon in the colour its token has at that moment."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token
        drawing(name)

    def _colour(self, mode: QIcon.Mode) -> str:
        token = "faint" if mode == QIcon.Mode.Disabled else self._token
        return theme.token(token).name()

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into a rectangle."""
        ratio = painter.device().devicePixelRatio()
        size = rect.size() * ratio
        painter.drawPixmap(rect, _pixmap(self._name, self._colour(mode), size, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture of that size."""
        return _pixmap(self._name, self._colour(mode), size, 1.0)

    def scaledPixmap(  # noqa: N802  Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """The icon as a picture of that many logical pixels for a device pixel ratio."""
        return _pixmap(self._name, self._colour(mode), size * scale, scale)

    def clone(self) -> QIconEngine:
        """Another engine that draws the same."""
        return _TintedIcon(self._name, self._token)
