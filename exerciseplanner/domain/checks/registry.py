"""What a check is, what it finds, and the registry of every check (`every` fills it)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from exerciseplanner.domain.checks.plan import Plan

Severity = Literal["error", "warning", "note"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""Severities, the worst first."""

SYSTEMS: dict[str, str] = {
    "exercise": "Exercise",
    "caveats": "Caveats",
    "legal": "Authorities",
    "partners": "Participants and agreements",
    "consensus": "Consensus and burden",
    "markings": "Markings",
    "script": "MEL/MIL",
    "objectives": "Objectives",
    "forces": "Forces",
    "capabilities": "Capabilities and technologies",
    "interoperability": "Interoperability",
    "doctrine": "Doctrine",
    "evaluation": "Evaluation",
}
"""Parts of a plan that checks look after, in the order in which their problems are listed."""

Reference = tuple[str, str]
"""A row by its noun and its id."""


class Fix(NamedTuple):
    """A change of one field that would settle a problem."""

    label: str
    noun: str
    ids: tuple[str, ...]
    field: str
    value: object


class Finding(NamedTuple):
    """What one check found: a sentence, the rows it is about, and what would settle it.

    An empty `why` or `remedy` takes the one that the check states for all its findings. `key` tells
    it from others that the same check finds about the same rows.
    """

    sentence: str
    noun: str
    ids: tuple[str, ...]
    why: str = ""
    remedy: str = ""
    related: tuple[Reference, ...] = ()
    fix: Fix | None = None
    key: str = ""


class Problem(NamedTuple):
    """A finding with the check that made it."""

    code: str
    severity: Severity
    title: str
    system: str
    sentence: str
    why: str
    remedy: str
    noun: str
    ids: tuple[str, ...]
    related: tuple[Reference, ...] = ()
    fix: Fix | None = None
    key: str = ""


Finder: TypeAlias = "Callable[[Plan], Iterable[Finding]]"


@dataclass(frozen=True)
class Check:
    """One rule a plan is held to; `system` is the part of the plan that it looks after."""

    code: str
    title: str
    severity: Severity
    system: str
    why: str
    remedy: str
    find: Finder

    def problems(self, plan: Plan) -> Iterator[Problem]:
        """What in the plan breaks the rule."""
        for found in self.find(plan):
            yield Problem(
                self.code, self.severity, self.title, self.system,
                found.sentence, found.why or self.why, found.remedy or self.remedy,
                found.noun, found.ids, found.related, found.fix, found.key,
            )  # fmt: skip


CHECKS: dict[str, Check] = {}
"""Every check by its code."""


def check(
    code: str, title: str, severity: Severity, system: str, *, why: str, remedy: str
) -> Callable[[Finder], Finder]:
    """Enter a function among the checks; `why` and `remedy` hold for all that it finds.

    Raises:
        ValueError: another check has that code.
    """

    def register(find: Finder) -> Finder:
        if code in CHECKS:
            raise ValueError(f"Two checks have the code {code}.")
        CHECKS[code] = Check(code, title, severity, system, why, remedy, find)
        return find

    return register


def problems_of(plan: Plan) -> tuple[Problem, ...]:
    """Everything that breaks a rule, the worst first, then by system and check."""
    ordered = sorted(CHECKS.values(), key=_place)
    return tuple(problem for each in ordered for problem in each.problems(plan))


def _place(each: Check) -> tuple[int, int, str]:
    return SEVERITIES.index(each.severity), list(SYSTEMS).index(each.system), each.code
