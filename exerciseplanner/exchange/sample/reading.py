"""One row of the sample's files as a proposed row: shorthands, references, times.

A row names columns as the tables do; a reference may leave out its ``_id`` and gives the key of
the other row. Planned times and moments may be written as planners write them, such as
``D+2 0930``. A few shorthands keep the files readable, see `SHORTHANDS`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from exerciseplanner.domain.fields import Field, Noun
from exerciseplanner.domain.intake import Link, Proposed
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.time import parse_planned_time

Row = dict[str, Any]
"""One table of a TOML file; its values are what TOML allows."""

SHORTHANDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "participant": {"means": ("means_people", "means_money")},
    "unit": {
        "strength": ("strength_planned", "strength_present"),
        "place": ("location_name", "latitude", "longitude"),
        "deployment": ("readiness", "movement_hours", "required_by", "arrival", "departure"),
    },
    "inject": {"place": ("location_name", "latitude", "longitude")},
    "criterion": {"measure": ("code", "weight", "critical", "title")},
    "test_case": {
        "parties": ("provider", "consumer"),
        "units": ("provider_unit", "consumer_unit"),
        "systems": ("provider_system", "consumer_system"),
        "results": ("provider_result", "consumer_result", "result"),
    },
    "unit_standard": {"holding": ("standard", "edition", "role")},
    "unit_capability": {"held": ("capability", "maturity", "note")},
    "equipment": {"amount": ("title", "quantity_planned", "quantity_present")},
    "command_relation": {"transfer": ("relation", "superior", "start", "finish", "note")},
    "contribution": {"offer": ("title", "resource", "asked", "offered", "note")},
    "concurrence": {"answer": ("participant", "position", "asked_on", "answered_on", "comment")},
    "authority_position": {"stand": ("participant", "position", "condition")},
    "rating": {"rating": ("evaluator", "value", "rated_at", "note")},
}
"""By noun: a key that holds several columns at once, in this order; an empty text is left out
where the column is a reference."""


@dataclass(frozen=True)
class Reader:
    """Reads rows of one folder of files; `marking` is what rows with a marking of their own have
    unless they state another, `released_by` who releases injects.
    """

    folder: Path
    startex: datetime
    marking: Mapping[str, object]
    released_by: str

    def load(self, name: str) -> Row:
        """A file of the folder."""
        return loaded(self.folder / name)

    def proposed(self, noun_name: str, row: Row, key: str, place: str) -> Proposed:
        """A row as an intake proposes it. Raises KeyError for a column that nobody knows."""
        noun = NOUNS[noun_name]
        values: dict[str, object] = {}
        links: dict[str, tuple[Link, ...]] = {}
        for name, value in _spread(noun_name, row):
            field = _field(noun, name)
            if field.kind == "references":
                links[field.name] = tuple(_link(field, one) for one in value)
            elif field.kind != "reference" or value:
                values[field.name] = self._value(field, value)
            elif name in row:  # stated to be nothing
                values[field.name] = None
        return Proposed(noun_name, key, place, values, links)

    def _value(self, field: Field, value: Any) -> object:
        if field.kind == "reference":
            return _link(field, value)
        if field.kind == "planned" and isinstance(value, str):
            return parse_planned_time(value, self.startex) if value else None
        if field.kind == "moment" and value and not str(value).endswith("Z"):
            return self._moment(value)
        if field.kind == "codes":
            return tuple(sorted(value))
        return value.strip() if isinstance(value, str) else value

    def _moment(self, text: str) -> str:
        moment = self.startex + timedelta(minutes=parse_planned_time(text, self.startex))
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@cache
def loaded(path: Path) -> Row:
    """A TOML file as it stands, read once; nobody changes what it gives."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def empty(noun: str, name: str) -> object:
    """What a column holds where nothing is stated."""
    kind = NOUNS[noun].field(name).kind
    if kind in ("line", "text", "choice", "pick"):
        return ""
    return () if kind == "codes" else False if kind == "flag" else None


def _spread(noun: str, row: Row) -> Iterator[tuple[str, Any]]:
    shorthands = SHORTHANDS.get(noun, {})
    for name, value in row.items():
        if name in shorthands:
            yield from zip(shorthands[name], value, strict=False)
        else:
            yield name, value


def _field(noun: Noun, name: str) -> Field:
    names = {field.name for field in noun.fields}
    return noun.field(name if name in names else f"{name}_id")


def _link(field: Field, key: str) -> Link:
    if field.choices == "standard":
        return Link("standard", key, match="code")
    return Link(field.choices, key)
