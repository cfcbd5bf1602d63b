"""One of several: type a part of the name, or open the list."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QWidget

from exerciseplanner.domain.fields import Field
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.inputs import LineInput
from exerciseplanner.ui.widgets.vocabulary import Option, Vocabulary

_OPENING = (Qt.Key.Key_Down, Qt.Key.Key_F4)


class ChoiceInput(LineInput):
    """A choice, pick or reference with type-ahead over labels and codes."""

    def __init__(self, field: Field, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(field, vocabulary, parent)
        self._options: tuple[Option, ...] = ()
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(12)
        self.setCompleter(self._completer)
        self._completer.activated.connect(self._choose)
        self._opener = QAction(icon("chevron-down", "muted"), "Open the list", self)
        self._opener.triggered.connect(self.open_list)
        self.addAction(self._opener, LineInput.ActionPosition.TrailingPosition)

    def put(self, value: Any) -> None:
        """Show a value."""
        super().put(value)
        self._options = ()

    def open_list(self) -> None:
        """Show every option."""
        self._fill()
        self.setFocus()
        self.selectAll()
        self._completer.setCompletionPrefix("")
        self._completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and F4 open the list; typing narrows it."""
        if event.key() in _OPENING:
            self.open_list()
            return
        self._fill()
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into an untouched field opens the list."""
        super().mouseReleaseEvent(event)
        if self.text() == self._kept_text and not self.property("cell"):
            self.open_list()

    def _fill(self) -> None:
        if self._options:
            return
        self._options = self.vocabulary.options(self.field)
        self._model.setStringList([_line(option) for option in self._options])

    def _choose(self, chosen: str) -> None:
        found = next((option for option in self._options if _line(option) == chosen), None)
        if found:
            QTimer.singleShot(0, self, partial(self._take, found))

    def _take(self, option: Option) -> None:
        self.setText(option.label)
        self.entered.emit()


class ReferencePicker(ChoiceInput):
    """Chooses one record of the noun that a field refers to."""


def _line(option: Option) -> str:
    return f"{option.label}  ·  {option.detail}" if option.detail else option.label
