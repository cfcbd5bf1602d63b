"""The loss report: everything a scenario states that the plan does not take, by unit and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from exerciseplanner.domain.intake import Doubt
from exerciseplanner.exchange.gathering import brief, some
from exerciseplanner.exchange.orbat_mapper.keeping import KEPT
from exerciseplanner.exchange.orbat_mapper.notes import spoken
from exerciseplanner.exchange.orbat_mapper.scenario import words

SIDE_PARTS = frozenset(
    {"id", "name", "description", "externalUrl", "standardIdentity", "groups", "subUnits", KEPT}
)
"""What of a side is taken."""
GROUP_PARTS = SIDE_PARTS - {"standardIdentity", "groups"} | {"textAmplifiers", "reinforcedStatus"}
"""What of a group is taken."""
UNIT_PARTS = GROUP_PARTS | {"shortName", "sidc", "status", "location", "personnel", "state"}
UNIT_PARTS |= {"equipment"}
"""What of a unit is taken; of its states only the first position."""

_KINDS = {
    "equipment": "equipment",
    "supplies": "supplies",
    "media": "pictures and media",
    "rangeRings": "range rings",
    "properties": "properties",
    "symbolOptions": "look of the symbol",
    "style": "look on the map",
    "template": "template",
    "locked": "lock against changes",
    "isHidden": "hidden on the map",
}
_STATE_KINDS = {
    "location": "position",
    "via": "route",
    "sidc": "symbol",
    "status": "status",
    "update": "holdings",
    "diff": "holdings",
    "title": "event",
}
_SCENARIO_KINDS = {
    "events": "events",
    "equipment": "kinds of equipment",
    "personnel": "kinds of personnel",
    "supplyCategories": "kinds of supplies",
    "unitTemplates": "unit templates",
    "mapLayers": "map layers",
}
_SCENARIO_FACTS = {
    "name": "name",
    "description": "description",
    "startTime": "start",
    "timeZone": "time zone",
    "symbologyStandard": "symbols after",
    "meta": "dates of the file",
}


def part_losses(place: str, source: Mapping[str, Any], taken: frozenset[str]) -> list[Doubt]:
    """What of a side, group or unit is not taken, one line for each kind."""
    return [
        _loss(place, _KINDS.get(key, spoken(key).lower()), value)
        for key, value in source.items()
        if key not in taken and not key.startswith("_") and not _is_nothing(value)
    ]


def state_losses(place: str, states: object, taken: int | None) -> list[Doubt]:
    """What of a unit's history is not taken; `taken` is the state that gave the position."""
    if not isinstance(states, list):
        return []
    kinds: Counter[str] = Counter()
    count = 0
    for index, state in enumerate(states):
        said = _state_kinds(state, without_position=index == taken)
        kinds.update(said)
        count += bool(said) or index != taken
    if not count:
        return []
    listed = ", ".join(f"{number} × {kind}" for kind, number in kinds.items())
    plural = "state" if count == 1 else "states"
    return [Doubt(place, f"History: {count} {plural} ({listed or 'empty'}).", "note")]


def _state_kinds(state: object, *, without_position: bool) -> tuple[str, ...]:
    if not isinstance(state, dict):
        return ("unreadable",)
    skipped = {"id", "t", "location"} if without_position else {"id", "t"}
    kinds = (
        _STATE_KINDS.get(key, spoken(key).lower())
        for key, value in state.items()
        if key not in skipped and not _is_nothing(value)
    )
    return tuple(dict.fromkeys(kinds))


def scenario_losses(content: Mapping[str, Any]) -> list[Doubt]:
    """What of the scenario itself is not taken: its facts, layers, events and settings."""
    losses = _facts(content)
    known = {"id", "type", "version", "sides", "layers", "layerStack", "settings", KEPT}
    for key, value in content.items():
        if key not in known | _SCENARIO_FACTS.keys() and not _is_nothing(value):
            losses.append(_loss("Scenario", _SCENARIO_KINDS.get(key, spoken(key).lower()), value))
    for key in ("layers", "layerStack"):
        layers = content.get(key)
        for layer in layers if isinstance(layers, list) else ():
            losses += _layer_losses(layer)
    settings = content.get("settings")
    for key, value in settings.items() if isinstance(settings, dict) else ():
        if not _is_nothing(value):
            losses.append(_loss("Settings", spoken(key).lower(), value))
    return losses


def _facts(content: Mapping[str, Any]) -> list[Doubt]:
    facts = []
    for key, label in _SCENARIO_FACTS.items():
        value = content.get(key)
        text = ", ".join(map(words, value.values())) if isinstance(value, dict) else words(value)
        if text:
            facts.append(f"{label} “{text}”")
    if not facts:
        return []
    said = f"The exercise keeps its own particulars; the scenario's: {'; '.join(facts)}."
    return [Doubt("Scenario", said, "note")]


def _layer_losses(layer: object) -> Iterable[Doubt]:
    if not isinstance(layer, dict):
        return (Doubt("Layer", "Unreadable.", "note"),)
    items = [*_listed(layer, "items"), *_listed(layer, "features")]
    kinds: dict[str, list[str]] = {}
    for item in items:
        kind, name = _item(item)
        kinds.setdefault(kind, []).append(name)
    name = words(layer.get("name")) or words(layer.get("id"))
    place = f"Layer {name}".strip()
    if not kinds:
        return (Doubt(place, "The layer, which is empty.", "note"),)
    return tuple(
        Doubt(place, f"{kind}: {len(names)}{some(names)}.", "note") for kind, names in kinds.items()
    )


def _listed(layer: Mapping[str, Any], key: str) -> list[Any]:
    value = layer.get(key)
    return value if isinstance(value, list) else []


def _item(item: object) -> tuple[str, str]:
    if not isinstance(item, dict):
        return "Unreadable", ""
    meta = item.get("meta") if isinstance(item.get("meta"), dict) else {}
    kind = words(item.get("kind")) or "feature"
    return spoken(kind), words(item.get("name")) or words((meta or {}).get("name"))


def _loss(place: str, kind: str, value: object) -> Doubt:
    heading = kind[:1].upper() + kind[1:]
    if isinstance(value, list):
        names = [_name(each) for each in value]
        return Doubt(place, f"{heading}: {len(value)}{some(names)}.", "note")
    if isinstance(value, dict):
        parts = [f"{spoken(key).lower()} {_plain(each)}" for key, each in value.items()]
        return Doubt(place, f"{heading}: {', '.join(parts)}.", "note")
    if value is True:
        return Doubt(place, f"{heading}.", "note")
    return Doubt(place, f"{heading}: {brief(words(value))}.", "note")


def _name(each: object) -> str:
    if not isinstance(each, dict):
        return words(each)
    said = next((words(each[key]) for key in ("name", "title", "url") if each.get(key)), "")
    count = words(each.get("count"))
    return f"{count} × {said}" if count and said else said


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(words(each) for each in value.values())
    return f"{len(value)}" if isinstance(value, list) else words(value)


def _is_nothing(value: object) -> bool:
    return value is None or value is False or value == "" or value == [] or value == {}
