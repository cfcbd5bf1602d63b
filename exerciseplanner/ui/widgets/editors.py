"""The editor of one field: an input with its refusal, its reading and a quiet tick below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.choice_edit import ChoiceInput, ReferencePicker
from exerciseplanner.ui.widgets.codes_picker import CodesPicker
from exerciseplanner.ui.widgets.inputs import FlagInput, Input, LineInput, TextInput
from exerciseplanner.ui.widgets.parts import label, set_property, tight
from exerciseplanner.ui.widgets.planned_time_edit import PlannedTimeEdit
from exerciseplanner.ui.widgets.vocabulary import Vocabulary

_TICK_SHOWN = 1600

_INPUTS: dict[str, Callable[[Field, Vocabulary, QWidget | None], QWidget]] = {
    "text": TextInput,
    "choice": ChoiceInput,
    "pick": ChoiceInput,
    "reference": ReferencePicker,
    "references": CodesPicker,
    "codes": CodesPicker,
    "planned": PlannedTimeEdit,
    "flag": FlagInput,
}


def input_widget(field: Field, vocabulary: Vocabulary, parent: QWidget | None = None) -> QWidget:
    """The bare input for a field; it is also an `Input`."""
    return _INPUTS.get(field.kind, LineInput)(field, vocabulary, parent)


class FieldEditor(QWidget):
    """One field of a form: commits when finished, shows the refusal or the tick."""

    committed = Signal(object)
    """The new value, once it differs from the one shown."""

    def __init__(self, field: Field, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.input = input_widget(field, vocabulary, self)
        self._shown: Any = None
        self._several = False
        self._note = label("", "caption")
        self._note.setWordWrap(True)
        self._note.hide()
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(_TICK_SHOWN)
        self._fading.timeout.connect(self._note.hide)
        layout = QVBoxLayout(self)
        tight(layout, 2)
        layout.addWidget(self.input)
        layout.addWidget(self._note)
        self.setFocusProxy(self.input)
        self._as_input.entered.connect(self.commit)
        self._as_input.dropped.connect(self.revert)
        if isinstance(self.input, PlannedTimeEdit):
            self.input.understood.connect(self._show_reading)

    def set_value(self, value: Any) -> None:
        """Show a value, forgetting what was typed."""
        self._shown, self._several = value, False
        self._as_input.put(value)

    def set_several(self) -> None:
        """Show that the records chosen have different values."""
        self._shown, self._several = None, True
        self._as_input.show_several()

    def value(self) -> Any:
        """What was typed or chosen. Raises Refusal."""
        return self._as_input.taken()

    def has_been_touched(self) -> bool:
        """Whether what stands there differs from what was shown."""
        try:
            return bool(self.value() != self._plain(self._shown))
        except Refusal:
            return True

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read but not changed."""
        if isinstance(self.input, LineInput | TextInput):
            self.input.setReadOnly(read_only)
            if isinstance(self.input, ChoiceInput | CodesPicker):
                self.input.setEnabled(not read_only)
        else:
            self.input.setEnabled(not read_only)

    def commit(self) -> None:
        """Announce the value if it was changed; show the refusal if it cannot be read."""
        try:
            value = self.value()
        except Refusal as refusal:
            self.show_refusal(str(refusal))
            return
        if value == self._plain(self._shown) and not (self._several and value):
            self.clear_refusal()
            return
        self.committed.emit(value)

    def revert(self) -> None:
        """Put back what was shown before."""
        self.clear_refusal()
        if self._several:
            self.set_several()
        else:
            self.set_value(self._shown)

    def show_refusal(self, text: str) -> None:
        """Say beside the field why the value was not taken; what was typed stays."""
        self._fading.stop()
        self._say(text, "refusal")
        set_property(self.input, "refused", True)

    def clear_refusal(self) -> None:
        """Take the refusal away."""
        self._note.hide()
        set_property(self.input, "refused", False)

    def show_saved(self) -> None:
        """A quiet tick that goes away by itself."""
        self.clear_refusal()
        self._say("✓ Saved", "caption")
        self._fading.start()

    @property
    def note(self) -> QLabel:
        """The line under the input."""
        return self._note

    @property
    def _as_input(self) -> Input:
        return cast(Input, self.input)

    def _plain(self, value: Any) -> Any:
        if isinstance(self.input, FlagInput):
            return bool(value)
        if isinstance(self.input, TextInput):
            return value or ""
        if isinstance(self.input, CodesPicker):
            return self.input.kept()
        return value

    def _show_reading(self, text: str) -> None:
        if text:
            self._say(text, "caption")
        elif not self._fading.isActive() and self._note.property("role") == "caption":
            self._note.hide()

    def _say(self, text: str, role: str) -> None:
        set_property(self._note, "role", role)
        self._note.setText(text)
        self._note.show()


def editor_for(field: Field, vocabulary: Vocabulary, parent: QWidget | None = None) -> FieldEditor:
    """The editor of a field."""
    return FieldEditor(field, vocabulary, parent)
