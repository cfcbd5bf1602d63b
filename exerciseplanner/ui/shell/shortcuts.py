"""The page of keyboard shortcuts, made from the list of actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from exerciseplanner.ui.widgets import dialogs, theme
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.parts import chip, label, muted

TABLE_KEYS = (
    ("Edit the cell", "F2"),
    ("Commit what was typed", "Return"),
    ("Put back what was there", "Esc"),
    ("Commit and go to the next cell", "Tab"),
    ("Copy rows", "Ctrl+C"),
    ("Paste cells", "Ctrl+V"),
    ("Select everything", "Ctrl+A"),
)
"""What works in every table and tree."""

CHART_KEYS = (
    ("Numbers of a chart or grid as a table", "T"),
    ("Go from unit to unit, or from cell to cell", "Arrows"),
    ("To the edge of a grid, with Ctrl to its corner", "Home, End"),
    ("Larger, smaller (chart, map)", "+, −"),
    ("Show everything (chart, map)", "0"),
    ("Open or close a branch of the chart", "Space"),
    ("Next or previous unit on the map", "PgDown, PgUp"),
    ("Take what is chosen off the map", "Delete"),
    ("Show what the cursor stands on", "Return"),
    ("Menu of what the cursor stands on", "Shift+F10"),
    ("Next or previous control", "Tab, Shift+Tab"),
)
"""What works in charts, grids and on the map, while they have the focus."""


class Shortcuts(dialogs.Dialog):
    """Every shortcut with what it does, narrowed by typing."""

    def __init__(self, parent: QWidget | None, specs: Sequence[ActionSpec]) -> None:
        super().__init__(parent, "Keyboard shortcuts", 560)
        self._lines: list[tuple[str, QWidget, QWidget]] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setVerticalSpacing(6)
        box = QLineEdit()
        box.setPlaceholderText("Filter")
        box.setAccessibleName("Filter the shortcuts")
        box.textChanged.connect(self._narrow)
        self.content.addWidget(box)
        named = [(spec.label, spec.shortcut) for spec in specs if spec.shortcut]
        for title, keys in (*named, *TABLE_KEYS, *CHART_KEYS):
            self._add(title, keys)
        inside = QWidget()
        inside.setLayout(self._grid)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setMinimumHeight(theme.scaled(360))
        self.content.addWidget(area)
        self.content.addWidget(muted("Ctrl+K finds everything else."))
        self.add_button("Close", primary=True)

    def _add(self, title: str, keys: str) -> None:
        row = self._grid.rowCount()
        name, key = label(title), chip(QKeySequence(keys).toString() or keys)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(key, row, 1)
        self._lines.append((f"{title} {keys}".casefold(), name, key))

    def _narrow(self, text: str) -> None:
        for words, name, key in self._lines:
            shown = text.casefold() in words
            name.setVisible(shown)
            key.setVisible(shown)
