"""The loss report: everything a scenario states that the plan does not take, by what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lxml import etree

from exerciseplanner.domain.intake import Doubt
from exerciseplanner.exchange.gathering import some
from exerciseplanner.exchange.msdl.notes import EQUIPMENT_LINES, SIDE_LINES, UNIT_LINES
from exerciseplanner.exchange.xml_reading import child, children, local_name, text

Taken: TypeAlias = dict[str, "Taken"]
"""What is taken below an element; nothing further within a name means all of it."""

_LETTERS = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_FACTS = {
    "name": "name",
    "description": "description",
    "version": "version",
    "modificationDate": "modified",
    "securityClassification": "classification",
}
_KNOWN = frozenset({"ScenarioID", "Options", "ForceSides", "Organizations", "Environment"})


def _taken(*paths: Iterable[str]) -> Taken:
    tree: Taken = {}
    for path in paths:
        place = tree
        for name in path:
            place = place.setdefault(name, {})
    return tree


SIDE_TAKEN = _taken(
    ("ObjectHandle",),
    ("ForceSideName",),
    ("AllegianceHandle",),
    ("Associations",),
    *(line.path for line in SIDE_LINES),
)
UNIT_TAKEN = _taken(
    ("ObjectHandle",),
    ("SymbolIdentifier",),
    ("Name",),
    ("UnitSymbolModifiers", "Echelon"),
    ("UnitSymbolModifiers", "UniqueDesignation"),
    ("Disposition", "Location"),
    ("Relations", "ForceRelation"),
    ("Relations", "OrganicRelation"),
    ("Holdings",),
    *(line.path for line in UNIT_LINES),
)
ITEM_TAKEN = _taken(
    ("ObjectHandle",),
    ("SymbolIdentifier",),
    ("EquipmentSymbolModifiers", "Quantity"),
    ("EquipmentSymbolModifiers", "EquipmentType"),
    ("Relations",),
    *(line.path for line in EQUIPMENT_LINES),
)


class Lost:
    """Gathers what is not taken of many objects, by what it is called, with whose it is."""

    def __init__(self) -> None:
        self._owners: dict[str, list[str]] = {}

    def add(self, what: str, owner: str) -> None:
        """Note one part that is not taken."""
        self._owners.setdefault(what, []).append(owner)

    def look_through(self, element: etree._Element, taken: Taken, owner: str) -> None:
        """Note every part of an object that holds something and is not taken."""
        for each in children(element):
            name = local_name(each)
            inner = taken.get(name)
            if inner is None:
                if _says_something(each):
                    self.add(spoken(name), owner)
            elif inner:
                self.look_through(each, inner, owner)

    def doubts(self, place: str) -> list[Doubt]:
        """One line for each kind of part, with how often and a few of whose."""
        return [
            Doubt(place, f"{what}: {len(owners)}{some(owners)}.", "note")
            for what, owners in self._owners.items()
        ]


def _says_something(element: etree._Element) -> bool:
    return any(said.strip() for said in element.itertext())


def spoken(name: str) -> str:
    """A name of the format as words: `OwnFormation` becomes `Own formation`."""
    first, *others = _LETTERS.sub(" ", name).split() or [name]
    return " ".join([first, *(word if word.isupper() else word.lower() for word in others)])


def scenario_losses(root: etree._Element) -> list[Doubt]:
    """What of the scenario itself is not taken: its facts, environment, overlays and graphics."""
    return [*_facts(root), *_environment(root), *_collections(root)]


def _facts(root: etree._Element) -> Iterator[Doubt]:
    facts = [
        f"{label} “{said}”"
        for name, label in _FACTS.items()
        if (said := text(root, "ScenarioID", name))
    ]
    if time := text(root, "Environment", "ScenarioTime"):
        facts.append(f"time “{time}”")
    if version := text(root, "Options", "MSDLVersion"):
        facts.append(f"written in “{version}”")
    if facts:
        said = f"The exercise keeps its own particulars; the scenario's: {'; '.join(facts)}."
        yield Doubt("Scenario", said, "note")


def _environment(root: etree._Element) -> Iterator[Doubt]:
    for each in children(child(root, "Environment")):
        if local_name(each) != "ScenarioTime" and _says_something(each):
            count = sum(1 for _ in children(each))
            yield Doubt("Environment", f"{spoken(local_name(each))}: {count} left out.", "note")


def _collections(root: etree._Element) -> Iterator[Doubt]:
    for each in children(root):
        if local_name(each) not in _KNOWN and _says_something(each):
            names = [_name(item) for item in children(each)]
            said = f"{len(names) or 1} left out{some(names)}."
            yield Doubt(spoken(local_name(each)), said, "note")
    for each in children(child(root, "Organizations")):
        if local_name(each) not in ("Units", "Equipment") and _says_something(each):
            yield Doubt("Organizations", f"{spoken(local_name(each))}: left out.", "note")


def _name(item: etree._Element) -> str:
    return text(item, "Name") or text(item, "OverlayName") or text(item, "ObjectHandle")
