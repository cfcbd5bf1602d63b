"""Proving that an exercise file is whole: SQLite's own check, the chain of steps, every row."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from exerciseplanner.storage.engine import Database
from exerciseplanner.storage.faults import is_damage
from exerciseplanner.storage.images import image_sql
from exerciseplanner.storage.journal import FIRST_HASH, last_images, recorded_tables, step_hash


@dataclass(frozen=True)
class Verification:
    """What a check of the whole file found.

    `complaints` is empty for a sound file; `head` is the hash of the newest step, which a printed
    assessment carries: the chain alone does not show that the newest steps were cut off.
    """

    complaints: tuple[str, ...]
    steps: int
    rows: int
    head: str

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.complaints


def verify(database: Database) -> Verification:
    """Check integrity, references, the chain of steps, and every row against its last change.

    A file too damaged to be read to its end is one more complaint.
    """
    try:
        with database.reading():
            return _verified(database.raw)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if isinstance(error, sqlite3.Error) and not _tells_of_damage(error):
            raise
        return Verification((f"the file cannot be read to its end: {error}",), 0, 0, FIRST_HASH)


def _tells_of_damage(error: sqlite3.Error) -> bool:
    """A question of ours that SQLite cannot carry out here means that the schema was altered."""
    return is_damage(error) or getattr(error, "sqlite_errorname", "") == "SQLITE_ERROR"


def _verified(raw: sqlite3.Connection) -> Verification:
    complaints = [
        str(row[0]) for row in raw.execute("PRAGMA integrity_check(20)") if row[0] != "ok"
    ]
    complaints += [
        f"{row[0]} refers to a missing {row[2]}" for row in raw.execute("PRAGMA foreign_key_check")
    ]
    steps, head, broken = _check_chain(raw)
    rows, differing = _check_rows(raw)
    return Verification((*complaints, *broken, *differing), steps, rows, head)


def _check_chain(raw: sqlite3.Connection) -> tuple[int, str, list[str]]:
    broken: list[str] = []
    parent, count = FIRST_HASH, 0
    for row in raw.execute(
        "SELECT id, label, at, author, workstation, kind, reverses, schema, parent_hash, hash "
        "FROM step ORDER BY id"
    ).fetchall():
        *record, claimed = row
        changes = raw.execute(
            "SELECT noun, row_id, before, after FROM change WHERE step=? ORDER BY id", (row[0],)
        ).fetchall()
        if record[-1] != parent:
            broken.append(f"step {row[0]} ({row[1]}) does not follow from the step before it")
        if step_hash(record, changes) != claimed:
            broken.append(f"step {row[0]} ({row[1]}) was altered after it was written")
        parent, count = claimed, count + 1
    strays = raw.execute(
        "SELECT count(*) FROM change WHERE step NOT IN (SELECT id FROM step)"
    ).fetchone()[0]
    if strays:
        broken.append(f"{strays} recorded changes belong to no step")
    return count, parent, broken


def _check_rows(raw: sqlite3.Connection) -> tuple[int, list[str]]:
    differing: list[str] = []
    total = 0
    for table in recorded_tables():
        image = image_sql(f'"{table.name}"', [column.name for column in table.columns])
        rows = dict(raw.execute(f'SELECT id, {image} FROM "{table.name}"').fetchall())
        total += len(rows)
        for row_id, after in last_images(raw, table.name).items():
            if rows.pop(row_id, None) != after:
                differing.append(f"{table.name} {row_id} is not as its last change left it")
        differing += [f"{table.name} {row_id} came in without a step" for row_id in rows]
    return total, differing
