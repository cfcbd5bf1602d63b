"""The dialog in which an officer sets a grade beside the computed one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from exerciseplanner.domain.doctrine import RatingScale
from exerciseplanner.domain.grading import grades
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages.readiness.subject_model import named
from exerciseplanner.ui.widgets.dialogs import Dialog
from exerciseplanner.ui.widgets.parts import body, caption, column, label
from exerciseplanner.workspace.readiness import Subject

Decide = Callable[[str, str, str], object]


class OverrideDialog(Dialog):
    """Grade, role and reason; both values are kept and printed.

    `decide(value, decided_by, reason)` may raise Refusal, which is shown here.
    """

    def __init__(
        self, parent: QWidget, subject: Subject, scale: RatingScale, role: str, decide: Decide
    ) -> None:
        super().__init__(parent, f"Assess {named(subject)}", 520)
        self._decide = decide
        computed = subject.assessment.computed
        self.content.addWidget(
            body(f"Computed: {computed.reading}. {computed.why} Both values are kept and printed.")
        )
        self._grade = QComboBox()
        self._grade.setAccessibleName("Grade")
        for value in grades(scale):
            self._grade.addItem(f"{value.code}  {value.label}", value.code)
        self._role = QLineEdit(role)
        self._role.setAccessibleName("Decided by")
        self._role.setPlaceholderText("Role title of the officer who decides")
        self._reason = QPlainTextEdit()
        self._reason.setAccessibleName("Reason")
        self._reason.setMinimumHeight(96)
        self._reason.setTabChangesFocus(True)
        self._refusal = label("", "refusal")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        override = subject.assessment.override
        if override is not None:
            self._grade.setCurrentIndex(self._grade.findData(override.grade_code))
            self._role.setText(override.decided_by)
            self._reason.setPlainText(override.reason)
        for name, editor in (
            ("Grade", self._grade), ("Decided by", self._role), ("Reason", self._reason),
        ):  # fmt: skip
            self.content.addWidget(column(caption(name), editor, spacing=4))
        self.content.addWidget(self._refusal)
        self.add_button("Cancel")
        self.add_button("Assess", self._commit, primary=True)

    def _commit(self) -> None:
        try:
            self._decide(
                str(self._grade.currentData()), self._role.text(), self._reason.toPlainText()
            )
        except Refusal as refusal:
            self._refusal.setText(str(refusal))
            self._refusal.show()
            return
        self.accept()
