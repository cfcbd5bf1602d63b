"""The list of problems; a double click goes to the record concerned."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.problems import SIGNS, Problem

_PROBLEM = Qt.ItemDataRole.UserRole


class ProblemList(QStackedWidget):
    """Everything that pages and checks have found, errors first."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._list = QListWidget()
        self._list.setAccessibleName("Problems")
        self._list.setUniformItemSizes(True)
        self._list.itemActivated.connect(self._go)
        self.addWidget(self._list)
        self.addWidget(EmptyState("Nothing stands in the way of this plan.", (), "circle-check"))
        context.problems.changed.connect(self._fill)
        theme.changed().changed.connect(self._fill)
        self._fill()

    def count(self) -> int:
        """How many there are."""
        return len(self._context.problems.all())

    def _fill(self) -> None:
        self._list.clear()
        for problem in self._context.problems.all():
            self._list.addItem(_item(problem))
        self.setCurrentIndex(0 if self._list.count() else 1)

    def _go(self, item: QListWidgetItem) -> None:
        problem = item.data(_PROBLEM)
        if problem.noun and problem.row_id:
            self._context.show(problem.noun, problem.row_id)


def _item(problem: Problem) -> QListWidgetItem:
    mark, word, tone = SIGNS[problem.severity]
    item = QListWidgetItem(f"{mark}  {problem.sentence}")
    item.setData(_PROBLEM, problem)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word}: {problem.sentence}")
    item.setToolTip(word)
    item.setForeground(theme.token(tone))
    return item
