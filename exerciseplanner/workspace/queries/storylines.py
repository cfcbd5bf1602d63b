"""Questions about the strands of the MEL/MIL."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.storylines import strand
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class StrandRow(NamedTuple):
    """One storyline, event or incident."""

    id: str
    seq: int
    kind: str
    parent_id: str | None
    serial: str
    title: str
    description: str
    owner: str
    cell: str
    effect: str
    expected_response: str
    location_name: str
    colour: int
    objective_id: str | None
    threat_id: str | None
    note: str


@query("strand")
def strands(desk: Desk) -> tuple[StrandRow, ...]:
    """Every strand; build the tree by `parent_id`."""
    return listed(desk, strand, StrandRow, "seq, serial")
