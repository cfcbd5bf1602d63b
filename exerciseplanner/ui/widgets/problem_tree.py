"""The problems as a tree: by severity, and where one check finds many, by check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from exerciseplanner.domain.checks.registry import SYSTEMS, Problem
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.problems import SIGNS

_PROBLEM = Qt.ItemDataRole.UserRole
_GROUP = Qt.ItemDataRole.UserRole + 1
_ALIKE = 6
"""From so many problems of one check on they stand below a line of their own."""
_MOST = 200
"""At most so many problems of one check are listed; a filter narrows them."""


def is_found(problem: Problem, words: Sequence[str]) -> bool:
    """Whether a problem holds every word, in whatever case."""
    text = " ".join(
        (problem.code, problem.title, SYSTEMS[problem.system], problem.sentence, problem.why)
    ).casefold()
    return all(word in text for word in words)


class ProblemTree(QTreeWidget):
    """What was found, errors first; choosing and opening a line tell its problem."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Problems")
        self.setColumnCount(2)
        self.setHeaderLabels(["Problem", "Check"])
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._shut: set[str] = set()
        self._opened_once: set[str] = set()
        self.itemCollapsed.connect(self._keep_shut)
        self.itemExpanded.connect(self._keep_open)
        self.currentItemChanged.connect(lambda item, _: self.chosen.emit(_problem_of(item)))
        self.itemActivated.connect(self._open)

    def show_problems(self, found: Iterable[Problem]) -> None:
        """List problems; what was chosen and what was opened stays so."""
        before = _problem_of(self.currentItem())
        blocker = QSignalBlocker(self)
        self.clear()
        for severity, group in groupby(found, key=lambda problem: problem.severity):
            self._add_severity(list(group), severity)
        self._choose(before)
        blocker.unblock()
        now = _problem_of(self.currentItem())
        if now != before:
            self.chosen.emit(now)

    def listed(self) -> tuple[Problem, ...]:
        """The problems as they stand in the tree, from the top."""
        return tuple(problem for _, problem in self._leaves(self.invisibleRootItem()))

    def _add_severity(self, problems: list[Problem], severity: str) -> None:
        name, word, tone = SIGNS[problems[0].severity]
        head = QTreeWidgetItem([f"{word}s  {len(problems):,}"])
        head.setIcon(0, icon(name, tone))
        head.setData(0, _GROUP, severity)
        bold = self.font()
        bold.setBold(True)
        head.setFont(0, bold)
        self.addTopLevelItem(head)
        for _, group in groupby(problems, key=lambda problem: problem.code):
            alike = list(group)
            below = head if len(alike) < _ALIKE else self._add_check(head, alike)
            below.addChildren([_leaf(problem) for problem in alike[:_MOST]])
            if len(alike) > _MOST:
                rest = f"{len(alike) - _MOST:,} more; a filter narrows them down"
                below.addChild(QTreeWidgetItem([rest]))
        head.setFirstColumnSpanned(True)
        head.setExpanded(severity not in self._shut)

    def _add_check(self, head: QTreeWidgetItem, alike: list[Problem]) -> QTreeWidgetItem:
        first = alike[0]
        item = QTreeWidgetItem([f"{first.title}  {len(alike):,}", first.code])
        item.setForeground(1, theme.token("muted"))
        item.setData(0, _GROUP, first.code)
        head.addChild(item)
        item.setExpanded(first.code in self._opened_once)
        return item

    def _choose(self, wanted: Problem | None) -> None:
        """Choose what was chosen before, or else the first."""
        first = None
        for item, problem in self._leaves(self.invisibleRootItem()):
            first = first or item
            if wanted and (problem.code, problem.ids) == (wanted.code, wanted.ids):
                first = item
                break
        if first is not None:
            self.setCurrentItem(first)

    def _leaves(self, above: QTreeWidgetItem) -> Iterable[tuple[QTreeWidgetItem, Problem]]:
        for place in range(above.childCount()):
            item = above.child(place)
            problem = _problem_of(item)
            if item is None:
                continue
            if problem is not None:
                yield item, problem
            yield from self._leaves(item)

    def _open(self, item: QTreeWidgetItem) -> None:
        problem = _problem_of(item)
        if problem is not None:
            self.opened.emit(problem)

    def _keep_shut(self, item: QTreeWidgetItem) -> None:
        self._shut.add(str(item.data(0, _GROUP)))
        self._opened_once.discard(str(item.data(0, _GROUP)))

    def _keep_open(self, item: QTreeWidgetItem) -> None:
        self._shut.discard(str(item.data(0, _GROUP)))
        self._opened_once.add(str(item.data(0, _GROUP)))


def _problem_of(item: QTreeWidgetItem | None) -> Problem | None:
    found = item.data(0, _PROBLEM) if item is not None else None
    return found[0] if found else None


def _leaf(problem: Problem) -> QTreeWidgetItem:
    name, word, tone = SIGNS[problem.severity]
    item = QTreeWidgetItem([problem.sentence, problem.code])
    item.setIcon(0, icon(name, tone))
    # In a list of its own, because Qt would take a named tuple apart.
    item.setData(0, _PROBLEM, [problem])
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{word}: {problem.sentence}")
    item.setToolTip(0, f"{problem.sentence}\n{problem.why}")
    item.setForeground(1, theme.token("muted"))
    return item
