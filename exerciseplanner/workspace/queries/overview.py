"""Counts for the overview: how much of everything there is."""

from __future__ import annotations

from sqlalchemy import func, select

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.storage.tables.injects import inject
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.query import query
from exerciseplanner.workspace.records import table_of


@query(*NOUNS)
def counts(desk: Desk) -> dict[str, int]:
    """How many rows each noun has."""
    found: dict[str, int] = {}
    for name, noun in NOUNS.items():
        row = desk.first(select(func.count()).select_from(table_of(noun)))
        found[name] = int(row[0]) if row else 0
    return found


@query("inject")
def injects_by_state(desk: Desk) -> dict[str, int]:
    """How many injects stand in each state, by its code."""
    rows = desk.all(select(inject.c.state, func.count()).group_by(inject.c.state))
    return {str(row[0]): int(row[1]) for row in rows}
