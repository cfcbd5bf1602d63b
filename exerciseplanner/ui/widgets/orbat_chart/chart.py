"""The chart of an order of battle: seen, searched, walked along, opened and closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, cast

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from exerciseplanner.domain.orbat_layout import Card, Drawn
from exerciseplanner.domain.orbat_packing import Layout, Room, laid_out
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.orbat_chart.canvas import Canvas
from exerciseplanner.ui.widgets.orbat_chart.entries import Branching, Entry, SideTitle
from exerciseplanner.ui.widgets.orbat_chart.looks import looks_for
from exerciseplanner.ui.widgets.orbat_chart.painting import Brush, State
from exerciseplanner.ui.widgets.orbat_chart.pointing import Pointing
from exerciseplanner.ui.widgets.orbat_chart.titles import Titles
from exerciseplanner.ui.widgets.orbat_chart.walking import KEYS, neighbour

_ROOM = (1680, 780)
"""What a chart should fit into; a constant, so that it looks the same in every window."""
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_OPENED = 300
"""Hits of a filter up to which the branches to them are opened."""


class OrbatChart(Canvas):
    """Cards on lines. What is chosen is announced; whoever listens moves units that are dropped."""

    chosen = Signal(tuple)
    """The ids of the units chosen, whenever they change."""

    opened = Signal(str)
    """The id of a unit that was double-clicked or entered."""

    dropped = Signal(object, str)
    """The ids of the units dragged, and the id of the unit or side they were dropped on."""

    opening_changed = Signal()
    """Branches were opened or closed."""

    def __init__(self, parent: QWidget | None = None, *, movable: bool = False) -> None:
        super().__init__(parent)
        self.movable = movable
        self.branching = Branching()
        self.state = State()
        self.looks = looks_for(())
        self.plan = Layout(Drawn())
        self.cards: dict[str, Card] = {}
        self.branches: dict[str, list[str]] = {}
        self.titles = Titles(self)
        self._mouse = Pointing(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Order of battle as a chart")
        self.setAccessibleDescription(KEYS)
        self.viewport().setMouseTracking(True)
        theme.changed().changed.connect(self._resize_cards)

    # for pages ---------------------------------------------------------------------------------

    def show_units(
        self, entries: Sequence[Entry], sides: Sequence[SideTitle], only: str = ""
    ) -> None:
        """Show these units, or one side of them; the cursor, the choice and what is open stay."""
        is_new = only != self.branching.only or not self.branching.entries
        self.branching.only = only
        self.branching.take(entries, sides)
        there = self.branching.entries
        kept = tuple(unit for unit in self.state.chosen if unit in there)
        if self.state.current not in there:
            self.state.current = ""
        self._resize_cards()
        if is_new:
            self.open_up()
        if kept != tuple(self.state.chosen):
            self.choose(kept)

    def chosen_ids(self) -> tuple[str, ...]:
        """The units chosen."""
        return tuple(self.state.chosen)

    def select(self, units: Iterable[str]) -> None:
        """Choose units and bring the first into sight, opening what hides it."""
        found = tuple(unit for unit in units if unit in self.branching.entries)
        if found:
            if self.branching.open_to(found[0]):
                self.arrange()
                self.opening_changed.emit()
            self.state.current = found[0]
            self._show_card(found[0])
        self.choose(found)

    def choose(self, units: tuple[str, ...], current: str = "") -> None:
        """Choose units, and put the cursor on one."""
        self.state.chosen = units
        self.state.current = current or self.state.current
        self.setAccessibleDescription(self._said(self.state.current))
        self.viewport().update()
        self.chosen.emit(units)

    def dim_all_but(self, found: Collection[str] | None) -> None:
        """Let these units stand out and bring the first into sight; None for all alike."""
        before = set(self._hits())
        self.state.found = None if found is None else set(found)
        if before != set(self._hits()):
            self.arrange()
        self.viewport().update()
        if found:
            first = next((card.id for card in self.plan.drawn.cards if card.id in found), None)
            if first:
                self._show_card(first)

    def show_levels(self, count: int) -> None:
        """Show so many levels, and all with 0."""
        self.branching.show_levels(count)
        self.arrange()
        self.open_up()
        self.opening_changed.emit()

    def toggle(self, unit: str) -> None:
        """Open or close the branch below a unit, which stays where it is seen."""
        if self.branching.leads(unit):
            self.branching.set_open(unit, not self.is_open(unit))
            self.arrange(unit)
            self.opening_changed.emit()

    def is_open(self, unit: str) -> bool:
        """Whether the units below a unit are shown."""
        return unit in self.branches

    def opening(self) -> QPointF:
        """The middle of the first unit."""
        first = self.plan.drawn.cards[:1]
        return self.looks.rect(first[0]).center() if first else QPointF(0, 0)

    def rect_of(self, unit: str) -> QRectF:
        """Where the card of a unit lies; nothing where it is hidden."""
        card = self.cards.get(unit)
        return self.looks.rect(card) if card else QRectF()

    def unit_at(self, place: QPointF) -> str:
        """The unit whose card lies at a place on the ground, or nothing."""
        measures = self.looks.measures
        x, y = place.x(), place.y()
        for card in self.cards.values():
            if card.x <= x <= card.x + measures.width and card.y <= y <= card.y + measures.height:
                return card.id
        return ""

    def side_at(self, place: QPointF) -> str:
        """The side on whose ground a place lies, or nothing."""
        for ground in self.plan.grounds:
            if QRectF(ground.x, ground.y, ground.width, ground.height).contains(place):
                return ground.id
        return ""

    def arrange(self, keep: str = "") -> None:
        """Lay everything out anew; the card of `keep` stays where it is seen."""
        before = self.to_view(self.rect_of(keep).topLeft()) if keep in self.cards else None
        looks = self.looks
        room = Room(_ROOM[0], _ROOM[1], edge=looks.edge, title=looks.head)
        self.branches = self.branching.shown(self._hits())
        self.plan = laid_out(self.branching.camps(), self.branches, looks.measures, room)
        self.cards = {card.id: card for card in self.plan.drawn.cards}
        if before is None:
            self.set_ground(QSizeF(self.plan.width, self.plan.height))
        else:
            place = self.rect_of(keep).topLeft()
            self.set_ground(QSizeF(self.plan.width, self.plan.height), place, before)
        self.viewport().update()

    # Qt's questions ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what has come into sight."""
        painter = QPainter(self.viewport())
        self.state.focused = self.hasFocus()
        brush = Brush(painter, self.looks, self.branching, self.branches, self.state, self.zoom)
        for part in cast(Iterable[QRect], event.region()):
            painter.resetTransform()
            painter.setClipRect(part)
            painter.fillRect(part, theme.token("bg"))
            self.prepare(painter)
            brush.paint(self.plan, self.seen(part.adjusted(-8, -8, 8, 8)))
        painter.resetTransform()
        painter.setClipRegion(event.region())
        self.titles.paint(painter)
        painter.setClipping(False)
        self._mouse.paint(painter)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  Qt's name
        """Move the ground below the titles of the sides."""
        super().scrollContentsBy(dx, dy)
        self.titles.follow(dx, dy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Space opens and closes, Enter enters, plus, minus and 0 zoom."""
        key, current = Qt.Key(event.key()), self.state.current
        if key in _ARROWS:
            self._walk(key, keep=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape and self._mouse.dragged:
            self._mouse.cancel()
        elif key == Qt.Key.Key_Space and current:
            self.toggle(current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current:
            self.opened.emit(current)
        elif not self.zoom_by_key(key):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, open, or take hold of the ground."""
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up, move the ground, or drag."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enter a unit."""
        self._mouse.double_click(event)

    def leaveEvent(self, _event: QEvent) -> None:
        """Light up nothing."""
        self._mouse.leave()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:  # noqa: N802  Qt's name
        """Where the cursor is, so that a menu opened by key is that of the unit it stands on."""
        card = self.rect_of(self.state.current)
        if query != Qt.InputMethodQuery.ImCursorRectangle or card.isEmpty():
            return super().inputMethodQuery(query)
        return QRectF(self.to_view(card.topLeft()), self.to_view(card.bottomRight())).toRect()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the unit under the pointer is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            unit = self.unit_at(self.to_ground(event.pos()))
            tip = self.titles.tip(QPointF(event.pos()))
            tip = tip or (self.branching.entries[unit].tip if unit else "")
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    # inside ------------------------------------------------------------------------------------

    def _hits(self) -> Collection[str]:
        found = self.state.found
        return found if found is not None and len(found) <= _OPENED else ()

    def _resize_cards(self) -> None:
        self.looks = looks_for(self.branching.entries.values())
        self.arrange(self.state.current)

    def _said(self, unit: str) -> str:
        entry = self.branching.entries.get(unit)
        if entry is None:
            return KEYS
        below = self.branching.below[unit]
        shown = "shown" if self.is_open(unit) else "hidden"
        return entry.tip + (f"\n{below:,} units below it, {shown}" if below else "")

    def _walk(self, key: Qt.Key, *, keep: bool) -> None:
        card = self.cards.get(self.state.current)
        if card is None:
            found = self.plan.drawn.cards[0].id if self.plan.drawn.cards else None
        else:
            found = neighbour(
                key, card, self.cards, self.branching.parents, self.branches, self.looks.measures
            )
        if found:
            self.state.current = found
            self._show_card(found)
            chosen = tuple(dict.fromkeys((*self.state.chosen, found))) if keep else (found,)
            self.choose(chosen)

    def _show_card(self, unit: str) -> None:
        if unit in self.cards:
            self.bring_into_sight(self.rect_of(unit))
