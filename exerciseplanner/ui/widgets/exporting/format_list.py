"""The formats to choose from, each with what it is for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.exchange.writing import ForceFormat
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.parts import caption, tight

_INDENT = 26


class FormatList(QScrollArea):
    """One format is chosen at any time."""

    chosen = Signal(str)
    """The name of the format that was chosen."""

    def __init__(self, formats: Iterable[ForceFormat], current: str) -> None:
        super().__init__()
        self._names: list[str] = []
        self._buttons = QButtonGroup(self)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        tight(layout, 0)
        for form in formats:
            self._add(form, layout, checked=form.name == current)
        layout.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Format")
        self._buttons.idClicked.connect(lambda place: self.chosen.emit(self._names[place]))

    @property
    def current(self) -> str:
        """The name of the format chosen."""
        return self._names[self._buttons.checkedId()]

    def choose(self, name: str) -> None:
        """Choose a format."""
        self._buttons.button(self._names.index(name)).click()

    def _add(self, form: ForceFormat, layout: QVBoxLayout, *, checked: bool) -> None:
        made = QRadioButton(form.title)
        made.setAccessibleDescription(form.summary)
        made.setChecked(checked or not self._names)
        self._buttons.addButton(made, len(self._names))
        self._names.append(form.name)
        said = caption(form.summary)
        said.setWordWrap(True)
        said.setContentsMargins(theme.scaled(_INDENT), 0, 8, theme.scaled(5))
        layout.addWidget(made)
        layout.addWidget(said)
