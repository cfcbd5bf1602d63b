"""One actor of a C2SIM message as values of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from exerciseplanner.domain.symbols import ECHELONS as ECHELON_DIGITS
from exerciseplanner.exchange.c2sim import notes
from exerciseplanner.exchange.c2sim.actors import Actor, Resource
from exerciseplanner.exchange.c2sim.codes import (
    CIVIL,
    ECHELON_WORDS,
    ECHELONS,
    NO_TYPE,
    STATUSES,
    UNSTATED_ECHELONS,
)
from exerciseplanner.exchange.c2sim.symbols import NOTHING, Code, digits_among, read_code
from exerciseplanner.exchange.quantities import whole

_DRAWN = {"friend": "a friend", "hostile": "hostile", "neutral": "neutral", "unknown": "unknown"}
_HEIGHTS = (("AltitudeMSL", "above sea level"), ("AltitudeAGL", "above ground"))


@dataclass(slots=True)
class Reading:
    """The values of one row, and what is doubtful about them."""

    values: dict[str, object]
    doubts: list[str] = field(default_factory=list)


def read_unit(actor: Actor, identity: str, systems: Sequence[str]) -> Reading:
    """A unit or civil organisation.

    `identity` is that of its side, empty where it has none; `systems` are those that hold it.
    """
    reading = Reading({"name": actor.name})
    code = _symbol(actor, identity, reading)
    echelon = _echelon(actor, code, reading)
    lines = _lines(actor, code, systems)
    if actor.place:
        lines += _place(actor.place, actor.as_of, reading)
    if actor.strength:
        lines.append(f"Strength: {actor.strength} % of what it should be")
    if actor.echelon in ECHELON_WORDS:
        lines.append(notes.line(notes.ECHELON, actor.echelon))
    reading.values |= {
        "status": STATUSES.get(actor.status, actor.status),
        "echelon": echelon,
        "domain": CIVIL if actor.civil else code.domain,
        "sidc": code.sidc,
        "note": notes.note_of(lines),
        "external_id": actor.uuid,
    }
    return reading


def read_platform(actor: Actor, identity: str, systems: Sequence[str]) -> Reading:
    """A platform as one piece of equipment of its unit."""
    reading = Reading({"title": actor.name})
    code = _symbol(actor, identity, reading)
    place = Reading({})
    lines = _lines(actor, code, systems)
    if actor.place:
        lines += _place(actor.place, actor.as_of, place)
    reading.doubts += place.doubts
    if actor.status:
        lines.append(notes.line(notes.STATUS, STATUSES.get(actor.status, actor.status)))
    if "latitude" in place.values:
        stands = f"{place.values['latitude']}, {place.values['longitude']}"
        lines.append(notes.line(notes.POSITION, stands))
    reading.values |= {
        "quantity_planned": 1,
        "quantity_present": 1,
        "sidc": code.sidc,
        "note": notes.note_of(lines),
        "external_id": actor.uuid,
    }
    return reading


def read_resource(resource: Resource) -> Reading:
    """Something that a unit has a number of, as equipment."""
    typed = resource.entity_type
    reading = Reading({"title": resource.name or typed or "Resource"})
    if not resource.name:
        reading.doubts.append(f"A resource has no name; called “{reading.values['title']}”.")
    required = _count(resource.required, reading)
    present = _count(resource.on_hand or resource.operational, reading)
    reading.values |= {
        "quantity_planned": present if required is None else required,
        "quantity_present": present,
        "note": "" if typed == NO_TYPE else notes.line(notes.ENTITY_TYPE, typed),
    }
    return reading


def _symbol(actor: Actor, identity: str, reading: Reading) -> Code:
    text = (digits_among(actor.named) if actor.named else "") or actor.letters
    if not text:
        return NOTHING
    code = read_code(text, identity)
    if code.match == "near":
        reading.doubts.append(
            f"Its symbol {text} has no exact code in digits; the nearest is kept."
        )
    elif code.match == "failed" and code.sidc:
        reading.doubts.append(f"Its symbol {text} has no code in digits; the letters are kept.")
    elif code.match == "failed":
        reading.doubts.append(f"Its symbol “{text[:40]}” is no symbol code; left empty.")
    if identity and code.identity and code.identity != identity:
        drawn = _DRAWN[code.identity]
        reading.doubts.append(f"Its symbol is drawn as {drawn}, its side is {_DRAWN[identity]}.")
    return code


def _echelon(actor: Actor, code: Code, reading: Reading) -> str:
    """What the message says, else what its symbol does; they disagree in real files."""
    stated = actor.echelon
    if not stated or stated in UNSTATED_ECHELONS:
        return code.echelon
    if stated not in ECHELONS:
        reading.doubts.append(f"Its echelon reads “{stated[:40]}”, which C2SIM does not have.")
        return code.echelon
    taken = ECHELONS[stated]
    if not taken:
        said = f"Its echelon is {stated} ({ECHELON_WORDS[stated]}), for which the plan has none."
        reading.doubts.append(said)
        return code.echelon
    if stated in ECHELON_WORDS:
        reading.doubts.append(
            f"Its echelon is {stated} ({ECHELON_WORDS[stated]}); taken as {taken}."
        )
    digits = ECHELON_DIGITS.get(taken)
    if code.echelon and digits and ECHELON_DIGITS.get(code.echelon) != digits:
        said = f"Its symbol says {code.echelon}, its echelon {taken}; the echelon was taken."
        reading.doubts.append(said)
    return taken


def _lines(actor: Actor, code: Code, systems: Sequence[str]) -> list[str]:
    lines = [notes.line(notes.SYSTEM, system) for system in systems]
    if actor.entity_type:
        lines.append(notes.line(notes.ENTITY_TYPE, actor.entity_type))
    for name, namespace in actor.named:
        if name != digits_among(((name, namespace),)):
            said = f"{name} ({namespace})" if namespace else name
            lines.append(notes.line(notes.NAMED_TYPE, said))
    if actor.letters and code.match != "exact" and code.sidc != actor.letters:
        lines.append(f"Symbol in C2SIM: {actor.letters}")
    if actor.marking:
        lines.append(notes.line(notes.MARKING, actor.marking))
    return lines


def _place(place: Mapping[str, str], as_of: str, reading: Reading) -> list[str]:
    latitude = _degrees(place.get("Latitude", ""), 90)
    longitude = _degrees(place.get("Longitude", ""), 180)
    if latitude is None or longitude is None:
        said = f"{place.get('Latitude', '')}, {place.get('Longitude', '')}"
        reading.doubts.append(f"The position {said[:60]} is none on Earth; left empty.")
        return []
    reading.values["latitude"], reading.values["longitude"] = latitude, longitude
    lines = [f"Height: {place[name]} m {what}" for name, what in _HEIGHTS if place.get(name)]
    if as_of:
        lines.append(f"Position as of {as_of}")
    return lines


def _degrees(text: str, most: float) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if -most <= number <= most else None


def _count(text: str, reading: Reading) -> int | None:
    if not text:
        return None
    number = whole(text)
    if number is None:
        reading.doubts.append(f"The number {text[:40]} is no count; left out.")
    return number
