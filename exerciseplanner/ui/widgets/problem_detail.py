"""One problem explained: why it matters, what settles it, and the ways to do so."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.domain.checks.registry import SYSTEMS, Fix, Problem
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.faults import Fault
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import body, button, caption, clear, heading, muted
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

    def show_chosen(self, problem: Problem | None) -> None:
        """Explain a problem; None explains how to choose one."""
        clear(self._layout)
        if problem is None:
            words = "Choose a problem to see why it is one and what settles it."
            self._layout.addWidget(muted(words, wrap=True))
        else:
            self._explain(problem)
        self._layout.addStretch(1)

    def _explain(self, problem: Problem) -> None:
        word = SIGNS[problem.severity][1]
        title = heading(problem.title)
        title.setWordWrap(True)
        self._layout.addWidget(title)
        self._layout.addWidget(caption(f"{word} {problem.code} · {SYSTEMS[problem.system]}"))
        self._layout.addWidget(body(problem.sentence))
        self._layout.addWidget(muted(problem.why, wrap=True))
        self._layout.addWidget(body(problem.remedy))
        self._layout.addLayout(self._ways(problem))

    def _ways(self, problem: Problem) -> QVBoxLayout:
        ways = QVBoxLayout()
        ways.setSpacing(6)
        noun = NOUNS.get(problem.noun)
        label = f"Show the {noun.singular}" if noun else "Show where it stands"
        show = button(label, "external-link", run=partial(show_problem, self._context, problem))
        ways.addLayout(_at_left(show))
        if problem.fix is not None and self._context.commit(problem.fix.noun) is not None:
            run = partial(carry_out, self._context, problem.fix)
            ways.addLayout(_at_left(button(problem.fix.label, "check", run=run)))
        return ways


def _at_left(widget: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(widget)
    line.addStretch(1)
    return line
