"""What is on the map and where it lies on the screen: marks in stacks, spots, and the selection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import log

from PySide6.QtCore import QPointF, QRectF

from exerciseplanner.ui.widgets.map.camera import Camera
from exerciseplanner.ui.widgets.map.gathering import Stack, gathered
from exerciseplanner.ui.widgets.map.marks import Mark, Spot
from exerciseplanner.ui.widgets.map.projection import side_by_side

_COARSE = 0.2
"""How far the scale may be from that at which was gathered while it is still changing (log)."""

SPOT = 7
"""Pixels from the middle of a spot to its corner."""


class Scene:
    """Marks and spots; gathers anew when marks, scale or measures are other than before."""

    def __init__(self) -> None:
        self.marks: tuple[Mark, ...] = ()
        self.spots: tuple[Spot, ...] = ()
        self.selected: frozenset[str] = frozenset()
        self.size = (42, 34)
        self.label_width: Callable[[str], int] | None = None
        self._by_id: dict[str, Mark] = {}
        self._stacks: tuple[Stack, ...] = ()
        self._gathered_at = 0.0

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Show these marks, in the order of who stands before whom."""
        given = tuple(marks)
        # Counted on beyond 180 degrees, so that those at both sides of it are gathered.
        xs = side_by_side([mark.x for mark in given])
        self.marks = tuple(mark._replace(x=x) for mark, x in zip(given, xs, strict=True))
        self._by_id = {mark.id: mark for mark in self.marks}
        self.forget()

    def forget(self) -> None:
        """Gather anew at the next occasion."""
        self._gathered_at = 0.0

    def mark(self, mark_id: str) -> Mark | None:
        """The mark of that id."""
        return self._by_id.get(mark_id)

    def stacks(self, scale: float, *, is_moving: bool = False) -> tuple[Stack, ...]:
        """The stacks at a scale; while it is moving those of a scale near it will do."""
        known = self._gathered_at
        is_near = known > 0 and abs(log(scale / known)) < _COARSE
        if known != scale and not (is_moving and is_near):
            self._stacks = gathered(self.marks, scale, self.size, self.label_width)
            self._gathered_at = scale
        return self._stacks

    def stack_at(self, camera: Camera, point: QPointF) -> Stack | None:
        """The stack below a pixel, the one drawn last where there are several."""
        for stack in self.stacks(camera.scale, is_moving=True):
            if self.box(camera, stack).contains(point):
                return stack
        return None

    def stack_of(self, camera: Camera, mark_id: str) -> Stack | None:
        """The stack that a mark is in."""
        for stack in self.stacks(camera.scale):
            if any(mark.id == mark_id for mark in stack.members):
                return stack
        return None

    def spot_at(self, camera: Camera, point: QPointF) -> Spot | None:
        """The spot below a pixel."""
        for spot in self.spots:
            across, down = camera.to_screen(spot.x, spot.y)
            if abs(across - point.x()) + abs(down - point.y()) <= SPOT + 2:
                return spot
        return None

    def box(self, camera: Camera, stack: Stack) -> QRectF:
        """Where the symbol of a stack is drawn."""
        across, down = camera.to_screen(stack.face.x, stack.face.y)
        wide, high = self.size
        return QRectF(
            across + stack.aside[0] - wide / 2, down + stack.aside[1] - high / 2, wide, high
        )

    def within(self, camera: Camera, room: QRectF) -> tuple[str, ...]:
        """The ids of all marks whose place lies within a rectangle of the screen."""
        return tuple(
            mark.id for mark in self.marks if room.contains(QPointF(*camera.to_screen(*mark[5:7])))
        )

    def walk(self, camera: Camera) -> Sequence[Mark]:
        """Every mark in sight as one reads: line by line, those of a stack one after another."""
        high = self.size[1]
        seen = QRectF(0, 0, camera.width, camera.height)
        boxes = [(self.box(camera, stack), stack) for stack in self.stacks(camera.scale)]
        near = [(box, stack) for box, stack in boxes if seen.intersects(box)]
        near.sort(key=lambda each: (each[0].top() // high, each[0].left()))
        return [mark for _box, stack in near for mark in stack.members]
