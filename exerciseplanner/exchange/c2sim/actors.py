"""One actor of a C2SIM message, gone through once: what it states, and what of it is not taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from lxml import etree

from exerciseplanner.exchange.c2sim.codes import DIS_PARTS, NIL


class Resource(NamedTuple):
    """Something that an actor has a number of; quantities as the message writes them."""

    name: str
    required: str
    on_hand: str
    operational: str
    entity_type: str


@dataclass(slots=True)
class Actor:
    """A unit, organisation or platform as the message states it; empty texts for nothing.

    `kind` is the local name of its element. Identifiers are in lower case, `uuid` as it stands.
    `named` are entity types as (name, namespace), `relations` command relations as (superior,
    code), `lost` the names of everything else.
    """

    kind: str
    civil: bool = False
    platform: bool = False
    uuid: str = ""
    key: str = ""
    name: str = ""
    marking: str = ""
    echelon: str = ""
    side: str = ""
    superior: str = ""
    letters: str = ""
    entity_type: str = ""
    status: str = ""
    strength: str = ""
    as_of: str = ""
    place: Mapping[str, str] | None = None
    named: tuple[tuple[str, str], ...] = ()
    relations: tuple[tuple[str, str], ...] = ()
    resources: tuple[Resource, ...] = ()
    affiliations: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


class LocalNames(dict[str, str]):
    """The local name of every tag that was met; a message has few, and many of each."""

    def __missing__(self, tag: str) -> str:
        found = self[tag] = tag.rpartition("}")[2]
        return found


_LOCAL = LocalNames()


class _Taker(Protocol):
    """Takes what one element states into an actor."""

    def __call__(self, actor: Actor, part: etree._Element, /) -> None: ...


def read_actor(element: etree._Element, actor: Actor) -> Actor:
    """Take everything that an element states into `actor`, and return it."""
    takers = _TAKERS
    for part in element:
        name = _LOCAL[part.tag]
        take = takers.get(name)
        if take is not None:
            take(actor, part)
        else:
            actor.lost += (name,)
    return actor


def local(element: etree._Element) -> str:
    """The local name of an element."""
    return _LOCAL[element.tag]


def reference(element: etree._Element) -> str:
    """The identifier that an element holds, in lower case; empty for none."""
    found = (element.text or "").strip().lower()
    return "" if found == NIL else found


def _text(element: etree._Element) -> str:
    return (element.text or "").strip()


def _leaves(element: etree._Element) -> dict[str, str]:
    names = _LOCAL
    return {names[each.tag]: text.strip() if (text := each.text) else "" for each in element}


def _uuid(actor: Actor, part: etree._Element) -> None:
    actor.uuid = _text(part)
    actor.key = actor.uuid.lower()


def _name(actor: Actor, part: etree._Element) -> None:
    actor.name = actor.name or " ".join((part.text or "").split())


def _marking(actor: Actor, part: etree._Element) -> None:
    actor.marking = _text(part)


def _echelon(actor: Actor, part: etree._Element) -> None:
    actor.echelon = _text(part)


def _below(actor: Actor, part: etree._Element) -> None:
    actor.below += (reference(part),)


def _descriptor(actor: Actor, part: etree._Element) -> None:
    for each in part:
        name = _LOCAL[each.tag]
        if name == "Superior":
            actor.superior = reference(each)
        elif name == "Side":
            actor.side = reference(each)
        elif name == "AffiliatedWith":
            actor.affiliations += (reference(each),)
        else:
            actor.lost += (name,)


def _symbol(actor: Actor, part: etree._Element) -> None:
    for each in part:
        actor.letters = _text(each)


def _dis(actor: Actor, part: etree._Element) -> None:
    said = _leaves(part)
    actor.entity_type = ".".join([said.get(name) or "0" for name in DIS_PARTS])


def _named_type(actor: Actor, part: etree._Element) -> None:
    said = _leaves(part)
    name = said.get("EntityTypeName", "") or said.get("EntityTypeString", "")
    if name:
        actor.named += ((name, said.get("EntityTypeNamespace", "")),)


def _entity_type(actor: Actor, part: etree._Element) -> None:
    """The entity type of versions 1.0.0 and 1.0.1, which holds one of three things."""
    for each in part:
        take = _TYPE_TAKERS.get(_LOCAL[each.tag])
        if take is not None:
            take(actor, each)
        else:
            actor.lost += (_LOCAL[each.tag],)


def _old_symbol(actor: Actor, part: etree._Element) -> None:
    actor.letters = _leaves(part).get("SIDCString", "")


def _relation(actor: Actor, part: etree._Element) -> None:
    said = _leaves(part)
    superior = said.get("ActorReference", "").lower()
    actor.relations += ((superior, said.get("CommandRelationCode", "")),)


def _resource(actor: Actor, part: etree._Element) -> None:
    said: dict[str, str] = {}
    kind = Actor("")
    for each in part:
        name = _LOCAL[each.tag]
        if name == "SISOEntityType":
            _dis(kind, each)
        said[name] = _text(each)
    actor.resources += (
        Resource(
            said.get("Name", ""),
            said.get("RequiredOnHandQuantity", ""),
            said.get("OnHandQuantity", ""),
            said.get("OperationalQuantity", ""),
            kind.entity_type,
        ),
    )


def _state(actor: Actor, part: etree._Element) -> None:
    for physical in part:
        for each in physical:
            name = _LOCAL[each.tag]
            take = _STATE_TAKERS.get(name)
            if take is not None:
                take(actor, each)
            else:
                actor.lost += (name,)


def _location(actor: Actor, part: etree._Element) -> None:
    for each in part:
        if _LOCAL[each.tag] != "GeodeticCoordinate":
            actor.lost += (_LOCAL[each.tag],)
        elif actor.place:
            actor.lost += ("Location",)
        else:
            actor.place = _leaves(each)


def _health(actor: Actor, part: etree._Element) -> None:
    for each in part:
        name = _LOCAL[each.tag]
        if name == "OperationalStatus":
            actor.status = actor.status or _leaves(each).get("OperationalStatusCode", "")
        elif name == "Strength":
            actor.strength = _leaves(each).get("StrengthPercentage", "")
        elif name == "Resources":
            for resource in each:
                _resource(actor, resource)
        else:
            actor.lost += (name,)


def _as_of(actor: Actor, part: etree._Element) -> None:
    actor.as_of = _leaves(part).get("IsoDateTime", "")


_TYPE_TAKERS: Mapping[str, _Taker] = {
    "APP6-SIDC": _old_symbol,
    "DISEntityType": _dis,
    "NamedEntityType": _named_type,
}
_STATE_TAKERS: Mapping[str, _Taker] = {
    "EntityHealthStatus": _health,
    "Location": _location,
    "DateTime": _as_of,
}
_TAKERS: Mapping[str, _Taker] = {
    "EntityDescriptor": _descriptor,
    "CurrentState": _state,
    "APP6CSymbol": _symbol,
    "Name": _name,
    "SISOEntityType": _dis,
    "UUID": _uuid,
    "EchelonCode": _echelon,
    "NamedEntityType": _named_type,
    "EntityType": _entity_type,
    "CommandRelation": _relation,
    "Subordinate": _below,
    "Resource": _resource,
    "Marking": _marking,
}
