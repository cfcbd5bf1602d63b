"""The form on which one evaluator rates one thing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.domain.doctrine import RatingScale
from exerciseplanner.domain.evaluation import Rating
from exerciseplanner.ui.widgets.flow import FlowLayout
from exerciseplanner.ui.widgets.parts import (
    body,
    caption,
    clear,
    column,
    heading,
    ignoring_arguments,
    label,
    muted,
    set_property,
)
from exerciseplanner.workspace.readiness import Rated


class RatingForm(QScrollArea):
    """What is rated, the values of the scale as large buttons, a note, and the others' ratings."""

    rated = Signal(str, str, bool)
    """Value, note, and whether it resolves a disagreement."""

    withdrawn = Signal()
    noted = Signal(str)

    def __init__(self, scale: RatingScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Rating of what is chosen")
        self.setWidgetResizable(True)
        self._scale = scale
        self._mine: Rating | None = None
        self._title = heading("")
        self._title.setWordWrap(True)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(8)
        self._buttons: dict[str, QPushButton] = {}
        self._values = FlowLayout()
        self._values.setSpacing(8)
        self._note = QPlainTextEdit()
        self._note.setPlaceholderText("What was seen that explains the rating")
        self._note.setAccessibleName("Note to the rating")
        self._note.setMinimumHeight(84)
        self._note.setMaximumHeight(140)
        self._note.setTabChangesFocus(True)
        self._resolves = QCheckBox("As lead evaluator, decide the disagreement with this rating")
        self._others = QVBoxLayout()
        self._others.setSpacing(6)
        self._standing = body("")
        self._lay_out()
        self._make_buttons()

    def _lay_out(self) -> None:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(20, 8, 20, 20)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addLayout(self._facts)
        layout.addLayout(self._values)
        layout.addWidget(caption("Note"))
        layout.addWidget(self._note)
        layout.addWidget(self._resolves)
        layout.addWidget(heading("What evaluators found"))
        layout.addWidget(self._standing)
        layout.addLayout(self._others)
        layout.addStretch(1)
        self.setWidget(content)

    def _make_buttons(self) -> None:
        for place, value in enumerate(self._scale.values):
            made = QPushButton(f"{value.code}   {value.label}")
            made.setObjectName("RatingValue")
            made.setCheckable(True)
            made.setToolTip(f"{value.definition} (key {place + 1})")
            made.setAccessibleName(f"Rate {value.code}, {value.label}")
            made.clicked.connect(ignoring_arguments(partial(self.rate, value.code)))
            self._buttons[value.code] = made
            self._values.addWidget(made)

    def listen_to(self, view: QWidget) -> None:
        """Let the digits rate while `view` has focus."""
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit alone rates with the value in that place of the scale."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = event.text()
            place = int(text) if text.isdecimal() and not self._is_combined(event) else 0
            if 1 <= place <= len(self._scale.values):
                self.rate(self._scale.values[place - 1].code)
                return True
        return super().eventFilter(watched, event)

    def _is_combined(self, event: QKeyEvent) -> bool:
        keypad = Qt.KeyboardModifier.KeypadModifier
        return bool(event.modifiers() & ~keypad)

    def rate(self, code: str) -> None:
        """Rate with a value of the scale; the same value again takes it back."""
        if not self.isEnabled():
            return
        if self._mine is not None and self._mine.code == code and not self._resolves.isChecked():
            self.withdrawn.emit()
            return
        self.rated.emit(code, self._note.toPlainText(), self._resolves.isChecked())

    def keep_note(self) -> None:
        """Keep a note that was changed after rating."""
        text = self._note.toPlainText().strip()
        if self._mine is not None and text != self._mine.note:
            self.rated.emit(self._mine.code, text, self._mine.resolves)

    def show_subject(self, title: str, facts: Mapping[str, str]) -> None:
        """Say what is being rated; empty facts are left out."""
        self._title.setText(title)
        clear(self._facts)
        for name, text in facts.items():
            if text:
                self._facts.addWidget(column(caption(name), body(text), spacing=2))

    def show_ratings(self, subject: Rated | None, evaluator: str, *, is_lead: bool) -> None:
        """Show everybody's ratings; `evaluator` is the code of who rates here."""
        ratings = subject.ratings if subject else ()
        self._mine = next((each for each in ratings if each.evaluator == evaluator), None)
        for code, made in self._buttons.items():
            made.setChecked(self._mine is not None and self._mine.code == code)
        self._note.setPlainText(self._mine.note if self._mine else "")
        disagreeing = subject is not None and (
            not subject.consensus.agreed or bool(subject.consensus.resolved_by)
        )
        self._resolves.setVisible(is_lead and disagreeing)
        self._resolves.setChecked(self._mine is not None and self._mine.resolves)
        self._standing.setText(subject.consensus.why if subject and ratings else "")
        self._standing.setVisible(bool(ratings))
        set_property(self._standing, "role", "refusal" if self._is_open(subject) else "muted")
        self._list_others(ratings)

    def _is_open(self, subject: Rated | None) -> bool:
        return subject is not None and not subject.consensus.agreed

    def _list_others(self, ratings: tuple[Rating, ...]) -> None:
        clear(self._others)
        if not ratings:
            self._others.addWidget(muted("Nobody has rated this yet."))
        for each in ratings:
            self._others.addLayout(self._line(each))

    def _line(self, rating: Rating) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        who = label(rating.evaluator, "strong")
        who.setFixedWidth(64)
        value = label(rating.code, "strong")
        value.setFixedWidth(32)
        note = body(rating.note + ("  (decides)" if rating.resolves else ""))
        for part in (who, value):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(note, 1)
        return line
