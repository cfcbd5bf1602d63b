"""The problems of the plan with a filter, and beside them the chosen one explained."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import row, tight
from exerciseplanner.ui.widgets.problem_detail import ProblemDetail, show_problem
from exerciseplanner.ui.widgets.problem_tree import ProblemTree, is_found

_WIDE, _BESIDE = 700, 360


class ProblemPanel(QStackedWidget):
    """Follows the problems of the open plan; a double click goes to the record concerned."""

    def __init__(
        self, context: PageContext, *, has_filter: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._words: list[str] = []
        self.tree = ProblemTree()
        self.detail = ProblemDetail(context)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Filter problems")
        self.filter.setAccessibleName("Filter problems")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(theme.scaled(_BESIDE))
        self.filter.setVisible(has_filter)
        self.filter.textChanged.connect(self.apply_filter)
        self.addWidget(self._list())
        self.addWidget(EmptyState("Nothing in the plan breaks a rule.", (), "circle-check"))
        self.tree.chosen.connect(self.detail.show_chosen)
        self.tree.opened.connect(lambda problem: show_problem(context, problem))
        self._is_stale = True
        context.problems.changed.connect(self._refresh)
        theme.changed().changed.connect(self._refresh)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """List what was found while out of sight."""
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def apply_filter(self, text: str) -> None:
        """List only the problems that hold every word."""
        self._words = text.casefold().split()
        self._refresh()

    def _list(self) -> QWidget:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tree)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setSizes([theme.scaled(_WIDE), theme.scaled(_BESIDE)])
        whole = QWidget()
        layout = QVBoxLayout(whole)
        tight(layout, 4)
        layout.addWidget(row(self.filter, None, margins=(12, 0, 12, 0)))
        layout.addWidget(split, 1)
        return whole

    def _refresh(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        self._is_stale = False
        every = self._context.problems.all()
        self.tree.show_problems(problem for problem in every if is_found(problem, self._words))
        self.setCurrentIndex(0 if every or not self._context.problems.are_known else 1)
