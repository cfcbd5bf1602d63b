"""A C2SIM message taken apart: its sides, its actors, which system holds whom, and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.c2sim.actors import Actor, local, read_actor, reference
from exerciseplanner.exchange.c2sim.codes import UNASSIGNED
from exerciseplanner.exchange.xml_reading import child, children, local_name, read_xml, text
from exerciseplanner.workspace.packs import country_names

_UNCHANGED = "The exercise was not changed."
_INITIALISATIONS = ("C2SIMInitializationBody", "ObjectInitializationBody", "ObjectInitialization")
_WRAPPERS = ("Message", "MessageBody", "DomainMessageBody", "SystemMessageBody")
_OTHER_MESSAGES = {
    "OrderBody": "an order",
    "PlanBody": "a plan",
    "ReportBody": "a report",
    "RequestBody": "a request",
    "AcknowledgementBody": "an acknowledgement",
    "SystemAcknowledgementBody": "an acknowledgement",
}
_CIVIL = "NonMilitaryOrganization"
_PLATFORM = "Platform"
_ACTORS = frozenset({"MilitaryOrganization", _CIVIL, _PLATFORM})


@dataclass
class Side:
    """A force side; `relations` are (hostility code, other side).

    `key` is its UUID, or its name where it has none.
    """

    key: str
    uuid: str
    names: list[str]
    relations: list[tuple[str, str]]


@dataclass
class Country:
    """An organisation that stands for a country; `code` is ISO alpha-3."""

    code: str
    name: str


@dataclass
class Message:
    """What a message holds; identifiers are in lower case.

    `countries` gives the country that an organisation stands for, by its UUID.
    `systems` gives the systems that hold an actor. `others` are the names of everything that is
    neither a side nor an actor, by kind, and `facts` what the message says of itself.
    """

    path: Path
    sides: list[Side] = field(default_factory=list)
    countries: dict[str, Country] = field(default_factory=dict)
    actors: list[Actor] = field(default_factory=list)
    systems: dict[str, list[str]] = field(default_factory=dict)
    others: dict[str, list[str]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """What names the message, the same for a later edition of it: the least of its sides."""
        keys = sorted(side.uuid.lower() for side in self.sides if side.uuid)
        return f"c2sim:{keys[0] if keys else self.path.stem}"


def read_message(path: Path) -> Message:
    """Read an initialisation message in any namespace, with or without the message around it.

    Raises Refusal for what is no such message; it names file, cause and remedy.
    """
    root = read_xml(path)
    body = _body(path, root)
    message = Message(path)
    _take_header(message, root, body)
    for part in body:
        name = local(part)
        if name == "ObjectDefinitions":
            _take_objects(message, part)
        elif name == "SystemEntityList":
            _take_system(message, part)
        elif name != "ScenarioSetting":
            message.others.setdefault(name, []).append(text(part, "Name"))
    return message


def _body(path: Path, root: etree._Element) -> etree._Element:
    found = root
    while local(found) in _WRAPPERS:
        below = [each for each in children(found) if local(each) != "C2SIMHeader"]
        if not below:
            break
        found = below[0]
    if local(found) in _INITIALISATIONS:
        return found
    other = _OTHER_MESSAGES.get(local(found))
    if other:
        said = f"{path.name} is {other} in C2SIM, and no initialisation"
    else:
        said = f"{path.name} is no C2SIM initialisation: it holds {local_name(found)[:60]}"
    raise Refusal(
        f"{said}. {_UNCHANGED}",
        remedy="Ask for the initialisation message (C2SIMInitializationBody) of the exercise.",
    )


def _take_header(message: Message, root: etree._Element, body: etree._Element) -> None:
    header = child(root, "C2SIMHeader")
    setting = child(body, "ScenarioSetting")
    found = {
        "sent by": text(header, "FromSendingSystem"),
        "to": text(header, "ToReceivingSystem"),
        "sent at": text(header, "SendingTime", "IsoDateTime"),
        "protocol version": text(header, "ProtocolVersion"),
        "scenario begins": text(setting, "DateTime", "IsoDateTime"),
        "version": text(setting, "Version"),
    }
    message.facts = {label: said for label, said in found.items() if said}


def _take_objects(message: Message, definitions: etree._Element) -> None:
    for each in definitions:
        name = local(each)
        if name == "Entity":
            for inner in each:
                _take_entity(message, inner)
        elif name == "AbstractObject":
            for inner in each:
                _take_abstract(message, inner)
        else:
            _take_other(message, each)


def _take_abstract(message: Message, element: etree._Element) -> None:
    code, uuid = text(element, "CountryCode").upper(), text(element, "UUID")
    if code in country_names() and uuid:
        country = Country(code, text(element, "Name") or country_names()[code])
        message.countries[uuid.lower()] = country
        return
    if local(element) != "ForceSide":
        _take_other(message, element)
        return
    names = [" ".join((each.text or "").split()) for each in children(element, "Name")]
    relations = [
        (text(each, "HostilityStatusCode"), text(each, "OtherSide").lower())
        for each in children(element, "ForceSideRelation")
    ]
    named = [name for name in names if name]
    key = uuid.lower() or (named[0] if named else f"side {len(message.sides) + 1}")
    message.sides.append(Side(key, uuid, named, relations))


def _take_entity(message: Message, element: etree._Element) -> None:
    """Go down to the element that states something: an actor is wrapped in its kinds."""
    kinds = [local(element)]
    while len(element) == 1 and len(inner := element[0]):
        element = inner
        kinds.append(local(element))
    if _ACTORS.isdisjoint(kinds):
        _take_other(message, element)
        return
    actor = Actor(kinds[-1], _CIVIL in kinds, _PLATFORM in kinds)
    message.actors.append(read_actor(element, actor))


def _wrapped(element: etree._Element) -> etree._Element | None:
    """The only element in one, where that holds elements itself."""
    if len(element) != 1:
        return None
    inner = element[0]
    return inner if len(inner) else None


def _take_other(message: Message, element: etree._Element) -> None:
    while (inner := _wrapped(element)) is not None:
        element = inner
    name = text(element, "Name") or text(element, "UUID") or (element.text or "").strip()
    message.others.setdefault(local(element), []).append(name)


def _take_system(message: Message, element: etree._Element) -> None:
    name = text(element, "SystemName")
    for key in _references(element):
        held = message.systems.setdefault(key, [])
        if name not in ("", UNASSIGNED, *held):
            held.append(name)


def _references(element: etree._Element) -> Iterator[str]:
    for each in children(element, "ActorReference"):
        if key := reference(each):
            yield key
