"""Planning events as dates: where the doctrine pack puts them before STARTEX or after ENDEX."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from exerciseplanner.domain.terms import Term


@dataclass(frozen=True)
class Milestone:
    """One planning event on its day; `verify` where its lead time is recollection only."""

    code: str
    name: str
    purpose: str
    on: datetime
    verify: bool


def milestones(
    events: Iterable[Term], startex: datetime, endex: datetime | None
) -> tuple[Milestone, ...]:
    """Every planning event in time order; events after ENDEX are left out where it is not set."""
    found = []
    for event in events:
        anchor = endex if event.text("anchor") == "ENDEX" else startex
        if anchor is not None:
            found.append(
                Milestone(
                    event.code,
                    event.name,
                    event.text("purpose"),
                    anchor + timedelta(days=event.number("default_offset_days") or 0),
                    event.is_to_verify,
                )
            )
    return tuple(sorted(found, key=lambda each: (each.on, each.code)))


def countdown(now: datetime, startex: datetime, endex: datetime | None) -> tuple[str, str]:
    """Where an exercise stands at `now`: a short figure and its caption.

    `D-23` before STARTEX, `Day 3 of 9` during, `ENDEX+12` after.
    """
    if now < startex:
        days = (startex.date() - now.date()).days
        return f"D-{days}", "to STARTEX" if days else "STARTEX today"
    if endex is None:
        return f"D+{(now.date() - startex.date()).days}", "since STARTEX"
    if now <= endex:
        whole = max((endex - startex).days, 1)
        return f"Day {(now - startex).days + 1}", f"of {whole}"
    days = (now.date() - endex.date()).days
    return f"ENDEX+{days}", "days after ENDEX"
