"""What agreements cover: the days on which they hold together, and with whom they are made."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.plan import Plan


def cover(plan: Plan, accords: Iterable[rows.Accord]) -> bool:
    """Whether agreements hold on every day of the exercise, one of them or one after another.

    Before STARTEX is fixed any agreement is taken to hold.
    """
    listed = sorted(accords, key=lambda each: each.valid_from or "")
    if plan.days is None or not listed:
        return bool(listed)
    open_day = plan.days.first
    for each in listed:
        begins, ends = (each.valid_from or "")[:10], (each.valid_until or "")[:10]
        if begins > open_day:
            return False
        if not ends or ends >= plan.days.last:
            return True
        if ends >= open_day:
            open_day = (date.fromisoformat(ends) + timedelta(days=1)).isoformat()
    return False


def is_with_alliance(plan: Plan, accord: rows.Accord) -> bool:
    """Whether an agreement is one with the owner of the exercise's papers.

    It is where it names nobody beside the partner, or a body of the owner. One with single allied
    nations binds these alone.
    """
    if len(accord.parties) < 2:
        return True
    known = [plan.party[each] for each in accord.parties if each in plan.party]
    return any(plan.is_allied(each) and each.kind != "nation" for each in known)


def is_with(plan: Plan, accord: rows.Accord, others: Collection[str]) -> bool:
    """Whether an agreement is with the Alliance or with one of these participants."""
    return is_with_alliance(plan, accord) or not set(others).isdisjoint(accord.parties)
