"""One side, group or unit of a scenario as values of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from exerciseplanner.exchange.orbat_mapper.keeping import restored
from exerciseplanner.exchange.orbat_mapper.notes import note_of
from exerciseplanner.exchange.orbat_mapper.scenario import words
from exerciseplanner.exchange.orbat_mapper.symbols import NUANCES, Symbol, identity_of, read_symbol
from exerciseplanner.exchange.quantities import whole

_HIGHEST = 1_000_000
"""Metres; what is beyond is no height of a unit."""

GROUP = "group"
"""The status of a unit that is a group of others."""

PERSONNEL = "Personnel"
"""How people are called where their trades are not told apart."""

_IDENTITY_NAMES = {
    "friend": "friend",
    "hostile": "hostile",
    "neutral": "neutral",
    "unknown": "unknown",
}


@dataclass
class Reading:
    """The values of one row, what is doubtful about them, and which parts they were taken from."""

    values: dict[str, object]
    doubts: list[str] = field(default_factory=list)
    first_state: int | None = None


def read_side(source: Mapping[str, Any]) -> Reading:
    """A side; its standard identity becomes friend, hostile, neutral or unknown."""
    digit = words(source.get("standardIdentity"))
    identity = identity_of(digit)
    nuance = NUANCES.get(digit, "")
    further = (f"Standard identity: {nuance}",) if nuance else ()
    reading = Reading(
        {
            "name": words(source.get("name")),
            "identity": identity or "unknown",
            "note": note_of(source, further),
        }
    )
    reading.values |= restored("side", source)
    if not identity:
        said = f"“{digit}”" if digit else "nothing"
        reading.doubts.append(f"The standard identity reads {said}; taken as unknown.")
    if nuance:
        reading.doubts.append(f"The side is “{nuance}” there; taken as {identity}.")
    return reading


def read_group(source: Mapping[str, Any]) -> Reading:
    """A group of units; it becomes a unit of no echelon so that the order of battle is kept."""
    values = {"name": words(source.get("name")), "status": GROUP, "note": note_of(source)}
    return Reading({**values, **restored("unit", source)})


def read_unit(source: Mapping[str, Any], side_identity: str) -> Reading:
    """A unit with everything that its symbol code, personnel and positions state."""
    reading = Reading(
        {
            "name": words(source.get("name")),
            "short_name": words(source.get("shortName")),
            "status": words(source.get("status")),
        }
    )
    further: list[str] = []
    _read_symbol(source, side_identity, reading, further)
    _read_strength(source, reading, further)
    _read_position(source, reading, further)
    reading.values["note"] = note_of(source, further)
    reading.values |= restored("unit", source, words(source.get("sidc")))
    return reading


def _read_symbol(
    source: Mapping[str, Any], side_identity: str, reading: Reading, further: list[str]
) -> None:
    code = words(source.get("sidc"))
    symbol = read_symbol(code)
    if symbol is None:
        if code:
            reading.doubts.append(f"The symbol code “{code}” is not understood.")
            further.append(f"Symbol code: {code}")
        symbol = Symbol("")
    if symbol.custom:
        further.append(f"Own symbol in ORBAT Mapper: {symbol.custom}")
    if symbol.identity and symbol.identity != side_identity:
        said = _IDENTITY_NAMES[symbol.identity]
        reading.doubts.append(f"Its symbol says {said}, its side is {side_identity}.")
    reading.values |= {
        "sidc": symbol.code,
        "echelon": symbol.echelon,
        "domain": symbol.domain,
    }


def _read_strength(source: Mapping[str, Any], reading: Reading, further: list[str]) -> None:
    listed = source.get("personnel")
    planned, present, lines = 0, 0, []
    names, stated = [], False
    for each in listed if isinstance(listed, list) else ():
        name = words(each.get("name")) if isinstance(each, dict) else ""
        count = count_of(each.get("count")) if isinstance(each, dict) else None
        if count is None:
            reading.doubts.append(f"The number of {name or 'personnel'} is no count; left out.")
            continue
        on_hand = count_of(each.get("onHand"))
        stated = stated or on_hand is not None
        planned += count
        present += count if on_hand is None else on_hand
        names.append(name)
        lines.append(f"{name} {count}" if on_hand is None else f"{name} {on_hand} of {count}")
    if lines:
        if names != [PERSONNEL]:
            further.append(f"Personnel: {', '.join(lines)}")
        reading.values["strength_planned"] = planned
        reading.values["strength_present"] = present if stated else None


def count_of(value: object) -> int | None:
    """A number of people or things; None for what is no such number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return whole(value)


def _read_position(source: Mapping[str, Any], reading: Reading, further: list[str]) -> None:
    if source.get("location"):
        _take_position(source["location"], "", reading, further)
        return
    states = source.get("state")
    for index, state in enumerate(states if isinstance(states, list) else ()):
        if isinstance(state, dict) and state.get("location"):
            reading.first_state = index
            _take_position(state["location"], words(state.get("t")), reading, further)
            return


def _take_position(location: object, at: str, reading: Reading, further: list[str]) -> None:
    place = _degrees(location)
    if place is None:
        reading.doubts.append(f"The position {str(location)[:60]} is none on Earth; left empty.")
        return
    reading.values["longitude"], reading.values["latitude"] = place[:2]
    if at:
        further.append(f"Position as of {at}")
    if len(place) > 2:
        further.append(f"Height: {place[2]:g} m")


def _degrees(location: object) -> tuple[float, ...] | None:
    if not isinstance(location, list) or not all(map(_is_number, location[:2] or [None])):
        return None
    # Compared before they are floats, because a whole number may be too large to be one.
    if len(location) < 2 or not (abs(location[0]) <= 180 and abs(location[1]) <= 90):
        return None
    height = [each for each in location[2:3] if _is_number(each) and abs(each) <= _HIGHEST]
    return tuple(map(float, [*location[:2], *height]))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
