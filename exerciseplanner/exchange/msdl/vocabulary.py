"""The words of MSDL and what they are in the plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

NAMESPACE = "urn:sisostds:scenario:military:data:draft:msdl:1"
MODEL_NAMESPACE = "http://www.sisostds.org/schemas/modelID"

HANDLE = re.compile(r"[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}")
"""What the schema takes for the handle of an object."""

SYMBOL = re.compile(r"S-[PAGMOSTUFVXLIZ-]-[A-Z-]{6}[A-Z*-]{2}--[AECGNSX*-]")
"""What the schema takes for the symbol of a unit or of equipment."""


class Relationship(NamedTuple):
    """How one side stands to another, and whether the code says more than the plan can hold."""

    identity: str
    nuance: str = ""


RELATIONSHIPS: Mapping[str, Relationship] = {
    "FR": Relationship("friend"),
    "AFR": Relationship("friend", "Assumed friend"),
    "HO": Relationship("hostile"),
    "AHO": Relationship("hostile", "Assumed hostile"),
    "SUSPCT": Relationship("hostile", "Suspect"),
    "JOKER": Relationship("hostile", "Joker"),
    "FAKER": Relationship("hostile", "Faker"),
    "NEUTRL": Relationship("neutral"),
    "ANT": Relationship("neutral", "Assumed neutral"),
    "UNK": Relationship("unknown"),
    "PENDNG": Relationship("unknown", "Pending"),
    "IV": Relationship("unknown", "Involved"),
    "AIV": Relationship("unknown", "Assumed involved"),
}
"""Hostility status of JC3IEDM; a joker and a faker are friends who play suspect and hostile."""

RELATIONSHIP_CODES: Mapping[str, str] = {
    "friend": "FR",
    "hostile": "HO",
    "neutral": "NEUTRL",
    "unknown": "UNK",
}

ECHELONS: Mapping[str, str] = {
    "TEAM": "TEAM",
    "CREW": "TEAM",
    "SQUAD": "SQUAD",
    "SECTION": "SECTION",
    "PLATOON": "PLATOON",
    "DETACHMENT": "PLATOON",
    "COMPANY": "COMPANY",
    "BATTERY": "COMPANY",
    "TROOP": "COMPANY",
    "BATTALION": "BATTALION",
    "SQUADRON": "AIR-SQUADRON",
    "REGIMENT": "REGIMENT",
    "GROUP": "REGIMENT",
    "BRIGADE": "BRIGADE",
    "DIVISION": "DIVISION",
    "CORPS": "CORPS",
    "ARMY": "ARMY",
    "ARMYGROUP": "ARMY-GROUP",
    "FRONT": "ARMY-GROUP",
    "REGION": "REGION",
}
"""Echelons of the plan by those of MSDL; squadrons are of aircraft or, at sea, of ships."""

ECHELON_CODES: Mapping[str, str] = {
    "TEAM": "TEAM",
    "SQUAD": "SQUAD",
    "SECTION": "SECTION",
    "PLATOON": "PLATOON",
    "COMPANY": "COMPANY",
    "BATTALION": "BATTALION",
    "AIR-SQUADRON": "SQUADRON",
    "REGIMENT": "REGIMENT",
    "BRIGADE": "BRIGADE",
    "DIVISION": "DIVISION",
    "CORPS": "CORPS",
    "ARMY": "ARMY",
    "ARMY-GROUP": "ARMYGROUP",
    "REGION": "REGION",
}
"""Echelons of MSDL by those of the plan."""

COMMAND_RELATIONS: Mapping[str, str] = {"OPCON": "OPCON", "TACON": "TACON"}
"""States of command that both know by the same name."""

NATIONAL_RELATIONS = ("ATTACHED", "ADCON")
"""Relations of US doctrine that no NATO state of command equals; kept in the note."""

PLAIN_RELATIONS = ("ORGANIC", "NONE", "")
"""What says no more than that one unit stands under the other."""

ORDERS_OF_BATTLE: Mapping[str, str] = {"A": "A", "G": "G", "F": "G", "S": "N", "U": "N"}
"""Position 15 of a symbol by position 3: whose order of battle it belongs to."""
