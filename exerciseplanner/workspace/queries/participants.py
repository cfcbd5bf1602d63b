"""Questions about participants: their frameworks, what they bring, and their caveats."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from exerciseplanner.domain.participants import is_member_on
from exerciseplanner.storage.tables.participants import caveat, contribution, membership
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.queries.exercise import exercise
from exerciseplanner.workspace.query import query


class ParticipantRow(NamedTuple):
    """One participant; `frameworks` are the codes of those it belongs to at STARTEX."""

    id: str
    seq: int
    code: str
    name: str
    kind: str
    role: str
    contact: str
    means_people: int | None
    means_money: int | None
    note: str
    frameworks: tuple[str, ...] = ()


class MembershipRow(NamedTuple):
    """A participant's time in a framework; dates are ISO text."""

    id: str
    seq: int
    participant_id: str
    framework: str
    since: str | None
    until: str | None
    suspended: str | None
    source: str
    tag: str
    note: str


class ContributionRow(NamedTuple):
    """What a participant is asked for and offers, in people, days, assets or thousand EUR."""

    id: str
    seq: int
    participant_id: str
    title: str
    resource: str
    asked: int | None
    offered: int | None
    note: str


class CaveatRow(NamedTuple):
    """One caveat of a participant."""

    id: str
    seq: int
    participant_id: str
    unit_id: str | None
    title: str
    activity: str
    threat_family: str
    domain: str
    area: str
    phase: str
    effect: str
    source: str
    note: str


@query("participant", "membership", "exercise")
def participants(desk: Desk) -> tuple[ParticipantRow, ...]:
    """Every participant in the planner's order."""
    day = (exercise(desk).startex or "")[:10]
    held: dict[str, list[str]] = defaultdict(list)
    for each in memberships(desk):
        if is_member_on(day, each.since, each.until, each.suspended):
            held[each.participant_id].append(each.framework)
    names = ParticipantRow._fields[:-1]
    found = desk.plain(f"SELECT {', '.join(names)} FROM participant ORDER BY seq, name")
    return tuple(ParticipantRow._make((*row, tuple(sorted(set(held[row[0]]))))) for row in found)


@query("membership")
def memberships(desk: Desk) -> tuple[MembershipRow, ...]:
    """Every membership, past ones too."""
    return listed(desk, membership, MembershipRow, "seq, framework")


@query("contribution")
def contributions(desk: Desk) -> tuple[ContributionRow, ...]:
    """Everything that participants are asked for or offer."""
    return listed(desk, contribution, ContributionRow, "seq, title")


@query("caveat")
def caveats(desk: Desk) -> tuple[CaveatRow, ...]:
    """Every caveat."""
    return listed(desk, caveat, CaveatRow, "seq, title")
