"""What stands where: units with their symbols and places, and injects that have a place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from exerciseplanner.storage.tables.forces import unit
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.forces import UnitRow, sides, units
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.queries.participants import participants
from exerciseplanner.workspace.queries.unit_symbols import echelon_digits, unit_symbols
from exerciseplanner.workspace.query import query

_SERVICE_LEVELS: Mapping[str, int] = {
    "FLIGHT": 14,
    "SHIP": 16,
    "TASK-UNIT": 17,
    "WING": 18,
    "TASK-GROUP": 18,
    "TASK-FORCE": 21,
    "FLEET": 23,
}
"""Echelons that have no marks of their own, beside the land echelon they are compared with."""


class MapUnit(NamedTuple):
    """One unit as the map shows it; without a place latitude and longitude are None.

    `level` compares echelons across the services: it is larger for a higher one, 0 where there is
    none. `superior` and `participant` are names to be read.
    """

    id: str
    name: str
    short_name: str
    superior_id: str | None
    superior: str
    participant_id: str | None
    participant: str
    side: str
    identity: str
    role: str
    echelon: str
    echelon_name: str
    level: int
    symbol: str
    location_name: str
    latitude: float | None
    longitude: float | None

    @property
    def noun(self) -> str:
        """What it is, for lists in which other things stand too."""
        return "unit"

    @property
    def is_placed(self) -> bool:
        """Whether it has a place."""
        return self.latitude is not None and self.longitude is not None


class PlacedInject(NamedTuple):
    """An inject that has a place."""

    id: str
    serial: str
    title: str
    location_name: str
    latitude: float
    longitude: float


class UnitPlace(NamedTuple):
    """Where one unit stands; None where nobody has said."""

    latitude: float | None
    longitude: float | None


@query("unit", "side", "participant", "term")
def unit_map(desk: Desk) -> tuple[MapUnit, ...]:
    """Every unit, placed or not, in the order of the order of battle."""
    every = units(desk)
    by_id = {row.id: row for row in every}
    camps = {row.id: row for row in sides(desk)}
    nations = {row.id: row.name for row in participants(desk)}
    symbols = {row.id: row for row in unit_symbols(desk)}
    names = {term.code: term.name for term in doctrine_terms(desk, "echelon")}
    levels = {**_SERVICE_LEVELS, **{code: int(d) for code, d in echelon_digits(desk).items()}}
    found = []
    for row in every:
        superior = by_id.get(row.parent_id or "")
        camp = camps.get(_side_of(by_id, row))
        found.append(
            MapUnit(
                row.id,
                row.name,
                row.short_name,
                row.parent_id,
                (superior.short_name or superior.name) if superior else "",
                row.participant_id,
                nations.get(row.participant_id or "", ""),
                camp.name if camp else "",
                camp.identity if camp else "unknown",
                row.role,
                row.echelon,
                names.get(row.echelon, row.echelon),
                levels.get(row.echelon, 0),
                symbols[row.id].code,
                row.location_name,
                row.latitude,
                row.longitude,
            )
        )
    return tuple(found)


@query("inject")
def placed_injects(desk: Desk) -> tuple[PlacedInject, ...]:
    """Every inject that has a place, by planned time."""
    return tuple(
        PlacedInject(row.id, row.serial, row.title, row.location_name, row.latitude, row.longitude)
        for row in injects(desk)
        if row.latitude is not None and row.longitude is not None
    )


@query("unit")
def unit_place(desk: Desk, unit_id: str) -> UnitPlace:
    """Where a unit stands; nowhere if it is gone."""
    found = desk.rows(unit, [unit_id])
    return UnitPlace(found[0].latitude, found[0].longitude) if found else UnitPlace(None, None)


def _side_of(by_id: Mapping[str, UnitRow], row: UnitRow) -> str:
    """The side of a unit, or of the nearest superior that has one."""
    met: set[str] = set()
    above: UnitRow | None = row
    while above is not None and not above.side_id and above.id not in met:
        met.add(above.id)
        above = by_id.get(above.parent_id or "")
    return (above.side_id or "") if above else ""
