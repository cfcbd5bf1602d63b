"""Problems as text for an e-mail or a list, by severity, each with why and what settles it."""

from __future__ import annotations

from collections.abc import Iterable

from exerciseplanner.domain.checks.dismissing import Dismissed
from exerciseplanner.domain.checks.registry import SYSTEMS, Problem
from exerciseplanner.ui.widgets.problems import SIGNS


def problem_text(problem: Problem) -> str:
    """One problem on three lines."""
    word = SIGNS[problem.severity][1]
    return (
        f"{word} {problem.code} ({SYSTEMS[problem.system]}): {problem.sentence}\n"
        f"  Why: {problem.why}\n"
        f"  Remedy: {problem.remedy}"
    )


def problems_text(open_: Iterable[Problem], dismissed: Iterable[Dismissed]) -> str:
    """Problems one below the other, and after them those that were set aside, with the reason."""
    parts = [problem_text(problem) for problem in open_]
    parts += [f"Dismissed: {each.said}\n{problem_text(each.problem)}" for each in dismissed]
    return "\n\n".join(parts)
