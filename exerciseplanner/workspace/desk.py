"""The desk: the open rows of the exercise during one gesture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Executable, Row, Table, delete, insert, select, update

from exerciseplanner.domain.refusals import Refusal

AnyRow = Row[*tuple[Any, ...]]

#: SQLite takes at most this many values in one statement by default.
_BATCH = 500


class Desk:
    """Reads and writes rows inside one transaction; never outlives the gesture.

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
        found = self.first(select(table).where(table.c.id == row_id))
        if found is None:
            raise Refusal(
                f"That {table.name.replace('_', ' ')} is no longer in the exercise.",
                remedy="It may have been removed in the meantime; the history can bring it back.",
            )
        return found

    def rows(self, table: Table, ids: Iterable[str]) -> list[AnyRow]:
        """The rows with these ids, in no particular order; missing ones are left out."""
        found: list[AnyRow] = []
        for batch in _batches(ids):
            found += self.all(select(table).where(table.c.id.in_(batch)))
        return found

    def add(self, table: Table, values: Mapping[str, object]) -> str:
        """Add a row and return its id, which may be among the values."""
        row_id = str(values.get("id") or uuid4())
        self._connection.execute(insert(table), [{**_storable(values), "id": row_id}])
        return row_id

    def add_all(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        """Add many rows, each with the same columns and its id."""
        if rows:
            self._connection.execute(insert(table), [_storable(row) for row in rows])

    def defer_references(self) -> None:
        """Check references at the end of this transaction, so that rows may come in any order."""
        self.run("PRAGMA defer_foreign_keys=ON")

    def run(self, sql: str) -> None:
        """Carry out one SQL statement as it stands; never made from what people typed."""
        self._connection.exec_driver_sql(sql)

    def change(self, table: Table, ids: Iterable[str], values: Mapping[str, object]) -> None:
        """Give the same values to every row with one of these ids."""
        stored = _storable(values)
        for batch in _batches(ids):
            self._connection.execute(update(table).where(table.c.id.in_(batch)).values(**stored))

    def change_each(self, table: Table, values: Mapping[str, Mapping[str, object]]) -> None:
        """Give each row (by id) its own values."""
        for row_id, changed in values.items():
            self.change(table, [row_id], changed)

    def remove(self, table: Table, ids: Iterable[str]) -> None:
        """Remove rows, and with them whatever cannot stand without them."""
        for batch in _batches(ids):
            self._connection.execute(delete(table).where(table.c.id.in_(batch)))

    def remove_where(self, table: Table, **matching: object) -> None:
        """Remove the rows whose columns have exactly these values."""
        conditions = [table.c[name] == value for name, value in matching.items()]
        self._connection.execute(delete(table).where(*conditions))


def _batches(ids: Iterable[str]) -> Iterable[list[str]]:
    listed = list(ids)
    for start in range(0, len(listed), _BATCH):
        yield listed[start : start + _BATCH]


def _storable(values: Mapping[str, object]) -> dict[str, object]:
    for name, value in values.items():
        if isinstance(value, str) and ("\x00" in value or not _is_unicode(value)):
            raise Refusal(
                "The text holds characters that cannot be kept.",
                field=name,
                remedy="Type it anew, or paste it as plain text.",
            )
    return dict(values)


def _is_unicode(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
