"""Is it ready? The worst of what the checks found, each with the way to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exerciseplanner.domain.checks.registry import Problem
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.parts import Card, body, clear, label, link, muted
from exerciseplanner.ui.widgets.problem_detail import show_problem
from exerciseplanner.ui.widgets.problems import SIGNS

_SHOWN = 10
_ALIKE = 2
"""Of one check so many stand here, so that others are seen beside them."""


class OpenMattersCard(Card):
    """The ten worst problems, or a sentence that there are none."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("Is it ready?", parent)
        self._context = context
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.content.addLayout(self._list)
        self.content.addStretch(1)
        context.problems.changed.connect(self.show_problems)
        self.show_problems()

    def show_problems(self) -> None:
        """List the worst."""
        clear(self._list)
        every = self._context.problems.all()
        if not self._context.problems.are_known:
            self._list.addWidget(muted("The plan is being checked."))
            return
        if not every:
            mark = "Nothing in the plan breaks a rule."
            self._list.addWidget(_line("circle-check", "ok", mark))
            return
        listed = worst(every)
        for problem in listed:
            name, word, tone = SIGNS[problem.severity]
            way = link("Show", partial(show_problem, self._context, problem))
            way.setAccessibleName(f"Show {word.lower()}: {problem.sentence}")
            line = _line(name, tone, problem.sentence, way)
            line.setToolTip(f"{problem.why}\n{problem.remedy}")
            self._list.addWidget(line)
        more = f"Show all {len(every):,}" if len(every) > len(listed) else "Show among the checks"
        self._list.addWidget(link(more, partial(self._context.go, "checks")))


def worst(every: Sequence[Problem]) -> tuple[Problem, ...]:
    """The ten problems that come first when each check has said at most two."""
    return tuple(_first_of_each(every))[:_SHOWN]


def _first_of_each(every: Sequence[Problem]) -> Iterator[Problem]:
    for _, alike in groupby(every, key=lambda problem: problem.code):
        yield from list(alike)[:_ALIKE]


def _line(icon_name: str, tone: str, sentence: str, way: QWidget | None = None) -> QWidget:
    mark = label("")
    mark.setPixmap(icon(icon_name, tone).pixmap(16, 16))
    mark.setFixedWidth(20)
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(mark)
    layout.addWidget(body(sentence), 1)
    if way is not None:
        layout.addWidget(way)
    return line
