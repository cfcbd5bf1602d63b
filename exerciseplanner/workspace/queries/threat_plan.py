"""Threats with how often the script brings them."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from sqlalchemy import select

from exerciseplanner.storage.tables.injects import inject, inject_threat
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.order_of_battle import Related
from exerciseplanner.workspace.queries.threats import threats
from exerciseplanner.workspace.query import query


class ThreatLine(NamedTuple):
    """One threat; `risk` is likelihood times severity, 1 to 25, or None where one is not stated."""

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
    risk: int | None
    injects: int


@query("threat", "inject_threat")
def threat_plan(desk: Desk) -> tuple[ThreatLine, ...]:
    """Every threat."""
    played = Counter(str(row[0]) for row in desk.all(select(inject_threat.c.threat_id)))
    return tuple(
        ThreatLine(*row, _risk(row.likelihood, row.severity), played[row.id])
        for row in threats(desk)
    )


@query("inject", "inject_threat")
def threat_injects(desk: Desk, threat_id: str) -> tuple[Related, ...]:
    """The injects that bring a threat, by planned time."""
    rows = desk.all(
        select(inject)
        .join(inject_threat, inject_threat.c.inject_id == inject.c.id)
        .where(inject_threat.c.threat_id == threat_id)
        .order_by(inject.c.start.is_(None), inject.c.start, inject.c.serial)
    )
    return tuple(Related("inject", row.id, row.serial, row.title, row.state) for row in rows)


def _risk(likelihood: int | None, severity: int | None) -> int | None:
    return None if likelihood is None or severity is None else likelihood * severity
