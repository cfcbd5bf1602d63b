"""Which problems are listed, and under which headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from exerciseplanner.domain.checks.registry import SYSTEMS, Problem, Severity

Grouping = Literal["severity", "system", "check"]

GROUPINGS: dict[Grouping, str] = {
    "severity": "Severity",
    "system": "Part of the plan",
    "check": "Check",
}
"""How problems can be grouped, with the name of each way."""


@dataclass(frozen=True)
class Sieve:
    """What a problem must be to be listed; whatever is empty lets everything through."""

    words: tuple[str, ...] = ()
    severities: frozenset[Severity] = frozenset()
    system: str = ""
    code: str = ""

    def lets_through(self, problem: Problem) -> bool:
        """Whether a problem is listed."""
        return (
            (not self.severities or problem.severity in self.severities)
            and self.system in ("", problem.system)
            and self.code in ("", problem.code)
            and is_found(problem, self.words)
        )

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return self == Sieve()


def is_found(problem: Problem, words: Sequence[str]) -> bool:
    """Whether a problem holds every word, in whatever case."""
    if not words:
        return True
    text = " ".join(
        (problem.code, problem.title, SYSTEMS[problem.system], problem.sentence, problem.why)
    ).casefold()
    return all(word in text for word in words)
