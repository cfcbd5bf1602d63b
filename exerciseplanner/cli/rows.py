"""Rows of any noun as plain objects: references by code and title beside ids, times as DTGs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from exerciseplanner.domain.fields import Field, Noun
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.time import format_offset, format_planned_time
from exerciseplanner.workspace.queries import records
from exerciseplanner.workspace.queries.exercise import exercise
from exerciseplanner.workspace.queries.records import Named
from exerciseplanner.workspace.workspace import Workspace

Object = dict[str, Any]
"""One row as JSON has it."""


class Rows:
    """Makes objects of rows; asks for the names of each noun once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        row = workspace.ask(exercise)
        self._startex = datetime.fromisoformat(row.startex) if row.startex else None
        self._zone = row.zone
        self._names: dict[str, dict[str, Named]] = {}

    def objects(self, noun: str, rows: Iterable[Any]) -> list[Object]:
        """One object for each row, with every field of the noun and what it is linked to."""
        described = NOUNS[noun]
        linked = {
            field.name: self._workspace.ask(records.links, noun, field.name)
            for field in described.links
        }
        made = [self._object(described, row._asdict(), linked) for row in rows]
        if noun == "override":
            for each in made:
                each["subject"] = self._subject(each)
        return made

    def name(self, noun: str, row_id: object) -> Named | None:
        """How people call a row, None where there is none of that id."""
        if noun not in self._names:
            named = self._workspace.ask(records.names, noun)
            self._names[noun] = {each.id: each for each in named}
        return self._names[noun].get(str(row_id))

    def _object(
        self,
        noun: Noun,
        row: Mapping[str, Any],
        linked: Mapping[str, Mapping[str, Sequence[str]]],
    ) -> Object:
        made: Object = {"id": row["id"]}
        for field in noun.fields:
            if field.kind == "references":
                made |= self._links(field, linked[field.name].get(row["id"], ()))
            elif field.name in row:
                made |= _SHAPES.get(field.kind, _plain)(self, field, row[field.name])
        return made | {key: row[key] for key in row if key not in made and key != "seq"}

    def _links(self, field: Field, ids: Sequence[str]) -> Object:
        named = [(row_id, self.name(field.choices, row_id)) for row_id in ids]
        listed = sorted((each.code or each.title, row_id) for row_id, each in named if each)
        return {
            field.name: [text for text, _ in listed],
            f"{field.name}_ids": [row_id for _, row_id in listed],
        }

    def reference(self, field: Field, value: Any) -> Object:
        """A reference: the id, and beside it the code and the name of the row."""
        base = field.name.removesuffix("_id")
        named = self.name(field.choices, value) if value else None
        code = named.code or named.title if named else None
        return {field.name: value, base: named.text if named else None, f"{base}_code": code}

    def planned(self, field: Field, value: Any) -> Object:
        """A planned time: minutes from STARTEX, date-time group, and exercise day with clock."""
        if value is None or self._startex is None:
            dtg = offset = None
        else:
            dtg = format_planned_time(value, self._startex, self._zone)
            offset = format_offset(value, self._startex, self._zone)
        return {field.name: value, f"{field.name}_dtg": dtg, f"{field.name}_offset": offset}

    def _subject(self, override: Object) -> str:
        kind, subject = str(override["subject_kind"]), override["subject_id"]
        named = self.name(kind, subject) if kind in NOUNS else None
        return named.text if named else str(subject)


Shape = Callable[[Rows, Field, Any], Object]


def _plain(_rows: Rows, field: Field, value: Any) -> Object:
    return {field.name: value}


def _flag(_rows: Rows, field: Field, value: Any) -> Object:
    return {field.name: bool(value)}


def _codes(_rows: Rows, field: Field, value: Any) -> Object:
    return {field.name: json.loads(value) if value else []}


_SHAPES: Mapping[str, Shape] = {
    "reference": Rows.reference,
    "planned": Rows.planned,
    "flag": _flag,
    "codes": _codes,
}


def cell(value: object) -> str:
    """A value of an object as text in a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


def in_tree_order(objects: Sequence[Object]) -> list[tuple[int, Object]]:
    """Depth and object, each below its superior; rows whose superior is missing come as roots."""
    known = {each["id"] for each in objects}
    below: dict[str | None, list[Object]] = {}
    for each in objects:
        parent = each.get("parent_id")
        below.setdefault(parent if parent in known else None, []).append(each)
    ordered: list[tuple[int, Object]] = []
    pending = [(0, each) for each in reversed(below.get(None, []))]
    while pending:
        depth, each = pending.pop()
        ordered.append((depth, each))
        pending += [(depth + 1, child) for child in reversed(below.get(each["id"], []))]
    return ordered
