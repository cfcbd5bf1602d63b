"""The files of the sample exercise, read as one intake: a row for every row of every noun."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.exchange.sample import listings
from exerciseplanner.exchange.sample.reading import Reader, Row, loaded
from exerciseplanner.paths import resources
from exerciseplanner.workspace.packs import nations

TABLES: Mapping[str, tuple[str, ...]] = {
    "exercise.toml": ("side",),
    "participants.toml": ("participant", "agreement", "caveat"),
    "units.toml": ("unit",),
    "means.toml": ("system", "capability"),
    "interoperability.toml": ("interoperability_objective", "test_case"),
    "exchanges.toml": ("exchange_requirement",),
    "threats.toml": ("threat",),
    "legal.toml": ("authority",),
    "evaluation.toml": ("evaluator", "override"),
    "lessons.toml": ("lesson",),
}
"""The files whose tables are rows as they stand, with the nouns in each."""

LISTINGS: tuple[Callable[[Reader], Iterable[Proposed]], ...] = (
    listings.holdings,
    listings.capabilities_held,
    listings.equipment,
    listings.transfers,
    listings.priorities,
    listings.contributions,
    listings.concurrences,
    listings.positions,
)

_ASIDE = frozenset({"key", "frameworks", "positions", "injects"})
"""Keys of a row that are no columns of it: its own key, and what others say with it."""

SUBJECTS = {"objective", "unit"}
"""What an override may point at by key."""


def sample_intake() -> Intake:
    """Give the whole sample exercise as it stands in the end.

    Raises MissingFiles where the product is incomplete; KeyError names a column nobody knows.
    """
    reader, head = opened_files()
    rows = tuple(_rows(reader, head))
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        counts[row.noun] += 1
    return Intake(source=head["name"], kind="sample", rows=rows, read=dict(counts))


def opened_files() -> tuple[Reader, Row]:
    """What reads the files, and the row of the exercise."""
    folder = resources() / "sample"
    exercise = loaded(folder / "exercise.toml")
    head = exercise["exercise"]
    reader = Reader(
        folder=folder,
        startex=datetime.fromisoformat(head["startex"]),
        marking={key: head[key] for key in ("marking_level", "marking_releases")},
        released_by=exercise["conduct"]["released_by"],
    )
    return reader, head


def _rows(reader: Reader, head: Row) -> Iterator[Proposed]:
    yield reader.proposed("exercise", head, "exercise", "exercise.toml")
    deployment = reader.load("deployment.toml")["deployment"]
    for name, nouns in TABLES.items():
        data = reader.load(name)
        for noun in nouns:
            yield from _plain(reader, noun, data[noun], name, deployment)
    for listing in LISTINGS:
        yield from listing(reader)
    yield from _objectives(reader, "objectives.toml")
    needing = _needing(reader)
    for path in sorted(reader.folder.glob("storyline-*.toml")):
        yield from _storyline(reader, path.name, needing)
    yield from listings.ratings(reader)


def _plain(
    reader: Reader, noun: str, rows: Iterable[Row], name: str, deployment: Row
) -> Iterator[Proposed]:
    for row in rows:
        key = _key(noun, row)
        stated = {column: value for column, value in row.items() if column not in _ASIDE}
        if noun == "unit" and key in deployment:
            stated["deployment"] = deployment[key]
        if noun in ("lesson", "exchange_requirement"):
            stated = {**reader.marking, **stated}
        if noun == "override":
            stated["subject_id"] = _subject(stated)
        yield reader.proposed(noun, stated, key, f"{name}: {key}")
        if noun == "participant":
            yield from _memberships(reader, key, row, f"{name}: {key}")


def _memberships(reader: Reader, key: str, row: Row, place: str) -> Iterator[Proposed]:
    """Those of a nation from the catalogue, with their dates; those that others state."""
    nation = nations().get(row["code"])
    listed: list[Row] = [
        {"framework": each, "since": since or None}
        for each, since in row.get("frameworks", {}).items()
    ]
    listed += [
        {
            "framework": each.framework,
            "since": each.since.isoformat(),
            "until": each.until.isoformat() if each.until else None,
            "suspended": each.suspended.isoformat() if each.suspended else None,
            "source": each.source,
            "tag": each.tag,
            "note": each.note,
        }
        for each in (nation.memberships if nation else ())
    ]
    for each in listed:
        member = {"participant": key, **{name: value for name, value in each.items() if value}}
        yield reader.proposed("membership", member, f"{key} in {each['framework']}", place)


def _key(noun: str, row: Row) -> str:
    if noun == "override":
        return f"{row['subject_kind']}:{row['subject_id']}"
    return str(row.get("key") or row.get("code") or row["serial"])


def _subject(row: Row) -> object:
    kind, key = str(row["subject_kind"]), str(row["subject_id"])
    return Link(kind, key) if kind in SUBJECTS else key


def _needing(reader: Reader) -> dict[str, list[str]]:
    """The authorities that each inject needs, which the authorities list."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in reader.load("legal.toml")["authority"]:
        for serial in row.get("injects", ()):
            found[serial].append(row["code"])
    return found


def _objectives(reader: Reader, name: str) -> Iterator[Proposed]:
    data = reader.load(name)
    for kind in ("exercise", "training"):
        for row in data[f"{kind}_objective"]:
            code = row["code"]
            stated = {column: value for column, value in row.items() if column != "criteria"}
            yield reader.proposed("objective", {"kind": kind, **stated}, code, f"{name}: {code}")
            for number, weight, critical, title in row.get("criteria", ()):
                measure = (f"{code}.{number}", weight, critical, title)
                criterion = {"objective": code, "measure": measure}
                yield reader.proposed("criterion", criterion, measure[0], f"{name}: {measure[0]}")


def _storyline(reader: Reader, name: str, needing: Mapping[str, list[str]]) -> Iterator[Proposed]:
    data = reader.load(name)
    storyline, defaults = data["storyline"], {**reader.marking, **data.get("defaults", {})}
    yield _strand(reader, name, "storyline", storyline)
    for event in data["event"]:
        yield _strand(reader, name, "event", event, storyline)
        for incident in event["incident"]:
            yield _strand(reader, name, "incident", incident, event)
            for inject in incident["inject"]:
                row = {**defaults, **inject}
                if inject["serial"] in needing:
                    row["authorities"] = needing[inject["serial"]]
                yield from _inject(reader, name, row, incident["serial"])


def _strand(reader: Reader, name: str, kind: str, row: Row, parent: Row | None = None) -> Proposed:
    stated = {"kind": kind, **{key: row[key] for key in row if key not in ("incident", "inject")}}
    if parent is not None:
        stated["parent"] = parent["serial"]
    return reader.proposed("strand", stated, row["serial"], f"{name}: {row['serial']}")


def _inject(reader: Reader, name: str, row: Row, strand: str) -> Iterator[Proposed]:
    serial = row["serial"]
    stated: Row = {"kind": "inject", "strand": strand, **row}
    dependencies = stated.pop("after", ())
    if "released_at" in stated:
        stated.setdefault("released_by", reader.released_by)
    place = f"{name}: {serial}"
    yield reader.proposed("inject", stated, serial, place)
    for after, delay, condition in dependencies:
        dependency = {"inject": serial, "after": after, "delay": delay, "condition": condition}
        yield reader.proposed("inject_dependency", dependency, f"{serial} after {after}", place)
