"""The step that an upgrade leaves in the journal: what it made of rows that were written before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from exerciseplanner.storage.images import image_sql, read_image
from exerciseplanner.storage.journal import (
    OpenStep,
    last_images,
    newest_step,
    recorded_tables,
    write_step,
)
from exerciseplanner.storage.tables.steps import UNRECORDED

Place = tuple[str, str]


def altered_before(raw: sqlite3.Connection) -> frozenset[Place]:
    """The rows, by table and id, that are not as their last change left them, before an upgrade.

    An upgrade must not make them look as if a step had written them.
    """
    tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    if not set(tables) >= UNRECORDED:
        return frozenset()
    return frozenset(
        (name, row_id)
        for name in {row[0] for row in raw.execute("SELECT DISTINCT noun FROM change")}
        if name in tables
        for row_id, after, now in _differing(raw, name, _columns(raw, name))
        if not _alike(after, now)
    )


def record_upgrade(raw: sqlite3.Connection, schema: int, altered: frozenset[Place]) -> None:
    """Record every row that an upgrade to `schema` changed, except those altered before it."""
    last, parent = newest_step(raw)
    for table in recorded_tables():
        columns = [column.name for column in table.columns]
        for row_id, before, after in list(_differing(raw, table.name, columns)):
            if (table.name, row_id) not in altered:
                raw.execute(
                    "INSERT INTO change (step, noun, row_id, before, after) VALUES (?, ?, ?, ?, ?)",
                    (last + 1, table.name, row_id, before, after),
                )
    write_step(raw, OpenStep(f"Upgrade to schema {schema}", "base"), last + 1, parent, schema)


def _differing(
    raw: sqlite3.Connection, name: str, columns: Iterable[str]
) -> Iterator[tuple[str, str | None, str | None]]:
    image = image_sql(f'"{name}"', list(columns))
    rows = dict(raw.execute(f'SELECT id, {image} FROM "{name}"').fetchall())
    last = last_images(raw, name)
    for row_id in sorted(rows.keys() | last.keys()):
        if rows.get(row_id) != last.get(row_id):
            yield row_id, last.get(row_id), rows.get(row_id)


def _columns(raw: sqlite3.Connection, name: str) -> list[str]:
    return [row[1] for row in raw.execute(f'PRAGMA table_info("{name}")')]


def _alike(after: str | None, now: str | None) -> bool:
    """Whether two images hold the same values; columns that came later stand elsewhere."""
    if after is None or now is None:
        return after is now
    return sorted(map(repr, read_image(after))) == sorted(map(repr, read_image(now)))
