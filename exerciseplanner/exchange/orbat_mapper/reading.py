"""A scenario of ORBAT Mapper as proposed sides and units, with doubts and a loss report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from exerciseplanner.domain.intake import Doubt, Intake, Link, Proposed
from exerciseplanner.exchange.orbat_mapper.holdings import (
    Catalogue,
    catalogue_of,
    item_key,
    read_items,
)
from exerciseplanner.exchange.orbat_mapper.keeping import LOOSE, PROVIDER, SIDE, kept_of
from exerciseplanner.exchange.orbat_mapper.kept_rows import read_rows
from exerciseplanner.exchange.orbat_mapper.losses import (
    GROUP_PARTS,
    SIDE_PARTS,
    UNIT_PARTS,
    part_losses,
    scenario_losses,
    state_losses,
)
from exerciseplanner.exchange.orbat_mapper.scenario import load_scenario, too_deep, words
from exerciseplanner.exchange.orbat_mapper.symbols import identity_of
from exerciseplanner.exchange.orbat_mapper.units import Reading, read_group, read_side, read_unit

DEEPEST = 100
"""Levels of subordination; an army down to its teams has ten."""
KIND = "orbat-mapper"


def read_orbat(path: Path) -> Intake:
    """Read a scenario file: sides, groups and units, each keyed by its id in the scenario.

    Raises Refusal for a file that is none; the message names file, cause and remedy.
    """
    scenario = load_scenario(path)
    listed = scenario.content.get("sides")
    sides = listed if isinstance(listed, list) else []
    taking = _Taking(
        path, catalogue_of(scenario.content), _identities(sides), doubts=list(scenario.doubts)
    )
    taking.rows += read_rows(scenario.content)
    for number, side in enumerate(sides, 1):
        taking.take_side(side, number)
    taking.left_out += scenario_losses(scenario.content)
    if not taking.rows:
        taking.doubts.append(Doubt(path.name, "The scenario holds no side and no unit."))
    return Intake(
        source=scenario.source,
        kind=KIND,
        rows=tuple(taking.rows),
        doubts=tuple(taking.doubts),
        left_out=tuple(taking.left_out),
        read=taking.counts,
    )


def _identities(sides: Iterable[object]) -> dict[str, str]:
    """What every side is, by its id."""
    return {words(side.get("id")): _identity(side) for side in sides if isinstance(side, dict)}


def _identity(side: Mapping[str, Any]) -> str:
    return identity_of(words(side.get("standardIdentity"))) or "unknown"


@dataclass(frozen=True)
class _Level:
    """Where units are taken from: whose they are, and how deep."""

    units: object
    side: Link | None
    identity: str
    parent: Link | None
    place: str
    depth: int


@dataclass
class _Taking:
    """What has been taken so far."""

    path: Path
    catalogue: Catalogue
    identities: Mapping[str, str]
    rows: list[Proposed] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    left_out: list[Doubt] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: {"sides": 0, "groups": 0, "units": 0})
    keys: set[tuple[str, str]] = field(default_factory=set)
    items: set[str] = field(default_factory=set)

    def take_side(self, side: object, number: int) -> None:
        """Take a side with everything below it."""
        place = f"Side {number}"
        if not isinstance(side, dict):
            self.doubts.append(Doubt(place, "It is no side and was left out.", "refused"))
            return
        reading = read_side(side)
        place = self._named(reading, side, place)
        link = None
        if not kept_of(side).get(LOOSE):
            link = self._take("side", place, side, reading, {})
            self.counts["sides"] += 1
        self.left_out += part_losses(place, side, SIDE_PARTS)
        identity = _identity(side)
        groups = side.get("groups")
        for count, group in enumerate(groups if isinstance(groups, list) else (), 1):
            self._take_group(group, count, place, link, identity)
        self._take_units(_Level(side.get("subUnits"), link, identity, None, place, 1))

    def _take_group(
        self, group: object, number: int, above: str, side: Link | None, identity: str
    ) -> None:
        place = f"{above} / group {number}"
        if not isinstance(group, dict):
            self.doubts.append(Doubt(place, "It is no group and was left out.", "refused"))
            return
        reading = read_group(group)
        place = f"{above} / {self._named(reading, group, f'group {number}')}"
        parent = self._take("unit", place, group, reading, {"side_id": side})
        self.counts["groups"] += 1
        self.left_out += part_losses(place, group, GROUP_PARTS)
        self._take_units(_Level(group.get("subUnits"), side, identity, parent, place, 1))

    def _take_units(self, level: _Level) -> None:
        """Take units depth first, without recursion: nesting is limited, the stack is not ours."""
        pending = [self._units(level)]
        while pending:
            below = next(pending[-1], None)
            if below is None:
                pending.pop()
            elif below.depth > DEEPEST:
                raise too_deep(self.path)
            else:
                pending.append(self._units(below))

    def _units(self, level: _Level) -> Iterator[_Level]:
        if level.units and not isinstance(level.units, list):
            self.doubts.append(Doubt(level.place, "Its units are no list; left out.", "refused"))
        for number, unit in enumerate(level.units if isinstance(level.units, list) else (), 1):
            if isinstance(unit, dict):
                yield self._take_unit(unit, number, level)
            else:
                place = f"{level.place} / unit {number}"
                self.doubts.append(Doubt(place, "It is no unit and was left out.", "refused"))

    def _take_unit(self, unit: Mapping[str, Any], number: int, level: _Level) -> _Level:
        own_side = words(kept_of(unit).get(SIDE))
        identity = self.identities.get(own_side, level.identity) if own_side else level.identity
        reading = read_unit(unit, identity)
        place = f"{level.place} / {self._named(reading, unit, f'unit {number}')}"
        belongs = {"side_id": level.side, "parent_id": level.parent}
        link = self._take("unit", place, unit, reading, belongs)
        self.counts["units"] += 1
        self.left_out += part_losses(place, unit, UNIT_PARTS)
        self.left_out += state_losses(place, unit.get("state"), reading.first_state)
        self._take_equipment(unit, place, link)
        below = unit.get("subUnits")
        return _Level(below, level.side, identity, link, place, level.depth + 1)

    def _take_equipment(self, unit: Mapping[str, Any], place: str, owner: Link) -> None:
        for reading in read_items(unit, self.catalogue):
            if reading is None:
                self.doubts.append(Doubt(place, "Equipment without a name was left out."))
                continue
            key = item_key(owner.key, str(reading.values["title"]), self.items)
            self.rows.append(
                Proposed("equipment", key, place, {**reading.values, "unit_id": owner})
            )
            self.doubts += [Doubt(place, said) for said in reading.doubts]
            self.counts["equipment"] = self.counts.get("equipment", 0) + 1

    def _named(self, reading: Reading, source: Mapping[str, Any], place: str) -> str:
        name = str(reading.values["name"])
        if not name:
            name = words(source.get("shortName")) or place.capitalize()
            reading.values["name"] = name
            reading.doubts.append(f"It has no name; called “{name}”.")
        return name

    def _take(
        self,
        noun: str,
        place: str,
        source: Mapping[str, Any],
        reading: Reading,
        belongs: Mapping[str, Link | None],
    ) -> Link:
        key = self._key(noun, place, source, reading)
        stated = {name: link for name, link in belongs.items() if link is not None}
        said = {"external_id": words(source.get("id")), **reading.values, **stated}
        values = said | (self._kept_links(source) if noun == "unit" else {})
        self.rows.append(Proposed(noun, key, place, values))
        self.doubts += [Doubt(place, said) for said in reading.doubts]
        return Link(noun, key)

    def _kept_links(self, source: Mapping[str, Any]) -> dict[str, object]:
        """The side of a unit where it is not that of the scenario's tree, and who provides it."""
        kept = kept_of(source)
        links: dict[str, object] = {}
        if isinstance(side := kept.get(SIDE), str):
            links["side_id"] = Link("side", side) if side else None
        if isinstance(provider := kept.get(PROVIDER), str):
            links["participant_id"] = Link("participant", provider)
        return links

    def _key(self, noun: str, place: str, source: Mapping[str, Any], reading: Reading) -> str:
        stated = words(source.get("id"))
        if not stated:
            reading.doubts.append("It has no id, so a later edition finds it by its place alone.")
        key, count = stated or place, 1
        while (noun, key) in self.keys:
            count += 1
            key = f"{stated or place}#{count}"
        if stated and count > 1:
            reading.doubts.append(f"Its id {stated} is that of another; it was taken all the same.")
        self.keys.add((noun, key))
        return key
