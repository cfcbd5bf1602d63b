"""What stands around one inject or strand: what it waits for, what it brought, what it holds."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select

from exerciseplanner.storage.tables.evaluation import evaluator, rating
from exerciseplanner.storage.tables.injects import inject, inject_dependency
from exerciseplanner.storage.tables.steps import change, step
from exerciseplanner.storage.tables.storylines import strand
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.records import EVERY_NOUN
from exerciseplanner.workspace.query import query


class NeighbourRow(NamedTuple):
    """An inject that another follows or is followed by, after `delay` minutes.

    `follows` tells that the inject asked about waits for this one.
    """

    id: str
    follows: bool
    inject_id: str
    serial: str
    title: str
    state: str
    start: int | None
    delay: int
    condition: str


class InjectRatingRow(NamedTuple):
    """One rating of an inject with the evaluator who gave it."""

    id: str
    evaluator: str
    value: str
    note: str
    rated_at: str | None
    resolves: int


class StrandScope(NamedTuple):
    """What a strand holds: injects with the strands in it, by state, and their time span."""

    strands: int
    injects: int
    untimed: int
    first: int | None
    last: int | None
    states: tuple[tuple[str, int], ...]


class TraceRow(NamedTuple):
    """One step that touched a row: what was done, when (UTC) and by whom."""

    id: int
    label: str
    at: str
    author: str
    kind: str


@query("inject_dependency", "inject")
def inject_neighbours(desk: Desk, inject_id: str) -> tuple[NeighbourRow, ...]:
    """The injects that one inject follows, then those that follow it, each by planned time."""
    found: list[NeighbourRow] = []
    for follows in (True, False):
        own, other = ("inject_id", "after_id") if follows else ("after_id", "inject_id")
        rows = desk.all(
            select(
                inject_dependency.c.id,
                inject.c.id,
                inject.c.serial,
                inject.c.title,
                inject.c.state,
                inject.c.start,
                inject_dependency.c.delay,
                inject_dependency.c.condition,
            )
            .join(inject, inject.c.id == inject_dependency.c[other])
            .where(inject_dependency.c[own] == inject_id)
            .order_by(inject.c.start.is_(None), inject.c.start, inject.c.serial)
        )
        found += [NeighbourRow(row[0], follows, *row[1:]) for row in rows]
    return tuple(found)


@query("rating", "evaluator")
def inject_ratings(desk: Desk, inject_id: str) -> tuple[InjectRatingRow, ...]:
    """Every rating of one inject, the oldest first."""
    rows = desk.all(
        select(
            rating.c.id,
            evaluator.c.code,
            rating.c.value,
            rating.c.note,
            rating.c.rated_at,
            rating.c.resolves,
        )
        .join(evaluator, evaluator.c.id == rating.c.evaluator_id)
        .where(rating.c.inject_id == inject_id)
        .order_by(rating.c.rated_at, evaluator.c.code)
    )
    return tuple(map(InjectRatingRow._make, rows))


@query("strand", "inject")
def strand_scope(desk: Desk, strand_id: str) -> StrandScope:
    """What a strand and the strands in it hold."""
    parents = {str(r[0]): r[1] for r in desk.all(select(strand.c.id, strand.c.parent_id))}
    inside = {strand_id}
    while fresh := {own for own, above in parents.items() if above in inside} - inside:
        inside |= fresh
    rows = desk.all(
        select(inject.c.state, inject.c.start).where(inject.c.strand_id.in_(sorted(inside)))
    )
    starts = [int(row.start) for row in rows if row.start is not None]
    states: dict[str, int] = {}
    for row in rows:
        states[str(row.state)] = states.get(str(row.state), 0) + 1
    return StrandScope(
        strands=len(inside) - 1,
        injects=len(rows),
        untimed=len(rows) - len(starts),
        first=min(starts, default=None),
        last=max(starts, default=None),
        states=tuple(states.items()),
    )


@query(*EVERY_NOUN)
def trace(desk: Desk, row_id: str, limit: int = 20) -> tuple[TraceRow, ...]:
    """The newest steps that touched a row, the newest first."""
    rows = desk.all(
        select(step.c.id, step.c.label, step.c.at, step.c.author, step.c.kind)
        .where(step.c.id.in_(select(change.c.step).where(change.c.row_id == row_id)))
        .order_by(step.c.id.desc())
        .limit(limit)
    )
    return tuple(map(TraceRow._make, rows))
