"""The loss report and the doubts: what is alike is said once, with how often and of whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exerciseplanner.domain.intake import Doubt, Severity

_MOST_ALONE = 3
_MOST_NAMED = 8

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


class Gathered:
    """Doubts as they are met; those that say the same of many become one."""

    def __init__(self, severity: Severity = "doubt") -> None:
        self._severity = severity
        self._places: dict[str, list[str]] = {}

    def add(self, place: str, said: str) -> None:
        """Note one doubt about what stands at a place."""
        self._places.setdefault(said, []).append(place)

    def doubts(self, source: str, what: str) -> list[Doubt]:
        """Every doubt; `source` is the place of one that concerns many of `what` (units)."""
        found = []
        for said, places in self._places.items():
            if len(places) <= _MOST_ALONE:
                found += [Doubt(place, said, self._severity) for place in places]
            else:
                of_whom = f"{len(places)} {what}{some(_last(each) for each in places)}"
                found.append(Doubt(source, f"{of_whom}: {said}", self._severity))
        return found


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


def some(names: Iterable[str]) -> str:
    """The first few of some names in brackets, with a space before them; empty for none."""
    known = list(dict.fromkeys(name for name in names if name))
    if not known:
        return ""
    more = ", …" if len(known) > _MOST_NAMED else ""
    return f" ({', '.join(known[:_MOST_NAMED])}{more})"


def _last(place: str) -> str:
    return place.rpartition(" / ")[2]
