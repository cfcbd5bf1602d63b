"""Questions about participants and their caveats."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.participants import caveat, participant
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class ParticipantRow(NamedTuple):
    """One participant; `frameworks` is a JSON array of codes."""

    id: str
    seq: int
    code: str
    name: str
    kind: str
    role: str
    frameworks: str
    contact: str
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


@query("participant")
def participants(desk: Desk) -> tuple[ParticipantRow, ...]:
    """Every participant in the planner's order."""
    return listed(desk, participant, ParticipantRow, "seq, name")


@query("caveat")
def caveats(desk: Desk) -> tuple[CaveatRow, ...]:
    """Every caveat."""
    return listed(desk, caveat, CaveatRow, "seq, title")
