"""One problem explained: why it matters, what settles it, and the ways to do so."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.domain.checks.dismissing import Dismissed
from exerciseplanner.domain.checks.registry import SYSTEMS, Fix, Problem
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.faults import Fault
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import body, button, caption, clear, heading, muted
from exerciseplanner.ui.widgets.problem_dismissal import ask_to_dismiss, bring_back
from exerciseplanner.ui.widgets.problem_rows import concerned_list
from exerciseplanner.ui.widgets.problem_tree import Shown, problem_in
from exerciseplanner.ui.widgets.problems import SIGNS

_ELSEWHERE = {"term": "exercise", "capability_area": "readiness", "exercise": "exercise"}
"""The pages on which rows are at home that the inspector cannot show."""


def show_problem(context: PageContext, problem: Problem) -> None:
    """Go to the first row that a problem is about."""
    if problem.noun in _ELSEWHERE:
        context.go(_ELSEWHERE[problem.noun])
    elif problem.ids:
        context.show(problem.noun, problem.ids[0])


def carry_out(context: PageContext, fix: Fix) -> None:
    """Make the change that settles a problem, as one step that can be taken back."""
    commit = context.commit(fix.noun)
    if commit is None:
        return
    try:
        commit(fix.ids, fix.field, fix.value)
    except Refusal as refusal:
        context.notices.say(str(refusal), "warn")
    except Fault as fault:
        context.window.show_fault(fault)
    else:
        context.offer_undo(f"Done: {fix.label[:1].lower()}{fix.label[1:]}.")


class ProblemDetail(QScrollArea):
    """The chosen problem beside the list."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName("The chosen problem")
        content = QWidget()
        self._layout = QVBoxLayout(content)
        self._layout.setContentsMargins(16, 8, 16, 12)
        self._layout.setSpacing(6)
        self.setWidget(content)
        self.show_chosen(None)

    def show_chosen(self, shown: Shown | None) -> None:
        """Explain a problem, or one that was set aside; None explains how to choose one."""
        clear(self._layout)
        if shown is None:
            words = "Choose a problem to see why it is one and what settles it."
            self._layout.addWidget(muted(words, wrap=True))
        elif isinstance(shown, Dismissed):
            self._explain(shown.problem, f"Dismissed: {shown.said}")
            self._layout.addLayout(self._way_back(shown))
        else:
            before = self._context.problems.said_before(shown)
            changed = f"Dismissed before, and changed since: {before}" if before else ""
            self._explain(shown, changed)
            self._layout.addLayout(self._ways(shown))
        self._name_rows(shown)
        self._layout.addStretch(1)

    def _name_rows(self, shown: Shown | None) -> None:
        problem = problem_in(shown)
        rows = concerned_list(self._context, problem) if problem else None
        if rows is not None:
            self._layout.addWidget(rows)

    def _explain(self, problem: Problem, dismissed: str) -> None:
        word = SIGNS[problem.severity][1]
        title = heading(problem.title)
        title.setWordWrap(True)
        self._layout.addWidget(title)
        self._layout.addWidget(caption(f"{word} {problem.code} · {SYSTEMS[problem.system]}"))
        if dismissed:
            self._layout.addWidget(body(dismissed))
        self._layout.addWidget(body(problem.sentence))
        self._layout.addWidget(muted(problem.why, wrap=True))
        self._layout.addWidget(body(problem.remedy))

    def _way_back(self, shown: Dismissed) -> QVBoxLayout:
        ways = QVBoxLayout()
        ways.setSpacing(6)
        ways.addLayout(_at_left(self._show_button(shown.problem)))
        if not self._context.read_only:
            run = partial(bring_back, self._context, [shown])
            ways.addLayout(_at_left(button("Bring back", "arrow-back-up", run=run)))
        return ways

    def _show_button(self, problem: Problem) -> QWidget:
        noun = NOUNS.get(problem.noun)
        label = f"Show the {noun.singular}" if noun else "Show where it stands"
        return button(label, "external-link", run=partial(show_problem, self._context, problem))

    def _ways(self, problem: Problem) -> QVBoxLayout:
        ways = QVBoxLayout()
        ways.setSpacing(6)
        ways.addLayout(_at_left(self._show_button(problem)))
        if problem.fix is not None and self._context.commit(problem.fix.noun) is not None:
            run = partial(carry_out, self._context, problem.fix)
            ways.addLayout(_at_left(button(problem.fix.label, "check", run=run)))
        if not self._context.read_only:
            ask = partial(ask_to_dismiss, self, self._context, [problem])
            ways.addLayout(_at_left(button("Dismiss…", "eye-off", run=ask)))
        return ways


def _at_left(widget: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(widget)
    line.addStretch(1)
    return line
