"""Setting problems aside in the window: the dialog that asks why, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from exerciseplanner.domain.checks.dismissing import Dismissed, subject_of
from exerciseplanner.domain.checks.registry import Problem
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.faults import Fault
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.dialogs import Dialog
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import body, caption, column, label, muted

_BY = "checks/dismissed_by"
_NAMED = 3

Dismiss = Callable[[str, str], object]


class DismissDialog(Dialog):
    """Asks for the reason and by whom; `dismiss(reason, by)` may raise Refusal, shown here."""

    def __init__(
        self, parent: QWidget, problems: Sequence[Problem], by: str, dismiss: Dismiss
    ) -> None:
        many = len(problems) > 1
        super().__init__(parent, f"Dismiss {len(problems)} problems" if many else "Dismiss", 520)
        self._dismiss = dismiss
        for problem in problems[:_NAMED]:
            self.content.addWidget(body(problem.sentence))
        if len(problems) > _NAMED:
            self.content.addWidget(muted(f"and {len(problems) - _NAMED:,} more"))
        self.reason = QPlainTextEdit()
        self.reason.setAccessibleName("Reason")
        self.reason.setFixedHeight(theme.scaled(72))
        self.reason.setTabChangesFocus(True)
        self.by = QLineEdit(by)
        self.by.setAccessibleName("Dismissed by")
        self.by.setPlaceholderText("Role title")
        self._refusal = label("", "refusal")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        for name, editor in (("Reason", self.reason), ("Dismissed by", self.by)):
            self.content.addWidget(column(caption(name), editor, spacing=4))
        words = "It comes back by itself when the figures or the rows it names change."
        self.content.addWidget(muted(words, wrap=True))
        self.content.addWidget(self._refusal)
        self.add_button("Cancel")
        self.add_button("Dismiss", self.commit, primary=True)

    def commit(self) -> None:
        """Set the problems aside and close, or say what is missing."""
        try:
            self._dismiss(self.reason.toPlainText(), self.by.text())
        except Refusal as refusal:
            self._refusal.setText(str(refusal))
            self._refusal.show()
            return
        self.accept()


def ask_to_dismiss(
    parent: QWidget, context: PageContext, problems: Sequence[Problem]
) -> DismissDialog | None:
    """Ask why these problems are set aside, and do so; nothing in a plan that may only be read."""
    if not problems or context.read_only:
        return None

    def dismiss(reason: str, by: str) -> None:
        from exerciseplanner.workspace.operations.dismissals import dismiss_problems

        subjects = [subject_of(problem) for problem in problems]
        try:
            context.workspace.do(dismiss_problems, subjects, reason, by)
        except Fault as fault:
            context.window.show_fault(fault)
            return
        context.settings.put(_BY, by.strip())
        number = len(problems)
        context.offer_undo("Dismissed." if number == 1 else f"{number:,} problems dismissed.")

    dialog = DismissDialog(parent, problems, str(context.settings.get(_BY, "")), dismiss)
    dialog.open()
    dialog.reason.setFocus()
    return dialog


def bring_back(context: PageContext, dismissed: Sequence[Dismissed]) -> None:
    """Let problems stand again that were set aside."""
    from exerciseplanner.workspace.operations.dismissals import bring_back_problems

    if not dismissed or context.read_only:
        return
    try:
        context.workspace.do(bring_back_problems, [each.dismissal.id for each in dismissed])
    except Fault as fault:
        context.window.show_fault(fault)
        return
    number = len(dismissed)
    context.offer_undo("Brought back." if number == 1 else f"{number:,} problems brought back.")
