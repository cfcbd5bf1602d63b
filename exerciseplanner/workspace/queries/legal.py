"""Questions about authorities and where participants stand on them."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.legal import authority, authority_position
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class AuthorityRow(NamedTuple):
    """One legal basis, mandate, national law or ROE serial; dates are ISO text."""

    id: str
    seq: int
    code: str
    title: str
    kind: str
    basis: str
    activity: str
    domain: str
    threat_family: str
    condition: str
    review: str
    valid_from: str | None
    valid_until: str | None
    source: str
    note: str


class AuthorityPositionRow(NamedTuple):
    """Whether a participant holds an authority, lacks it or has to consent."""

    id: str
    seq: int
    authority_id: str
    participant_id: str
    position: str
    condition: str
    note: str


@query("authority")
def authorities(desk: Desk) -> tuple[AuthorityRow, ...]:
    """Every authority."""
    return listed(desk, authority, AuthorityRow, "seq, code")


@query("authority_position")
def authority_positions(desk: Desk) -> tuple[AuthorityPositionRow, ...]:
    """Where every participant stands on every authority."""
    return listed(desk, authority_position, AuthorityPositionRow, "seq, authority_id")
