"""The desk: the open rows of the exercise during one gesture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any, cast
from uuid import uuid4

from sqlalchemy import Connection, Executable, Row, Select, Table, bindparam, select

from exerciseplanner.domain.refusals import Refusal

AnyRow = Row[*tuple[Any, ...]]

#: SQLite takes a limited number of values in one statement.
_BATCH = 500

#: Rows written by one statement: before each SQLite keeps the pages that it may have to take back.
_TOGETHER = 16


class Desk:
    """Reads and writes rows inside one transaction; never outlives the gesture.

    Rows are written with plain statements, which SQLite keeps prepared from one gesture to the
    next; questions are asked with SQLAlchemy's expressions.

    `memo` keeps what was looked up once and cannot change within the gesture.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.memo: dict[object, Any] = {}
        self.now = datetime.now(UTC).replace(microsecond=0)

    @property
    def stamp(self) -> str:
        """This moment as the file keeps it: UTC, to the second."""
        return self.now.strftime("%Y-%m-%dT%H:%M:%SZ")

    def all(self, statement: Executable) -> Sequence[AnyRow]:
        """Every row that a statement gives."""
        return self._connection.execute(statement).fetchall()

    def first(self, statement: Executable) -> AnyRow | None:
        """The first row that a statement gives, or None."""
        return self._connection.execute(statement).first()

    def row(self, table: Table, row_id: str) -> AnyRow:
        """One row by its id.

        Raises:
            Refusal: there is no such row any more.
        """
        found = self._connection.execute(_one_of(table), {"wanted": row_id}).first()
        if found is None:
            raise Refusal(
                f"That {table.name.replace('_', ' ')} is no longer in the exercise.",
                remedy="It may have been removed in the meantime; the history can bring it back.",
            )
        return found

    def rows(self, table: Table, ids: Iterable[str]) -> list[AnyRow]:
        """The rows with these ids, in no particular order; missing ones are left out."""
        listed = list(ids)
        if len(listed) == 1:
            statement = _one_of(table)
            return list(self._connection.execute(statement, {"wanted": listed[0]}).fetchall())
        found: list[AnyRow] = []
        for batch in _batches(listed):
            found += self.all(select(table).where(table.c.id.in_(batch)))
        return found

    def plain(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Every row that a statement as it stands gives, as plain tuples; for long lists."""
        found: list[tuple[Any, ...]] = self._cursor().execute(sql, tuple(values)).fetchall()
        return found

    def add(self, table: Table, values: Mapping[str, object]) -> str:
        """Add a row and return its id, which may be among the values."""
        row_id = str(values.get("id") or uuid4())
        self.add_all(table, [{**values, "id": row_id}])
        return row_id

    def add_all(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        """Add many rows, each with the same columns and its id."""
        if not rows:
            return
        columns = tuple(rows[0])
        ordered = _ordered(columns)
        values = [ordered(row) for row in rows]
        if not _are_storable(values):
            values = [ordered(_storable(row)) for row in rows]
        names = ",".join(f'"{name}"' for name in columns)
        row = f"({','.join('?' * len(columns))})"
        insert = f'INSERT INTO "{table.name}" ({names}) VALUES {row}'
        cursor, groups = self._cursor(), len(values) // _TOGETHER * _TOGETHER
        cursor.executemany(
            insert + f",{row}" * (_TOGETHER - 1),
            (
                tuple(chain.from_iterable(values[at : at + _TOGETHER]))
                for at in range(0, groups, _TOGETHER)
            ),
        )
        cursor.executemany(insert, values[groups:])

    def defer_references(self) -> None:
        """Check references at the end of this transaction, so that rows may come in any order."""
        self.run("PRAGMA defer_foreign_keys=ON")

    def run(self, sql: str) -> None:
        """Carry out one SQL statement as it stands; never made from what people typed."""
        self._connection.exec_driver_sql(sql)

    def change(self, table: Table, ids: Iterable[str], values: Mapping[str, object]) -> None:
        """Give the same values to every row with one of these ids."""
        self.change_each(table, dict.fromkeys(ids, values))

    def change_each(self, table: Table, values: Mapping[str, Mapping[str, object]]) -> None:
        """Give each row (by id) its own values."""
        alike: dict[tuple[str, ...], list[tuple[object, ...]]] = {}
        for row_id, changed in values.items():
            row = (*_storable(changed).values(), row_id)
            alike.setdefault(tuple(changed), []).append(row)
        for columns, rows in alike.items():
            if columns:
                sets = ",".join(f'"{name}"=?' for name in columns)
                self._cursor().executemany(f'UPDATE "{table.name}" SET {sets} WHERE id=?', rows)

    def remove(self, table: Table, ids: Iterable[str]) -> None:
        """Remove rows, and with them whatever cannot stand without them."""
        self._cursor().executemany(
            f'DELETE FROM "{table.name}" WHERE id=?', [(row_id,) for row_id in ids]
        )

    def remove_where(self, table: Table, **matching: object) -> None:
        """Remove the rows whose columns have exactly these values."""
        conditions = " AND ".join(f'"{name}" IS ?' for name in matching)
        self._cursor().execute(
            f'DELETE FROM "{table.name}" WHERE {conditions}', tuple(matching.values())
        )

    def _cursor(self) -> Any:
        return self._connection.connection.cursor()


@cache
def _one_of(table: Table) -> Select[*tuple[Any, ...]]:
    return select(table).where(table.c.id == bindparam("wanted"))


@cache
def _ordered(columns: tuple[str, ...]) -> Callable[[Mapping[str, object]], tuple[object, ...]]:
    """A function that gives the values of a row in the order of `columns`."""
    picked = itemgetter(*columns)
    return picked if len(columns) > 1 else lambda row: (picked(row),)


def _batches(ids: Iterable[str]) -> Iterable[list[str]]:
    listed = list(ids)
    for start in range(0, len(listed), _BATCH):
        yield listed[start : start + _BATCH]


def _are_storable(rows: Sequence[tuple[object, ...]]) -> bool:
    """Many rows are looked through at once, and one by one only where something is wrong."""
    values = list(chain.from_iterable(rows))
    try:
        return can_be_kept("".join(cast(list[str], values)))
    except TypeError:  # not all of them are texts
        return can_be_kept("".join([value for value in values if isinstance(value, str)]))


def _storable(values: Mapping[str, object]) -> Mapping[str, object]:
    if can_be_kept("".join([value for value in values.values() if isinstance(value, str)])):
        return values
    for name, value in values.items():
        if isinstance(value, str) and not can_be_kept(value):
            raise Refusal(
                "The text holds characters that cannot be kept.",
                field=name,
                remedy="Type it anew, or paste it as plain text.",
            )
    return values


def can_be_kept(text: str) -> bool:
    """Whether a text has only characters that the file gives back: Unicode, and no NUL."""
    if "\x00" in text:
        return False
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
