"""The loss report: everything in a message that the plan does not take, by kind."""

from __future__ import annotations

from collections.abc import Mapping

from exerciseplanner.domain.intake import Doubt
from exerciseplanner.exchange.gathering import some

_KINDS: Mapping[str, str] = {
    "AbstractOrganization": "Organisation",
    "AffiliatedWith": "Affiliation with an organisation",
    "AllegianceRelationship": "Allegiance to single actors",
    "CommunicationsNetwork": "Communications network",
    "CurrentTask": "Current task",
    "DirectionOfMovement": "Direction of movement",
    "InitializationDataFile": "Initialisation data file",
    "Location": "Further positions",
    "ManeuverWarfareTask": "Task",
    "NBC_Event": "CBRN event",
    "PlanPhaseReference": "Plan phase",
    "RelativeLocation": "Position relative to another entity",
    "SystemEntityList": "System",
    "TacticalArea": "Tactical area",
    "TaskGraphic": "Task graphic",
}


def part_losses(source: str, lost: Mapping[str, list[str]]) -> list[Doubt]:
    """Parts of actors that are not taken, with whose they are."""
    return [
        Doubt(source, f"{kind_of(name)}: {len(owners)}{some(owners)}.", "note")
        for name, owners in lost.items()
    ]


def other_losses(others: Mapping[str, list[str]]) -> list[Doubt]:
    """Everything in a message that is neither a side nor an actor, by kind."""
    return [
        Doubt(kind_of(kind), f"{len(names)} left out{some(names)}.", "note")
        for kind, names in others.items()
    ]


def fact_losses(facts: Mapping[str, str]) -> list[Doubt]:
    """What the message says of itself, which the exercise has particulars of its own for."""
    if not facts:
        return []
    told = "; ".join(f"{label} “{said}”" for label, said in facts.items())
    return [
        Doubt("Message", f"The exercise keeps its own particulars; the message's: {told}.", "note")
    ]


def kind_of(name: str) -> str:
    """A name of the format as words: `TacticalArea` becomes `Tactical area`."""
    if name in _KINDS:
        return _KINDS[name]
    spaced = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in name).strip()
    return spaced.capitalize()
