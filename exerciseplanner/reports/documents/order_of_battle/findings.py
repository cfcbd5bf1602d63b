"""Everything the order of battle tells, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from exerciseplanner.domain.mgrs import format_mgrs
from exerciseplanner.domain.orbat_command import in_force
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.strength import people
from exerciseplanner.reports.findings import ExerciseFindings
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.forces import CommandRelationRow, command_relations
from exerciseplanner.workspace.queries.order_of_battle import ForceRow, order_of_battle
from exerciseplanner.workspace.queries.participants import participants

_FIGURES = 4
"""Figures of each half of a grid reference: ten metres."""


class Provided(NamedTuple):
    """A participant with its units and their people, nobody counted twice."""

    code: str
    name: str
    units: int
    planned: int
    present: int


@dataclass(frozen=True)
class Camp:
    """A side with its units, each superior before its subordinates."""

    side: ForceRow | None
    units: tuple[ForceRow, ...]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.side.name if self.side else "Units"


@dataclass(frozen=True)
class Findings(ExerciseFindings):
    """The rows that the order of battle is composed from."""

    @cached_property
    def rows(self) -> tuple[ForceRow, ...]:
        """Sides and units."""
        return self.workspace.ask(order_of_battle)

    @cached_property
    def units(self) -> dict[str, ForceRow]:
        """Every unit by its id."""
        return {row.id: row for row in self.rows if row.noun == "unit"}

    @cached_property
    def camps(self) -> tuple[Camp, ...]:
        """The sides that have units."""
        below: dict[str | None, list[ForceRow]] = {}
        for row in self.units.values():
            parent = row.superior_id if row.superior_id in self.units else row.side_id
            below.setdefault(parent, []).append(row)
        sides = [row for row in self.rows if row.noun == "side"]
        made = [Camp(side, _in_order(side.id, below)) for side in sides]
        loose = _in_order(None, below)
        if loose:
            group = next((row for row in self.rows if not row.noun), None)
            made.append(Camp(group, loose))
        return tuple(camp for camp in made if camp.units)

    @cached_property
    def relations(self) -> tuple[CommandRelationRow, ...]:
        """Command relations between units that are there."""
        found = self.workspace.ask(command_relations)
        return tuple(
            row for row in found if row.unit_id in self.units and row.superior_id in self.units
        )

    @cached_property
    def commanded(self) -> dict[str, CommandRelationRow]:
        """The command relation of each unit that has one at STARTEX."""
        return in_force(self.relations, 0)

    @cached_property
    def provided(self) -> tuple[Provided, ...]:
        """What each participant provides, the most people first; it is left out without a unit."""
        counted = people(self.units.values())
        found: list[Provided] = []
        for row in self.workspace.ask(participants):
            own = [unit.id for unit in self.units.values() if unit.participant_id == row.id]
            planned = sum(counted[unit].own_planned for unit in own)
            present = sum(counted[unit].own_present for unit in own)
            if own:
                found.append(Provided(row.code, row.name, len(own), planned, present))
        return tuple(sorted(found, key=lambda each: (-each.present, -each.planned, each.code)))

    @cached_property
    def echelons(self) -> dict[str, str]:
        """Echelons in words."""
        return {term.code: term.name for term in self.workspace.ask(doctrine_terms, "echelon")}

    @cached_property
    def strength(self) -> tuple[int, int]:
        """People present and planned, nobody counted twice."""
        tops = [row for row in self.units.values() if row.superior_id not in self.units]
        return sum(row.present for row in tops), sum(row.planned for row in tops)

    def short(self, unit_id: str) -> str:
        """The short name of a unit."""
        row = self.units[unit_id]
        return row.short_name or row.name

    def place(self, row: ForceRow) -> str:
        """The name of a unit's place and its grid reference."""
        reference = ""
        if row.latitude is not None and row.longitude is not None:
            try:
                reference = format_mgrs(row.latitude, row.longitude, _FIGURES, spaced=True)
            except Refusal:
                reference = f"{row.latitude:.4f}, {row.longitude:.4f}"
        return "\n".join(part for part in (row.location_name, reference) if part)


def of_planned(present: int, planned: int) -> str:
    """People present of those planned."""
    return f"{present:,} of {planned:,}" if present or planned else ""


def _in_order(top: str | None, below: dict[str | None, list[ForceRow]]) -> tuple[ForceRow, ...]:
    found: list[ForceRow] = []
    ahead = list(reversed(below.get(top, ())))
    while ahead:
        row = ahead.pop()
        found.append(row)
        ahead += reversed(below.get(row.id, ()))
    return tuple(found)
