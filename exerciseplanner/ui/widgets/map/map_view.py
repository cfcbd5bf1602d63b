"""The map as planners work on it: chosen, dragged, zoomed and dropped on, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from exerciseplanner.domain.mgrs import format_mgrs
from exerciseplanner.ui.widgets.map.map_canvas import MapCanvas
from exerciseplanner.ui.widgets.map.marks import Mark, Spot
from exerciseplanner.ui.widgets.map.painting import paint_pill
from exerciseplanner.ui.widgets.map.pointer import Pointer
from exerciseplanner.ui.widgets.row_dragging import ROWS_MIME

_STEP = 96
_WHEEL = 1.3
_NOTCH = 120.0
NOWHERE = "Not on the map"


class MapView(MapCanvas):
    """Says what is chosen, pointed at, placed and taken off.

    `placed` brings the ids, the one that comes to the place while the rest go along with it, and
    latitude and longitude of the place.
    """

    placed = Signal(tuple, str, float, float)
    pointed = Signal(object)
    spot_chosen = Signal(str)
    taken_off = Signal(tuple)
    menu_wanted = Signal(QPoint)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._pointer = Pointer(self, self.placed.emit, self.click_ground)
        self._dropping: QPointF | None = None
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def click_ground(self, at: QPointF, adds: bool) -> None:
        """A click beside all units: on a spot, or on nothing."""
        self.close_stack()
        spot = self.scene.spot_at(self.camera, at)
        if spot is not None:
            self.spot_chosen.emit(spot.id)
        elif not adds and self.scene.selected:
            self.choose(())

    def paint_over(self, painter: QPainter, sight: QRectF) -> None:
        """Draw what goes along with the pointer, or the card of what is below it."""
        self._pointer.paint(painter, sight)
        if self._dropping is not None:
            place = self.camera.place_at(self._dropping.x(), self._dropping.y())
            said = format_mgrs(*place, digits=3, spaced=True) if place else NOWHERE
            paint_pill(painter, said, self._dropping, sight)
        elif not self._pointer.is_dragging:
            super().paint_over(painter, sight)

    # events ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is below the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)
        elif event.button() == Qt.MouseButton.RightButton:
            mark, _stack = self.mark_at(event.position())
            if mark is not None and mark.id not in self.scene.selected:
                self.choose((mark.id,))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what is held, and say where the pointer is."""
        at = event.position()
        self.pointed.emit(self.camera.place_at(at.x(), at.y()))
        if self._pointer.move(event):
            return
        mark, _stack = self.mark_at(at)
        on_panel = mark is None and self.is_on_panel(at)
        self._hover(mark or (None if on_panel else self.scene.spot_at(self.camera, at)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in: to the units of a stack, or on the ground."""
        mark, stack = self.mark_at(event.position())
        if stack is not None and len({(m.x, m.y) for m in stack.members}) > 1:
            self.fit(each.id for each in stack.members)
        elif mark is None and not self.is_on_panel(event.position()):
            self.zoom_by(2.0, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom_by(_WHEEL ** (event.angleDelta().y() / _NOTCH), event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is nowhere on the map."""
        self.pointed.emit(None)
        self._hover(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Let whoever knows what can be done say so."""
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, + and - zoom, 0 fits, PgUp and PgDn go through them, Ctrl+A chooses all."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose(mark.id for mark in self.scene.marks)
            return
        run = self._of_key(Qt.Key(event.key()))
        if run is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        run()

    def _of_key(self, key: Qt.Key) -> Callable[[], object] | None:
        keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Left: lambda: self.push(_STEP, 0),
            Qt.Key.Key_Right: lambda: self.push(-_STEP, 0),
            Qt.Key.Key_Up: lambda: self.push(0, _STEP),
            Qt.Key.Key_Down: lambda: self.push(0, -_STEP),
            Qt.Key.Key_Plus: lambda: self.zoom_by(1.5),
            Qt.Key.Key_Equal: lambda: self.zoom_by(1.5),
            Qt.Key.Key_Minus: lambda: self.zoom_by(1 / 1.5),
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_Home: self.fit,
            Qt.Key.Key_PageDown: lambda: self.walk(1),
            Qt.Key.Key_PageUp: lambda: self.walk(-1),
            Qt.Key.Key_Escape: self._let_go,
            Qt.Key.Key_Delete: self._take_off,
        }
        return keys.get(key)

    def walk(self, step: int) -> None:
        """Choose the next unit in sight, or the one before; a stack on the way is laid open."""
        marks = self.scene.walk(self.camera)
        if not marks:
            return
        now = [place for place, mark in enumerate(marks) if mark.id in self.scene.selected]
        start = (now[-1] if step > 0 else now[0]) if now else (-1 if step > 0 else 0)
        mark = marks[(start + step) % len(marks)]
        self.choose((mark.id,))
        stack = self.scene.stack_of(self.camera, mark.id)
        if stack is not None and len(stack.members) > 1:
            self.open_stack(stack)
        else:
            self.close_stack()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Units may be dropped here."""
        if self.is_movable and event.mimeData().hasFormat(ROWS_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say where they would come to stand."""
        self._dropping = event.position()
        self.pointed.emit(self.camera.place_at(self._dropping.x(), self._dropping.y()))
        event.acceptProposedAction()
        self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They are dragged elsewhere."""
        self._dropping = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Place the units that were dropped."""
        self._dropping = None
        self.update()
        ids = tuple(bytes(event.mimeData().data(ROWS_MIME).data()).decode().split())
        place = self.camera.place_at(event.position().x(), event.position().y())
        if ids and place is not None:
            event.acceptProposedAction()
            self.placed.emit(ids, ids[0], *place)

    # inside ------------------------------------------------------------------------------------

    def _let_go(self) -> None:
        if self._pointer.cancel():
            return
        if self.opened is not None:
            self.close_stack()
        else:
            self.choose(())

    def _take_off(self) -> None:
        if self.is_movable and self.scene.selected:
            self.taken_off.emit(tuple(self.scene.selected))

    def _hover(self, found: Mark | Spot | None) -> None:
        if found is not self.hovered:
            self.hovered = found
            self.setCursor(
                Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor
            )
            self.update()
