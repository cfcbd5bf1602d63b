"""Placing units under another command for a time."""

from __future__ import annotations

from collections.abc import Iterable

from exerciseplanner.domain.command import COMMAND_RELATION
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.forces import unit
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation
from exerciseplanner.workspace.queries.forces import units
from exerciseplanner.workspace.records import add_row


@operation("Place under command")
def place_under_command(
    desk: Desk,
    unit_ids: Iterable[str],
    superior_id: str,
    relation: str,
    start: int | None = None,
    finish: int | None = None,
) -> tuple[str, ...]:
    """Give units a superior for a time beside the tree they stand in; returns the relations' ids.

    `relation` is a term of the kind command_relation (OPCOM, OPCON, TACOM, TACON); `start` and
    `finish` are minutes from STARTEX, None for the beginning and the end.

    Raises:
        Refusal: a unit would command itself or what commands it, or the time ends before it begins.
    """
    wanted = list(unit_ids)
    superior = desk.row(unit, superior_id)
    parents = {row.id: row.parent_id for row in units(desk)}
    if start is not None and finish is not None and finish <= start:
        raise Refusal(
            "The relation would end before it begins.", field="finish", remedy="Name a later end."
        )
    for each in wanted:
        if each == superior_id or each in _above(parents, superior_id):
            name = desk.row(unit, each).name
            raise Refusal(
                f"{name} cannot come under {superior.name}, which it commands.",
                field="superior_id",
                remedy="Choose a unit that is not below it.",
            )
    values = {"superior_id": superior_id, "relation": relation, "start": start, "finish": finish}
    return tuple(add_row(desk, COMMAND_RELATION, {"unit_id": each, **values}) for each in wanted)


def _above(parents: dict[str, str | None], unit_id: str) -> set[str]:
    found: set[str] = set()
    at = parents.get(unit_id)
    while at is not None and at not in found:
        found.add(at)
        at = parents.get(at)
    return found
