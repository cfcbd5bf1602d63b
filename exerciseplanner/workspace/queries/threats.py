"""Questions about threats."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.threats import threat
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class ThreatRow(NamedTuple):
    """One threat; `techniques` is a JSON array of ids."""

    id: str
    seq: int
    code: str
    title: str
    family: str
    actor: str
    description: str
    techniques: str
    technology: str
    likelihood: int | None
    severity: int | None
    note: str


@query("threat")
def threats(desk: Desk) -> tuple[ThreatRow, ...]:
    """Every threat."""
    return listed(desk, threat, ThreatRow, "seq, code")
