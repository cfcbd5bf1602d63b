"""The line above the problems: what is listed of them, and under which headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from exerciseplanner.domain.checks.registry import CHECKS, SEVERITIES, SYSTEMS, Problem, Severity
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.flow import FlowLayout
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.parts import ignoring_arguments, link, tight
from exerciseplanner.ui.widgets.popovers import AskChoice
from exerciseplanner.ui.widgets.problem_sieve import GROUPINGS, Grouping, Sieve
from exerciseplanner.ui.widgets.problems import SIGNS
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.ui.widgets.vocabulary import Option

_SETTING = "checks/grouping"
_TEXT_WIDTH = 240
_ALL = ""


class ProblemFilter(QWidget):
    """Severities to switch, part of the plan and check to choose, and the grouping.

    With `has_text` words can be typed here too; else the header of the page has a box for them.
    """

    changed = Signal()

    def __init__(
        self, settings: Settings, *, has_text: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._found: Sequence[Problem] = ()
        self.sieve = Sieve()
        kept = str(settings.get(_SETTING, "severity"))
        self.grouping: Grouping = next((each for each in GROUPINGS if each == kept), "severity")
        self.text = self._line() if has_text else None
        self._severities = {each: self._switch(each) for each in SEVERITIES}
        self._system = self._chooser(self._ask_system)
        self._check = self._chooser(self._ask_check)
        self._groups = self._chooser(self._ask_grouping)
        self._clear = link("Clear", self.clear)
        self._clear.setAccessibleDescription("Lists every problem again")
        flow = FlowLayout()
        tight(flow, 6)
        if self.text is not None:
            flow.addWidget(self.text)
        for made in (*self._severities.values(), self._system, self._check, self._groups):
            flow.addWidget(made)
        flow.addWidget(self._clear)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(flow)
        self._word()

    def type_words(self, text: str) -> None:
        """List only problems that hold every word."""
        self._sift(words=tuple(text.casefold().split()))

    def count(self, found: Sequence[Problem]) -> None:
        """Say how many problems of each severity there are, and offer what they are about."""
        self._found = found
        self._word()

    def clear(self) -> None:
        """List everything again; words typed in the header of the page stay."""
        words = self.sieve.words
        if self.text is not None:
            self.text.clear()
            words = ()
        self._take(Sieve(words))

    def choose_system(self, system: str) -> None:
        """List only one part of the plan; nothing lists all of them."""
        code = self.sieve.code
        is_of_it = not system or not code or CHECKS[code].system == system
        self._sift(system=system, code=code if is_of_it else _ALL)

    def choose_check(self, code: str) -> None:
        """List only what one check found; nothing lists all of them."""
        self._sift(code=code)

    def group_by(self, grouping: str) -> None:
        """Put the problems under other headings, and remember so."""
        self.grouping = next(each for each in GROUPINGS if each == grouping)
        self._settings.put(_SETTING, grouping)
        self._word()
        self.changed.emit()

    def _sift(self, **values: object) -> None:
        self._take(replace(self.sieve, **values))  # type: ignore[arg-type]

    def _take(self, sieve: Sieve) -> None:
        self.sieve = sieve
        self._word()
        self.changed.emit()

    def _line(self) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText("Filter problems")
        made.setAccessibleName("Filter problems")
        made.setClearButtonEnabled(True)
        made.setFixedWidth(theme.scaled(_TEXT_WIDTH))
        made.textChanged.connect(self.type_words)
        return made

    def _switch(self, severity: Severity) -> QToolButton:
        made = self._chip(partial(self._switched, severity))
        name, _, tone = SIGNS[severity]
        made.setIcon(icon(name, tone))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return made

    def _chooser(self, ask: Callable[[], None]) -> QToolButton:
        made = self._chip(ask)
        made.setIcon(icon("chevron-down", "muted"))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return made

    def _chip(self, run: Callable[[], None]) -> QToolButton:
        made = QToolButton()
        made.setProperty("facet", True)
        made.setCheckable(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(ignoring_arguments(run))
        return made

    def _switched(self, severity: Severity) -> None:
        self._sift(severities=self.sieve.severities ^ {severity})

    def _word(self) -> None:
        others = replace(self.sieve, severities=frozenset())
        counts = Counter(each.severity for each in self._found if others.lets_through(each))
        for severity, made in self._severities.items():
            word = SIGNS[severity][1]
            made.setText(f"{word}s  {counts[severity]:,}")
            made.setAccessibleName(f"List {word.lower()}s only: {counts[severity]:,}")
            made.setChecked(severity in self.sieve.severities)
        system, code = self.sieve.system, self.sieve.code
        self._say(self._system, "Part of the plan", SYSTEMS[system] if system else "all")
        self._say(self._check, "Check", code or "all")
        self._say(self._groups, "Grouped by", GROUPINGS[self.grouping].lower())
        self._system.setChecked(bool(system))
        self._check.setChecked(bool(code))
        self._groups.setChecked(False)
        kept = replace(self.sieve, words=()) if self.text is None else self.sieve
        self._clear.setVisible(not kept.is_open)

    def _say(self, made: QToolButton, what: str, value: str) -> None:
        made.setText(f"{what}: {value}")
        made.setAccessibleName(f"{what}: {value}")

    def _ask_system(self) -> None:
        counts = Counter(problem.system for problem in self._found)
        offered = [
            Option(each, name, f"{counts[each]:,}")
            for each, name in SYSTEMS.items()
            if counts[each]
        ]
        self._ask(self._system, "Part of the plan", offered, self.choose_system)

    def _ask_check(self) -> None:
        system = self.sieve.system
        counts = Counter(each.code for each in self._found if system in ("", each.system))
        offered = [
            Option(code, f"{code}  {CHECKS[code].title}", f"{counts[code]:,}")
            for code in CHECKS
            if counts[code]
        ]
        self._ask(self._check, "Check", sorted(offered), self.choose_check)

    def _ask_grouping(self) -> None:
        offered = [Option(each, name, "") for each, name in GROUPINGS.items()]
        below = QRect(self._groups.mapToGlobal(self._groups.rect().topLeft()), self._groups.size())
        AskChoice(self, "Group by", offered, self.group_by).open_at(below)
        self._groups.setChecked(False)

    def _ask(
        self, made: QToolButton, title: str, offered: list[Option], run: Callable[[str], None]
    ) -> None:
        self._word()
        below = QRect(made.mapToGlobal(made.rect().topLeft()), made.size())
        AskChoice(self, title, [Option(_ALL, "All", ""), *offered], run).open_at(below)
