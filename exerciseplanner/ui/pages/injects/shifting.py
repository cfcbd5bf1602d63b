"""Reading how far injects are to move: by a length of time, or to a time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.script import ScriptRow

_REMEDY = "Write +3h, -30m, +1d 2h, or a time such as D+2 0900 for the first of them."
_PART = re.compile(r"(\d+)\s*(d|h|m|min)?", re.IGNORECASE)
_LENGTH = re.compile(r"([+\-−])\s*((?:\d+\s*(?:d|h|m|min)?\s*)+)", re.IGNORECASE)
_UNITS = {"d": 1440, "h": 60, "m": 1, "min": 1, "": 1}


@dataclass(frozen=True)
class Shift:
    """How many minutes injects move, and from where to where the first of them does."""

    minutes: int
    count: int
    before: int
    untimed: int


def read_shift(text: str, rows: Iterable[ScriptRow], vocabulary: Vocabulary) -> Shift | None:
    """What a text asks for; None for an empty one. Raises Refusal."""
    every = list(rows)
    starts = [row.start for row in every if row.start is not None]
    if not starts:
        raise Refusal(
            "None of these injects has a planned time to move.",
            remedy="Type one into the list or the inspector first.",
        )
    if not text:
        return None
    first = min(starts)
    minutes = _minutes(text, first, vocabulary)
    return Shift(minutes, len(starts), first, len(every) - len(starts))


def worded(shift: Shift | None, vocabulary: Vocabulary) -> str:
    """A shift as a planner checks it."""
    if shift is None:
        return "By +3h, -30m or +1d 2h, or to a time such as D+2 0900."
    if not shift.minutes:
        return "Nothing moves."
    what = "The inject moves" if shift.count == 1 else f"{shift.count} injects move"
    way = f"{vocabulary.planned(shift.before)} → {vocabulary.planned(shift.before + shift.minutes)}"
    first = "" if shift.count == 1 else "; the first of them"
    left = f" {shift.untimed} without a time stay." if shift.untimed else ""
    return f"{what} by {length(shift.minutes)}{first}: {way}.{left}"


def length(minutes: int) -> str:
    """A signed length of time, as +1 d 2 h or −30 min."""
    days, rest = divmod(abs(minutes), 1440)
    hours, left = divmod(rest, 60)
    pairs = ((days, "d"), (hours, "h"), (left, "min"))
    return ("+" if minutes >= 0 else "−") + " ".join(f"{n} {unit}" for n, unit in pairs if n)


def _minutes(text: str, first: int, vocabulary: Vocabulary) -> int:
    found = _LENGTH.fullmatch(text)
    if found:
        total = sum(int(n) * _UNITS[unit.lower()] for n, unit in _PART.findall(found[2]))
        return total if found[1] == "+" else -total
    wanted = re.sub(r"^(to|at)\s+", "", text, flags=re.IGNORECASE)
    try:
        target = vocabulary.read_planned(wanted)
    except Refusal as refusal:
        raise Refusal(f"“{text}” is no length of time and no time.", remedy=_REMEDY) from refusal
    if target is None:
        raise Refusal("That names no time.", remedy=_REMEDY)
    return target - first
