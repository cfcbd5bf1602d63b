"""Changing which moves between states the exercise allows, and who may make them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from exerciseplanner.domain.doctrine_kinds import STATES, term_kind
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.doctrine import term, transition
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.records import next_seq


@operation("Allow move between states")
def add_transition(desk: Desk, kind: str, from_code: str, to_code: str, role: str = "") -> str:
    """Allow a move from one state of a kind to another, made by a role; returns its id.

    Raises:
        Refusal: the states are the same, one of them or the role is not known, or the move is
            allowed already.
    """
    if kind not in STATES:
        raise Refusal(f"A {term_kind(kind).singular} has no moves.", field="kind")
    names = _names(desk, kind)
    for field, code in (("from_code", from_code), ("to_code", to_code)):
        if code not in names:
            raise Refusal(
                f"“{code}” is no {term_kind(kind).singular}.",
                field=field,
                remedy=f"Choose one of: {', '.join(names.values())}.",
            )
    if from_code == to_code:
        raise Refusal("A move leads to another state.", field="to_code", remedy="Choose another.")
    _check_role(desk, role)
    for row in desk.all(select(transition).where(transition.c.kind == kind)):
        if (row.from_code, row.to_code) == (from_code, to_code):
            raise Refusal(
                f"{names[from_code]} to {names[to_code]} is allowed already.",
                field="to_code",
                remedy="Change its role in the list of moves.",
            )
    move = {"kind": kind, "from_code": from_code, "to_code": to_code, "role": role}
    return desk.add(transition, {"seq": next_seq(desk, transition), **move})


@operation("Edit move between states")
def edit_transitions(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Let another role make these moves.

    Raises:
        Refusal: anything but the role would change, or the role is not known.
    """
    for name in changes:
        if name != "role":
            raise Refusal(
                "Only the role of a move can be changed.",
                field=name,
                remedy="Remove the move and allow another one.",
            )
    role = str(changes.get("role") or "")
    _check_role(desk, role)
    rows = desk.rows(transition, ids)
    desk.change(transition, [str(row.id) for row in rows if row.role != role], {"role": role})


@operation("Forbid move between states")
def remove_transitions(desk: Desk, ids: Iterable[str]) -> None:
    """Allow these moves no longer; what is in a state stays there."""
    desk.remove(transition, ids)


def _names(desk: Desk, kind: str) -> dict[str, str]:
    columns = select(term.c.code, term.c.name)
    rows = desk.all(columns.where(term.c.kind == kind).order_by(term.c.seq))
    return {str(row[0]): str(row[1]) for row in rows}


def _check_role(desk: Desk, role: str) -> None:
    if role and role not in _names(desk, "role"):
        raise Refusal(
            f"There is no role “{role}”.", field="role", remedy="Choose a role from the list."
        )
