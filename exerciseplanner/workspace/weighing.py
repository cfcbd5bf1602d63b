"""Weighing what an importer proposes against the plan: what is new, what differs, what stays.

Three states are compared field by field: what the source said last time, what it says now, and
what stands in the plan. A field that only the source changed is taken; a field that only the
planner changed is kept; a field that both changed is left as it stands and reported, unless the
planner asks for the source's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from uuid import uuid4

from sqlalchemy import select

from exerciseplanner.domain.fields import Field, Noun
from exerciseplanner.domain.intake import Doubt, Intake, Link, Proposed
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.exercise import EXERCISE_ID
from exerciseplanner.storage.tables.imports import import_record
from exerciseplanner.workspace.checking import checked
from exerciseplanner.workspace.desk import AnyRow, Desk
from exerciseplanner.workspace.records import table_of

What = Literal["added", "changed", "same", "kept", "refused"]


@dataclass(frozen=True)
class Difference:
    """A field whose value in the source is not the one in the plan; `taken` where it will be."""

    field: str
    label: str
    before: object
    after: object
    taken: bool


@dataclass(frozen=True)
class Weighed:
    """What becomes of one proposed row.

    `kept` means that the plan's own values stand against the source's; `values` is what will be
    written, `said` what the source says now, `links` the ids it links to by field.
    """

    proposed: Proposed
    what: What
    row_id: str
    values: Mapping[str, object] = field(default_factory=dict)
    said: Mapping[str, object] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    message: str = ""

    @property
    def title(self) -> str:
        """What the row is called in the source."""
        noun = NOUNS[self.proposed.noun]
        return str(self.proposed.values.get(noun.title, "") or self.proposed.key)


@dataclass(frozen=True)
class Weighing:
    """What an intake would do, row by row, with the doubts of reading it and of placing it."""

    source: str
    rows: tuple[Weighed, ...]
    doubts: tuple[Doubt, ...]
    left_out: tuple[Doubt, ...]

    def count(self, *whats: What) -> int:
        """How many rows have one of these fates."""
        return sum(1 for row in self.rows if row.what in whats)


@dataclass
class _Ground:
    """The plan as far as an intake concerns it."""

    desk: Desk
    intake: Intake
    overwrite: bool
    records: dict[tuple[str, str], tuple[str, dict[str, object]]] = field(default_factory=dict)
    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    standing: dict[str, dict[str, AnyRow]] = field(default_factory=dict)
    by_field: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def weigh(desk: Desk, intake: Intake, *, overwrite: bool = False) -> Weighing:
    """Compare an intake with the plan without changing anything."""
    ground = _Ground(desk, intake, overwrite)
    ground.records = _records(desk, intake)
    for noun in {row.noun for row in intake.rows}:
        rows = desk.all(select(table_of(NOUNS[noun])))
        ground.standing[noun] = {str(row.id): row for row in rows}
    for row in intake.rows:
        ground.ids[row.noun, row.key] = _standing_id(ground, row) or str(uuid4())
    weighed = tuple(_weigh_row(ground, row) for row in intake.rows)
    return Weighing(intake.source, weighed, (*intake.doubts, *ground.doubts), intake.left_out)


def _records(desk: Desk, intake: Intake) -> dict[tuple[str, str], tuple[str, dict[str, object]]]:
    rows = desk.all(select(import_record).where(import_record.c.source == intake.source))
    return {(r.noun, r.source_key): (r.row_id, json.loads(r.said)) for r in rows}


def _standing_id(ground: _Ground, row: Proposed) -> str | None:
    record = ground.records.get((row.noun, row.key))
    if record is not None and record[0] in ground.standing[row.noun]:
        return record[0]
    if row.noun == "exercise":
        return EXERCISE_ID
    noun = NOUNS[row.noun]
    code = row.values.get(noun.code) if noun.code else None
    return _by_field(ground, row.noun, noun.code).get(str(code).casefold()) if code else None


def _by_field(ground: _Ground, noun: str, name: str) -> dict[str, str]:
    if (noun, name) not in ground.by_field:
        rows = ground.standing.get(noun)
        if rows is None:
            found = ground.desk.all(select(table_of(NOUNS[noun])))
            rows = {str(row.id): row for row in found}
            ground.standing[noun] = rows
        ground.by_field[noun, name] = {
            str(getattr(row, name)).casefold(): id_
            for id_, row in rows.items()
            if getattr(row, name) not in (None, "")
        }
    return ground.by_field[noun, name]


def _weigh_row(ground: _Ground, row: Proposed) -> Weighed:
    row_id = ground.ids[row.noun, row.key]
    try:
        said = _said(ground, row)
    except Refusal as refusal:
        return Weighed(row, "refused", row_id, message=str(refusal))
    links = {name: _targets(ground, row, listed) for name, listed in row.links.items()}
    standing = ground.standing[row.noun].get(row_id)
    if standing is None:
        return Weighed(row, "added", row_id, values=said, said=said, links=links)
    base = ground.records.get((row.noun, row.key), ("", {}))[1]
    differences = tuple(_differences(ground, row, standing, said, base))
    taken = {each.field: said[each.field] for each in differences if each.taken}
    what: What = "changed" if taken else ("kept" if differences else "same")
    return Weighed(row, what, row_id, values=taken, said=said, differences=differences, links=links)


def _differences(
    ground: _Ground,
    row: Proposed,
    standing: AnyRow,
    said: Mapping[str, object],
    base: Mapping[str, object],
) -> Iterable[Difference]:
    noun = NOUNS[row.noun]
    for name, new in said.items():
        now = getattr(standing, name)
        if now == new or (name in base and base[name] == new):
            continue
        only_source = name in base and base[name] == now
        taken = only_source or ground.overwrite or now in (None, "", "[]")
        yield Difference(name, _label(noun, name), now, new, taken)


def _label(noun: Noun, name: str) -> str:
    return next((each.label for each in noun.fields if each.name == name), name)


def _said(ground: _Ground, row: Proposed) -> dict[str, object]:
    noun = NOUNS[row.noun]
    known = {each.name: each for each in noun.columns}
    columns = table_of(noun).c
    said: dict[str, object] = {}
    for name, value in row.values.items():
        if isinstance(value, Link):
            said[name] = _resolved(ground, row, value)
        elif name in known:
            said[name] = _checked(ground, row, noun, known[name], value)
        elif name in columns:
            said[name] = value
        else:
            raise Refusal(f"A {noun.singular} has no field {name}.", field=name)
    for each in noun.columns:
        if each.required and row.values.get(each.name) in (None, ""):
            raise Refusal(f"{each.label} is missing.", field=each.name)
    return said


def _checked(ground: _Ground, row: Proposed, noun: Noun, each: Field, value: object) -> object:
    try:
        return checked(ground.desk, noun, each, value)
    except Refusal as refusal:
        if each.required:
            raise
        ground.doubts.append(Doubt(row.place, f"{refusal} It was left empty."))
        return checked(ground.desk, noun, each, None)


def _resolved(ground: _Ground, row: Proposed, link: Link) -> str | None:
    found = _target(ground, link)
    if found is None:
        singular = NOUNS[link.noun].singular
        ground.doubts.append(Doubt(row.place, f"There is no {singular} “{link.key}”."))
    return found


def _targets(ground: _Ground, row: Proposed, links: Iterable[Link]) -> tuple[str, ...]:
    found = (_resolved(ground, row, link) for link in links)
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _target(ground: _Ground, link: Link) -> str | None:
    if (link.noun, link.key) in ground.ids:
        return ground.ids[link.noun, link.key]
    if link.match:
        return _by_field(ground, link.noun, link.match).get(link.key.casefold())
    return None
