"""Objectives as planners read them: with criteria, audience and the injects that serve them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from exerciseplanner.domain.dtg import zone_offset
from exerciseplanner.storage.tables.injects import inject, inject_objective
from exerciseplanner.storage.tables.objectives import objective_audience
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exercise import doctrine_terms, exercise
from exerciseplanner.workspace.queries.forces import units
from exerciseplanner.workspace.queries.objectives import (
    CriterionRow,
    ObjectiveRow,
    criteria,
    objectives,
)
from exerciseplanner.workspace.queries.order_of_battle import Related
from exerciseplanner.workspace.query import query

_DAY = 24 * 60
_DROPPED = "dropped"
_SERVING = ("objective", "inject", "inject_objective", "term")


class AimRow(NamedTuple):
    """One line of the tree of objectives: an objective or a criterion below it.

    `level` is exercise, training or criterion. `injects` counts those that serve it or what is
    below it and are to be played, `dropped` those that will not be. `coverage` is none, single or
    ok for a training objective, else empty. `audience` are unit ids.
    """

    id: str
    noun: str
    level: str
    parent_id: str | None
    seq: int
    code: str
    title: str
    weight: int
    priority: str
    core_task: str
    capability_area: str
    audience: tuple[str, ...]
    audience_names: str
    criteria: int
    injects: int
    dropped: int
    coverage: str
    critical: int
    task: str
    conditions: str
    standard: str
    source: str
    note: str


class ObjectiveRelations(NamedTuple):
    """What an objective is tied to."""

    above: tuple[Related, ...]
    below: tuple[Related, ...]
    criteria: tuple[Related, ...]
    injects: tuple[Related, ...]


class CoverageRow(NamedTuple):
    """One objective and the ids of the injects that serve it by day of the exercise.

    Day 0 is the day of STARTEX in the exercise zone; None holds what has no planned time.
    """

    id: str
    level: str
    parent_id: str | None
    code: str
    title: str
    cells: Mapping[int | None, tuple[str, ...]]

    @property
    def total(self) -> int:
        """How many injects serve it."""
        return len({each for ids in self.cells.values() for each in ids})


class Coverage(NamedTuple):
    """Which day serves which objective; days are in order, first to last, without a gap."""

    days: tuple[int, ...]
    untimed: bool
    startex: datetime
    rows: tuple[CoverageRow, ...]


@query("criterion", "objective_audience", "unit", *_SERVING)
def objective_plan(desk: Desk) -> tuple[AimRow, ...]:
    """Every objective in the planner's order, then every criterion."""
    every, measures = objectives(desk), criteria(desk)
    live, dropped = _serving(desk)
    family = _Family(every)
    counted: dict[str, int] = {}
    for row in measures:
        counted[row.objective_id] = counted.get(row.objective_id, 0) + 1
    audience = _audience(desk)
    rows = [
        _objective(
            row,
            audience.get(row.id, ()),
            sum(counted.get(each, 0) for each in family.inside(row.id)),
            family.gathered(row.id, live),
            family.gathered(row.id, dropped),
        )
        for row in every
    ]
    return (*rows, *(_criterion(row) for row in measures))


@query("criterion", "unit", *_SERVING)
def objective_relations(desk: Desk, objective_id: str) -> ObjectiveRelations:
    """What stands around one objective."""
    every = {row.id: row for row in objectives(desk)}
    own = every.get(objective_id)
    above = every.get(own.parent_id or "") if own else None
    return ObjectiveRelations(
        above=(_related(above),) if above else (),
        below=tuple(_related(row) for row in every.values() if row.parent_id == objective_id),
        criteria=tuple(
            Related("criterion", row.id, row.code, row.title, "critical" if row.critical else "")
            for row in criteria(desk)
            if row.objective_id == objective_id
        ),
        injects=serving_injects(desk, (objective_id,)),
    )


@query(*_SERVING)
def serving_injects(desk: Desk, objective_ids: Iterable[str]) -> tuple[Related, ...]:
    """The injects that serve any of these objectives, by planned time."""
    statement = (
        select(inject)
        .join(inject_objective, inject_objective.c.inject_id == inject.c.id)
        .where(inject_objective.c.objective_id.in_(list(objective_ids)))
        .order_by(inject.c.start.is_(None), inject.c.start, inject.c.serial)
        .distinct()
    )
    return tuple(
        Related("inject", row.id, row.serial, row.title, row.state) for row in desk.all(statement)
    )


@query("exercise", *_SERVING)
def coverage(desk: Desk) -> Coverage:
    """Which day of the exercise serves which objective; injects that are not played are left out.

    An exercise objective has what serves it and its training objectives.
    """
    row = exercise(desk)
    local = datetime.fromisoformat(row.startex) + zone_offset(row.zone)
    into = local.hour * 60 + local.minute
    rows = desk.all(select(inject.c.id, inject.c.start))
    day_of = {str(r.id): None if r.start is None else (r.start + into) // _DAY for r in rows}
    live, _ = _serving(desk)
    every = objectives(desk)
    family = _Family(every)
    lines = tuple(
        CoverageRow(
            each.id,
            each.kind,
            each.parent_id,
            each.code,
            each.title,
            _by_day(family.gathered(each.id, live), day_of),
        )
        for each in family.in_order()
    )
    met = {day for line in lines for day in line.cells}
    last = -1 if row.endex is None else (row.endex - 1 + into) // _DAY
    span = [day for day in met if day is not None] + ([0, last] if last >= 0 else [])
    days = tuple(range(min(span), max(span) + 1)) if span else ()
    return Coverage(days, None in met, local, lines)


class _Family:
    """Objectives with what is below them."""

    def __init__(self, every: Iterable[ObjectiveRow]) -> None:
        self._rows = {row.id: row for row in every}
        self._below: dict[str | None, list[str]] = {}
        for row in self._rows.values():
            parent = row.parent_id if row.parent_id in self._rows else None
            self._below.setdefault(parent, []).append(row.id)

    def inside(self, row_id: str) -> list[str]:
        """An objective and everything below it."""
        found = [row_id]
        for each in found:
            found += self._below.get(each, ())
        return found

    def gathered(self, row_id: str, served: Mapping[str, set[str]]) -> set[str]:
        """The injects of an objective and of everything below it."""
        return set().union(*(served.get(each, set()) for each in self.inside(row_id)))

    def in_order(self) -> list[ObjectiveRow]:
        """Every objective after the one above it."""
        tops = self._below.get(None, ())
        return [self._rows[each] for top in tops for each in self.inside(top)]


def _serving(desk: Desk) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The ids of injects by objective: those to be played, and those dropped."""
    states = doctrine_terms(desk, "inject_state")
    gone = {term.code for term in states if term.text("standing") == _DROPPED}
    live: dict[str, set[str]] = {}
    dropped: dict[str, set[str]] = {}
    statement = select(inject_objective.c.objective_id, inject.c.id, inject.c.state).join(
        inject, inject.c.id == inject_objective.c.inject_id
    )
    for objective_id, inject_id, state in desk.all(statement):
        kept = dropped if state in gone else live
        kept.setdefault(objective_id, set()).add(inject_id)
    return live, dropped


def _audience(desk: Desk) -> dict[str, tuple[tuple[str, str], ...]]:
    names = {row.id: row.short_name or row.name for row in units(desk)}
    statement = select(objective_audience.c.objective_id, objective_audience.c.unit_id)
    found: dict[str, list[tuple[str, str]]] = {}
    for objective_id, unit_id in desk.all(statement):
        found.setdefault(objective_id, []).append((unit_id, names.get(unit_id, "")))
    return {key: tuple(pairs) for key, pairs in found.items()}


def _objective(
    row: ObjectiveRow,
    audience: tuple[tuple[str, str], ...],
    measures: int,
    live: set[str],
    dropped: set[str],
) -> AimRow:
    standing = ""
    if row.kind == "training":
        standing = "none" if not live else "single" if len(live) == 1 else "ok"
    return AimRow(
        row.id, "objective", row.kind, row.parent_id, row.seq, row.code, row.title, row.weight,
        row.priority, row.core_task, row.capability_area, tuple(each for each, _ in audience),
        ", ".join(name for _, name in audience), measures, len(live), len(dropped), standing, 0,
        row.task, row.conditions, row.standard, row.source, row.note,
    )  # fmt: skip


def _criterion(row: CriterionRow) -> AimRow:
    return AimRow(
        row.id, "criterion", "criterion", row.objective_id, row.seq, row.code, row.title,
        row.weight, "", "", "", (), "", 0, 0, 0, "", row.critical, "", "", "", "", row.note,
    )  # fmt: skip


def _related(row: ObjectiveRow) -> Related:
    return Related("objective", row.id, row.code, row.title, row.priority)


def _by_day(
    ids: Iterable[str], day_of: Mapping[str, int | None]
) -> dict[int | None, tuple[str, ...]]:
    found: dict[int | None, list[str]] = {}
    for each in sorted(ids):
        found.setdefault(day_of.get(each), []).append(each)
    return {day: tuple(each) for day, each in found.items()}
