"""How the times of a file are to be read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from exerciseplanner.exchange.spreadsheets.mapping import TimeSettings
from exerciseplanner.ui.widgets.parts import caption, tight

_CHOICES: tuple[tuple[str, str, tuple[tuple[Any, str], ...]], ...] = (
    (
        "anchor",
        "Dates",
        (
            ("auto", "Fitted to the exercise"),
            ("absolute", "As they stand"),
            ("first", "The first day is STARTEX"),
            ("startex", "The row STARTEX is STARTEX"),
        ),
    ),
    (
        "day_first",
        "03/04 is",
        ((None, "Told by the column"), (True, "3 April"), (False, "March 4")),
    ),
    (
        "numbers",
        "Bare numbers are",
        (
            ("auto", "Told by the column"),
            ("minutes", "Minutes"),
            ("hours", "Hours"),
            ("clock", "Clock times (0930)"),
        ),
    ),
    ("t_means", "T+15 is", (("minutes", "15 minutes"), ("hours", "15 hours"))),
)


class TimeSettingsPanel(QWidget):
    """The settings for times; `changed` gives the new ones."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._settings = TimeSettings()
        self._boxes: dict[str, QComboBox] = {}
        layout = QVBoxLayout(self)
        tight(layout, 4)
        for name, title, choices in _CHOICES:
            box = QComboBox()
            box.setAccessibleName(title)
            for value, text in choices:
                box.addItem(text, value)
            box.activated.connect(self._take)
            self._boxes[name] = box
            layout.addWidget(caption(title))
            layout.addWidget(box)

    def show_settings(self, settings: TimeSettings) -> None:
        """Show settings."""
        self._settings = settings
        for name, box in self._boxes.items():
            wanted = getattr(settings, name)
            values = [box.itemData(place) for place in range(box.count())]
            box.setCurrentIndex(values.index(wanted) if wanted in values else 0)

    def _take(self) -> None:
        values: dict[str, Any] = {name: box.currentData() for name, box in self._boxes.items()}
        self._settings = replace(self._settings, **values)
        self.changed.emit(self._settings)
