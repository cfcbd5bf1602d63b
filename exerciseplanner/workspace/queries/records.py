"""Any row of any noun with its links, for inspectors and for showing a row in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import select

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.query import query
from exerciseplanner.workspace.records import link_columns, table_of

EVERY_NOUN = tuple(table.name for table in METADATA.sorted_tables)


class Named(NamedTuple):
    """A row as people call it: its code (may be empty) and its title."""

    id: str
    code: str
    title: str

    @property
    def text(self) -> str:
        """Code and title in one line."""
        return " ".join(part for part in (self.code, self.title) if part)


@query(*EVERY_NOUN)
def record(desk: Desk, noun: str, row_id: str) -> Mapping[str, object]:
    """One row with all its fields; links are tuples of ids.

    Raises:
        Refusal: there is no such row.
    """
    described = NOUNS[noun]
    row = desk.row(table_of(described), row_id)
    values: dict[str, object] = {"id": row_id}
    values |= {field.name: getattr(row, field.name) for field in described.columns}
    for field in described.links:
        values[field.name] = _linked(desk, noun, field, [row_id]).get(row_id, ())
    return values


@query(*EVERY_NOUN)
def records(desk: Desk, noun: str, ids: Sequence[str]) -> tuple[Mapping[str, object], ...]:
    """Rows with all their fields in the order of `ids`; rows that are gone are left out."""
    described = NOUNS[noun]
    rows = {str(row.id): row for row in desk.rows(table_of(described), ids)}
    links = {field.name: _linked(desk, noun, field, ids) for field in described.links}
    return tuple(
        {"id": row_id}
        | {field.name: getattr(rows[row_id], field.name) for field in described.columns}
        | {name: found.get(row_id, ()) for name, found in links.items()}
        for row_id in ids
        if row_id in rows
    )


@query(*EVERY_NOUN)
def links(desk: Desk, noun: str, name: str) -> dict[str, tuple[str, ...]]:
    """For every row of a noun the ids it is linked to through a `references` field."""
    return _linked(desk, noun, NOUNS[noun].field(name), None)


@query(*EVERY_NOUN)
def names(desk: Desk, noun: str) -> tuple[Named, ...]:
    """Every row of a noun as people call it, by code and title."""
    described = NOUNS[noun]
    columns = table_of(described).c
    code = columns[described.code] if described.code else columns[described.title]
    rows = desk.all(
        select(columns.id, code, columns[described.title].label("title_")).order_by(code)
    )
    if not described.code or described.code == described.title:
        return tuple(Named(str(row[0]), "", str(row.title_)) for row in rows)
    return tuple(map(Named._make, rows))


def _linked(
    desk: Desk, noun: str, field: Field, ids: Iterable[str] | None
) -> dict[str, tuple[str, ...]]:
    table = METADATA.tables[field.link]
    own, other = link_columns(NOUNS[noun], field)
    statement = select(table.c[own], table.c[other])
    if ids is not None and len(listed := list(ids)) <= 500:
        statement = statement.where(table.c[own].in_(listed))
    found: dict[str, list[str]] = {}
    for row in desk.all(statement):
        found.setdefault(str(row[0]), []).append(str(row[1]))
    return {source: tuple(targets) for source, targets in found.items()}
