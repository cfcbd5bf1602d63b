"""The problems of the plan with a filter, and beside them the chosen one explained."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from exerciseplanner.domain.checks.dismissing import Dismissed
from exerciseplanner.domain.checks.registry import Problem
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.actions import ActionSpec, popup_menu
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import column, tight
from exerciseplanner.ui.widgets.problem_detail import ProblemDetail, carry_out, show_problem
from exerciseplanner.ui.widgets.problem_dismissal import ask_to_dismiss, bring_back
from exerciseplanner.ui.widgets.problem_filter import ProblemFilter
from exerciseplanner.ui.widgets.problem_text import problems_text
from exerciseplanner.ui.widgets.problem_tree import ProblemTree, Shown

_WIDE, _BESIDE = 700, 360


class ProblemPanel(QStackedWidget):
    """Follows the problems of the open plan; a double click goes to the record concerned."""

    def __init__(
        self, context: PageContext, *, has_filter: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.tree = ProblemTree()
        self.detail = ProblemDetail(context)
        self.bar = ProblemFilter(context.settings, has_text=has_filter)
        self.addWidget(self._list(12 if has_filter else 0))
        self.addWidget(EmptyState("Nothing in the plan breaks a rule.", (), "circle-check"))
        self._listen()
        self._is_stale = True
        self._refresh()

    def _listen(self) -> None:
        self.bar.changed.connect(self._refresh)
        self.tree.chosen.connect(self.detail.show_chosen)
        self.tree.opened.connect(lambda problem: show_problem(self._context, problem))
        self.tree.copy_wanted.connect(self.copy_marked)
        self.tree.turn_wanted.connect(self.turn_marked)
        self.tree.fix_wanted.connect(self.fix_chosen)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self._context.problems.changed.connect(self._refresh)
        theme.changed().changed.connect(self._refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """List what was found while out of sight."""
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def apply_filter(self, text: str) -> None:
        """List only the problems that hold every word."""
        self.bar.type_words(text)

    def copy_marked(self) -> None:
        """Put the problems that are chosen on the clipboard as text."""
        self._copy(self.tree.marked())

    def copy_listed(self) -> None:
        """Put every problem that the filter lets through on the clipboard as text."""
        self._copy((*self._open(), *self._dismissed()))

    def turn_marked(self) -> None:
        """Set the chosen problems aside, or where all of them are, bring them back."""
        marked = self.tree.marked()
        standing = [each for each in marked if isinstance(each, Problem)]
        if standing:
            ask_to_dismiss(self, self._context, standing)
        else:
            bring_back(self._context, [each for each in marked if isinstance(each, Dismissed)])

    def fix_chosen(self) -> None:
        """Make the change that settles the chosen problem, where one change does."""
        marked = self.tree.marked()
        fix = marked[0].fix if len(marked) == 1 and isinstance(marked[0], Problem) else None
        if fix is not None:
            carry_out(self._context, fix)

    def _copy(self, shown: tuple[Shown, ...]) -> None:
        open_ = [each for each in shown if isinstance(each, Problem)]
        dismissed = [each for each in shown if isinstance(each, Dismissed)]
        if shown:
            QGuiApplication.clipboard().setText(problems_text(open_, dismissed))
            number = len(shown)
            said = "1 problem copied." if number == 1 else f"{number:,} problems copied."
            self._context.notices.say(said)

    def _open_menu(self, at: QPoint) -> None:
        popup_menu(self, self.specs()).popup(self.tree.viewport().mapToGlobal(at))

    def specs(self) -> list[ActionSpec]:
        """What can be done with the chosen problems."""
        marked = self.tree.marked()
        standing = [each for each in marked if isinstance(each, Problem)]
        can_write = bool(marked) and not self._context.read_only
        found = []
        if len(marked) == 1 and standing:
            (problem,), fix = standing, standing[0].fix
            show = ActionSpec(
                "checks.show", "Show", lambda: show_problem(self._context, problem), "external-link"
            )
            found.append(show)
            if fix is not None and can_write:
                made = ActionSpec("checks.fix", fix.label, self.fix_chosen, "check", "Ctrl+Return")
                found.append(made)
        if can_write:
            label, picture = (
                ("Dismiss…", "eye-off") if standing else ("Bring back", "arrow-back-up")
            )
            found.append(ActionSpec("checks.turn", label, self.turn_marked, picture, "Del"))
        if marked:
            copy = ActionSpec("checks.copy", "Copy as text", self.copy_marked, "copy", "Ctrl+C")
            found.append(copy)
        return found

    def _list(self, margin: int) -> QWidget:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tree)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setSizes([theme.scaled(_WIDE), theme.scaled(_BESIDE)])
        whole = QWidget()
        layout = QVBoxLayout(whole)
        tight(layout, 6)
        layout.addWidget(column(self.bar, margins=(margin, 0, margin, 0)))
        layout.addWidget(split, 1)
        return whole

    def _refresh(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def _open(self) -> list[Problem]:
        return [each for each in self._context.problems.all() if self.bar.sieve.lets_through(each)]

    def _dismissed(self) -> list[Dismissed]:
        every = self._context.problems.dismissed
        return [each for each in every if self.bar.sieve.lets_through(each.problem)]

    def _fill(self) -> None:
        self._is_stale = False
        problems = self._context.problems
        self.bar.count(problems.all())
        self.tree.show_problems(self._open(), self._dismissed(), self.bar.grouping)
        has_any = bool(problems.all() or problems.dismissed) or not problems.are_known
        self.setCurrentIndex(0 if has_any else 1)
