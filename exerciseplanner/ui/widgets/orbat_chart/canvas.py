"""A ground that is larger than what is seen of it: moved by hand, zoomed at the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

_STEP = 1.2
_LEAST, _MOST = 0.04, 3.0
_READABLE, _COMFORTABLE = 0.62, 0.8
_MARGIN = 24
_NOTCH = 120


class Canvas(QAbstractScrollArea):
    """Shows a ground of some size; what is on it is painted by its kind."""

    zoomed = Signal(float)
    """The new zoom; 1 is full size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.zoom = 1.0
        self._size = QSizeF()
        self._hold: Callable[[], None] | None = self.open_up

    def ground(self) -> QRectF:
        """All there is."""
        return QRectF(QPointF(0, 0), self._size)

    def opening(self) -> QPointF:
        """The place on the ground that is seen first, in the middle above."""
        return QPointF(0, 0)

    def set_ground(
        self, size: QSizeF, keep: QPointF | None = None, at: QPointF | None = None
    ) -> None:
        """Have another size; `keep` on the ground is then at the point `at` of what is seen."""
        self._size = size
        if self._hold:
            self._hold()
            return
        self._range()
        if keep is not None and at is not None:
            self._bring(keep, at)
        self.viewport().update()

    def to_ground(self, point: QPoint | QPointF) -> QPointF:
        """The place on the ground that is seen at a point."""
        return (QPointF(point) - self._origin()) / self.zoom

    def to_view(self, place: QPointF) -> QPointF:
        """The point at which a place on the ground is seen."""
        return place * self.zoom + self._origin()

    def seen(self, part: QRect | None = None) -> QRectF:
        """The part of the ground that is seen, or that is seen in a part of the view."""
        rect = self.viewport().rect() if part is None else part
        return QRectF(self.to_ground(rect.topLeft()), QSizeF(rect.size()) / self.zoom)

    def prepare(self, painter: QPainter) -> None:
        """Let a painter paint in places on the ground."""
        origin = self._origin()
        painter.setTransform(QTransform(self.zoom, 0, 0, self.zoom, origin.x(), origin.y()))

    def zoom_in(self) -> None:
        """Larger, about the middle."""
        self.zoom_by(_STEP)

    def zoom_out(self) -> None:
        """Smaller, about the middle."""
        self.zoom_by(1 / _STEP)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Larger or smaller, so that what is seen at a point stays there."""
        self._hold = None
        at = QPointF(self.viewport().rect().center()) if at is None else at
        self._zoom_to(self.zoom * factor, self.to_ground(at), at)

    def full_size(self) -> None:
        """As large as it was made."""
        self.zoom_by(1 / self.zoom)

    def zoom_by_key(self, key: Qt.Key) -> bool:
        """Plus, minus, 0 for all and 1 for full size; whether the key was one of these."""
        runs = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_1: self.full_size,
        }
        run = runs.get(key)
        if run:
            run()
        return run is not None

    def fit(self) -> None:
        """All in sight, and no larger than it was made; stays so while the room changes."""
        self._hold = self.fit
        room = self.viewport().size()
        across = (room.width() - 2 * _MARGIN) / max(self._size.width(), 1.0)
        down = (room.height() - 2 * _MARGIN) / max(self._size.height(), 1.0)
        self._zoom_to(min(across, down, 1.0), QPointF(0, 0), QPointF(_MARGIN, _MARGIN))

    def open_up(self) -> None:
        """All in sight, or the beginning where all would be too small to be read."""
        self.fit()
        self._hold = self.open_up
        if self.zoom < _READABLE:
            across = self.viewport().width() / 2
            self._zoom_to(_COMFORTABLE, QPointF(self.opening().x(), 0), QPointF(across, _MARGIN))

    def move_by(self, by: QPointF) -> None:
        """Move what is seen, in pixels."""
        for bar, step in ((self.horizontalScrollBar(), by.x()), (self.verticalScrollBar(), by.y())):
            bar.setValue(bar.value() - round(step))
        self._hold = None

    def bring_into_sight(self, rect: QRectF) -> None:
        """Move no further than needed to show a part of the ground."""
        shown = QRectF(self.to_view(rect.topLeft()), rect.size() * self.zoom)
        room = QRectF(self.viewport().rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if room.contains(shown):
            return
        by = QPointF(
            _shift(shown.left(), shown.right(), room.left(), room.right()),
            _shift(shown.top(), shown.bottom(), room.top(), room.bottom()),
        )
        self.move_by(by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or show what was shown."""
        super().resizeEvent(event)
        if self._hold:
            self._hold()
        else:
            self._range()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; a touchpad and the Shift key move."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or (
            event.pixelDelta().isNull() and not event.modifiers()
        ):
            turned = event.angleDelta().y() / _NOTCH
            self.zoom_by(_STEP**turned, event.position())
        else:
            by = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
            sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and not by.x()
            self.move_by(QPointF(by.y(), 0) if sideways else QPointF(by))
        event.accept()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  Qt's name
        """Move what is painted, so that only what comes into sight is painted anew."""
        self.viewport().scroll(dx, dy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring around what the cursor stands on."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    # inside ------------------------------------------------------------------------------------

    def _zoom_to(self, zoom: float, keep: QPointF, at: QPointF) -> None:
        self.zoom = min(max(zoom, _LEAST), _MOST)
        self._range()
        self._bring(keep, at)
        self.zoomed.emit(self.zoom)
        self.viewport().update()

    def _bring(self, keep: QPointF, at: QPointF) -> None:
        wanted = keep * self.zoom + QPointF(_MARGIN, _MARGIN) - at
        self.horizontalScrollBar().setValue(round(wanted.x()))
        self.verticalScrollBar().setValue(round(wanted.y()))

    def _origin(self) -> QPointF:
        return QPointF(
            _start(self.horizontalScrollBar(), self._size.width() * self.zoom),
            _start(self.verticalScrollBar(), self._size.height() * self.zoom, centred=False),
        )

    def _range(self) -> None:
        room = self.viewport().size()
        for bar, length, size in (
            (self.horizontalScrollBar(), room.width(), self._size.width()),
            (self.verticalScrollBar(), room.height(), self._size.height()),
        ):
            bar.setRange(0, max(0, round(size * self.zoom) + 2 * _MARGIN - length))
            bar.setPageStep(length)
            bar.setSingleStep(40)


def _start(bar: QScrollBar, length: float, *, centred: bool = True) -> float:
    """Where the ground begins: in the middle of the room, or where it was moved to."""
    if bar.maximum() or not centred:
        return float(_MARGIN - bar.value())
    return max((bar.pageStep() - length) / 2, float(_MARGIN))


def _shift(start: float, end: float, least: float, most: float) -> float:
    """How far a stretch must move to lie within bounds, its start before its end."""
    if start < least:
        return least - start
    return max(most - end, least - start) if end > most else 0.0
