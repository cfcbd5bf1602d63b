"""Adding, editing and removing rows of any noun, with every value checked against its field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import uuid4

from sqlalchemy import Table, func, select

from exerciseplanner.domain.fields import Field, Noun
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.workspace.checking import checked
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.numbering import note_serial


def table_of(noun: Noun) -> Table:
    """The table that keeps the rows of a noun."""
    return METADATA.tables[noun.name]


def add_row(desk: Desk, noun: Noun, values: Mapping[str, object]) -> str:
    """Add a row after checking its values; returns its id.

    Raises:
        Refusal: a value is not what its field takes, or a required one is missing.
    """
    columns, links = checked_values(desk, noun, values)
    for field in noun.columns:
        if field.required and columns.get(field.name) in (None, ""):
            raise Refusal(
                f"{field.label} is missing.", field=field.name, remedy=f"State the {field.label}."
            )
    table = table_of(noun)
    if "seq" in table.c and "seq" not in columns:
        columns["seq"] = next_seq(desk, table)
    if columns.get("serial"):
        note_serial(desk, columns["serial"])
    row_id = desk.add(table, columns)
    for field, ids in links:
        set_links(desk, noun, field, row_id, ids)
    return row_id


def edit_rows(desk: Desk, noun: Noun, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new values to every row named; values that stand already are not written.

    Raises:
        Refusal: a value is not what its field takes, or a row is gone.
    """
    listed = list(ids)
    columns, links = checked_values(desk, noun, changes)
    for field in noun.columns:
        if field.required and field.name in columns and columns[field.name] in (None, ""):
            raise Refusal(
                f"{field.label} cannot be empty.", field=field.name, remedy="Type a value."
            )
    table = table_of(noun)
    _check_loops(desk, noun, listed, columns)
    rows = desk.rows(table, listed)
    if len(rows) < len(set(listed)):
        raise Refusal(
            f"Some of these {noun.plural} are no longer in the exercise.",
            remedy="Choose them anew.",
        )
    if columns:
        differing = [
            str(row.id)
            for row in rows
            if any(getattr(row, name) != value for name, value in columns.items())
        ]
        desk.change(table, differing, columns)
        if differing and columns.get("serial"):
            note_serial(desk, columns["serial"])
    for field, targets in links:
        for row_id in listed:
            set_links(desk, noun, field, row_id, targets)


def remove_rows(desk: Desk, noun: Noun, ids: Iterable[str]) -> None:
    """Remove rows, and with them what cannot stand without them."""
    desk.remove(table_of(noun), ids)


def set_links(desk: Desk, noun: Noun, field: Field, row_id: str, targets: Sequence[str]) -> None:
    """Make exactly these rows the ones that `row_id` is linked to through a field."""
    table = METADATA.tables[field.link]
    own, other = link_columns(noun, field)
    present = {
        str(getattr(row, other)): str(row.id)
        for row in desk.all(select(table).where(table.c[own] == row_id))
    }
    desk.remove(table, [id_ for target, id_ in present.items() if target not in targets])
    desk.add_all(
        table,
        [
            {"id": str(uuid4()), own: row_id, other: target}
            for target in dict.fromkeys(targets)
            if target not in present
        ],
    )


def link_columns(noun: Noun, field: Field) -> tuple[str, str]:
    """The two reference columns of a link table: to the noun itself and to the field's noun."""
    return f"{noun.name}_id", f"{field.choices}_id"


def next_seq(desk: Desk, table: Table) -> int:
    """The place after the last row of a table."""
    last = desk.first(select(func.max(table.c.seq)))
    highest: int | None = last[0] if last else None
    return 0 if highest is None else highest + 1


def checked_values(
    desk: Desk, noun: Noun, values: Mapping[str, object]
) -> tuple[dict[str, object], list[tuple[Field, Sequence[str]]]]:
    """Split values into columns as the table keeps them and links, each checked.

    Raises:
        Refusal: a name is no field of the noun, or a value is not what its field takes.
    """
    columns: dict[str, object] = {}
    links: list[tuple[Field, Sequence[str]]] = []
    for name, value in values.items():
        try:
            field = noun.field(name)
        except KeyError as error:
            known = ", ".join(field.name for field in noun.fields)
            raise Refusal(
                f"A {noun.singular} has no field {name}.", field=name, remedy=f"Fields: {known}."
            ) from error
        if field.kind == "references":
            links.append((field, _targets(desk, field, value)))
        else:
            columns[name] = checked(desk, noun, field, value)
    return columns, links


def _targets(desk: Desk, field: Field, value: object) -> list[str]:
    ids = [str(each) for each in value] if isinstance(value, Iterable) else []
    table = table_of(NOUNS[field.choices])
    found = {str(row.id) for row in desk.rows(table, ids)}
    if found != set(ids):
        raise Refusal(
            f"{field.label} names a {NOUNS[field.choices].singular} that is not in the exercise.",
            field=field.name,
            remedy="Choose from the list.",
        )
    return ids


def _check_loops(desk: Desk, noun: Noun, ids: Sequence[str], columns: Mapping[str, object]) -> None:
    parent = columns.get("parent_id")
    table = table_of(noun)
    seen: set[object] = set()
    while parent is not None and parent not in seen:
        seen.add(parent)
        if parent in ids:
            raise Refusal(
                f"A {noun.singular} cannot be part of itself.",
                field="parent_id",
                remedy="Choose one that is not below it.",
            )
        row = desk.first(select(table.c.parent_id).where(table.c.id == parent))
        parent = row[0] if row else None
