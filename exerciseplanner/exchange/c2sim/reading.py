"""An initialisation message of C2SIM as proposed sides, units, equipment and command relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from exerciseplanner.domain.intake import Doubt, Intake, Link, Proposed
from exerciseplanner.exchange.c2sim import notes
from exerciseplanner.exchange.c2sim.actors import Actor
from exerciseplanner.exchange.c2sim.codes import COMMAND_RELATIONS, ORGANIC, UNASSIGNED
from exerciseplanner.exchange.c2sim.losses import fact_losses, other_losses, part_losses
from exerciseplanner.exchange.c2sim.message import Message, read_message
from exerciseplanner.exchange.c2sim.sides import (
    Viewed,
    named,
    unheld_relations,
    unknown_sides,
    view,
)
from exerciseplanner.exchange.c2sim.tree import Tree, build_tree, paths
from exerciseplanner.exchange.c2sim.units import (
    Reading,
    read_platform,
    read_resource,
    read_unit,
)
from exerciseplanner.exchange.gathering import Gathered, some
from exerciseplanner.workspace.collection import put_off

KIND = "c2sim"


def read_c2sim(path: Path, viewpoint: str = "") -> Intake:
    """Read an initialisation message; every row is keyed by its UUID.

    `viewpoint` is the name or UUID of the side that sees friend and hostile; see `sides.view` for
    what is taken without one. Raises Refusal for a file that is no such message.
    """
    with put_off():
        return _read(path, viewpoint)


def _read(path: Path, viewpoint: str) -> Intake:
    message = read_message(path)
    taking = _Taking(message, view(message, viewpoint))
    taking.take_sides()
    taking.take_countries()
    taking.take_units()
    taking.take_platforms()
    taking.take_relations()
    if not taking.rows:
        taking.doubts.append(Doubt(path.name, "The message holds no side and no unit."))
    return Intake(
        source=message.source,
        kind=KIND,
        rows=tuple(taking.rows),
        doubts=(*taking.viewed.doubts, *taking.doubts, *taking.gathered.doubts(path.name, "units")),
        left_out=(
            *taking.relation_losses(),
            *part_losses(path.name, taking.lost),
            *other_losses(message.others),
            *fact_losses(message.facts),
        ),
        read=taking.counts,
    )


@dataclass
class _Taking:
    """What has been taken so far."""

    message: Message
    viewed: Viewed
    rows: list[Proposed] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    gathered: Gathered = field(default_factory=Gathered)
    lost: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    sides: dict[str, str] = field(default_factory=dict)
    units: dict[str, Actor] = field(default_factory=dict)
    platforms: dict[str, Actor] = field(default_factory=dict)
    tree: Tree = field(default_factory=Tree)
    places: dict[str, str] = field(default_factory=dict)
    stated: dict[str, int] = field(default_factory=dict)
    links: dict[tuple[str, str], Link] = field(default_factory=dict)

    def take_sides(self) -> None:
        """Take every side; it is keyed by its UUID, or by its name where it has none."""
        for number, side in enumerate(self.message.sides, 1):
            name = named(side, number)
            key = side.key
            if not side.names:
                self.doubts.append(Doubt(name, f"The side has no name; called “{name}”."))
            if key in self.sides:
                self.doubts.append(Doubt(name, "Its UUID is that of another side; left out."))
                continue
            self.sides[key] = name
            nuance = self.viewed.nuances.get(side.key, "")
            lines = (
                *(notes.line(notes.OTHER_NAME, other) for other in side.names[1:]),
                notes.line(notes.HOSTILITY, nuance),
            )
            values: dict[str, object] = {
                "name": name,
                "identity": self.viewed.identities[side.key],
                "note": notes.note_of(lines),
                "external_id": side.uuid,
            }
            self.rows.append(Proposed("side", key, name, values))
        self.counts["sides"] = len(self.sides)
        for side, other in unknown_sides(self.message.sides):
            said = (
                f"It states how it stands to {other or 'nobody'}, which is no side of the message."
            )
            self.doubts.append(Doubt(self.sides[side.key], said))

    def relation_losses(self) -> Iterator[Doubt]:
        """What sides say of each other that their identities do not."""
        if count := unheld_relations(self.message.sides, self.viewed.identities):
            said = f"Relations that the identities of the sides do not say: {count}."
            yield Doubt("Sides", said, "note")

    def take_countries(self) -> None:
        """Take every country that an actor is of as a participant; others are left out."""
        countries = self.message.countries
        named = {key for actor in self.message.actors for key in actor.affiliations}
        for key, country in countries.items():
            if key not in named:
                self.message.others.setdefault("AbstractOrganization", []).append(country.name)
        found = {countries[key].code: countries[key].name for key in countries if key in named}
        for code, name in found.items():
            self.rows.append(Proposed("participant", code, name, {"code": code, "name": name}))
        if found:
            self.counts["countries"] = len(found)

    def take_units(self) -> None:
        """Take every unit under its superior, and with it whatever is a unit of its own."""
        self._sort()
        self.tree = build_tree(self.units, self.sides)
        self.places = paths(self.units, self.tree.parents)
        for key, said in self.tree.doubts:
            self.gathered.add(self._place(key), said)
        for key, unit in self.units.items():
            reading = read_unit(unit, self._identity(unit), self._systems(unit))
            above = self.tree.parents.get(key)
            if above is not None:
                reading.values["parent_id"] = self._link("unit", above)
            self._take("unit", key, unit, reading)
        self._report_systems()

    def take_platforms(self) -> None:
        """Take every platform as equipment of its unit, then what units have a number of."""
        for key, platform in self.platforms.items():
            reading = read_platform(platform, self._identity(platform), self._systems(platform))
            self.places[key] = f"{self.places[platform.superior]} / {platform.name}"
            reading.values["unit_id"] = Link("unit", platform.superior)
            self._take("equipment", key, platform, reading)
        for key, unit in self.units.items():
            if unit.resources:
                self._take_resources(key, unit)

    def take_relations(self) -> None:
        """Take the command relations that the plan has; organic ones are the tree itself."""
        taken: set[str] = set()
        for key, unit in self.units.items():
            for superior, code in unit.relations:
                row_key = f"{key}:{superior}:{code}"
                if row_key not in taken and self._has_relation(key, superior, code):
                    taken.add(row_key)
                    values = {
                        "unit_id": Link("unit", key),
                        "superior_id": Link("unit", superior),
                        "relation": COMMAND_RELATIONS[code],
                    }
                    place = f"{unit.name} under {self.units[superior].name}"
                    self.rows.append(Proposed("command_relation", row_key, place, values))
        if taken:
            self.counts["command relations"] = len(taken)

    def _sort(self) -> None:
        """Give everything its key; a platform that no unit has is a unit of its own."""
        held = {actor.key for actor in self.message.actors if not actor.platform and actor.key}
        for number, actor in enumerate(self.message.actors, 1):
            own = actor.platform and actor.superior in held
            if not actor.name:
                actor.name = actor.marking or f"{actor.kind} {number}"
                self.doubts.append(Doubt(actor.name, f"It has no name; called “{actor.name}”."))
            (self.platforms if own else self.units)[self._key(actor)] = actor
        alone = sum([actor.platform for actor in self.units.values()])
        self.counts["units"] = len(self.units) - alone
        if self.platforms or alone:
            self.counts["platforms"] = len(self.platforms) + alone
        for actor in self.units.values():
            if actor.platform:
                said = "No unit of the message has this platform; taken as a unit of its own."
                self.gathered.add(actor.name, said)

    def _key(self, actor: Actor) -> str:
        if not actor.key:
            said = "It has no UUID, so a later edition finds it by its name alone."
            self.gathered.add(actor.name, said)
        stated = actor.key or actor.name
        count = self.stated[stated] = self.stated.get(stated, 0) + 1
        if count == 1:
            return stated
        if actor.key:
            said = f"Its UUID {actor.uuid} is that of another; it was taken all the same."
            self.doubts.append(Doubt(actor.name, said))
        return f"{stated}#{count}"

    def _take(self, noun: str, key: str, actor: Actor, reading: Reading) -> None:
        place = self._place(key)
        if actor.side in self.sides and noun == "unit":
            reading.values["side_id"] = self._link("side", actor.side)
        elif actor.side and actor.side not in self.sides:
            self.gathered.add(place, f"Its side {actor.side} is not in the message; left empty.")
        if actor.affiliations:
            self._take_country(noun, actor, reading)
        for said in reading.doubts:
            self.gathered.add(place, said)
        if actor.lost:
            for name in dict.fromkeys(actor.lost):
                self.lost.setdefault(name, []).append(actor.name)
        self.rows.append(Proposed(noun, key, place, reading.values))

    def _take_country(self, noun: str, actor: Actor, reading: Reading) -> None:
        countries = [
            self.message.countries[key].code
            for key in actor.affiliations
            if key in self.message.countries
        ]
        if countries and noun == "unit":
            reading.values["participant_id"] = Link("participant", countries[0])
        if len(actor.affiliations) > (1 if countries and noun == "unit" else 0):
            actor.lost += ("AffiliatedWith",)

    def _take_resources(self, key: str, unit: Actor) -> None:
        met: Counter[str] = Counter()
        for resource in unit.resources:
            reading = read_resource(resource)
            title = str(reading.values["title"])
            met[title] += 1
            place = f"{self._place(key)} / {title}"
            reading.values["unit_id"] = Link("unit", key)
            for said in reading.doubts:
                self.gathered.add(place, said)
            row_key = f"{key}:{title}" if met[title] == 1 else f"{key}:{title}#{met[title]}"
            self.rows.append(Proposed("equipment", row_key, place, reading.values))
            self.counts["resources"] = self.counts.get("resources", 0) + 1

    def _has_relation(self, key: str, superior: str, code: str) -> bool:
        if code == ORGANIC and self.tree.parents.get(key) == superior:
            return False
        if superior not in self.units:
            said = f"Its command relation {code} is to {superior}, which is no unit; left out."
        elif code not in COMMAND_RELATIONS:
            said = f"Its command relation {code} is none that the plan has; left out."
        else:
            return True
        self.gathered.add(self._place(key), said)
        return False

    def _link(self, noun: str, key: str) -> Link:
        """Most rows link to a row that others link to as well."""
        found = self.links.get((noun, key))
        if found is None:
            found = self.links[noun, key] = Link(noun, key)
        return found

    def _identity(self, actor: Actor) -> str:
        return self.viewed.identities.get(actor.side, "")

    def _systems(self, actor: Actor) -> list[str]:
        return self.message.systems.get(actor.key, [])

    def _place(self, key: str) -> str:
        actor = self.units.get(key) or self.platforms[key]
        side = self.sides.get(actor.side)
        return f"{side} / {self.places[key]}" if side else self.places[key]

    def _report_systems(self) -> None:
        """Say who is held by several systems, and who is but does not exist."""
        missing: dict[str, list[str]] = {}
        for key, systems in self.message.systems.items():
            actor = self.units.get(key) or self.platforms.get(key)
            listed = ", ".join(systems) or UNASSIGNED
            if actor is None:
                missing.setdefault(listed, []).append(key)
            elif len(systems) > 1:
                self.doubts.append(Doubt(self._place(key), f"Several systems hold it: {listed}."))
        for listed, keys in missing.items():
            said = f"It lists {len(keys)} that are not in the message{some(keys)}."
            self.doubts.append(Doubt(listed, said))
