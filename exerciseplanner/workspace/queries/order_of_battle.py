"""The order of battle as planners read it: sides and units together, and what each is tied to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Table, select

from exerciseplanner.domain.caveats import binds
from exerciseplanner.domain.strength import People, people
from exerciseplanner.storage.tables.injects import inject, inject_unit
from exerciseplanner.storage.tables.objectives import objective, objective_audience
from exerciseplanner.workspace.desk import AnyRow, Desk
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.forces import SideRow, UnitRow, sides, units
from exerciseplanner.workspace.queries.participants import CaveatRow, caveats, participants
from exerciseplanner.workspace.queries.unit_symbols import UnitSymbols
from exerciseplanner.workspace.query import query

#: The id of the row under which units without a side stand once there are sides.
LOOSE = "loose"

_WATCHED = ("side", "unit", "participant", "term", "caveat")


class ForceRow(NamedTuple):
    """One row of the order of battle: a side, a unit, or the row for units without a side.

    `parent_id` is the row it stands below, `superior_id` the unit it is under and `superior` its
    short name. `identity` is that of its side, `nation` the code of the participant that provides
    it, `marks` the echelon as drawn over a symbol and `symbol` the code it is drawn by. `planned`
    and `present` count it with everything below; `below` and `caveats` count its subordinates and
    the caveats that bind it.
    """

    id: str
    noun: str
    parent_id: str | None
    superior_id: str | None
    superior: str
    seq: int
    side_id: str | None
    identity: str
    name: str
    short_name: str
    participant_id: str | None
    nation: str
    echelon: str
    marks: str
    domain: str
    role: str
    strength_planned: int | None
    strength_present: int | None
    planned: int
    present: int
    notice_days: int | None
    location_name: str
    latitude: float | None
    longitude: float | None
    sidc: str
    status: str
    contact: str
    note: str
    below: int
    caveats: int
    symbol: str


class Related(NamedTuple):
    """Another record, as a link: its noun and id, code and title, and a detail beside it."""

    noun: str
    id: str
    code: str
    title: str
    detail: str


class UnitRelations(NamedTuple):
    """What a unit is tied to: `superiors` from its own up to the top, and counts of those below."""

    superiors: tuple[Related, ...]
    subordinates: tuple[Related, ...]
    below: int
    people: People
    objectives: tuple[Related, ...]
    injects: tuple[Related, ...]
    caveats: tuple[Related, ...]


@query(*_WATCHED)
def order_of_battle(desk: Desk) -> tuple[ForceRow, ...]:
    """Every side, then every unit; those without a side stand below a row of their own."""
    every, camps = units(desk), sides(desk)
    known = _Known(desk, every, camps)
    rows = [known.of_unit(row) for row in every]
    tops = [row for row in rows if row.superior_id is None]
    loose = [row for row in tops if row.side_id is None] if camps else []
    return (
        *(_of_side(side, [r for r in tops if r.side_id == side.id]) for side in camps),
        *rows,
        *((_grouping(loose),) if loose else ()),
    )


@query(*_WATCHED)
def unit_list(desk: Desk) -> tuple[ForceRow, ...]:
    """Every unit."""
    every = units(desk)
    known = _Known(desk, every, sides(desk))
    return tuple(known.of_unit(row) for row in every)


@query("unit")
def units_by_role(desk: Desk) -> dict[str, int]:
    """How many units have each role in the exercise, by its code."""
    return dict(Counter(row.role for row in units(desk)))


@query("unit", "objective", "objective_audience", "inject", "inject_unit", "caveat", "term")
def unit_relations(desk: Desk, unit_id: str) -> UnitRelations:
    """What stands around one unit; empty where it is gone."""
    every = units(desk)
    by_id = {row.id: row for row in every}
    line = _lineage(by_id, unit_id)
    marks = echelon_marks(desk)
    below = [row for row in every if row.parent_id == unit_id]
    return UnitRelations(
        superiors=tuple(related_unit(by_id[each], marks) for each in line[1:]),
        subordinates=tuple(related_unit(row, marks) for row in below),
        below=len(_under(every, unit_id)),
        people=people(every).get(unit_id, People()),
        objectives=_served(desk, unit_id),
        injects=_addressed(desk, unit_id),
        caveats=tuple(
            Related("caveat", each.id, "", each.title, each.effect)
            for each in _binding(caveats(desk), by_id.get(unit_id), line)
        ),
    )


def echelon_marks(desk: Desk) -> dict[str, str]:
    """What is drawn over the symbol of a unit of each echelon, or its name where nothing is."""
    return {term.code: term.text("marks") or term.name for term in doctrine_terms(desk, "echelon")}


def related_unit(row: UnitRow, marks: Mapping[str, str]) -> Related:
    """A unit as a link, with the marks of its echelon."""
    return Related("unit", row.id, row.short_name, row.name, marks.get(row.echelon, row.echelon))


class _Known:
    """What is looked up once for all units."""

    def __init__(self, desk: Desk, every: Iterable[UnitRow], camps: Iterable[SideRow]) -> None:
        self._units = {row.id: row for row in every}
        self._sides = {row.id: row for row in camps}
        self._codes = {row.id: row.code for row in participants(desk)}
        self._marks = echelon_marks(desk)
        self._people = people(self._units.values())
        self._below = _below(self._units.values())
        self._symbols = UnitSymbols(desk)
        self._caveats: dict[str, list[CaveatRow]] = {}
        for caveat in caveats(desk):
            self._caveats.setdefault(caveat.participant_id, []).append(caveat)

    def of_unit(self, row: UnitRow) -> ForceRow:
        line = _lineage(self._units, row.id)
        superior = line[1] if len(line) > 1 else None
        side_id = next((u.side_id for u in map(self._units.__getitem__, line) if u.side_id), None)
        counted = self._people[row.id]
        group = side_id or (LOOSE if self._sides else None)
        held = self._caveats.get(row.participant_id or "", ())
        return ForceRow(
            row.id, "unit", superior or group, superior, self._short(superior), row.seq, side_id,
            self._sides[side_id].identity if side_id else "unknown",
            row.name, row.short_name, row.participant_id,
            self._codes.get(row.participant_id or "", ""),
            row.echelon, self._marks.get(row.echelon, ""), row.domain, row.role,
            row.strength_planned, row.strength_present, counted.planned, counted.present,
            row.notice_days, row.location_name, row.latitude, row.longitude, row.sidc,
            row.status, row.contact, row.note, self._below.get(row.id, 0),
            len(_binding(held, row, line)),
            self._symbols.of(row, self._sides[side_id].identity if side_id else ""),
        )  # fmt: skip

    def _short(self, unit_id: str | None) -> str:
        row = self._units.get(unit_id or "")
        return (row.short_name or row.name) if row else ""


def _of_side(side: SideRow, tops: list[ForceRow]) -> ForceRow:
    return _group(side.id, "side", side.name, side.identity, side.note, side.seq, tops)


def _grouping(tops: list[ForceRow]) -> ForceRow:
    return _group(LOOSE, "", "No side", "unknown", "", 0, tops)


def _group(
    row_id: str, noun: str, name: str, identity: str, note: str, seq: int, tops: list[ForceRow]
) -> ForceRow:
    return ForceRow(
        row_id, noun, None, None, "", seq, row_id, identity, name, "", None, "", "", "", "", "",
        None, None, sum(row.planned for row in tops), sum(row.present for row in tops),
        None, "", None, None, "", "", "", note, sum(1 + row.below for row in tops), 0, "",
    )  # fmt: skip


def _lineage(by_id: Mapping[str, UnitRow], unit_id: str) -> list[str]:
    found: list[str] = []
    step: str | None = unit_id
    while step is not None and step in by_id and step not in found:
        found.append(step)
        step = by_id[step].parent_id
    return found


def _below(every: Iterable[UnitRow]) -> dict[str, int]:
    by_id = {row.id: row for row in every}
    counts: Counter[str] = Counter()
    for row_id in by_id:
        counts.update(_lineage(by_id, row_id)[1:])
    return dict(counts)


def _under(every: Iterable[UnitRow], unit_id: str) -> list[str]:
    below: dict[str, list[str]] = {}
    for row in every:
        below.setdefault(row.parent_id or "", []).append(row.id)
    found = list(below.get(unit_id, ()))
    for each in found:
        found += below.get(each, ())
    return found


def _binding(found: Iterable[CaveatRow], row: UnitRow | None, line: list[str]) -> list[CaveatRow]:
    if row is None:
        return []
    owner, domain = row.participant_id, row.domain
    return [c for c in found if binds(c, participant_id=owner, domain=domain, lineage=line)]


def _served(desk: Desk, unit_id: str) -> tuple[Related, ...]:
    found = _through(desk, objective_audience, objective, unit_id)
    return tuple(Related("objective", r.id, r.code, r.title, r.priority) for r in found)


def _addressed(desk: Desk, unit_id: str) -> tuple[Related, ...]:
    rows = _through(desk, inject_unit, inject, unit_id)
    ordered = sorted(rows, key=lambda r: (r.start is None, r.start or 0, r.serial))
    return tuple(Related("inject", r.id, r.serial, r.title, r.state) for r in ordered)


def _through(desk: Desk, links: Table, target: Table, unit_id: str) -> list[AnyRow]:
    other = links.c[f"{target.name}_id"]
    statement = (
        select(target)
        .join(links, other == target.c.id)
        .where(links.c.unit_id == unit_id)
        .order_by(target.c.seq)
    )
    return list(desk.all(statement))
