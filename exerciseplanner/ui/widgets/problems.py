"""What is wrong in the plan, as the problems panel lists it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

Severity = Literal["error", "warning", "hint"]

SIGNS: dict[Severity, tuple[str, str, str]] = {
    "error": ("▲", "Error", "danger"),
    "warning": ("●", "Warning", "warn"),
    "hint": ("■", "Hint", "info"),
}
"""The mark, the word and the colour token of each severity."""


@dataclass(frozen=True)
class Problem:
    """One thing to see to: a sentence, and the record it is about (empty: the whole)."""

    severity: Severity
    sentence: str
    noun: str = ""
    row_id: str = ""


class Problems(QObject):
    """Problems by source; each source replaces its own."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: dict[str, tuple[Problem, ...]] = {}

    def report(self, source: str, problems: Sequence[Problem]) -> None:
        """Replace what a source has found."""
        if self._found.get(source, ()) != tuple(problems):
            self._found[source] = tuple(problems)
            self.changed.emit()

    def all(self) -> tuple[Problem, ...]:
        """Every problem, errors first."""
        order = list(SIGNS)
        every = [problem for found in self._found.values() for problem in found]
        return tuple(sorted(every, key=lambda problem: order.index(problem.severity)))
