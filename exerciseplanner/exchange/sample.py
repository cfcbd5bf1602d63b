"""The sample exercise: the plan under ``resources/sample`` read as an intake.

Files hold rows by noun. A row names columns as the tables do; a reference may leave out its ``_id``
and gives the key of the other row. A few shorthands keep the files readable, see `SHORTHANDS`.
Planned times and moments may be written as planners write them, such as ``D+2 0930``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from exerciseplanner.domain.fields import Field, Noun
from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.time import parse_planned_time
from exerciseplanner.paths import resources

Row = dict[str, Any]
"""One table of a TOML file; its values are what TOML allows."""

SHORTHANDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "unit": {
        "strength": ("strength_planned", "strength_present"),
        "place": ("location_name", "latitude", "longitude"),
    },
    "inject": {"place": ("location_name", "latitude", "longitude")},
    "criterion": {"measure": ("code", "weight", "critical", "title")},
    "test_case": {
        "parties": ("provider", "consumer"),
        "results": ("provider_result", "consumer_result", "result"),
    },
    "unit_standard": {"holding": ("standard", "edition", "role", "gateway")},
    "rating": {"rating": ("evaluator", "value", "rated_at", "note")},
}
"""By noun: a key that holds several columns at once, in this order."""

TABLES: Mapping[str, tuple[str, ...]] = {
    "exercise.toml": ("side",),
    "participants.toml": ("participant", "agreement", "caveat"),
    "units.toml": ("unit",),
    "interoperability.toml": ("test_case",),
    "exchanges.toml": ("exchange_requirement",),
    "threats.toml": ("threat",),
    "evaluation.toml": ("evaluator", "override"),
    "lessons.toml": ("lesson",),
}
"""The files whose tables are rows as they stand, with the nouns in each."""

_ASIDE = frozenset({"key", "frameworks"})
"""Keys of a row that are no columns of it: its own key, and the memberships of a participant."""

SUBJECTS = {"objective", "unit"}
"""What an override may point at by key."""


@dataclass(frozen=True)
class _Sample:
    folder: Path
    startex: datetime
    marking: Mapping[str, object]
    released_by: str

    def load(self, name: str) -> Row:
        return tomllib.loads((self.folder / name).read_text(encoding="utf-8"))

    def proposed(self, noun_name: str, row: Row, key: str, place: str) -> Proposed:
        noun = NOUNS[noun_name]
        values: dict[str, object] = {}
        links: dict[str, tuple[Link, ...]] = {}
        for name, value in _spread(noun_name, row):
            field = _field(noun, name)
            if field.kind == "references":
                links[field.name] = tuple(_link(field, one) for one in value)
            else:
                values[field.name] = self._value(field, value)
        return Proposed(noun_name, key, place, values, links)

    def _value(self, field: Field, value: Any) -> object:
        if field.kind == "reference":
            return _link(field, value)
        if field.kind == "planned" and isinstance(value, str):
            return parse_planned_time(value, self.startex)
        if field.kind == "moment" and not str(value).endswith("Z"):
            return self._moment(value)
        if field.kind == "codes":
            return tuple(sorted(value))
        return value.strip() if isinstance(value, str) else value

    def _moment(self, text: str) -> str:
        moment = self.startex + timedelta(minutes=parse_planned_time(text, self.startex))
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def sample_intake() -> Intake:
    """Give the whole sample exercise, one proposed row for every row of every noun.

    Raises MissingFiles where the product is incomplete; KeyError names a column nobody knows.
    """
    folder = resources() / "sample"
    exercise = tomllib.loads((folder / "exercise.toml").read_text(encoding="utf-8"))
    head = exercise["exercise"]
    sample = _Sample(
        folder=folder,
        startex=datetime.fromisoformat(head["startex"]),
        marking={key: head[key] for key in ("marking_level", "marking_releases")},
        released_by=exercise["conduct"]["released_by"],
    )
    rows = tuple(_rows(sample, head))
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.noun] = counts.get(row.noun, 0) + 1
    return Intake(source=head["name"], kind="sample", rows=rows, read=counts)


def _rows(sample: _Sample, head: Row) -> Iterator[Proposed]:
    yield sample.proposed("exercise", head, "exercise", "exercise.toml")
    for name, nouns in TABLES.items():
        data = sample.load(name)
        for noun in nouns:
            yield from _plain(sample, noun, data[noun], name)
    yield from _holdings(sample, "exchanges.toml")
    yield from _objectives(sample, "objectives.toml")
    for path in sorted(sample.folder.glob("storyline-*.toml")):
        yield from _storyline(sample, path.name)
    yield from _ratings(sample, "evaluation.toml")


def _plain(sample: _Sample, noun: str, rows: Iterable[Row], name: str) -> Iterator[Proposed]:
    for row in rows:
        key = _key(noun, row)
        stated = {column: value for column, value in row.items() if column not in _ASIDE}
        if noun in ("lesson", "exchange_requirement"):
            stated = {**sample.marking, **stated}
        if noun == "override":
            stated["subject_id"] = _subject(stated)
        yield sample.proposed(noun, stated, key, f"{name}: {key}")
        for framework, since in row.get("frameworks", {}).items():
            member = {"participant": key, "framework": framework, "since": since or None}
            yield sample.proposed("membership", member, f"{key} in {framework}", f"{name}: {key}")


def _key(noun: str, row: Row) -> str:
    if noun == "override":
        return f"{row['subject_kind']}:{row['subject_id']}"
    return str(row.get("key") or row.get("code") or row["serial"])


def _subject(row: Row) -> object:
    kind, key = str(row["subject_kind"]), str(row["subject_id"])
    return Link(kind, key) if kind in SUBJECTS else key


def _holdings(sample: _Sample, name: str) -> Iterator[Proposed]:
    for unit, held in sample.load(name)["holdings"].items():
        for holding in held:
            key = f"{unit} {holding[0]} {holding[1]}"
            stated = {"unit": unit, "holding": (*holding[:3], "gateway" in holding[3:])}
            yield sample.proposed("unit_standard", stated, key, f"{name}: {key}")


def _objectives(sample: _Sample, name: str) -> Iterator[Proposed]:
    data = sample.load(name)
    for kind in ("exercise", "training"):
        for row in data[f"{kind}_objective"]:
            code = row["code"]
            stated = {column: value for column, value in row.items() if column != "criteria"}
            yield sample.proposed("objective", {"kind": kind, **stated}, code, f"{name}: {code}")
            for number, weight, critical, title in row.get("criteria", ()):
                measure = (f"{code}.{number}", weight, critical, title)
                criterion = {"objective": code, "measure": measure}
                yield sample.proposed("criterion", criterion, measure[0], f"{name}: {measure[0]}")


def _storyline(sample: _Sample, name: str) -> Iterator[Proposed]:
    data = sample.load(name)
    storyline, defaults = data["storyline"], {**sample.marking, **data.get("defaults", {})}
    yield _strand(sample, name, "storyline", storyline)
    for event in data["event"]:
        yield _strand(sample, name, "event", event, storyline)
        for incident in event["incident"]:
            yield _strand(sample, name, "incident", incident, event)
            for inject in incident["inject"]:
                yield from _inject(sample, name, {**defaults, **inject}, incident["serial"])


def _strand(sample: _Sample, name: str, kind: str, row: Row, parent: Row | None = None) -> Proposed:
    stated = {"kind": kind, **{key: row[key] for key in row if key not in ("incident", "inject")}}
    if parent is not None:
        stated["parent"] = parent["serial"]
    return sample.proposed("strand", stated, row["serial"], f"{name}: {row['serial']}")


def _inject(sample: _Sample, name: str, row: Row, strand: str) -> Iterator[Proposed]:
    serial = row["serial"]
    stated: Row = {"kind": "inject", "strand": strand, **row}
    dependencies = stated.pop("after", ())
    if "released_at" in stated:
        stated.setdefault("released_by", sample.released_by)
    place = f"{name}: {serial}"
    yield sample.proposed("inject", stated, serial, place)
    for after, delay, condition in dependencies:
        dependency = {"inject": serial, "after": after, "delay": delay, "condition": condition}
        yield sample.proposed("inject_dependency", dependency, f"{serial} after {after}", place)


def _ratings(sample: _Sample, name: str) -> Iterator[Proposed]:
    data = sample.load(name)
    for noun in ("criterion", "inject"):
        for subject, ratings in data[f"{noun}_ratings"].items():
            for rating in ratings:
                stated = {noun: subject, "rating": rating[:4], "resolves": "resolves" in rating[4:]}
                key = f"{rating[0]} on {subject}"
                yield sample.proposed("rating", stated, key, f"{name}: {key}")


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
