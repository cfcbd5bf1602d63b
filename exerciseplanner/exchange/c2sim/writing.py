"""The forces as an initialisation message of C2SIM, in either of the versions in use."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from lxml import etree

from exerciseplanner.domain.identity import seen_from
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.c2sim import notes
from exerciseplanner.exchange.c2sim.actor_elements import ActorElements, Held
from exerciseplanner.exchange.c2sim.codes import (
    CIVIL,
    HOSTILITIES,
    HOSTILITY_CODES,
    HOSTILITY_WORDS,
    RELATION_CODES,
    UNASSIGNED,
    is_country,
)
from exerciseplanner.exchange.c2sim.elements import Elements, content_of
from exerciseplanner.exchange.c2sim.identifiers import is_uuid, uuid_of, uuids
from exerciseplanner.exchange.c2sim.outgoing_symbols import (
    OutgoingSymbol,
    domain_said,
    of_equipment,
    outgoing,
)
from exerciseplanner.exchange.c2sim.unheld import HELD, count_unheld, say_note
from exerciseplanner.exchange.force_symbols import ForceSymbols
from exerciseplanner.exchange.writing import (
    Choices,
    ForceFormat,
    LossCount,
    Written,
)
from exerciseplanner.workspace.queries.force_picture import ForcePicture
from exerciseplanner.workspace.queries.forces import SideRow, UnitRow
from exerciseplanner.workspace.queries.means import EquipmentRow

_PROTOCOL = "SISO-STD-C2SIM"
_SENDER = "exerciseplanner"
_NOT_FIXED = "0000-00-00T00:00:00Z"
"""What messages say of a scenario whose beginning is open."""

_NAMESPACES = "http://www.sisostds.org/schemas/C2SIM/"


class Version(NamedTuple):
    """A version of the standard: the end of its namespace, and how its header begins and ends."""

    namespace: str
    number: str
    act: str = ""
    receiver: str = ""


V1 = Version("1.1", "1.0.2", act="Inform", receiver="ALL")
V2 = Version("2.0.0-cwix2026", "2.0.0")


def write_c2sim(version: Version, picture: ForcePicture, choices: Choices) -> Written:
    """The forces as a message. Raises Refusal where there is no unit: a message must have one."""
    if not picture.units:
        raise Refusal(
            "There is no unit to write: a C2SIM message lists at least one. Nothing was written.",
            remedy="Enter or import the forces first.",
        )
    return _Message(version, picture, choices).written()


class _Message:
    """Writes one picture; everything that is looked up more than once is looked up here."""

    def __init__(self, version: Version, picture: ForcePicture, choices: Choices) -> None:
        self._version = version
        self._picture = picture
        self._symbols = ForceSymbols(picture, choices.viewpoint)
        self._units = {row.id: row for row in picture.units}
        self._uuids = uuids((*picture.sides, *picture.units, *picture.equipment))
        self._losses = LossCount()
        self._make = Elements(_NAMESPACES + version.namespace)
        self._actors = ActorElements(self._make, self._losses)
        self._keys = {row.id: self._uuids[row.id].lower() for row in picture.sides}
        self._systems: dict[str, list[str]] = {}
        self._provided_by: dict[str, str] = {}

    def written(self) -> Written:
        """The message as a file."""
        count_unheld(self._picture, self._losses)
        body = self._make.root("C2SIMInitializationBody")
        definitions = self._make.add(body, "ObjectDefinitions")
        for side in self._picture.sides:
            self._side(definitions, side)
        holdings, relations = self._holdings(), self._relations()
        self._countries(definitions)
        for row in self._picture.units:
            self._unit(definitions, row, holdings.get(row.id, ()), relations.get(row.id, ()))
        for each in self._picture.equipment:
            if _is_platform(each):
                self._platform(definitions, each)
        self._setting(body)
        self._system_lists(body)
        root = self._make.root("Message")
        self._header(root, body)
        self._make.add(root, "MessageBody").append(body)
        exercise = self._picture.exercise
        comment = ". ".join(filter(None, (exercise.name, exercise.marking)))
        return Written(content_of(root, comment), self._losses.losses(), self._keys)

    def _header(self, root: etree._Element, body: etree._Element) -> None:
        said = hashlib.blake2b(etree.tostring(body), digest_size=16).hexdigest()
        header = self._make.add(root, "C2SIMHeader")
        if self._version.act:
            self._make.say(header, "CommunicativeActTypeCode", self._version.act)
        conversation = uuid_of(f"conversation {self._picture.exercise.name}")
        self._make.say(header, "ConversationID", conversation)
        self._make.say(header, "FromSendingSystem", _SENDER)
        self._make.say(header, "MessageID", uuid_of(f"message {said}"))
        self._make.say(header, "Protocol", _PROTOCOL)
        self._make.say(header, "ProtocolVersion", self._version.number)
        if self._version.receiver:
            self._make.say(header, "ToReceivingSystem", self._version.receiver)

    def _setting(self, body: etree._Element) -> None:
        setting = self._make.add(body, "ScenarioSetting")
        startex = self._picture.exercise.startex
        self._make.say(self._make.add(setting, "DateTime"), "IsoDateTime", startex or _NOT_FIXED)
        self._make.say(setting, "Version", "1")

    def _system_lists(self, body: etree._Element) -> None:
        for name in sorted(self._systems, key=lambda name: name == UNASSIGNED):
            listed = self._make.add(body, "SystemEntityList")
            for uuid in self._systems[name]:
                self._make.say(listed, "ActorReference", uuid)
            self._make.say(listed, "SystemName", name)

    def _side(self, definitions: etree._Element, row: SideRow) -> None:
        element = self._make.add(definitions, "AbstractObject", "ForceSide")
        for name in (row.name, *notes.kept(row.note, notes.OTHER_NAME)):
            self._make.say(element, "Name", name)
        self._make.say(element, "UUID", self._uuids[row.id])
        for other in self._picture.sides:
            if other.id != row.id:
                relation = self._make.add(element, "ForceSideRelation")
                self._make.say(relation, "HostilityStatusCode", _hostility(row, other))
                self._make.say(relation, "OtherSide", self._uuids[other.id])

    def _countries(self, definitions: etree._Element) -> None:
        """Who provides units, where it is a country that C2SIM knows."""
        providers = {row.participant_id for row in self._picture.units}
        for row in self._picture.participants:
            if row.id not in providers or not is_country(row.code):
                continue
            self._provided_by[row.id] = uuid_of(f"country {row.code}")
            self._keys[row.id] = row.code
            element = self._make.add(definitions, "AbstractObject", "AbstractOrganization")
            self._make.say(element, "Name", row.name)
            self._make.say(element, "UUID", self._provided_by[row.id])
            self._make.say(element, "CountryCode", row.code)
            self._make.say(element, "OrganizationTypeCode", "NOS")

    def _unit(
        self,
        definitions: etree._Element,
        row: UnitRow,
        holdings: Iterable[EquipmentRow],
        relations: Iterable[tuple[str, str]],
    ) -> None:
        country = self._provided_by.get(row.participant_id or "", "")
        if row.participant_id and not country:
            self._losses.add("Unit: Provided by an organisation that is no country", row.name)
        held = self._held(row.id, row.id, row.parent_id)._replace(country=country)
        self._keys[row.id] = held.uuid.lower()
        self._hold(held.uuid, row.note)
        found = self._symbols.letters(row)
        symbol = self._checked(outgoing(found, row.sidc), row.name)
        if symbol.letters and not row.sidc:
            self._losses.add(
                "Unit: Symbol not fixed, written as its domain and role suggest", row.name
            )
        if row.domain not in ("", CIVIL, domain_said(symbol)):
            self._losses.add("Unit: Domain, which the symbol does not say", row.name)
        self._actors.unit(definitions, row, held, symbol, holdings, relations)
        say_note(self._losses, "Unit", row.note, row.name)

    def _platform(self, definitions: etree._Element, row: EquipmentRow) -> None:
        unit = self._units[row.unit_id]
        held = self._held(row.id, row.unit_id, row.unit_id)
        self._keys[row.id] = held.uuid.lower()
        self._hold(held.uuid, row.note)
        symbol = of_equipment(row.sidc, self._symbols.identity(unit))
        self._actors.platform(definitions, row, held, self._checked(symbol, row.title))
        if notes.beyond(row.note, notes.PLATFORM_LABELS):
            self._losses.add("Equipment: Note", row.title)

    def _held(self, row_id: str, unit_id: str, above: str | None) -> Held:
        side = self._uuids.get(self._picture.side_of.get(unit_id, ""), "")
        return Held(self._uuids[row_id], side, self._uuids.get(above or "", ""))

    def _hold(self, uuid: str, note: str) -> None:
        systems = notes.kept(note, notes.SYSTEM)
        for system in systems or (UNASSIGNED,):
            self._systems.setdefault(system, []).append(uuid)

    def _checked(self, symbol: OutgoingSymbol, name: str) -> OutgoingSymbol:
        if symbol.exact:
            return symbol
        if symbol.digits:
            self._losses.add("Symbol: letters say it nearly at most; digits go beside them", name)
        else:
            self._losses.add("Symbol: letters cannot say it", name)
        return symbol

    def _holdings(self) -> dict[str, list[EquipmentRow]]:
        """What units have several of, by unit, and the keys by which it will be known."""
        found: dict[str, list[EquipmentRow]] = {}
        met: Counter[tuple[str, str]] = Counter()
        for row in self._picture.equipment:
            if _is_platform(row):
                continue
            found.setdefault(row.unit_id, []).append(row)
            met[row.unit_id, row.title] += 1
            count = met[row.unit_id, row.title]
            key = f"{self._uuids[row.unit_id].lower()}:{row.title}"
            self._keys[row.id] = key if count == 1 else f"{key}#{count}"
            say_note(self._losses, "Equipment", row.note, row.title)
        return found

    def _relations(self) -> dict[str, list[tuple[str, str]]]:
        """The command relations of every unit, as (superior, code)."""
        found: dict[str, list[tuple[str, str]]] = {}
        for each in self._picture.command_relations:
            unit = self._units[each.unit_id]
            code = RELATION_CODES.get(each.relation, "")
            superior = self._uuids[each.superior_id]
            if unit.domain == CIVIL:
                self._losses.add("Command relation of a civil organisation", unit.name)
            elif code:
                found.setdefault(unit.id, []).append((superior, code))
                key = f"{self._uuids[unit.id]}:{superior}".lower()
                self._keys[each.id] = f"{key}:{code}"
            else:
                self._losses.add("Command relation that C2SIM has no code for", unit.name)
        return found


def _is_platform(row: EquipmentRow) -> bool:
    """Whether equipment is one single thing with an identity of its own."""
    return is_uuid(row.external_id) and row.quantity_planned == row.quantity_present == 1


def _hostility(row: SideRow, other: SideRow) -> str:
    """What one side calls another: with the nuance it came with, where that still holds."""
    seen = seen_from(other.identity, row.identity)
    if row.identity == "friend":
        words = notes.kept(other.note, notes.HOSTILITY)
        for code, word in HOSTILITY_WORDS.items():
            if word in words and HOSTILITIES[code] == seen:
                return code
    return HOSTILITY_CODES[seen]


FORMATS = (
    ForceFormat(
        "c2sim-1.1",
        "C2SIM initialisation 1.0.2 (namespace 1.1)",
        ".xml",
        partial(write_c2sim, V1),
        HELD,
        "For simulations and C2 systems on the schemas of 2020 to 2025.",
    ),
    ForceFormat(
        "c2sim-2.0",
        "C2SIM initialisation 2.0.0 (namespace 2.0.0-cwix2026)",
        ".xml",
        partial(write_c2sim, V2),
        HELD,
        "For simulations and C2 systems on the schema of CWIX 2026.",
    ),
)
