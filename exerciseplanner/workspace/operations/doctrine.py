"""Changing the doctrine pack as it stands in this exercise: its terms and the moves of states."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from exerciseplanner.domain.doctrine_kinds import attribute_fields, term_kind, term_noun
from exerciseplanner.domain.fields import Field, Noun
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.doctrine import term
from exerciseplanner.workspace.checking import checked
from exerciseplanner.workspace.desk import AnyRow, Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.term_uses import uses_in_words, uses_of

_OWN_SOURCE = "Added in this exercise"


@operation("Add doctrine term")
def add_term(desk: Desk, kind: str, values: Mapping[str, object]) -> str:
    """Add a term of a kind behind the others; returns its id.

    What its kind must state and `values` do not gets its first choice, or zero.

    Raises:
        Refusal: there is no such kind, code or name is missing, or the code is taken.
    """
    noun = term_noun(kind)
    columns, attributes = _checked_values(desk, noun, kind, values)
    for name in ("code", "name"):
        if not columns.get(name):
            raise _missing(noun.field(name))
    _check_code(desk, kind, str(columns["code"]))
    for field in attribute_fields(kind):
        if field.required and field.name not in attributes:
            attributes[field.name] = field.options[0][0] if field.options else 0
    last = desk.first(select(func.max(term.c.seq)).where(term.c.kind == kind))
    row = {"kind": kind, "seq": 0 if last is None or last[0] is None else last[0] + 1}
    row |= {"source": _OWN_SOURCE, "edited": 1, "attributes": _written(attributes), **columns}
    return desk.add(term, row)


@operation("Edit doctrine term")
def edit_terms(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give terms of one kind the same new values in this exercise; they are marked as edited.

    Raises:
        Refusal: a value is not what its field takes, a name is empty, or the code of a term that
            is used or a code that another term has would change.
    """
    rows = _rows_of_one_kind(desk, list(ids))
    if not rows:
        return
    kind = str(rows[0].kind)
    columns, attributes = _checked_values(desk, term_noun(kind), kind, changes)
    if "code" in columns:
        _check_new_code(desk, rows, str(columns["code"]))
    for row in rows:
        before = json.loads(row.attributes)
        after = {**before, **attributes}
        new = {**columns, "attributes": _written(after)} if after != before else columns
        if any(getattr(row, name) != value for name, value in new.items()):
            desk.change(term, [str(row.id)], {**new, "edited": 1})


@operation("Remove doctrine term")
def remove_terms(desk: Desk, ids: Iterable[str]) -> None:
    """Remove terms that nothing in the exercise uses.

    Raises:
        Refusal: something uses one of them; says what.
    """
    rows = desk.rows(term, ids)
    for row in rows:
        _check_unused(desk, row, "removed")
    for kind in {str(row.kind) for row in rows}:
        going = sum(row.kind == kind for row in rows)
        total = desk.first(select(func.count()).select_from(term).where(term.c.kind == kind))
        if total is not None and going >= total[0]:
            raise Refusal(
                f"An exercise needs at least one {term_kind(kind).singular}.",
                remedy="Add another one first.",
            )
    desk.remove(term, [str(row.id) for row in rows])


@operation("Arrange doctrine terms")
def arrange_terms(desk: Desk, ids: Sequence[str]) -> None:
    """Let these terms of one kind stand in this order, in the places they have in its list."""
    rows = {str(row.id): row for row in _rows_of_one_kind(desk, list(ids))}
    wanted = [row_id for row_id in ids if row_id in rows]
    places = sorted(int(row.seq) for row in rows.values())
    if len(set(places)) < len(places):
        places = list(range(places[0], places[0] + len(places)))
    for row_id, seq in zip(wanted, places, strict=True):
        if rows[row_id].seq != seq:
            desk.change(term, [row_id], {"seq": seq})


def _rows_of_one_kind(desk: Desk, ids: list[str]) -> list[AnyRow]:
    rows = desk.rows(term, ids)
    if len(rows) < len(set(ids)):
        raise Refusal("Some of these terms are no longer in the exercise.", remedy="Choose anew.")
    if len({row.kind for row in rows}) > 1:
        raise Refusal("These terms are of several kinds.", remedy="Choose terms of one kind.")
    return rows


def _checked_values(
    desk: Desk, noun: Noun, kind: str, values: Mapping[str, object]
) -> tuple[dict[str, object], dict[str, object]]:
    """Values as the table keeps them: columns of every term, and attributes of the kind."""
    own = {field.name for field in attribute_fields(kind)}
    columns: dict[str, object] = {}
    attributes: dict[str, object] = {}
    for name, value in values.items():
        field = _field(noun, name)
        kept = checked(desk, noun, field, value)
        if field.required and kept in (None, ""):
            raise _missing(field)
        if name in own:
            attributes[name] = _plain(field, kept)
        else:
            columns[name] = kept
    return columns, attributes


def _field(noun: Noun, name: str) -> Field:
    try:
        return noun.field(name)
    except KeyError as error:
        known = ", ".join(field.name for field in noun.fields)
        raise Refusal(
            f"A {noun.singular} has no field {name}.", field=name, remedy=f"Fields: {known}."
        ) from error


def _missing(field: Field) -> Refusal:
    return Refusal(
        f"{field.label} cannot be empty.", field=field.name, remedy=f"State the {field.label}."
    )


def _plain(field: Field, kept: Any) -> object:
    if field.kind == "flag":
        return bool(kept)
    return json.loads(kept) if field.kind == "codes" else kept


def _written(attributes: Mapping[str, object]) -> str:
    stated = {name: value for name, value in attributes.items() if value not in (None, "", [])}
    return json.dumps(stated, ensure_ascii=False, sort_keys=True)


def _check_new_code(desk: Desk, rows: Sequence[AnyRow], code: str) -> None:
    changing = [row for row in rows if row.code != code]
    for row in changing:
        _check_unused(desk, row, "given another code")
    if changing:
        _check_code(desk, str(rows[0].kind), code)
    if len(rows) > 1:
        raise Refusal("Each term has a code of its own.", field="code", remedy="Edit one term.")


def _check_code(desk: Desk, kind: str, code: str) -> None:
    taken = desk.first(
        select(term.c.name).where(term.c.kind == kind, func.lower(term.c.code) == code.lower())
    )
    if taken is not None:
        raise Refusal(
            f"The code {code} belongs to “{taken[0]}”.",
            field="code",
            remedy=f"Give the {term_kind(kind).singular} another code.",
        )


def _check_unused(desk: Desk, row: AnyRow, done: str) -> None:
    kind = str(row.kind)
    uses = uses_of(desk, kind).get(str(row.code), ())
    if uses:
        singular = term_kind(kind).singular
        raise Refusal(
            f"The {singular} “{row.name}” cannot be {done}: {uses_in_words(uses)} "
            f"{'uses' if len(uses) == 1 and uses[0].number == 1 else 'use'} it.",
            field="code",
            remedy=f"Give them another {singular} first.",
        )
