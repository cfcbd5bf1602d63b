"""The standards that units hold, as the rules of exchange take them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from exerciseplanner.domain.exchange_paths import Holding, Names, Network, Protocol
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exchanges import UnitStandardRow, unit_standards
from exerciseplanner.workspace.queries.forces import UnitRow, units
from exerciseplanner.workspace.queries.interoperability import StandardRow, standards


class HeldStandards:
    """What every unit and every participant holds; read once from an open desk."""

    def __init__(self, desk: Desk) -> None:
        self._rows = unit_standards(desk)
        self.units: Mapping[str, UnitRow] = {row.id: row for row in units(desk)}
        self.standards: Mapping[str, StandardRow] = {row.id: row for row in standards(desk)}

    @cached_property
    def unit_names(self) -> Mapping[str, str]:
        """The name by which each unit is called, different for every unit that holds something."""
        short = {row.id: row.short_name or row.name for row in self.units.values()}
        often = Counter(short.values())
        return {
            unit: name if often[name] == 1 else self.units[unit].name
            for unit, name in short.items()
        }

    @cached_property
    def by_unit(self) -> Mapping[str, Sequence[Holding]]:
        """Holdings by the id of the unit."""
        found: dict[str, list[Holding]] = defaultdict(list)
        for row in self._rows:
            found[row.unit_id].append(self._holding(row))
        return found

    @cached_property
    def by_system(self) -> Mapping[str, Sequence[Holding]]:
        """Holdings by the id of the system through which a unit has them."""
        found: dict[str, list[Holding]] = defaultdict(list)
        for row in self._rows:
            if row.system_id:
                found[row.system_id].append(self._holding(row))
        return found

    @cached_property
    def by_participant(self) -> Mapping[str, Sequence[Holding]]:
        """Holdings of all units of a participant, by the id of the participant."""
        found: dict[str, list[Holding]] = defaultdict(list)
        for unit, held in self.by_unit.items():
            owner = self.units[unit].participant_id
            if owner:
                found[owner] += held
        return found

    @cached_property
    def network(self) -> Network:
        """The gateways among all units."""
        return Network(each for held in self.by_unit.values() for each in held)

    def chosen(self, standard_id: str, domain: str, spiral: str) -> Names | None:
        """The codes of the standards that fit all that is named; None where there is none."""
        if not (standard_id or domain or spiral):
            return frozenset()
        codes = {
            row.code
            for row in self.standards.values()
            if standard_id in ("", row.id)
            and domain in ("", row.domain)
            and spiral in ("", *row.spirals.split(", "))
        }
        return codes or None

    def _holding(self, row: UnitStandardRow) -> Holding:
        protocol = Protocol(self.standards[row.standard_id].code, row.edition)
        return Holding(self.unit_names[row.unit_id], protocol, row.role, bool(row.gateway))
