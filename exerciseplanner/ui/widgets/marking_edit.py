"""Editing a marking: its level and its releases, with how it will read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.marking import ClassificationPolicy, Marking, marking_lines
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.editors import editor_for
from exerciseplanner.ui.widgets.parts import caption, label, tight
from exerciseplanner.ui.widgets.vocabulary import Vocabulary

_LEVEL = Field("marking_level", "Classification", "choice", "marking_level")
_RELEASES = Field("marking_releases", "Releasable to", "codes", "marking_audience")


class MarkingEdit(QWidget):
    """Level and releases under one policy; `changed` gives the new Marking."""

    changed = Signal(object)

    def __init__(
        self, vocabulary: Vocabulary, policy: ClassificationPolicy, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._policy = policy
        self._marking = Marking(policy.code, policy.levels[0].code)
        self.level = editor_for(_LEVEL, vocabulary, self)
        self.releases = editor_for(_RELEASES, vocabulary, self)
        self._reading = label("", "strong")
        self._reading.setWordWrap(True)
        layout = QVBoxLayout(self)
        tight(layout, 4)
        for field, editor in ((_LEVEL, self.level), (_RELEASES, self.releases)):
            layout.addWidget(caption(field.label))
            layout.addWidget(editor)
            editor.committed.connect(self._take)
        layout.addWidget(self._reading)

    def set_marking(self, marking: Marking) -> None:
        """Show a marking."""
        self._marking = marking
        self.level.set_value(marking.level)
        self.releases.set_value(tuple(sorted(marking.releases)))
        self._read()

    def marking(self) -> Marking:
        """The marking as it stands."""
        return self._marking

    def reading(self) -> str:
        """How the marking reads on a page."""
        return self._reading.text()

    def _take(self) -> None:
        releases = frozenset(self.releases.value())
        self._marking = Marking(self._policy.code, str(self.level.value()), releases)
        self._read()
        self.changed.emit(self._marking)

    def _read(self) -> None:
        try:
            self._reading.setText(
                "\n".join(x for x in marking_lines(self._marking, self._policy) if x)
            )
        except Refusal as refusal:
            self._reading.setText(str(refusal))
