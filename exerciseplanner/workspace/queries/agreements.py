"""Questions about agreements and their parties."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.agreements import agreement
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class AgreementRow(NamedTuple):
    """One agreement; dates are ISO text."""

    id: str
    seq: int
    title: str
    kind: str
    scope: str
    level: str
    valid_from: str | None
    valid_until: str | None
    note: str


@query("agreement")
def agreements(desk: Desk) -> tuple[AgreementRow, ...]:
    """Every agreement."""
    return listed(desk, agreement, AgreementRow, "seq, title")
