"""A field for a place, and the card with it that stands in the inspector of a unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from exerciseplanner.domain.mgrs import format_mgrs
from exerciseplanner.domain.places import HOW_TO_WRITE, format_degrees, parse_place
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import (
    caption,
    flat_button,
    label,
    line,
    link,
    row,
    set_property,
    tight,
)
from exerciseplanner.workspace.operations.placing import place_units, unplace_units
from exerciseplanner.workspace.queries.unit_map import UnitPlace, unit_place

HINT = "33W VQ 744 634 or 67.28N 014.41E"


class PlaceField(QLineEdit):
    """Takes a grid reference or degrees; Enter or leaving gives the place, Esc puts back."""

    given = Signal(float, float)
    refused = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setAccessibleName(name)
        self.setAccessibleDescription(HOW_TO_WRITE)
        self.setPlaceholderText(HINT)
        self.setToolTip(HOW_TO_WRITE)

    def show_place(self, latitude: float | None, longitude: float | None) -> None:
        """Show a place as a grid reference, or none."""
        self._kept = ""
        if latitude is not None and longitude is not None:
            self._kept = format_mgrs(latitude, longitude, spaced=True)
        self._put_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the place, Esc puts back what stood there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        elif event.key() == Qt.Key.Key_Escape:
            self._put_back()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving gives the place."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._give()

    def _give(self) -> None:
        text = self.text().strip()
        if text == self._kept or not text:
            self._put_back()
            return
        try:
            place = parse_place(text)
        except Refusal as refusal:
            set_property(self, "refused", True)
            self.refused.emit(str(refusal))
            return
        self._kept = text
        set_property(self, "refused", False)
        self.refused.emit("")
        self.given.emit(*place)

    def _put_back(self) -> None:
        self.setText(self._kept)
        self.setCursorPosition(0)
        set_property(self, "refused", False)
        self.refused.emit("")


class PlaceCard(QWidget):
    """Where a unit stands, to be typed anew, with the way to the map."""

    def __init__(
        self, context: PageContext, unit_id: str, show_on_map: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._context = context
        self._unit_id = unit_id
        self.field = PlaceField("Grid reference or degrees")
        self.field.setReadOnly(context.read_only)
        self.degrees = caption("")
        self.wrong = label("", "refusal")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.way = link("Show on the map", lambda: show_on_map(unit_id))
        self.off = flat_button("x", "Take it off the map", self._take_off)
        self.field.given.connect(self._place)
        self.field.refused.connect(self._say)
        layout = QVBoxLayout(self)
        tight(layout, 4)
        layout.addWidget(line())
        for part in (
            caption("Grid reference"),
            row(self.field, self.off, spacing=4),
            self.wrong,
            row(self.degrees, None, self.way),
        ):
            layout.addWidget(part)
        context.follow(self, unit_place, self._show, unit_id)

    def _show(self, place: UnitPlace) -> None:
        latitude, longitude = place
        is_placed = latitude is not None and longitude is not None
        self.field.show_place(latitude, longitude)
        self.degrees.setText("Not on the map")
        if latitude is not None and longitude is not None:
            self.degrees.setText(format_degrees(latitude, longitude))
        self.way.setVisible(is_placed)
        self.off.setVisible(is_placed and not self._context.read_only)

    def _say(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _place(self, latitude: float, longitude: float) -> None:
        self._context.do(place_units, (self._unit_id,), latitude, longitude)

    def _take_off(self) -> None:
        self._context.do(unplace_units, (self._unit_id,))


def place_extra(
    context: PageContext, show_on_map: Callable[[str], object], ids: Sequence[str]
) -> QWidget | None:
    """What belongs below the form of one unit."""
    return PlaceCard(context, ids[0], show_on_map) if len(ids) == 1 else None
