"""What the map shows: ground and marks in a view that is moved, zoomed and fitted."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.map.atlas import AtlasReader, known_atlas
from exerciseplanner.ui.widgets.map.camera import Camera
from exerciseplanner.ui.widgets.map.furniture import paint_degrees, paint_scale_bar
from exerciseplanner.ui.widgets.map.gathering import Stack
from exerciseplanner.ui.widgets.map.gliding import Glide
from exerciseplanner.ui.widgets.map.ground import MARGIN, Ground
from exerciseplanner.ui.widgets.map.marks import Mark, Spot
from exerciseplanner.ui.widgets.map.opened_stack import OpenedStack
from exerciseplanner.ui.widgets.map.painting import (
    label_width,
    paint_card,
    paint_spots,
    paint_stacks,
)
from exerciseplanner.ui.widgets.map.scene import SPOT, Scene

_HIGH, _WIDE = 34, 42
_SMALLEST = QSize(320, 240)


class MapCanvas(QWidget):
    """Marks and spots over land, and the view on them."""

    chosen = Signal(tuple)
    failed = Signal(str)
    """Why there is no land to be seen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = Scene()
        self.scene.label_width = label_width
        self.camera = Camera()
        self.is_movable = True
        self.opened: OpenedStack | None = None
        self.hovered: Mark | Spot | None = None
        self._shows_all = True
        self._ground = Ground()
        self.glide = Glide(self)
        self.glide.stepped.connect(self._zoom)
        self.glide.ended.connect(self.update)
        self._reader = AtlasReader(self)
        self._reader.finished.connect(self.update)
        self._reader.failed.connect(self.failed)
        self.setAccessibleName(name)
        self.setMinimumSize(_SMALLEST)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed().changed.connect(self._measure)
        self._measure()

    # what is shown -----------------------------------------------------------------------------

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Show these units; what is selected stays so."""
        is_first = not self.scene.marks
        self.scene.set_marks(marks)
        if is_first and self._shows_all:
            self.fit()
        self.close_stack()
        self.hovered = None
        self.update()

    def set_spots(self, spots: Iterable[Spot]) -> None:
        """Show these spots."""
        self.scene.spots = tuple(spots)
        self.update()

    def mark(self, ids: Iterable[str]) -> None:
        """Show these as selected."""
        self.scene.selected = frozenset(ids)
        self.update()

    def select(self, ids: Iterable[str]) -> None:
        """Show these as selected, and bring them into sight where none of them is."""
        self.mark(ids)
        points = self._selected_points()
        if points and not any(self._is_seen(*point) for point in points):
            self._fit_near(points)

    def choose(self, ids: Iterable[str]) -> None:
        """Select and say so."""
        self._shows_all = False
        self.mark(ids)
        self.chosen.emit(tuple(m.id for m in self.scene.marks if m.id in self.scene.selected))

    # the view ----------------------------------------------------------------------------------

    def fit(self, ids: Iterable[str] | None = None) -> None:
        """Bring everything that is placed into sight, or only these units."""
        wanted = None if ids is None else set(ids)
        points = [(m.x, m.y) for m in self.scene.marks if wanted is None or m.id in wanted]
        if wanted is None:
            points += [(spot.x, spot.y) for spot in self.scene.spots]
        self._look(self.camera.fitted(points))
        self._shows_all = wanted is None

    def show_point(self, x: float, y: float) -> None:
        """Bring a point of the map into the middle."""
        self._look(self.camera.centred(x, y))

    def push(self, across: int, down: int) -> None:
        """Move the map by so many pixels."""
        self.glide.stop()
        self._look(self.camera.moved(across, down))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a pixel, or the middle."""
        about = at or QPointF(self.width() / 2, self.height() / 2)
        scale = self.camera.scale
        # The camera knows how far it may go.
        target = self.camera.zoomed(self.glide.target(scale) * factor, about.x(), about.y()).scale
        self.glide.go(scale, target, about.x(), about.y())

    # stacks ------------------------------------------------------------------------------------

    def open_stack(self, stack: Stack) -> None:
        """Lay a stack open."""
        self.opened = OpenedStack(self.scene, stack, self.camera)
        self.update()

    def close_stack(self) -> None:
        """Put an opened stack together again."""
        if self.opened is not None:
            self.opened = None
            self.update()

    def is_on_panel(self, at: QPointF) -> bool:
        """Whether a pixel lies on the panel of an opened stack."""
        return self.opened is not None and self.opened.covers(at)

    def mark_at(self, at: QPointF) -> tuple[Mark | None, Stack | None]:
        """The unit below a pixel, and its stack unless it stands in the panel of an opened one."""
        if self.opened is not None and self.opened.covers(at):
            return self.opened.mark_at(at), None
        stack = self.scene.stack_at(self.camera, at)
        return (stack.face, stack) if stack else (None, None)

    # painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, marks and whatever lies over them."""
        ratio = self.devicePixelRatioF()
        sight = QRectF(self.rect())
        painter = QPainter(self)
        atlas = known_atlas(self.camera.scale)
        margin = 0 if self.glide.is_moving else MARGIN
        self._ground.paint(painter, self.camera, atlas, ratio, margin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_degrees(painter, self.camera)
        paint_spots(painter, self.scene, self.camera)
        paint_stacks(painter, self.scene, self.camera, ratio, is_moving=self.glide.is_moving)
        paint_scale_bar(painter, self.camera)
        if self.opened is not None:
            hovered = self.hovered.id if isinstance(self.hovered, Mark) else ""
            self.opened.paint(painter, self.scene, hovered, ratio)
        self.paint_over(painter, sight)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.token("focus"), 2))
            painter.drawRect(sight.adjusted(1, 1, -1, -1))
        painter.end()

    def paint_over(self, painter: QPainter, sight: QRectF) -> None:
        """Draw the card of what is below the pointer."""
        if self.hovered is not None:
            box, more = self._hovered_box(self.hovered)
            lines = self.hovered.tip + ((f"and {more:,} more here",) if more else ())
            paint_card(painter, lines, box, sight)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to read the atlas, after the first picture without it."""
        super().showEvent(event)
        self._reader.begin(self.camera.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything where it is, with what is selected in sight, or all if all was shown."""
        super().resizeEvent(event)
        opened, shows_all = self.opened, self._shows_all
        self._look(self.camera.resized(self.width(), self.height()))
        points = self._selected_points()
        if shows_all:
            self.fit()
        elif len(points) == 1:
            self._look(self.camera.showing(*points[0]))
        stack = self.scene.stack_of(self.camera, opened.stack.face.id) if opened else None
        if stack is not None:
            self.open_stack(stack)

    # inside ------------------------------------------------------------------------------------

    def _hovered_box(self, hovered: Mark | Spot) -> tuple[QRectF, int]:
        """Where it is drawn, and how many more it stands for."""
        if self.opened is not None:
            for mark, cell in self.opened.cells:
                if mark is hovered:
                    return cell, 0
        across, down = self.camera.to_screen(hovered.x, hovered.y)
        if isinstance(hovered, Mark):
            stack = self.scene.stack_of(self.camera, hovered.id)
            if stack is not None:
                return self.scene.box(self.camera, stack), len(stack.members) - 1
        return QRectF(across - SPOT, down - SPOT, 2 * SPOT, 2 * SPOT), 0

    def _zoom(self, scale: float, across: float, down: float) -> None:
        self._look(self.camera.zoomed(scale, across, down))

    def _look(self, camera: Camera) -> None:
        self.camera = camera
        if self.isVisible():
            self._reader.begin(camera.scale)
        self._shows_all = False
        self.hovered = None
        self.close_stack()
        self.update()

    def _fit_near(self, points: list[tuple[float, float]]) -> None:
        if len(points) == 1:
            self.show_point(*points[0])
        else:
            self._look(self.camera.fitted(points))

    def _selected_points(self) -> list[tuple[float, float]]:
        return [(m.x, m.y) for m in self.scene.marks if m.id in self.scene.selected]

    def _is_seen(self, x: float, y: float) -> bool:
        return self.rect().contains(QPointF(*self.camera.to_screen(x, y)).toPoint())

    def _measure(self) -> None:
        self.scene.size = (theme.scaled(_WIDE), theme.scaled(_HIGH))
        self.scene.forget()
        self.update()
