"""What the mouse does on the map: pushing it, choosing units, dragging them, drawing a frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from exerciseplanner.domain.mgrs import format_mgrs
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.map.gathering import Stack
from exerciseplanner.ui.widgets.map.map_canvas import MapCanvas
from exerciseplanner.ui.widgets.map.marks import Mark
from exerciseplanner.ui.widgets.map.painting import paint_pill
from exerciseplanner.ui.widgets.map.projection import northing
from exerciseplanner.ui.widgets.symbols import symbol_pixmap

_GHOSTS = 60
"""Symbols drawn along with the pointer; more of them say no more."""


@dataclass
class _Grip:
    """What a pressed button holds: the map, a frame, or units with the one they are held by."""

    start: QPointF
    last: QPointF
    units: tuple[Mark, ...] = ()
    held: Mark | None = None
    stack: Stack | None = None
    is_frame: bool = False
    is_under_way: bool = False


class Pointer:
    """Turns presses, moves and releases into what the map does.

    `place` is told which units come to which place, in the order of `MapView.placed`, and `ground`
    of a click beside all units and whether it only adds to what is chosen.
    """

    def __init__(
        self,
        view: MapCanvas,
        place: Callable[[tuple[str, ...], str, float, float], object],
        ground: Callable[[QPointF, bool], object],
    ) -> None:
        self._view = view
        self._place = place
        self._ground = ground
        self._grip: _Grip | None = None

    @property
    def is_dragging(self) -> bool:
        """Whether something is being dragged."""
        return self._grip is not None and self._grip.is_under_way

    def press(self, event: QMouseEvent) -> None:
        """Take hold of what is below the pointer."""
        at = event.position()
        mark, stack = self._view.mark_at(at)
        if mark is None and self._view.is_on_panel(at):
            return
        self._grip = _Grip(at, at)
        if mark is not None:
            self._grip.held, self._grip.stack = mark, stack
            self._grip.units = self._taken(mark, stack)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._grip.is_frame = True

    def move(self, event: QMouseEvent) -> bool:
        """Go on with what is held; False where nothing is."""
        grip = self._grip
        if grip is None:
            return False
        at = event.position()
        if not grip.is_under_way:
            way = (at - grip.start).manhattanLength()
            if way < QApplication.startDragDistance() or not self._may_drag(grip):
                return True
            grip.is_under_way = True
            self._view.close_stack()
        if grip.held is None and not grip.is_frame:
            step = at - grip.last
            self._view.push(round(step.x()), round(step.y()))
            grip.last = grip.last + QPointF(round(step.x()), round(step.y()))
        else:
            grip.last = at
            self._view.update()
        return True

    def release(self, event: QMouseEvent) -> None:
        """Let go: that was a click, or a drag that ends here."""
        grip, self._grip = self._grip, None
        if grip is None:
            return
        adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not grip.is_under_way:
            self._click(grip, adds)
        elif grip.is_frame:
            self._choose_framed(grip, adds)
        elif grip.held is not None:
            place = self._target(grip)
            if place is not None:
                ids = tuple(mark.id for mark in grip.units)
                self._place(ids, grip.held.id, *place)
        self._view.update()

    def cancel(self) -> bool:
        """Give up what is being dragged; False where nothing is."""
        was = self.is_dragging
        self._grip = None
        if was:
            self._view.update()
        return was

    def paint(self, painter: QPainter, sight: QRectF) -> None:
        """Draw what goes along with the pointer."""
        grip = self._grip
        if grip is None or not grip.is_under_way:
            return
        if grip.is_frame:
            soft = theme.token("accent")
            soft.setAlpha(40)
            painter.setBrush(soft)
            painter.setPen(QPen(theme.token("accent"), 1))
            painter.drawRect(QRectF(grip.start, grip.last).normalized())
        elif grip.held is not None:
            self._paint_ghosts(painter, grip)
            paint_pill(painter, self._said(grip), grip.last, sight)

    # inside ------------------------------------------------------------------------------------

    def _taken(self, mark: Mark, stack: Stack | None) -> tuple[Mark, ...]:
        """What goes along when this is dragged: the selection if it is in it, its whole stack."""
        scene = self._view.scene
        taken = dict.fromkeys(stack.members if stack is not None else (mark,))
        if any(each.id in scene.selected for each in taken) and len(scene.selected) > 1:
            taken.update(dict.fromkeys(m for m in scene.marks if m.id in scene.selected))
        return tuple(taken)

    def _may_drag(self, grip: _Grip) -> bool:
        return grip.held is None or self._view.is_movable

    def _click(self, grip: _Grip, adds: bool) -> None:
        view = self._view
        if grip.held is None:
            self._ground(grip.start, adds)
            return
        ids = {mark.id for mark in (grip.stack.members if grip.stack and adds else (grip.held,))}
        if adds:
            selected = view.scene.selected
            view.choose(selected - ids if ids <= selected else selected | ids)
            return
        view.choose(ids)
        if grip.stack is not None and len(grip.stack.members) > 1:
            view.open_stack(grip.stack)

    def _choose_framed(self, grip: _Grip, adds: bool) -> None:
        view = self._view
        room = QRectF(grip.start, grip.last).normalized()
        found = set(view.scene.within(view.camera, room))
        view.choose(found | view.scene.selected if adds else found)

    def _target(self, grip: _Grip) -> tuple[float, float] | None:
        """Where the unit that is held would come to stand."""
        assert grip.held is not None
        across, down = self._view.camera.to_screen(grip.held.x, grip.held.y)
        step = grip.last - grip.start
        if grip.stack is None:  # out of a stack laid open: its line was nowhere near its place
            return self._view.camera.place_at(grip.last.x(), grip.last.y())
        return self._view.camera.place_at(across + step.x(), down + step.y())

    def _said(self, grip: _Grip) -> str:
        place = self._target(grip)
        if place is None:
            return "Not on the map"
        reference = format_mgrs(*place, digits=3, spaced=True)
        return f"{len(grip.units):,} units  ·  {reference}" if len(grip.units) > 1 else reference

    def _paint_ghosts(self, painter: QPainter, grip: _Grip) -> None:
        view = self._view
        assert grip.held is not None
        place = self._target(grip)
        if place is None:
            return
        wide, high = view.scene.size
        at = view.camera.to_screen(place[1], northing(place[0]))
        first = view.camera.to_screen(grip.held.x, grip.held.y)
        painter.setOpacity(0.7)
        drawn = set()
        for mark in (grip.held, *grip.units[:_GHOSTS]):
            across, down = view.camera.to_screen(mark.x, mark.y)
            spot = (round(across - first[0] + at[0]), round(down - first[1] + at[1]))
            if spot in drawn:
                continue
            drawn.add(spot)
            picture = symbol_pixmap(mark.symbol, high, view.devicePixelRatioF(), width=wide)
            painter.drawPixmap(QPointF(spot[0] - wide / 2, spot[1] - high / 2), picture)
        painter.setOpacity(1.0)
