"""The sides and participants that a list of units names: those of the plan, or new ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from exerciseplanner.domain.intake import Doubt, Link, Proposed
from exerciseplanner.exchange.unit_sheets.cells import identity_of
from exerciseplanner.exchange.unit_sheets.headings import IDENTITY
from exerciseplanner.exchange.unit_sheets.lines import Line
from exerciseplanner.workspace.packs import country_names
from exerciseplanner.workspace.queries.exercise import exercise
from exerciseplanner.workspace.queries.forces import sides
from exerciseplanner.workspace.queries.participants import participants
from exerciseplanner.workspace.workspace import Workspace


@dataclass(frozen=True)
class Plan:
    """What a list of units may refer to in the plan.

    `sides` are the names of sides, `providers` the codes of participants by code and by name; all
    keys in small letters.
    """

    sides: Mapping[str, str] = field(default_factory=dict)
    providers: Mapping[str, str] = field(default_factory=dict)
    startex: datetime | None = None
    zone: str = "Z"


def plan_of(workspace: Workspace) -> Plan:
    """What stands in the plan of an exercise."""
    row = workspace.ask(exercise)
    rows = workspace.ask(participants)
    by_name = {each.name.casefold(): each.code for each in rows if each.code}
    return Plan(
        sides={each.name.casefold(): each.name for each in workspace.ask(sides)},
        providers=by_name | {each.code.casefold(): each.code for each in rows if each.code},
        startex=datetime.fromisoformat(row.startex) if row.startex else None,
        zone=row.zone,
    )


class Owners:
    """Finds sides and participants by what a list calls them; proposes those there are not."""

    def __init__(self, plan: Plan, doubts: list[Doubt]) -> None:
        self._plan = plan
        self._doubts = doubts
        self._sides: dict[str, Proposed] = {}
        self._providers: dict[str, Proposed] = {}

    def rows(self) -> tuple[Proposed, ...]:
        """The sides and participants to add."""
        return (*self._providers.values(), *self._sides.values())

    def side(self, name: str, owner: Line) -> Link | None:
        """The side of that name; a new one is of the identity that the row states."""
        key = name.casefold()
        if not key:
            return None
        if key in self._plan.sides:
            return Link("side", self._plan.sides[key], match="name")
        if key not in self._sides:
            stated = identity_of(owner.cells.get(IDENTITY, "")) or identity_of(name)
            if not stated:
                said = f"Whether “{name}” is friend or hostile is not said; taken as unknown."
                self._doubts.append(Doubt(owner.place, said))
            values = {"name": name, "identity": stated or "unknown"}
            self._sides[key] = Proposed("side", name, owner.place, values)
        return Link("side", self._sides[key].key)

    def participant(self, name: str, owner: Line) -> Link | None:
        """The participant of that code or name."""
        key = name.casefold()
        if not key:
            return None
        if key in self._plan.providers:
            return Link("participant", self._plan.providers[key], match="code")
        countries = country_names()
        codes = {country.casefold(): code for code, country in countries.items()}
        code = codes.get(key, name.upper() if name.upper() in countries else name)
        if code.casefold() in self._plan.providers:
            return Link("participant", self._plan.providers[code.casefold()], match="code")
        values = {"code": code, "name": countries.get(code, name)}
        made = Proposed("participant", code, owner.place, values)
        return Link("participant", self._providers.setdefault(code.casefold(), made).key)
