"""The equipment of units in a scenario: how it is read, and how it is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from exerciseplanner.exchange.orbat_mapper.keeping import (
    EQUIPMENT,
    KEPT,
    kept_beside,
    kept_of,
    restored,
)
from exerciseplanner.exchange.orbat_mapper.scenario import words
from exerciseplanner.exchange.orbat_mapper.units import Reading, count_of
from exerciseplanner.workspace.queries.forces import UnitRow
from exerciseplanner.workspace.queries.means import EquipmentRow

Catalogue = Mapping[str, str]
"""The symbol codes of kinds of equipment, by their names."""


def catalogue_of(content: Mapping[str, Any]) -> Catalogue:
    """The symbol codes that a scenario gives for kinds of equipment."""
    listed = content.get("equipment")
    kinds = [kind for kind in listed if isinstance(kind, dict)] if isinstance(listed, list) else []
    return {words(kind.get("name")): words(kind.get("sidc")) for kind in kinds}


def read_items(unit: Mapping[str, Any], catalogue: Catalogue) -> Iterator[Reading | None]:
    """The equipment of a unit; None for what has no name, so that nothing can be said of it."""
    listed = unit.get("equipment")
    kept = kept_of(unit).get(EQUIPMENT)
    taken: set[str] = set()
    for item in listed if isinstance(listed, list) else ():
        title = words(item.get("name")) if isinstance(item, dict) else ""
        if not title:
            yield None
            continue
        beside = kept.get(_numbered(title, taken)) if isinstance(kept, dict) else None
        yield _read_item(item, title, catalogue, beside if isinstance(beside, dict) else {})


def _read_item(
    item: Mapping[str, Any], title: str, catalogue: Catalogue, beside: Mapping[str, Any]
) -> Reading:
    count = count_of(item.get("count"))
    reading = Reading(
        {
            "title": title,
            "quantity_planned": count,
            "quantity_present": count_of(item.get("onHand")),
            "sidc": catalogue.get(title, ""),
            "note": words(item.get("description")),
        }
    )
    if count is None:
        reading.doubts.append(f"The number of {title} is no count; left empty.")
    kept = restored("equipment", {KEPT: beside})
    if count != 0:
        kept.pop("quantity_planned", None)  # somebody has counted it since
    reading.values |= kept
    return reading


class HeldEquipment:
    """Writes what units have; rows are known outside by their unit and what they are called."""

    def __init__(self, rows: Iterable[EquipmentRow]) -> None:
        self._rows: dict[str, list[EquipmentRow]] = defaultdict(list)
        self._codes: dict[str, str] = {}
        for row in rows:
            self._rows[row.unit_id].append(row)
            if row.sidc:
                self._codes.setdefault(row.title, row.sidc)

    def catalogue(self) -> list[dict[str, str]]:
        """The kinds of equipment, each with its symbol code."""
        titles = dict.fromkeys(row.title for rows in self._rows.values() for row in rows)
        return [
            {"name": title, **({"sidc": self._codes[title]} if title in self._codes else {})}
            for title in titles
        ]

    def of(self, unit: UnitRow) -> list[dict[str, Any]]:
        """What a unit has."""
        return [_item(row) for row in self._rows.get(unit.id, ())]

    def kept(self, unit: UnitRow) -> dict[str, dict[str, object]]:
        """What is kept beside a unit of its equipment, by what the equipment is called."""
        taken: set[str] = set()
        found: dict[str, dict[str, object]] = {}
        for row in self._rows.get(unit.id, ()):
            held = _read_item(_item(row), row.title, self._codes, {}).values
            key = _numbered(row.title, taken)
            if kept := kept_beside("equipment", row, held):
                found[key] = kept
        return found

    def keys(self, ids: Mapping[str, str]) -> dict[str, str]:
        """The key by which each row will be known, given the ids that units go by."""
        found: dict[str, str] = {}
        taken: set[str] = set()
        for unit_id, rows in self._rows.items():
            for row in rows:
                found[row.id] = item_key(ids.get(unit_id, unit_id), row.title, taken)
        return found


def _item(row: EquipmentRow) -> dict[str, Any]:
    stated = {
        "name": row.title,
        "count": row.quantity_planned or 0,
        "onHand": row.quantity_present,
    }
    return {key: value for key, value in stated.items() if value is not None}


def item_key(unit_key: str, title: str, taken: set[str]) -> str:
    """The key of equipment of one kind of a unit; the second of a kind is numbered."""
    return _numbered(f"{unit_key}: {title}", taken)


def _numbered(name: str, taken: set[str]) -> str:
    key, count = name, 1
    while key in taken:
        count += 1
        key = f"{name}#{count}"
    taken.add(key)
    return key
