"""The journal: every row change of every gesture, chained by hash, undone and redone from here."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Table, Text

from exerciseplanner.storage.collection import put_off
from exerciseplanner.storage.engine import Database
from exerciseplanner.storage.faults import Fault
from exerciseplanner.storage.images import added_image_sql, image_sql, read_image
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.storage.tables.steps import UNRECORDED
from exerciseplanner.storage.workstation import user_name, workstation_name

#: `base` steps are what an exercise begins with; they cannot be taken back.
StepKind = Literal["base", "work", "undo", "redo"]

FIRST_HASH = "0" * 64

Touched = dict[str, frozenset[str]]


@dataclass
class OpenStep:
    """The step being written: its label, and what it touched once it is closed."""

    label: str
    kind: StepKind = "work"
    reverses: int | None = None
    id: int = 0
    touched: Touched = field(default_factory=dict)


@dataclass(frozen=True)
class StepRecord:
    """One step as the journal holds it."""

    id: int
    label: str
    at: str
    author: str
    workstation: str
    kind: StepKind
    reverses: int | None
    schema: int
    parent_hash: str
    hash: str


_STEP_COLUMNS = "id, label, at, author, workstation, kind, reverses, schema, parent_hash, hash"


def recorded_tables() -> tuple[Table, ...]:
    """The tables whose rows are journaled."""
    return tuple(table for table in METADATA.sorted_tables if table.name not in UNRECORDED)


class Journal:
    """Records steps on one writing connection and reverses them."""

    def __init__(self, database: Database, schema: int) -> None:
        self._database = database
        self._schema = schema
        raw = database.raw
        if not database.read_only:
            raw.execute("CREATE TEMP TABLE open_step (id INTEGER)")
            for table in recorded_tables():
                for statement in _triggers(table):
                    raw.execute(statement)
        self._undo: list[int] = []
        self._redo: list[int] = []
        self._labels: dict[int, str] = {}
        self._last = newest_step(raw)
        for id_, label, kind, reverses, step_schema in raw.execute(
            "SELECT id, label, kind, reverses, schema FROM step ORDER BY id"
        ):
            self._remember(id_, label, kind, reverses, step_schema)

    @property
    def next_undo(self) -> int | None:
        """The step that an undo would reverse."""
        return self._undo[-1] if self._undo else None

    @property
    def next_redo(self) -> int | None:
        """The undo that a redo would reverse."""
        return self._redo[-1] if self._redo else None

    def label(self, step: int) -> str:
        """The label of a step, as the menu names it."""
        return self._labels[step]

    @contextmanager
    def recording(self, step: OpenStep) -> Iterator[Connection]:
        """One transaction in which every change is recorded under `step`.

        When nothing changed no step is written and `step.id` stays 0.
        """
        enforce = step.kind in ("base", "work")
        with put_off(), self._database.writing(enforce_references=enforce) as connection:
            raw = self._database.raw
            last = newest_step(raw)
            if last != self._last:
                raise _written_elsewhere(self._database)
            number, parent = last[0] + 1, last[1]
            raw.execute("INSERT INTO temp.open_step VALUES (?)", (number,))
            yield connection
            written = write_step(raw, step, number, parent, self._schema)
            raw.execute("DELETE FROM temp.open_step")
        if written:
            self._last = (number, written)
            self._remember(step.id, step.label, step.kind, step.reverses, self._schema)

    def reverse(self, step: int, opened: OpenStep) -> None:
        """Undo the changes of `step` row by row, recording the reversal under `opened`."""
        with self.recording(opened):
            raw = self._database.raw
            changes = raw.execute(
                "SELECT noun, row_id, before, after FROM change WHERE step=? ORDER BY id DESC",
                (step,),
            ).fetchall()
            for noun, row_id, before, after in changes:
                _put_back(raw, noun, row_id, before, after)
            if raw.execute("PRAGMA foreign_key_check").fetchone():
                raise RuntimeError(f"reversing step {step} would leave references to nothing")

    def steps(self, limit: int) -> tuple[StepRecord, ...]:
        """The newest steps first, at most `limit`."""
        rows = self._database.raw.execute(
            f"SELECT {_STEP_COLUMNS} FROM step ORDER BY id DESC LIMIT ?", (limit,)
        )
        return tuple(StepRecord(*row) for row in rows)

    def is_standing(self, step: int) -> bool:
        """Whether the step can still be reversed by undoing back to it."""
        return step in self._undo

    def head(self) -> str:
        """The hash of the newest step: two files with one head have one history."""
        return newest_step(self._database.raw)[1]

    def _remember(
        self, step: int, label: str, kind: StepKind, reverses: int | None, schema: int
    ) -> None:
        self._labels[step] = label
        if schema != self._schema:
            self._undo.clear()
            self._redo.clear()
        elif kind == "base":
            return
        elif kind == "work":
            self._undo.append(step)
            self._redo.clear()
        elif kind == "undo":
            self._undo = [kept for kept in self._undo if kept != reverses]
            self._redo.append(step)
        else:
            self._redo = [kept for kept in self._redo if kept != reverses]
            self._undo.append(step)


def write_step(
    raw: sqlite3.Connection, step: OpenStep, number: int, parent: str, schema: int
) -> str:
    """Write down the step whose changes are recorded under `number`, and say what it touched.

    Returns its hash, or nothing where nothing changed: then there is no step.
    """
    changes = raw.execute(
        "SELECT noun, row_id, before, after FROM change WHERE step=? ORDER BY id", (number,)
    ).fetchall()
    if not changes:
        return ""
    record = (
        number,
        step.label,
        datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        user_name(),
        workstation_name(),
        step.kind,
        step.reverses,
        schema,
        parent,
    )
    marks = ",".join("?" * (len(record) + 1))
    written = step_hash(record, changes)
    raw.execute(f"INSERT INTO step ({_STEP_COLUMNS}) VALUES ({marks})", (*record, written))
    step.id = number
    touched: dict[str, set[str]] = defaultdict(set)
    for noun, row_id, _, _ in changes:
        touched[noun].add(row_id)
    step.touched = {noun: frozenset(ids) for noun, ids in touched.items()}
    return written


def last_images(raw: sqlite3.Connection, noun: str) -> dict[str, str | None]:
    """Every row of a noun that was ever recorded, as its last change left it; None where gone."""
    return dict(
        raw.execute(
            "SELECT row_id, after FROM change WHERE id IN "
            "(SELECT max(id) FROM change WHERE noun = ? GROUP BY row_id)",
            (noun,),
        ).fetchall()
    )


def newest_step(raw: sqlite3.Connection) -> tuple[int, str]:
    """The number and the hash of the newest step of a file; 0 and `FIRST_HASH` without any."""
    row = raw.execute("SELECT id, hash FROM step ORDER BY id DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, FIRST_HASH)


def step_hash(record: Iterable[object], changes: Sequence[Sequence[object]]) -> str:
    """SHA-256 over a step, its parent's hash and its changes; any edit of either shows."""
    digest = hashlib.sha256(_JSON(list(record)).encode("utf-8", "surrogatepass"))
    for start in range(0, len(changes), _AT_ONCE):
        text = "".join(map(_written, changes[start : start + _AT_ONCE]))
        digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _written(change: Sequence[Any]) -> str:
    """A change as JSON; nearly all hold texts alone, which need no encoder of their own."""
    try:
        return f"[{', '.join(['null' if each is None else _quoted(each) for each in change])}]"
    except TypeError:
        # What SQLite never wrote, such as bytes in a damaged file, is told apart.
        return _JSON(change)


_AT_ONCE = 32
"""Changes that are written together: some pages of text, which stay near the processor."""


_JSON = json.JSONEncoder(ensure_ascii=False, default=repr).encode
_quoted = json.encoder.encode_basestring


def _put_back(
    raw: sqlite3.Connection, noun: str, row_id: str, before: str | None, after: str | None
) -> None:
    table = METADATA.tables[noun]
    if before is None:
        raw.execute(f'DELETE FROM "{table.name}" WHERE id=?', (row_id,))
        return
    columns = [column.name for column in table.columns]
    values = read_image(before)
    if len(values) != len(columns):
        raise RuntimeError(f"a change of {noun} was recorded under another schema")
    if after is None:
        names = ",".join(f'"{name}"' for name in columns)
        marks = ",".join("?" * len(columns))
        raw.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', values)
        return
    sets = ",".join(f'"{name}"=?' for name in columns)
    raw.execute(f'UPDATE "{table.name}" SET {sets} WHERE id=?', (*values, row_id))


def _triggers(table: Table) -> Iterator[str]:
    columns = [column.name for column in table.columns]
    texts = {
        column.name
        for column in table.columns
        if isinstance(column.type, Text) and not column.nullable
    }
    old, new = image_sql("old", columns), image_sql("new", columns)
    added = added_image_sql("new", columns, texts)
    # A row that is written as it stands is no change, and a step of nothing else is no step.
    for verb, row, before, after, differing in (
        ("INSERT", "new", "NULL", added, ""),
        ("UPDATE", "new", old, new, f" WHEN {old} <> {new}"),
        ("DELETE", "old", old, "NULL", ""),
    ):
        yield (
            f'CREATE TEMP TRIGGER "journal_{table.name}_{verb.lower()}" AFTER {verb} ON '
            f'main."{table.name}"{differing} BEGIN '
            "INSERT INTO change (step, noun, row_id, before, after) "
            f"VALUES ((SELECT id FROM open_step), '{table.name}', {row}.id, {before}, {after}); END"
        )


def _written_elsewhere(database: Database) -> Fault:
    return Fault(
        f"{database.path.name} was changed by another program while it was open here.",
        safe="What that program wrote is in the file; nothing was changed from here.",
        remedy="Close the exercise and open it again.",
    )
