"""What the mouse does on a chart: choose, open, move the ground, drag units to another superior."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt, SignalInstance
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.orbat_chart.entries import Branching
from exerciseplanner.ui.widgets.orbat_chart.looks import Looks
from exerciseplanner.ui.widgets.orbat_chart.painting import State

_NEAR_EDGE, _STEP = 36, 14


class PointedChart(Protocol):
    """What a chart lets the mouse do."""

    movable: bool
    branching: Branching
    state: State
    looks: Looks
    opened: SignalInstance
    dropped: SignalInstance

    def viewport(self) -> QWidget:
        """What is seen."""
        ...

    def to_ground(self, point: QPointF) -> QPointF:
        """The place seen at a point."""
        ...

    def unit_at(self, place: QPointF) -> str:
        """The unit at a place."""
        ...

    def side_at(self, place: QPointF) -> str:
        """The side at a place."""
        ...

    def rect_of(self, unit: str) -> QRectF:
        """Where a unit lies."""
        ...

    def toggle(self, unit: str) -> None:
        """Open or close a branch."""
        ...

    def choose(self, units: tuple[str, ...], current: str) -> None:
        """Choose units."""
        ...

    def move_by(self, by: QPointF) -> None:
        """Move the ground."""
        ...


class Pointing:
    """One mouse over one chart."""

    def __init__(self, chart: PointedChart) -> None:
        self._chart = chart
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._unit = ""
        self._panning = False
        self.dragged: tuple[str, ...] = ()
        self.target = ""

    def press(self, event: QMouseEvent) -> None:
        """Open or choose a unit, or take hold of the ground."""
        chart, point = self._chart, event.position()
        place = chart.to_ground(point)
        left = event.button() == Qt.MouseButton.LeftButton
        self._unit = chart.unit_at(place) if left else ""
        if self._unit and self._on_toggle(place):
            chart.toggle(self._unit)
            return
        self._pressed, self._last = point, point
        self._panning = not self._unit and event.button() != Qt.MouseButton.RightButton
        if self._unit:
            self._choose(event)
        elif event.button() == Qt.MouseButton.RightButton:
            self._pressed = None
        self._show_hand()

    def move(self, event: QMouseEvent) -> None:
        """Light up a unit, move the ground, or drag."""
        point = event.position()
        if self._pressed is None:
            self._hover(point)
        elif self._panning:
            self._chart.move_by(point - self._last)
        elif self.dragged or self._far_from_start(point):
            self._drag(point)
        self._last = point

    def release(self, event: QMouseEvent) -> None:
        """Drop what is dragged, or choose nothing where the ground was only touched."""
        chart = self._chart
        touched = self._pressed is not None and not self._far(event.position())
        dragged, target = self.dragged, self.target
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if dragged:
            self.cancel()
            if target:
                chart.dropped.emit(dragged, target)
        elif touched and plain and event.button() == Qt.MouseButton.LeftButton:
            units = (self._unit,) if self._unit else ()
            if tuple(chart.state.chosen) != units:
                chart.choose(units, self._unit)
        self._pressed, self._panning = None, False
        self._show_hand()

    def double_click(self, event: QMouseEvent) -> None:
        """Enter a unit."""
        place = self._chart.to_ground(event.position())
        unit = self._chart.unit_at(place)
        if unit and not self._on_toggle(place, unit):
            self._pressed = None
            self._chart.opened.emit(unit)
        else:
            self.press(event)

    def leave(self) -> None:
        """Light up nothing."""
        self._chart.state.hover = ""
        self._chart.viewport().update()

    def cancel(self) -> None:
        """Let go of what is dragged."""
        self.dragged, self.target = (), ""
        self._pressed = None
        self._chart.state.target = ""
        self._show_hand()
        self._chart.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paint what is dragged beside the pointer, and where it would go."""
        if not self.dragged:
            return
        entries = self._chart.branching.entries
        title = entries[self.dragged[0]].title
        if len(self.dragged) > 1:
            title = f"{len(self.dragged)} units"
        sides = self._chart.branching.sides
        under = entries[self.target].title if self.target in entries else ""
        above = sides[self.target].name if self.target in sides else ""
        said = f"{title} under {under}" if under else f"{title} at the top"
        said = said if under else f"{said} of {above}" if above else said if self.target else title
        font = self._chart.looks.title
        wide = QFontMetricsF(font).horizontalAdvance(said) + theme.scaled(20)
        label = QRectF(self._last + QPointF(14, 14), self._last + QPointF(14 + wide, 42))
        painter.setPen(QPen(theme.token("accent" if self.target else "edge"), 1))
        painter.setBrush(theme.token("raised"))
        painter.drawRoundedRect(label, 5, 5)
        painter.setFont(font)
        painter.setPen(theme.token("text" if self.target else "muted"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, said)

    # inside ------------------------------------------------------------------------------------

    def _on_toggle(self, place: QPointF, unit: str = "") -> bool:
        chart, unit = self._chart, unit or self._unit
        rect = chart.looks.toggle(chart.rect_of(unit))
        return chart.branching.leads(unit) and rect.contains(place)

    def _choose(self, event: QMouseEvent) -> None:
        chosen = tuple(self._chart.state.chosen)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            rest = tuple(unit for unit in chosen if unit != self._unit)
            self._chart.choose(rest if self._unit in chosen else (*chosen, self._unit), self._unit)
        elif self._unit not in chosen:
            self._chart.choose((self._unit,), self._unit)

    def _hover(self, point: QPointF) -> None:
        state = self._chart.state
        unit = self._chart.unit_at(self._chart.to_ground(point))
        if unit != state.hover:
            state.hover = unit
            self._show_hand()
            self._chart.viewport().update()

    def _drag(self, point: QPointF) -> None:
        chart = self._chart
        if not chart.movable:
            return
        if not self.dragged:
            chosen = tuple(chart.state.chosen)
            self.dragged = chosen if self._unit in chosen else (self._unit,)
        place = chart.to_ground(point)
        unit = chart.unit_at(place)
        self.target = (
            ""
            if unit and chart.branching.is_under(unit, self.dragged)
            else (unit or chart.side_at(place))
        )
        chart.state.target = self.target
        self._scroll(point)
        self._show_hand()
        chart.viewport().update()

    def _scroll(self, point: QPointF) -> None:
        """Move the ground where a unit is dragged against the edge."""
        size = self._chart.viewport().size()
        x = (point.x() < _NEAR_EDGE) - (point.x() > size.width() - _NEAR_EDGE)
        y = (point.y() < _NEAR_EDGE) - (point.y() > size.height() - _NEAR_EDGE)
        if x or y:
            self._chart.move_by(QPointF(x * _STEP, y * _STEP))

    def _far_from_start(self, point: QPointF) -> bool:
        return bool(self._unit) and self._far(point)

    def _far(self, point: QPointF) -> bool:
        if self._pressed is None:
            return True
        return (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()

    def _show_hand(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self.dragged:
            shape = Qt.CursorShape.DragMoveCursor if self.target else Qt.CursorShape.ForbiddenCursor
        elif self._panning:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._chart.state.hover:
            shape = Qt.CursorShape.PointingHandCursor
        self._chart.viewport().setCursor(shape)
