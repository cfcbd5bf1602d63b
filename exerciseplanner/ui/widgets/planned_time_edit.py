"""The one editor of times: takes what planners write, shows how it is understood."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.inputs import LineInput
from exerciseplanner.ui.widgets.vocabulary import Vocabulary

_HINT = "031532ZJUL26, D+2 0900, +3h, tomorrow 0800"


class PlannedTimeEdit(LineInput):
    """A planned time; while it is typed, `understood` says it as DTG and as STARTEX+n."""

    understood = Signal(str)

    def __init__(self, field: Field, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(field, vocabulary, parent)
        self.setPlaceholderText(_HINT)
        self.textEdited.connect(self._read)

    def reading(self) -> str:
        """How the text is understood, or empty where it is not (yet)."""
        try:
            minutes = self.taken()
        except Refusal:
            return ""
        if minutes is None:
            return ""
        return f"{self.vocabulary.planned(minutes)}  ·  {self.vocabulary.offset(minutes)}"

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say at once how what stands there is understood."""
        super().focusInEvent(event)
        self._read()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say no more."""
        super().focusOutEvent(event)
        self.understood.emit("")

    def _read(self) -> None:
        self.understood.emit(self.reading())
