"""Changing injects: writing them, moving them in time, and taking them through their states."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from uuid import uuid4

from sqlalchemy import select

from exerciseplanner.domain.injects import INJECT
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.storage.tables.doctrine import term, transition
from exerciseplanner.storage.tables.injects import inject, inject_dependency
from exerciseplanner.storage.tables.storylines import strand
from exerciseplanner.workspace.desk import AnyRow, Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.operations.serials import inject_serial
from exerciseplanner.workspace.records import add_row, edit_rows, remove_rows


@operation("Add inject")
def add_inject(desk: Desk, values: Mapping[str, object]) -> str:
    """Add an inject, give it the next serial and the first state; returns its id."""
    parent = values.get("strand_id")
    parent_serial = str(desk.row(strand, str(parent)).serial) if parent else ""
    serial = values.get("serial") or inject_serial(desk, parent_serial)
    _check_serial(desk, str(serial), ())
    state = values.get("state") or first_state(desk)
    return add_row(desk, INJECT, {**values, "serial": serial, "state": state})


@operation("Edit inject")
def edit_injects(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these injects.

    Raises:
        Refusal: a change of state that the doctrine pack does not allow, a serial that another
            inject has, or a value that its field does not take.
    """
    listed = list(ids)
    if "serial" in changes:
        _check_serial(desk, str(changes["serial"]).strip(), listed)
    edit_rows(desk, INJECT, listed, {k: v for k, v in changes.items() if k != "state"})
    if "state" in changes:
        set_inject_state(desk, listed, str(changes["state"]))


@operation("Remove inject")
def remove_injects(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these injects; their serials are not given out again."""
    remove_rows(desk, INJECT, ids)


@operation("Change state of inject")
def set_inject_state(desk: Desk, ids: Iterable[str], state: str) -> None:
    """Take injects to a state along the moves that the doctrine pack allows.

    On the way into a delivered state the moment of release is kept beside the planned time.

    Raises:
        Refusal: the pack knows no such state, or no move leads there from where an inject is.
    """
    names = _state_names(desk)
    if state not in names:
        raise Refusal(
            f"“{state}” is no state of an inject.",
            field="state",
            remedy=f"Choose one of: {', '.join(names.values())}.",
        )
    allowed = {
        (str(row.from_code), str(row.to_code))
        for row in desk.all(select(transition).where(transition.c.kind == "inject_state"))
    }
    for row in desk.rows(inject, ids):
        now = str(row.state)
        if now == state:
            continue
        if now and (now, state) not in allowed:
            raise _no_move(str(row.serial), now, state, names, allowed)
        released = state in _delivered_states(desk) and row.released_at is None
        desk.change(
            inject, [row.id], {"state": state, **({"released_at": desk.stamp} if released else {})}
        )


@operation("Reschedule inject")
def reschedule_injects(desk: Desk, ids: Iterable[str], start: int | None) -> None:
    """Plan each of these injects for `start` minutes from STARTEX, or leave it untimed."""
    edit_rows(desk, INJECT, ids, {"start": start})


@operation("Shift injects")
def shift_injects(desk: Desk, ids: Iterable[str], minutes: int) -> None:
    """Move timed injects by so many minutes, keeping their distances; untimed ones stay."""
    for row in desk.rows(inject, ids):
        if row.start is not None and minutes:
            desk.change(inject, [row.id], {"start": row.start + minutes})


@operation("Duplicate inject")
def duplicate_injects(desk: Desk, ids: Iterable[str]) -> tuple[str, ...]:
    """Copy injects with their links under new serials, back in the first state; returns the ids."""
    rows = {str(row.id): row for row in desk.rows(inject, ids)}
    return tuple(copied_inject(desk, rows[row_id]) for row_id in ids if row_id in rows)


def copied_inject(desk: Desk, row: AnyRow, **changed: object) -> str:
    """Copy one inject with its links, with some fields changed; returns the id of the copy."""
    values = {
        field.name: getattr(row, field.name)
        for field in INJECT.columns
        if field.name not in _NOT_COPIED
    }
    for field in INJECT.links:
        table = METADATA.tables[field.link]
        other = f"{field.choices}_id"
        found = desk.all(select(table.c[other]).where(table.c.inject_id == row.id))
        values[field.name] = [str(each[0]) for each in found]
    return add_inject(desk, {**values, **changed})


_NOT_COPIED = frozenset(
    {"serial", "state", "released_at", "released_by", "acknowledged_at", "response"}
)


@operation("Link injects")
def link_injects(
    desk: Desk, inject_id: str, after_id: str, delay: int = 0, condition: str = ""
) -> str:
    """Say that an inject follows another after `delay` minutes; returns the dependency's id.

    Raises:
        Refusal: the two would wait for each other.
    """
    if inject_id == after_id or _follows(desk, after_id, inject_id):
        raise Refusal(
            "These injects would wait for each other.",
            field="after_id",
            remedy="Take away the other dependency first.",
        )
    return desk.add(
        inject_dependency,
        {
            "id": str(uuid4()),
            "inject_id": inject_id,
            "after_id": after_id,
            "delay": delay,
            "condition": condition,
        },
    )


@operation("Unlink injects")
def unlink_injects(desk: Desk, inject_id: str, after_id: str) -> None:
    """Take away the dependency of an inject on another."""
    desk.remove_where(inject_dependency, inject_id=inject_id, after_id=after_id)


def first_state(desk: Desk) -> str:
    """The state in which an inject is written first, by the doctrine pack."""
    row = desk.first(
        select(term.c.code).where(term.c.kind == "inject_state").order_by(term.c.seq).limit(1)
    )
    return str(row[0]) if row else ""


def _follows(desk: Desk, inject_id: str, other: str) -> bool:
    open_, seen = [inject_id], {inject_id}
    while open_:
        current = open_.pop()
        if current == other:
            return True
        rows = desk.all(
            select(inject_dependency.c.after_id).where(inject_dependency.c.inject_id == current)
        )
        fresh = {str(row[0]) for row in rows} - seen
        seen |= fresh
        open_ += fresh
    return False


def _check_serial(desk: Desk, serial: str, own: Iterable[str]) -> None:
    taken = desk.all(select(inject.c.id).where(inject.c.serial == serial))
    if serial and any(str(row[0]) not in set(own) for row in taken):
        raise Refusal(
            f"The serial {serial} is taken.", field="serial", remedy="Serials are never reused."
        )


def _state_names(desk: Desk) -> dict[str, str]:
    rows = desk.all(select(term).where(term.c.kind == "inject_state").order_by(term.c.seq))
    return {str(row.code): str(row.name) for row in rows}


def _delivered_states(desk: Desk) -> frozenset[str]:
    rows = desk.all(select(term).where(term.c.kind == "inject_state"))
    return frozenset(
        str(row.code) for row in rows if json.loads(row.attributes).get("standing") == "delivered"
    )


def _no_move(
    serial: str, now: str, state: str, names: Mapping[str, str], allowed: set[tuple[str, str]]
) -> Refusal:
    ways = [names[to] for from_, to in sorted(allowed) if from_ == now and to in names]
    return Refusal(
        f"{serial} is {names.get(now, now)} and cannot become {names[state]} from there.",
        field="state",
        remedy=f"From there it can become: {', '.join(ways) or 'nothing else'}.",
    )
