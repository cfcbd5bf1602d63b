"""The drawer below the page: problems, history and jobs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.ui.shell.history_list import HistoryList
from exerciseplanner.ui.shell.job_list import JobList
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import flat_button, tight
from exerciseplanner.ui.widgets.problem_panel import ProblemPanel

_HEIGHT = 200


class Drawer(QFrame):
    """Three tabs that can be hidden together."""

    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Drawer")
        self.setAccessibleName("Problems, history and jobs")
        self._context = context
        self.problems = ProblemPanel(context, has_filter=True)
        self.history = HistoryList(context)
        self.jobs = JobList(context.jobs)
        self._tabs: dict[str, QToolButton] = {}
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        top = QHBoxLayout()
        top.setContentsMargins(12, 6, 12, 6)
        top.setSpacing(4)
        for name, title, widget in (
            ("problems", "Problems", self.problems),
            ("history", "History", self.history),
            ("jobs", "Jobs", self.jobs),
        ):
            top.addWidget(self._tab(name, title, widget))
        top.addStretch(1)
        top.addWidget(flat_button("x", "Close the drawer", self.closed.emit))
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        self.setMinimumHeight(theme.scaled(_HEIGHT))
        context.problems.changed.connect(self._count)
        context.jobs.changed.connect(self._count)
        self._count()

    def open(self, name: str) -> None:
        """Show one of problems, history and jobs."""
        self._tabs[name].setChecked(True)
        self._stack.setCurrentIndex(list(self._tabs).index(name))

    @property
    def current(self) -> str:
        """Which tab is open."""
        return list(self._tabs)[self._stack.currentIndex()]

    def _tab(self, name: str, title: str, widget: QWidget) -> QToolButton:
        tab = QToolButton()
        tab.setProperty("tab", True)
        tab.setCheckable(True)
        tab.setText(title)
        tab.setAccessibleName(title)
        tab.clicked.connect(lambda: self.open(name))
        tab.setChecked(not self._tabs)
        self._group.addButton(tab)
        self._tabs[name] = tab
        self._stack.addWidget(widget)
        return tab

    def _count(self) -> None:
        for name, title, count in (
            ("problems", "Problems", len(self._context.problems.all())),
            ("jobs", "Jobs", self.jobs.count()),
        ):
            self._tabs[name].setText(f"{title}  {count}" if count else title)
