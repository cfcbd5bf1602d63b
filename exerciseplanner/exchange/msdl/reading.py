"""An MSDL scenario as proposed sides, units, equipment and command relations, with every loss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from exerciseplanner.domain.identity import seen_from
from exerciseplanner.domain.intake import Doubt, Intake, Link, Proposed
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.gathering import Gathered
from exerciseplanner.exchange.msdl.equipment import Item, read_holdings, read_item, read_items
from exerciseplanner.exchange.msdl.losses import (
    ITEM_TAKEN,
    SIDE_TAKEN,
    UNIT_TAKEN,
    Lost,
    scenario_losses,
)
from exerciseplanner.exchange.msdl.notes import RELATION
from exerciseplanner.exchange.msdl.remarks import schema_remarks
from exerciseplanner.exchange.msdl.sides import (
    Side,
    handle_key,
    read_sides,
    settle_identities,
    unheld_relations,
    unknown_affiliates,
)
from exerciseplanner.exchange.msdl.tree import Node, read_relations, settle
from exerciseplanner.exchange.msdl.units import Reading, read_unit
from exerciseplanner.exchange.msdl.vocabulary import (
    COMMAND_RELATIONS,
    NATIONAL_RELATIONS,
    PLAIN_RELATIONS,
)
from exerciseplanner.exchange.xml_reading import child, children, local_name, read_xml, text

KIND = "msdl"
_ROOT = "MilitaryScenario"
_MOST_SHOWN = 4


def read_msdl(path: Path, viewpoint: str = "") -> Intake:
    """Read a scenario file; every row is keyed by its handle.

    `viewpoint` is the name or the handle of the side that sees friend and hostile, by default the
    first of the file. Raises Refusal for a file that is no such scenario, or has no such side.
    """
    root = read_xml(path)
    if local_name(root) != _ROOT:
        raise Refusal(
            f"{path.name} is XML, but no MSDL scenario: it is of the kind {local_name(root)}. "
            "The exercise was not changed.",
            remedy="Export the scenario as MSDL and import that file.",
        )
    sides = read_sides(root)
    settle_identities(sides, viewpoint or None)
    taking = _Taking(sides)
    taking.take_sides()
    taking.take_units(root)
    taking.take_items(root)
    if not taking.rows:
        taking.doubts.append(Doubt(path.name, "The scenario holds no side and no unit."))
    return Intake(
        source=f"msdl:{text(root, 'ScenarioID', 'name') or path.stem}",
        kind=KIND,
        rows=tuple(taking.rows),
        doubts=(
            *taking.doubts,
            *taking.of_units.doubts(path.name, "units"),
            *taking.of_items.doubts(path.name, "pieces of equipment"),
            *schema_remarks(root),
        ),
        left_out=(*taking.losses(), *scenario_losses(root)),
        read=taking.counts,
    )


@dataclass
class _Taking:
    """What has been taken so far."""

    sides: Mapping[str, Side]
    nodes: dict[str, Node] = field(default_factory=dict)
    paths: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: list[Proposed] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    of_units: Gathered = field(default_factory=Gathered)
    of_items: Gathered = field(default_factory=Gathered)
    lost: dict[str, Lost] = field(
        default_factory=lambda: {"Sides": Lost(), "Units": Lost(), "Equipment": Lost()}
    )
    counts: dict[str, int] = field(default_factory=lambda: {"sides": 0, "units": 0, "equipment": 0})
    keys: set[tuple[str, str]] = field(default_factory=set)

    def take_sides(self) -> None:
        """Take every side with its identity."""
        for side in self.sides.values():
            values: dict[str, object] = {
                "name": side.name,
                "identity": side.identity,
                "external_id": side.handle,
                "note": side.note(self.sides),
            }
            self.rows.append(Proposed("side", side.key, side.name, values))
            self.counts["sides"] += 1
            self.doubts += [Doubt(side.name, said) for said in side.doubts]
            self.lost["Sides"].look_through(side.element, SIDE_TAKEN, side.name)
        for side, handle in unknown_affiliates(self.sides):
            said = f"It states how it stands to {handle}, which is no side of the file."
            self.doubts.append(Doubt(side.name, said))

    def take_units(self, root: etree._Element) -> None:
        """Take every unit under its superior, with its holdings and its command relation."""
        units = children(child(root, "Organizations", "Units"), "Unit")
        for number, element in enumerate(units, 1):
            node = self._node(element, number)
            self.nodes[node.key] = node
            read_relations(node)
        settle(self.nodes, self.sides)
        for node in self.nodes.values():
            self._take_unit(node)
        for node in self.nodes.values():
            self._take_relation(node)

    def take_items(self, root: etree._Element) -> None:
        """Take every item of equipment that a unit of the file holds."""
        identities = {key: self._identity(node) for key, node in self.nodes.items()}
        for number, element in enumerate(read_items(root), 1):
            item = read_item(element, number, identities)
            if not item.holder:
                owner = self.sides.get(item.owner)
                whose = f"the side {owner.name}" if owner else item.owner or "nobody"
                said = f"It is held by {whose}, not by a unit of the file."
                self.doubts.append(Doubt(f"Equipment / {item.title}", said, "refused"))
                continue
            handle = handle_key(str(item.values["external_id"]))
            self._take_item(item, handle or f"{item.holder}:{item.title}")
            self.lost["Equipment"].look_through(element, ITEM_TAKEN, item.title)

    def losses(self) -> Iterator[Doubt]:
        """What of the objects themselves was not taken."""
        for place, lost in self.lost.items():
            yield from lost.doubts(place)
        pairs = {
            (a.key, b.key): seen_from(b.identity, a.identity)
            for a in self.sides.values()
            for b in self.sides.values()
        }
        if count := unheld_relations(self.sides, pairs):
            said = f"Associations that the identities of the sides do not say: {count}."
            yield Doubt("Sides", said, "note")

    def _node(self, element: etree._Element, number: int) -> Node:
        handle = text(element, "ObjectHandle")
        names = (
            text(element, "Name"),
            text(element, "UnitSymbolModifiers", "UniqueDesignation"),
        )
        name = next((each for each in names if each), f"Unit {number}")
        node = Node(self._key("unit", handle_key(handle) or f"unit {number}"), name, element)
        if not handle:
            node.doubts.append("It has no handle, so a later edition finds it by its place alone.")
        elif node.key != handle_key(handle):
            node.doubts.append(
                f"Its handle {handle} is that of another; it was taken all the same."
            )
        if not any(names):
            node.doubts.append(f"It has no name; called “{name}”.")
        return node

    def _key(self, noun: str, stated: str) -> str:
        key, count = stated, 1
        while (noun, key) in self.keys:
            count += 1
            key = f"{stated}#{count}"
        self.keys.add((noun, key))
        return key

    def _place(self, node: Node) -> str:
        """Where a unit stands: its side, its superiors, itself; of many superiors the nearest."""
        missing = [node]
        while (above := missing[-1].parent) and above not in self.paths:
            missing.append(self.nodes[above])
        for each in reversed(missing):
            side = self.sides.get(each.side)
            above_it = self.paths.get(each.parent, (side.name,) if side else ())
            self.paths[each.key] = (*above_it, each.name)
        path = self.paths[node.key]
        shown = path if len(path) <= _MOST_SHOWN else (path[0], "…", *path[-2:])
        return " / ".join(shown)

    def _identity(self, node: Node) -> str:
        return self.sides[node.side].identity if node.side else ""

    def _take_unit(self, node: Node) -> None:
        side = self.sides.get(node.side)
        place = self._place(node)
        reading = read_unit(node.element, node.name, self._identity(node))
        self._take_holdings(node, place, reading)
        self._report_relation(node, reading)
        links = {
            "side_id": Link("side", node.side) if side else None,
            "parent_id": Link("unit", node.parent) if node.parent else None,
        }
        stated = {name: link for name, link in links.items() if link is not None}
        self.rows.append(Proposed("unit", node.key, place, {**reading.values, **stated}))
        self.counts["units"] += 1
        for said in (*node.doubts, *reading.doubts):
            self.of_units.add(place, said)
        self.lost["Units"].look_through(node.element, UNIT_TAKEN, node.name)

    def _take_holdings(self, node: Node, place: str, reading: Reading) -> None:
        holdings = read_holdings(node.element)
        reading.doubts += holdings.doubts
        if holdings.people:
            for name in ("planned", "present"):
                known = [getattr(each, name) for each in holdings.people]
                stated = [count for count in known if count is not None]
                reading.values[f"strength_{name}"] = sum(stated) if stated else None
        for other in holdings.others:
            self.lost["Units"].add(f"Holding of {other}", node.name)
        for item in holdings.items:
            item.holder = node.key
            self._take_item(item, f"{node.key}:{item.title}")

    def _take_item(self, item: Item, key: str) -> None:
        place = f"{self._place(self.nodes[item.holder])} / {item.title}"
        values = {**item.values, "unit_id": Link("unit", item.holder)}
        self.rows.append(Proposed("equipment", self._key("equipment", key), place, values))
        self.counts["equipment"] += 1
        for said in item.doubts:
            self.of_items.add(place, said)

    def _take_relation(self, node: Node) -> None:
        """Keep a command relation that says more than the tree of units."""
        if not node.commander:
            return
        values: dict[str, object] = {
            "unit_id": Link("unit", node.key),
            "superior_id": Link("unit", node.commander),
            "relation": COMMAND_RELATIONS.get(node.relation, ""),
        }
        if node.relation not in COMMAND_RELATIONS and node.relation not in PLAIN_RELATIONS:
            values["note"] = f"{RELATION}: {node.relation}"
        place = f"{self._place(node)}, under {self.nodes[node.commander].name}"
        key = f"{node.key}>{node.commander}"
        self.rows.append(Proposed("command_relation", key, place, values))
        self.counts["command relations"] = self.counts.get("command relations", 0) + 1

    def _report_relation(self, node: Node, reading: Reading) -> None:
        """Say of a relation that no NATO state of command equals where it is kept."""
        relation = node.relation
        if relation in COMMAND_RELATIONS or relation in PLAIN_RELATIONS:
            return
        known = relation in NATIONAL_RELATIONS
        why = "no state of command in NATO equals it" if known else "it is not known"
        node.doubts.append(f"Its command relation is {relation}; {why}, so the note keeps it.")
        if not node.commander:
            lines = (str(reading.values["note"]), f"{RELATION}: {relation}")
            reading.values["note"] = "\n".join(filter(None, lines))
