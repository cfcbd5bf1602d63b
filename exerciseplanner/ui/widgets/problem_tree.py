"""The problems as a tree: under severity, part of the plan or check, and those set aside last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from exerciseplanner.domain.checks.dismissing import Dismissed
from exerciseplanner.domain.checks.registry import SYSTEMS, Problem
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.problem_sieve import Grouping
from exerciseplanner.ui.widgets.problems import SIGNS

_PROBLEM = Qt.ItemDataRole.UserRole
_GROUP = Qt.ItemDataRole.UserRole + 1
_ALIKE = 6
"""From so many problems of one check on they stand below a line of their own."""
_MOST = 200
"""At most so many problems of one check are listed; a filter narrows them."""
_DISMISSED = "dismissed"

Shown = Problem | Dismissed


def problem_in(shown: Shown | None) -> Problem | None:
    """The problem itself, whether it stands or was set aside."""
    return shown.problem if isinstance(shown, Dismissed) else shown


class ProblemTree(QTreeWidget):
    """What was found; choosing and opening a line tell its problem.

    Ctrl+C asks for a copy of what is chosen, Delete to set it aside or bring it back, and
    Ctrl+Enter for the change that settles it.
    """

    chosen = Signal(object)
    opened = Signal(object)
    copy_wanted = Signal()
    turn_wanted = Signal()
    fix_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Problems")
        self.setColumnCount(2)
        self.setHeaderLabels(["Problem", "Check"])
        self.setUniformRowHeights(True)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._shut: set[str] = {_DISMISSED}
        self._opened_once: set[str] = set()
        self.itemCollapsed.connect(self._keep_shut)
        self.itemExpanded.connect(self._keep_open)
        self.currentItemChanged.connect(lambda item, _: self.chosen.emit(_shown_in(item)))
        self.itemActivated.connect(self._open)

    def show_problems(
        self,
        found: Iterable[Problem],
        dismissed: Sequence[Dismissed] = (),
        grouping: Grouping = "severity",
    ) -> None:
        """List problems; what was chosen and what was opened stays so."""
        before = _shown_in(self.currentItem())
        blocker = QSignalBlocker(self)
        self.clear()
        for key, group in _grouped(found, grouping):
            self._add_group(key, group, grouping)
        if dismissed:
            self._add_dismissed(dismissed)
        self._choose(before)
        blocker.unblock()
        now = _shown_in(self.currentItem())
        if now != before:
            self.chosen.emit(now)

    def listed(self) -> tuple[Problem, ...]:
        """The problems that stand, as they are in the tree, from the top."""
        found = (shown for _, shown in self._leaves(self.invisibleRootItem()))
        return tuple(shown for shown in found if isinstance(shown, Problem))

    def marked(self) -> tuple[Shown, ...]:
        """Every problem that is chosen, or stands below a heading that is, from the top."""
        items = {id(item) for item in self.selectedItems()}
        return tuple(
            shown
            for item, shown in self._leaves(self.invisibleRootItem())
            if any(id(each) in items for each in _upwards(item))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies, Delete sets aside or brings back, Ctrl+Enter settles."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.fix_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.turn_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _add_group(self, key: str, problems: list[Problem], grouping: Grouping) -> None:
        first = problems[0]
        if grouping == "severity":
            name, word, tone = SIGNS[first.severity]
            head = self._add_head(key, f"{word}s", len(problems))
            head.setIcon(0, icon(name, tone))
        elif grouping == "system":
            head = self._add_head(key, SYSTEMS[key], len(problems))
        else:
            head = self._add_head(key, first.title, len(problems))
            head.setText(1, first.code)
            head.setForeground(1, theme.token("muted"))
        for _, group in groupby(problems, key=lambda problem: problem.code):
            alike = list(group)
            is_apart = grouping != "check" and len(alike) >= _ALIKE
            below = self._add_check(head, alike) if is_apart else head
            below.addChildren([_leaf(problem) for problem in alike[:_MOST]])
            if len(alike) > _MOST:
                rest = f"{len(alike) - _MOST:,} more; a filter narrows them down"
                below.addChild(QTreeWidgetItem([rest]))
        head.setFirstColumnSpanned(grouping != "check")
        head.setExpanded(key not in self._shut)

    def _add_head(self, key: str, title: str, number: int) -> QTreeWidgetItem:
        head = QTreeWidgetItem([f"{title}  {number:,}"])
        head.setData(0, _GROUP, key)
        bold = self.font()
        bold.setBold(True)
        head.setFont(0, bold)
        self.addTopLevelItem(head)
        return head

    def _add_dismissed(self, dismissed: Sequence[Dismissed]) -> None:
        """Those set aside, under the reasons that were given."""
        head = self._add_head(_DISMISSED, "Dismissed", len(dismissed))
        head.setIcon(0, icon("eye-off", "muted"))
        said: dict[str, list[Dismissed]] = {}
        for each in dismissed:
            said.setdefault(each.said, []).append(each)
        for reason, same in said.items():
            item = QTreeWidgetItem([reason])
            item.setToolTip(0, reason)
            item.setData(0, _GROUP, f"{_DISMISSED} {reason}")
            head.addChild(item)
            item.addChildren([_leaf(each.problem, each) for each in same[:_MOST]])
            if len(same) > _MOST:
                rest = f"{len(same) - _MOST:,} more; a filter narrows them down"
                item.addChild(QTreeWidgetItem([rest]))
            item.setFirstColumnSpanned(True)
            item.setExpanded(f"{_DISMISSED} {reason}" not in self._shut)
        head.setFirstColumnSpanned(True)
        head.setExpanded(_DISMISSED not in self._shut)

    def _add_check(self, head: QTreeWidgetItem, alike: list[Problem]) -> QTreeWidgetItem:
        first = alike[0]
        item = QTreeWidgetItem([f"{first.title}  {len(alike):,}", first.code])
        name, _, tone = SIGNS[first.severity]
        item.setIcon(0, icon(name, tone))
        item.setForeground(1, theme.token("muted"))
        item.setData(0, _GROUP, first.code)
        head.addChild(item)
        item.setExpanded(first.code in self._opened_once)
        return item

    def _choose(self, wanted: Shown | None) -> None:
        """Choose what was chosen before, or else the first."""
        first = None
        place = _place(wanted)
        for item, shown in self._leaves(self.invisibleRootItem()):
            first = first or item
            if place is not None and _place(shown) == place:
                first = item
                break
        if first is not None:
            self.setCurrentItem(first)

    def _leaves(self, above: QTreeWidgetItem) -> Iterator[tuple[QTreeWidgetItem, Shown]]:
        for place in range(above.childCount()):
            item = above.child(place)
            if item is None:
                continue
            shown = _shown_in(item)
            if shown is not None:
                yield item, shown
            yield from self._leaves(item)

    def _open(self, item: QTreeWidgetItem) -> None:
        problem = problem_in(_shown_in(item))
        if problem is not None:
            self.opened.emit(problem)

    def _keep_shut(self, item: QTreeWidgetItem) -> None:
        self._shut.add(str(item.data(0, _GROUP)))
        self._opened_once.discard(str(item.data(0, _GROUP)))

    def _keep_open(self, item: QTreeWidgetItem) -> None:
        self._shut.discard(str(item.data(0, _GROUP)))
        self._opened_once.add(str(item.data(0, _GROUP)))


def _grouped(found: Iterable[Problem], grouping: Grouping) -> Iterator[tuple[str, list[Problem]]]:
    """Problems under their headings, in the order of what is worst in each, as they come."""
    groups: dict[str, list[Problem]] = {}
    for problem in found:
        key = {"severity": problem.severity, "system": problem.system}.get(grouping, problem.code)
        groups.setdefault(key, []).append(problem)
    order = list(SYSTEMS) if grouping == "system" else list(groups)
    return ((key, groups[key]) for key in order if key in groups)


def _place(shown: Shown | None) -> tuple[str, str, tuple[str, ...], str] | None:
    """What is the same of a problem before and after it has changed or was set aside."""
    problem = problem_in(shown)
    return (problem.code, problem.noun, problem.ids, problem.key) if problem else None


def _upwards(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    step: QTreeWidgetItem | None = item
    while step is not None:
        yield step
        step = step.parent()


def _shown_in(item: QTreeWidgetItem | None) -> Shown | None:
    found = item.data(0, _PROBLEM) if item is not None else None
    return found[0] if found else None


def _leaf(problem: Problem, dismissed: Dismissed | None = None) -> QTreeWidgetItem:
    name, word, tone = SIGNS[problem.severity]
    item = QTreeWidgetItem([problem.sentence, problem.code])
    item.setIcon(0, icon(name, "muted" if dismissed else tone))
    # In a list of its own, because Qt would take a named tuple apart.
    item.setData(0, _PROBLEM, [dismissed or problem])
    said = f"Dismissed {word.lower()}" if dismissed else word
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{said}: {problem.sentence}")
    item.setToolTip(0, f"{problem.sentence}\n{dismissed.said if dismissed else problem.why}")
    item.setForeground(1, theme.token("muted"))
    if dismissed:
        item.setForeground(0, theme.token("muted"))
    return item
