"""The command `check`: every problem in the plan, the worst first, as text or as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from exerciseplanner.cli.console import say, say_json
from exerciseplanner.cli.opening import to_read
from exerciseplanner.domain.checks.dismissing import Checked, Dismissed
from exerciseplanner.domain.checks.registry import SEVERITIES, SYSTEMS, Problem
from exerciseplanner.workspace.queries import checks

_SOUND, _BROKEN = 0, 1
_HEADINGS = {"error": "Errors", "warning": "Warnings", "note": "Notes"}


def check(path: Path, *, as_json: bool) -> int:
    """Hold the plan to its rules and write what breaks them; 1 where there is an error, else 0."""
    with to_read(path) as workspace:
        found = workspace.ask(checks.findings)
    if as_json:
        say_json(_object(found))
    else:
        _say(found.open)
        _say_dismissed(found.dismissed)
        say(_summary(found))
    return _BROKEN if any(each.severity == "error" for each in found.open) else _SOUND


def _object(found: Checked) -> dict[str, object]:
    counts = Counter(each.severity for each in found.open)
    return {
        "counts": {severity: counts[severity] for severity in SEVERITIES},
        "problems": [_problem(each) for each in found.open],
        "dismissed": [_dismissed(each) for each in found.dismissed],
    }


def _dismissed(each: Dismissed) -> dict[str, object]:
    return {
        **_problem(each.problem),
        "reason": each.dismissal.reason,
        "dismissed_by": each.dismissal.dismissed_by,
        "dismissed_at": each.dismissal.dismissed_at,
    }


def _problem(problem: Problem) -> dict[str, object]:
    fix = problem.fix
    return {
        "code": problem.code,
        "severity": problem.severity,
        "title": problem.title,
        "system": problem.system,
        "sentence": problem.sentence,
        "why": problem.why,
        "remedy": problem.remedy,
        "noun": problem.noun,
        "ids": list(problem.ids),
        "related": [{"noun": noun, "id": row_id} for noun, row_id in problem.related],
        "fix": None
        if fix is None
        else {
            "label": fix.label,
            "noun": fix.noun,
            "ids": list(fix.ids),
            "field": fix.field,
            "value": fix.value,
        },
    }


def _say(found: Sequence[Problem]) -> None:
    for severity, group in groupby(found, key=lambda each: each.severity):
        problems = list(group)
        say(f"{_HEADINGS[severity]} ({len(problems)})")
        for _, alike in groupby(problems, key=lambda each: each.code):
            _say_alike(list(alike))
        say()


def _say_dismissed(found: Sequence[Dismissed]) -> None:
    """What was set aside, with the reason that was given."""
    if not found:
        return
    say(f"Dismissed ({len(found)})")
    for each in found:
        say(f"  {each.problem.code}  {each.problem.sentence}")
        say(f"    {each.said}")
    say()


def _say_alike(problems: Sequence[Problem]) -> None:
    """Problems that one check found, with what is common to them said once."""
    first = problems[0]
    say(f"  {first.code}  {first.title} ({SYSTEMS[first.system]})")
    is_common = len({(each.why, each.remedy) for each in problems}) == 1
    for each in problems:
        say(f"    - {each.sentence}")
        if not is_common:
            _say_reasons(each, "      ")
    if is_common:
        _say_reasons(first, "    ")


def _say_reasons(problem: Problem, indent: str) -> None:
    say(f"{indent}Why: {problem.why}")
    say(f"{indent}Remedy: {problem.remedy}")


def _summary(found: Checked) -> str:
    counts = Counter(each.severity for each in found.open)
    said = ", ".join(
        f"{counts[severity]} {severity if counts[severity] == 1 else severity + 's'}"
        for severity in SEVERITIES
    )
    if not found.open:
        said = "Nothing in the plan breaks a rule"
    aside = f"; {len(found.dismissed)} dismissed" if found.dismissed else ""
    return f"{said}{aside}."
