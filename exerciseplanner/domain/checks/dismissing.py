"""Setting problems aside: what tells one from another, and when it is no longer the same.

A problem is the check that found it and the rows it is about. Beside the rows its subject holds a
digest of its substance: the other rows that the sentence names and the figures in it. Where these
change, what was set aside for a reason is a matter of its own again; a new name changes nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from exerciseplanner.domain.checks.registry import Problem

_QUOTED = re.compile(r"“[^”]*”")
_FIGURE = re.compile(r"(?<![\w.-])\d[\d,.]*(?![\w-])")
_DIGEST = 12
_BETWEEN, _BEFORE_DIGEST = " ", "#"

Subject = tuple[str, str, str]
"""The code of a check, the noun, and what tells one of its problems from the others."""


class Dismissal(NamedTuple):
    """A problem set aside as it is kept: its subject, why, by whom and when (UTC)."""

    id: str
    code: str
    subject_kind: str
    subject_id: str
    reason: str
    dismissed_by: str
    dismissed_at: str | None

    @property
    def said(self) -> str:
        """Why, and as far as it is known by whom and on which day."""
        by = f"{self.dismissed_by}, " if self.dismissed_by else ""
        known = f"{by}{(self.dismissed_at or '')[:10]}".strip(", ")
        return f"{self.reason} ({known})" if known else self.reason


class Dismissed(NamedTuple):
    """A problem that was set aside, with the dismissal that did so."""

    problem: Problem
    dismissal: Dismissal

    @property
    def said(self) -> str:
        """Why it was set aside, and as far as it is known by whom and on which day."""
        return self.dismissal.said


class Checked(NamedTuple):
    """What the checks found, the worst first.

    `open` still stands, `dismissed` was set aside, and `before` gives by subject the dismissal of
    an open problem that has changed since it was set aside.
    """

    open: tuple[Problem, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
    before: Mapping[Subject, Dismissal] = {}


def subject_of(problem: Problem) -> Subject:
    """What identifies a problem; stable however its rows are ordered or renamed."""
    return problem.code, problem.noun, f"{_rows(problem)}{_BEFORE_DIGEST}{_digest(problem)}"


def same_rows(problem: Problem) -> Subject:
    """The subject of a problem without its substance."""
    return problem.code, problem.noun, _rows(problem)


def rows_of(dismissal: Dismissal) -> Subject:
    """The subject of a dismissal without the substance at that time."""
    return dismissal.code, dismissal.subject_kind, rows_part(dismissal.subject_id)


def rows_part(subject_id: str) -> str:
    """The part of a subject that names the rows; what was entered otherwise stands as it is."""
    rows, sign, _ = subject_id.rpartition(_BEFORE_DIGEST)
    return rows if sign else subject_id


def set_apart(found: Sequence[Problem], dismissals: Iterable[Dismissal]) -> Checked:
    """Part what still stands from what was set aside and is as it was then.

    A dismissal that names rows without a digest holds whatever becomes of the substance.
    """
    known: dict[Subject, list[Dismissal]] = {}
    for each in dismissals:
        known.setdefault(rows_of(each), []).append(each)
    if not known:
        return Checked(tuple(found))
    open_, dismissed, before = [], [], {}
    for problem in found:
        held = known.get(same_rows(problem), ())
        exact = next((each for each in held if _holds(each, problem)), None)
        if exact is not None:
            dismissed.append(Dismissed(problem, exact))
            continue
        open_.append(problem)
        if held:
            before[subject_of(problem)] = held[-1]
    return Checked(tuple(open_), tuple(dismissed), before)


def _holds(dismissal: Dismissal, problem: Problem) -> bool:
    """Whether a dismissal of the same rows is one of the same substance, or of the rows alone."""
    return dismissal.subject_id in (subject_of(problem)[2], _rows(problem))


def _rows(problem: Problem) -> str:
    own = _BETWEEN.join(sorted(problem.ids))
    return f"{own}{_BETWEEN}{problem.key}" if problem.key else own


def _digest(problem: Problem) -> str:
    figures = _FIGURE.findall(_QUOTED.sub("", problem.sentence))
    substance = (sorted(problem.related), figures)
    return hashlib.sha256(repr(substance).encode()).hexdigest()[:_DIGEST]
