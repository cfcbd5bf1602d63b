"""The sheets of a workbook: which are taken, and why or why not."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from exerciseplanner.exchange.spreadsheets.mapping import MappingProposal, SheetMapping
from exerciseplanner.ui.widgets.parts import caption, clear, set_property, tight


class SheetList(QWidget):
    """One entry for each sheet; a click shows it, its tick takes it."""

    shown = Signal(str)
    taken = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        tight(self._layout, 2)
        self._entries: dict[str, _Entry] = {}
        self._showing = False

    def show_sheets(self, mapping: MappingProposal, current: str) -> None:
        """Show the sheets of a file."""
        if list(self._entries) != [sheet.sheet for sheet in mapping.sheets]:
            self._build(mapping)
        self._showing = True
        for sheet in mapping.sheets:
            self._entries[sheet.sheet].show_state(sheet, current=sheet.sheet == current)
        self._showing = False

    def tick(self, sheet: str) -> QCheckBox:
        """The tick of a sheet."""
        return self._entries[sheet].tick

    def _build(self, mapping: MappingProposal) -> None:
        clear(self._layout)
        self._entries = {}
        for sheet in mapping.sheets:
            entry = _Entry(sheet)
            entry.pressed.connect(partial(self._show, sheet.sheet))
            entry.tick.toggled.connect(partial(self._take, sheet.sheet))
            self._entries[sheet.sheet] = entry
            self._layout.addWidget(entry)

    def _show(self, name: str) -> None:
        self.shown.emit(name)

    def _take(self, name: str, taken: bool) -> None:
        if not self._showing:
            self.taken.emit(name, taken)


class _Entry(QFrame):
    pressed = Signal()

    def __init__(self, sheet: SheetMapping) -> None:
        super().__init__()
        self.setProperty("entry", True)
        self.tick = QCheckBox(sheet.sheet)
        self.tick.setAccessibleName(f"Take the sheet {sheet.sheet}")
        self.tick.setToolTip(sheet.sheet)
        self._why = caption("")
        self._why.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(2)
        layout.addWidget(self.tick)
        layout.addWidget(self._why)

    def show_state(self, sheet: SheetMapping, *, current: bool) -> None:
        self.tick.setChecked(sheet.taken)
        self._why.setText(sheet.why[:1].upper() + sheet.why[1:])
        set_property(self, "current", current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the sheet."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
