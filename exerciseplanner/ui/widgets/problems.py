"""What the checks have found in the open plan, for every part of the window that shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from exerciseplanner.domain.checks.dismissing import Dismissal, Dismissed, Subject, subject_of
from exerciseplanner.domain.checks.registry import SEVERITIES, Problem, Severity

SIGNS: dict[Severity, tuple[str, str, str]] = {
    "error": ("alert-octagon", "Error", "danger"),
    "warning": ("alert-triangle", "Warning", "warn"),
    "note": ("info-circle", "Note", "info"),
}
"""The icon, the word and the colour token of each severity; each icon has a shape of its own."""


class Problems(QObject):
    """The problems of the plan as it stands, the worst first."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Problem, ...] = ()
        self._before: Mapping[Subject, Dismissal] = {}
        self.dismissed: tuple[Dismissed, ...] = ()
        """What was set aside, the worst first."""
        self.are_known = False
        """Whether the plan has been checked since it was opened."""

    def take(
        self,
        found: tuple[Problem, ...],
        dismissed: tuple[Dismissed, ...] = (),
        before: Mapping[Subject, Dismissal] | None = None,
    ) -> None:
        """Replace what was found before: what stands, what was set aside, and what once was."""
        held = (found, dismissed, before or {})
        if (self._found, self.dismissed, self._before) != held or not self.are_known:
            self._found, self.dismissed, self._before = held
            self.are_known = True
            self.changed.emit()

    def said_before(self, problem: Problem) -> str:
        """Why a problem that has changed since was set aside; empty where it never was."""
        known = self._before.get(subject_of(problem)) if self._before else None
        return known.said if known else ""

    def all(self) -> tuple[Problem, ...]:
        """Every problem that was not set aside, errors first."""
        return self._found

    @property
    def pressing(self) -> int:
        """How many errors and warnings there are; notes wait until somebody has time for them."""
        return sum(problem.severity != "note" for problem in self._found)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among them; None where there are none."""
        return self._found[0].severity if self._found else None

    @property
    def counts(self) -> str:
        """How many there are of each severity, in words; empty where there are none."""
        counts = Counter(problem.severity for problem in self._found)
        return " · ".join(
            f"{counts[each]:,} {each if counts[each] == 1 else each + 's'}"
            for each in SEVERITIES
            if counts[each]
        )
