"""Everything about the forces that other people's formats may hold, asked for at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from exerciseplanner.domain.forces import UNIT
from exerciseplanner.domain.marking import marking_lines
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exchanges import UnitStandardRow, unit_standards
from exerciseplanner.workspace.queries.exercise import (
    classification_policy,
    exercise,
    field_choices,
)
from exerciseplanner.workspace.queries.forces import (
    CommandRelationRow,
    SideRow,
    UnitRow,
    command_relations,
    sides,
    units,
)
from exerciseplanner.workspace.queries.interoperability import standards
from exerciseplanner.workspace.queries.means import (
    CapabilityRow,
    EquipmentRow,
    SystemRow,
    UnitCapabilityRow,
    capabilities,
    equipment_list,
    systems,
    unit_capabilities,
)
from exerciseplanner.workspace.queries.participants import ParticipantRow, participants
from exerciseplanner.workspace.queries.unit_symbols import echelon_digits
from exerciseplanner.workspace.query import query


class PicturedExercise(NamedTuple):
    """Whose forces they are: `startex` is a UTC moment or empty, `marking` as documents print it.

    `marking` is the classification and, after it, to whom it may be released.
    """

    name: str
    startex: str
    zone: str
    marking: str


class ForcePicture(NamedTuple):
    """The forces of an exercise; superiors stand before their subordinates.

    `side_of` gives the side of every unit that has one, its own or that of its superior. `digits`
    gives digits 9 and 10 of a symbol code by echelon. `choices` gives what a choice of a unit,
    such as its echelon, is called: by field and code. `standards` gives the codes of standards.
    """

    exercise: PicturedExercise
    sides: tuple[SideRow, ...]
    units: tuple[UnitRow, ...]
    participants: tuple[ParticipantRow, ...]
    side_of: Mapping[str, str]
    digits: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]
    equipment: tuple[EquipmentRow, ...] = ()
    command_relations: tuple[CommandRelationRow, ...] = ()
    capabilities: tuple[CapabilityRow, ...] = ()
    unit_capabilities: tuple[UnitCapabilityRow, ...] = ()
    systems: tuple[SystemRow, ...] = ()
    unit_standards: tuple[UnitStandardRow, ...] = ()
    standards: Mapping[str, str] = MappingProxyType({})


def subordinates(picture: ForcePicture) -> Mapping[str | None, tuple[UnitRow, ...]]:
    """The units right under each unit, and under None those at the top; in the planner's order."""
    found: dict[str | None, list[UnitRow]] = {}
    for row in picture.units:
        found.setdefault(row.parent_id, []).append(row)
    return {above: tuple(rows) for above, rows in found.items()}


@query(
    "exercise",
    "marking_policy",
    "term",
    "side",
    "unit",
    "participant",
    "equipment",
    "command_relation",
    "capability",
    "unit_capability",
    "system",
    "unit_standard",
    "standard",
)
def force_picture(desk: Desk) -> ForcePicture:
    """Everything about the forces that a format may hold."""
    ordered = tuple(_superiors_first(units(desk)))
    return ForcePicture(
        exercise=_exercise(desk),
        sides=sides(desk),
        units=ordered,
        participants=participants(desk),
        side_of=_sides_of(ordered),
        digits=echelon_digits(desk),
        choices={
            field.name: field_choices(desk, field)
            for field in UNIT.columns
            if field.kind in ("choice", "pick")
        },
        equipment=equipment_list(desk),
        command_relations=command_relations(desk),
        capabilities=capabilities(desk),
        unit_capabilities=unit_capabilities(desk),
        systems=systems(desk),
        unit_standards=unit_standards(desk),
        standards={row.id: row.code for row in standards(desk)},
    )


def _exercise(desk: Desk) -> PicturedExercise:
    row = exercise(desk)
    try:
        lines = marking_lines(row.marking, classification_policy(desk))
    except Refusal:  # the marking of an exercise that was never marked says nothing
        lines = ("", "")
    return PicturedExercise(row.name, row.startex, row.zone, " ".join(filter(None, lines)))


def _superiors_first(rows: Iterable[UnitRow]) -> Iterable[UnitRow]:
    """Each unit after its superior; the order beside one another stays."""
    below: dict[str | None, list[UnitRow]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)
    pending = below.get(None, [])[::-1]
    while pending:
        row = pending.pop()
        yield row
        pending += below.get(row.id, ())[::-1]


def _sides_of(ordered: Iterable[UnitRow]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in ordered:
        side = row.side_id or found.get(row.parent_id or "")
        if side:
            found[row.id] = side
    return found
