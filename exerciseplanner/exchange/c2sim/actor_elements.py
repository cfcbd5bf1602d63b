"""Units and platforms as elements, in the order of the schema."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lxml import etree

from exerciseplanner.exchange.c2sim import notes
from exerciseplanner.exchange.c2sim.codes import (
    CIVIL,
    DIGITS_NAMESPACE,
    DIS_PARTS,
    ECHELON_CODES,
    ECHELONS,
    NIL,
    NO_TYPE,
    STATUS_CODES,
    UNSTATED_ECHELONS,
)
from exerciseplanner.exchange.c2sim.elements import Elements, clean
from exerciseplanner.exchange.c2sim.outgoing_symbols import OutgoingSymbol
from exerciseplanner.exchange.writing import LossCount, degrees
from exerciseplanner.workspace.queries.forces import UnitRow
from exerciseplanner.workspace.queries.means import EquipmentRow

_LARGEST_PART = 127
_NAMED = re.compile(r"(.+?)(?: \(([^()]*)\))?")
_POSITION = re.compile(r"(-?\d+(?:\.\d+)?(?:e-\d+)?), (-?\d+(?:\.\d+)?(?:e-\d+)?)")
_PLATFORMS: Mapping[str, str] = {
    **dict.fromkeys(("01", "02", "05", "06"), "Aircraft"),
    "30": "SurfaceVessel",
    **dict.fromkeys(("35", "36"), "SubsurfaceVessel"),
}
"""What a platform is by digits 5 and 6 of its symbol; everything else is a vehicle."""


class Held(NamedTuple):
    """Where an actor stands: UUIDs of its own, its side, superior and country, empty for none."""

    uuid: str
    side: str
    superior: str
    country: str = ""


class ActorElements:
    """Makes the elements of actors, and counts what of them is lost on the way."""

    def __init__(self, elements: Elements, losses: LossCount) -> None:
        self._make = elements
        self._losses = losses

    def unit(
        self,
        parent: etree._Element,
        row: UnitRow,
        held: Held,
        symbol: OutgoingSymbol,
        holdings: Iterable[EquipmentRow],
        relations: Iterable[tuple[str, str]],
    ) -> None:
        """A unit, or an organisation where its domain is civil; `relations` as (superior, code)."""
        civil = row.domain == CIVIL
        collective = self._make.add(parent, "Entity", "ActorEntity", "CollectiveEntity")
        if civil:
            element = self._make.add(collective, "NonMilitaryOrganization")
        else:
            element = self._make.add(collective, "MilitaryOrganization", "Unit")
        self._descriptor(element, held)
        for each in holdings:
            self._resource(element, each)
        self._unit_state(element, row)
        self._entity(element, row.name, row.note, held.uuid, symbol)
        if civil:
            if row.echelon:
                self._losses.add("Unit: Echelon of a civil organisation", row.name)
            return
        for superior, code in relations:
            relation = self._make.add(element, "CommandRelation")
            self._make.say(relation, "ActorReference", superior)
            self._make.say(relation, "CommandRelationCode", code)
        self._make.say(element, "EchelonCode", self._echelon(row))

    def platform(
        self, parent: etree._Element, row: EquipmentRow, held: Held, symbol: OutgoingSymbol
    ) -> None:
        """A single piece of equipment."""
        kind = _PLATFORMS.get(symbol.digits[4:6], "Vehicle")
        element = self._make.add(parent, "Entity", "ActorEntity", "Platform", kind)
        self._descriptor(element, held)
        self._entity(element, row.title, row.note, held.uuid, symbol)
        said = notes.kept(row.note, notes.STATUS)
        status = STATUS_CODES.get(said[0].casefold(), "") if said else ""
        self._state(element, status, None, _place(row.note))
        for marking in notes.kept(row.note, notes.MARKING)[:1]:
            self._make.say(element, "Marking", marking)

    def _descriptor(self, element: etree._Element, held: Held) -> None:
        descriptor = self._make.add(element, "EntityDescriptor")
        if held.country:
            self._make.say(descriptor, "AffiliatedWith", held.country)
        if held.side:
            self._make.say(descriptor, "Side", held.side)
        self._make.say(descriptor, "Superior", held.superior or NIL)

    def _entity(
        self, element: etree._Element, name: str, note: str, uuid: str, symbol: OutgoingSymbol
    ) -> None:
        if symbol.letters:
            self._make.say(self._make.add(element, "APP6CSymbol"), "APP6C-SIDC", symbol.letters)
        self._make.say(element, "Name", name)
        if name != " ".join(clean(name).split()):
            self._losses.add("Name: tabs, double blanks and signs that XML does not know", name)
        if symbol.digits:
            self._named_type(element, symbol.digits, DIGITS_NAMESPACE)
        for said in notes.kept(note, notes.NAMED_TYPE):
            if found := _NAMED.fullmatch(said):
                self._named_type(element, found[1], found[2] or "")
        entity_type = _entity_type(note)
        if entity_type:
            self._dis(element, entity_type)
        elif notes.kept(note, notes.ENTITY_TYPE):
            self._losses.add("SISO entity type: not one that the schema takes", name)
        self._make.say(element, "UUID", uuid)

    def _named_type(self, element: etree._Element, name: str, namespace: str) -> None:
        named = self._make.add(element, "NamedEntityType")
        self._make.say(named, "EntityTypeName", name)
        self._make.say(named, "EntityTypeNamespace", namespace)

    def _dis(self, element: etree._Element, entity_type: str) -> None:
        parts = dict(zip(DIS_PARTS, entity_type.split("."), strict=True))
        siso = self._make.add(element, "SISOEntityType")
        for name in sorted(parts, key=str.casefold):
            self._make.say(siso, name, parts[name])

    def _resource(self, element: etree._Element, row: EquipmentRow) -> None:
        planned, present = row.quantity_planned, row.quantity_present
        resource = self._make.add(element, "Resource")
        self._make.say(resource, "Name", row.title)
        if present is not None:
            self._make.say(resource, "OnHandQuantity", str(present))
        operational = present if present is not None else planned
        self._make.say(resource, "OperationalQuantity", str(operational or 0))
        if planned is not None:
            self._make.say(resource, "RequiredOnHandQuantity", str(planned))
        self._dis(resource, _entity_type(row.note) or NO_TYPE)
        if present is None or planned is None:
            self._losses.add("Equipment: a number not stated, written as the other", row.title)
        if row.sidc:
            self._losses.add("Equipment: Symbol code (SIDC)", row.title)

    def _unit_state(self, element: etree._Element, row: UnitRow) -> None:
        status = STATUS_CODES.get(row.status.casefold(), "")
        share = _share(row)
        if row.status and not status:
            self._losses.add("Unit: Status, where it is none of C2SIM's four", row.name)
        if row.strength_planned is not None or row.strength_present is not None:
            self._losses.add(
                "Unit: Strength in people; at most the share present goes out", row.name
            )
        if row.latitude is not None and row.longitude is not None:
            self._state(element, status, share, (row.latitude, row.longitude))
        elif status or share is not None:
            self._losses.add("Unit: Status and share present of a unit without a place", row.name)

    def _state(
        self,
        element: etree._Element,
        status: str,
        share: int | None,
        place: tuple[float, float] | None,
    ) -> None:
        """Status, strength and position; C2SIM has a state only of what stands somewhere."""
        if place is None:
            return
        state = self._make.add(element, "CurrentState", "PhysicalState")
        if status:
            health = self._make.add(state, "EntityHealthStatus", "OperationalStatus")
            self._make.say(health, "OperationalStatusCode", status)
        if share is not None:
            health = self._make.add(state, "EntityHealthStatus", "Strength")
            self._make.say(health, "StrengthPercentage", str(share))
        stands = self._make.add(state, "Location", "GeodeticCoordinate")
        self._make.say(stands, "Latitude", degrees(place[0]))
        self._make.say(stands, "Longitude", degrees(place[1]))

    def _echelon(self, row: UnitRow) -> str:
        for code in notes.kept(row.note, notes.ECHELON):
            if code in ECHELONS and ECHELONS[code] in ("", row.echelon):
                return code
        if not row.echelon:
            return UNSTATED_ECHELONS[0]
        if row.echelon not in ECHELON_CODES:
            self._losses.add("Unit: Echelon that C2SIM has no code for", row.name)
        return ECHELON_CODES.get(row.echelon, UNSTATED_ECHELONS[1])


def _share(row: UnitRow) -> int | None:
    """The strength present in percent of that on paper, at most 100; None where either is open."""
    if not row.strength_planned or row.strength_present is None:
        return None
    return min(100, round(100 * row.strength_present / row.strength_planned))


def _place(note: str) -> tuple[float, float] | None:
    """Where a platform stands, as its note keeps it."""
    for said in notes.kept(note, notes.POSITION)[:1]:
        if found := _POSITION.fullmatch(said):
            place = float(found[1]), float(found[2])
            return place if abs(place[0]) <= 90 and abs(place[1]) <= 180 else None
    return None


def _entity_type(note: str) -> str:
    """The SISO entity type that a note keeps, where the schema takes it; else empty."""
    for said in notes.kept(note, notes.ENTITY_TYPE)[:1]:
        parts = dict(zip(DIS_PARTS, said.split("."), strict=False))
        whole = len(parts) == len(DIS_PARTS) == said.count(".") + 1
        if whole and all(_fits(name, part) for name, part in parts.items()):
            return said
    return ""


def _fits(name: str, part: str) -> bool:
    if not part.isdecimal() or not part.isascii():
        return False
    return name == "DISCountry" or int(part) <= _LARGEST_PART
