"""Changing the strands of the MEL/MIL: storylines, events and incidents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exerciseplanner.domain.injects import STRAND
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.storylines import strand
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.operations.serials import strand_serial
from exerciseplanner.workspace.records import add_row, edit_rows, remove_rows

#: What may stand below what: an incident may hang directly below a storyline.
_BELOW = {"storyline": (None,), "event": ("storyline",), "incident": ("storyline", "event")}


@operation("Add MEL/MIL strand")
def add_strand(desk: Desk, values: Mapping[str, object]) -> str:
    """Add a storyline, an event or an incident and give it the next serial; returns its id."""
    kind = str(values.get("kind") or "storyline")
    parent = values.get("parent_id")
    _check_place(desk, kind, parent)
    parent_serial = str(desk.row(strand, str(parent)).serial) if parent else ""
    serial = values.get("serial") or strand_serial(desk, kind, parent_serial)
    return add_row(desk, STRAND, {**values, "kind": kind, "serial": serial})


@operation("Edit MEL/MIL strand")
def edit_strands(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give the same new field values to each of these strands."""
    listed = list(ids)
    if "parent_id" in changes or "kind" in changes:
        for row in desk.rows(strand, listed):
            _check_place(
                desk,
                str(changes.get("kind", row.kind)),
                changes.get("parent_id", row.parent_id),
            )
    edit_rows(desk, STRAND, listed, changes)


@operation("Remove MEL/MIL strand")
def remove_strands(desk: Desk, ids: Iterable[str]) -> None:
    """Remove these strands with the events, incidents and injects in them."""
    remove_rows(desk, STRAND, ids)


def _check_place(desk: Desk, kind: str, parent: object) -> None:
    above = str(desk.row(strand, str(parent)).kind) if parent else None
    allowed = _BELOW.get(kind)
    if allowed is None:
        raise Refusal(
            f"“{kind}” is no kind of strand.",
            field="kind",
            remedy="Choose storyline, event or incident.",
        )
    if above not in allowed:
        wanted = " or ".join(str(each) for each in allowed if each)
        raise Refusal(
            f"A strand of kind {kind} cannot stand {'below ' + above if above else 'alone'}.",
            field="parent_id",
            remedy=f"Put it below a {wanted}." if wanted else "Put it at the top.",
        )
