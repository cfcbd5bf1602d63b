"""Painting a chart: sides, lines, cards with their symbols, and what is dragged."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from exerciseplanner.domain.orbat_layout import Card
from exerciseplanner.domain.orbat_packing import Ground, Layout
from exerciseplanner.ui.widgets import icons, theme
from exerciseplanner.ui.widgets.orbat_chart.entries import Branching, Entry
from exerciseplanner.ui.widgets.orbat_chart.looks import Looks
from exerciseplanner.ui.widgets.symbols import symbol_pixmap

_LEGIBLE = 0.42
"""Zoomed out beyond this, a card is its symbol."""
_VISIBLE = 0.2
"""Zoomed out beyond this, a card is a patch in the colour of its side."""
_FAINT = 0.28
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass
class State:
    """What stands out: chosen units, the one with the cursor, what a filter found (None: all)."""

    chosen: Collection[str] = ()
    current: str = ""
    hover: str = ""
    target: str = ""
    found: Collection[str] | None = None
    focused: bool = False


@dataclass
class Brush:
    """Paints one chart at one zoom."""

    painter: QPainter
    looks: Looks
    branching: Branching
    open_units: Collection[str]
    state: State
    zoom: float
    _texts: dict[tuple[str, int, bool], str] = field(default_factory=dict)
    _inks: dict[str, QColor] = field(default_factory=dict)

    def paint(self, layout: Layout, seen: QRectF) -> None:
        """Paint what lies in the part of the chart that is seen."""
        painter = self.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ground in layout.grounds:
            self._ground(ground)
        self._lines(layout, seen)
        near = [card for card in layout.drawn.cards if seen.intersects(self.looks.rect(card))]
        self._relations(near)
        for card in near:
            self._card(card)

    # sides and lines ---------------------------------------------------------------------------

    def _ground(self, ground: Ground) -> None:
        painter = self.painter
        rect = QRectF(ground.x, ground.y, ground.width, ground.height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink("surface"))
        painter.drawRoundedRect(rect, 8, 8)

    def _lines(self, layout: Layout, seen: QRectF) -> None:
        pen = QPen(self._ink("faint"), 1.2)
        pen.setCosmetic(True)
        self.painter.setPen(pen)
        box = (seen.left(), seen.top(), seen.right(), seen.bottom())
        trunks = [line for line in layout.drawn.trunks if _meets(line, box)]
        twigs = [
            card.twig
            for card in layout.drawn.cards
            if card.twig and _meets(card.twig, box) and not self._relation(card)
        ]
        self.painter.drawLines([QLineF(*line) for line in (*trunks, *twigs)])

    def _relation(self, card: Card) -> str:
        return self.branching.entries[card.id].relation

    def _relations(self, cards: Sequence[Card]) -> None:
        """Dashed lines to units that are led otherwise than by their own superior."""
        pen = QPen(self._ink("accent"), 1.4, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        self.painter.setPen(pen)
        found = [card for card in cards if card.twig and self._relation(card)]
        self.painter.drawLines([QLineF(*card.twig) for card in found if card.twig])

    # cards -------------------------------------------------------------------------------------

    def _card(self, card: Card) -> None:
        entry = self.branching.entries[card.id]
        rect = self.looks.rect(card)
        state = self.state
        faint = state.found is not None and card.id not in state.found
        self.painter.setOpacity(_FAINT if faint else 1.0)
        self._frame(card.id, entry, rect)
        if self.zoom >= _LEGIBLE:
            self._symbol(entry, self.looks.symbol(rect))
            self._words(card.id, entry, rect)
            self._toggle(card.id, rect)
            self._label(card, entry, rect)
        elif self.zoom >= _VISIBLE:
            self._symbol(entry, rect.adjusted(0, 3, 0, -3))
        self.painter.setOpacity(1.0)

    def _frame(self, unit: str, entry: Entry, rect: QRectF) -> None:
        painter, state = self.painter, self.state
        chosen = unit in state.chosen
        if self.zoom < _VISIBLE:
            painter.fillRect(rect, theme.affiliation(entry.identity))
            if not chosen:
                return
        fill = "selection" if chosen else "hover" if unit == state.hover else "raised"
        edge = "accent" if chosen or unit == state.target else "edge"
        pen = QPen(self._ink(edge), 2.0 if unit == state.target else 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(self._ink("accent_soft" if unit == state.target else fill))
        painter.drawRoundedRect(rect, 5, 5)
        if unit == state.current and state.focused:
            ring = QPen(self._ink("focus"), 2.0)
            ring.setCosmetic(True)
            painter.setPen(ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), 7, 7)

    def _symbol(self, entry: Entry, rect: QRectF) -> None:
        """The picture is as many pixels high as it is shown, so that its lines are sharp."""
        ratio = self.painter.device().devicePixelRatioF()
        wide = max(round(rect.width() * self.zoom), 1)
        high = max(round(rect.height() * self.zoom), 1)
        picture = symbol_pixmap(entry.symbol, high, ratio, width=min(wide, round(high * 1.3)))
        size = picture.deviceIndependentSize() / self.zoom
        place = QRectF(QPointF(0, 0), size)
        place.moveCenter(rect.center())
        self.painter.drawPixmap(place, picture, QRectF(picture.rect()))

    def _words(self, unit: str, entry: Entry, rect: QRectF) -> None:
        room = self.looks.text(rect, leads=self.branching.leads(unit))
        ink = self._ink("on_selection" if unit in self.state.chosen else "text")
        if not entry.detail:
            self._write(room, self._cut(entry.title, room, strong=True), self.looks.title, ink)
            return
        upper = room.adjusted(0, theme.scaled(4), 0, -room.height() / 2)
        lower = room.adjusted(0, room.height() / 2, 0, -theme.scaled(4))
        self._write(upper, self._cut(entry.title, room, strong=True), self.looks.title, ink)
        muted = ink if unit in self.state.chosen else self._ink("muted")
        self._write(lower, self._cut(entry.detail, room, strong=False), self.looks.detail, muted)

    def _toggle(self, unit: str, rect: QRectF) -> None:
        if not self.branching.leads(unit):
            return
        room = self.looks.toggle(rect)
        if unit in self.open_units:
            size = theme.scaled(14)
            ratio = self.painter.device().devicePixelRatioF() * max(self.zoom, 1.0)
            picture = icons.pixmap("chevron-down", "muted", size, ratio)
            place = QRectF(0, 0, size, size)
            place.moveCenter(room.center())
            self.painter.drawPixmap(place, picture, QRectF(picture.rect()))
            return
        self._pill(rect, f"+{self.branching.below[unit]:,}")

    def _pill(self, rect: QRectF, text: str) -> None:
        """How many units are hidden, over the lower right corner."""
        wide = QFontMetricsF(self.looks.small).horizontalAdvance(text) + theme.scaled(10)
        high = theme.scaled(15)
        pill = QRectF(rect.right() - wide + theme.scaled(4), 0, wide, high)
        pill.moveBottom(rect.bottom() + theme.scaled(5))
        self._badge(pill, text, self._ink("muted_soft"), self._ink("text"), self._ink("edge"))

    def _label(self, card: Card, entry: Entry, rect: QRectF) -> None:
        """The command relationship on the line, or over the corner of a card in a list."""
        if not entry.relation:
            return
        wide = QFontMetricsF(self.looks.small).horizontalAdvance(entry.relation) + theme.scaled(10)
        pill = QRectF(0, 0, wide, theme.scaled(14))
        if card.is_listed or card.twig is None:
            pill.moveTopRight(QPointF(rect.right() - theme.scaled(6), rect.top() - theme.scaled(9)))
        else:
            middle = (card.twig.y1 + card.twig.y2) / 2
            pill.moveCenter(QPointF(card.twig.x2, middle + theme.scaled(2)))
        faint = self.painter.opacity()
        self.painter.setOpacity(1.0)
        self._badge(pill, "", self._ink("surface"), self._ink("surface"), self._ink("surface"))
        self.painter.setOpacity(faint)
        soft, accent = self._ink("accent_soft"), self._ink("accent")
        self._badge(pill, entry.relation, soft, accent, accent)

    def _badge(self, rect: QRectF, text: str, fill: QColor, ink: QColor, edge: QColor) -> None:
        pen = QPen(edge, 1.0)
        pen.setCosmetic(True)
        self.painter.setPen(pen)
        self.painter.setBrush(fill)
        self.painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        self.painter.setFont(self.looks.small)
        self.painter.setPen(ink)
        self.painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _ink(self, name: str) -> QColor:
        found = self._inks.get(name)
        if found is None:
            found = self._inks[name] = theme.token(name)
        return found

    def _write(self, rect: QRectF, text: str, font: QFont, colour: QColor) -> None:
        self.painter.setFont(font)
        self.painter.setPen(colour)
        self.painter.drawText(rect, _LEFT, text)

    def _cut(self, text: str, room: QRectF, *, strong: bool) -> str:
        key = (text, int(room.width()), strong)
        found = self._texts.get(key)
        if found is None:
            metrics = QFontMetricsF(self.looks.title if strong else self.looks.detail)
            found = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            self._texts[key] = found
        return found


def _meets(line: Sequence[float], box: tuple[float, float, float, float]) -> bool:
    x1, y1, x2, y2 = line
    left, top, right, bottom = box
    across = min(x1, x2) <= right and max(x1, x2) >= left
    return across and min(y1, y2) <= bottom and max(y1, y2) >= top
