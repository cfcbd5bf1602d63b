"""Who stands under whom: the flat list of units as a tree, whatever is wrong with its handles."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from exerciseplanner.exchange.gathering import some
from exerciseplanner.exchange.msdl.sides import NO_SIDE, Side, handle_key
from exerciseplanner.exchange.msdl.vocabulary import COMMAND_RELATIONS
from exerciseplanner.exchange.xml_reading import child, text


@dataclass
class Node:
    """One unit in the tree; `parent`, `side` and `commander` are keys, empty for none.

    `parent` is the organic superior where the file states one, else the commanding one.
    `commander` is set where the command relation says more than the tree, `sideless` where the
    file says that the unit is of no side.
    """

    key: str
    name: str
    element: etree._Element
    parent: str = ""
    side: str = ""
    commander: str = ""
    relation: str = ""
    sideless: bool = False
    doubts: list[str] = field(default_factory=list)


def read_relations(node: Node) -> None:
    """Note what a unit says about its superior and its side."""
    relations = child(node.element, "Relations")
    force = child(relations, "ForceRelation", "ForceRelationData")
    organic = child(relations, "OrganicRelation", "OrganicRelationData")
    commander = handle_key(text(force, "CommandRelation", "CommandingSuperiorHandle"))
    node.relation = text(force, "CommandRelation", "CommandRelationshipType").upper()
    node.parent = handle_key(text(organic, "OrganicSuperiorHandle"))
    lent = node.relation in COMMAND_RELATIONS and text(organic, "OrganicForceSideHandle")
    if not node.parent and not lent:
        node.parent = commander
    node.side = handle_key(
        text(force, "ForceSideHandle") or text(organic, "OrganicForceSideHandle")
    )
    if commander != node.parent or node.relation in COMMAND_RELATIONS:
        node.commander = commander


def settle(nodes: Mapping[str, Node], sides: Mapping[str, Side]) -> None:
    """Make a tree of what units say: every superior is there, nobody stands under themselves."""
    for node in nodes.values():
        _settle_handles(node, nodes, sides)
    _cut_cycles(nodes)
    _settle_sides(nodes, sides)


def _settle_handles(node: Node, nodes: Container[str], sides: Mapping[str, Side]) -> None:
    if node.side == NO_SIDE:
        node.side, node.sideless = "", True
    if node.side and node.side not in sides:
        node.doubts.append(f"Its side {node.side} is not in the file.")
        node.side = ""
    if node.parent in sides and node.parent not in nodes:
        node.side, node.parent = node.parent, ""
    if node.parent and node.parent not in nodes:
        node.doubts.append(f"Its superior {node.parent} is not in the file; put at the top.")
        node.parent = ""
    if node.commander not in nodes or node.commander == node.key:
        node.commander = ""


def _cut_cycles(nodes: Mapping[str, Node]) -> None:
    """Lift the first unit of every circle to the top; the others stay under it."""
    settled: set[str] = set()
    order = {key: number for number, key in enumerate(nodes)}
    for node in nodes.values():
        path: dict[str, None] = {}
        key = node.key
        while key and key not in settled and key not in path:
            path[key] = None
            key = nodes[key].parent
        if key and key in path:
            circle = _circle(path, key)
            _lift(min(circle, key=order.__getitem__), circle, nodes)
        settled.update(path)  # `|=` would make a new set of all of them every time


def _circle(path: Iterable[str], start: str) -> list[str]:
    keys = list(path)
    return keys[keys.index(start) :]


def _lift(key: str, circle: Sequence[str], nodes: Mapping[str, Node]) -> None:
    first = nodes[key]
    if len(circle) == 1:
        first.doubts.append("It is stated to be its own superior; put at the top.")
    else:
        others = some(nodes[each].name for each in circle if each != key)
        first.doubts.append(f"It and others{others} stand under one another; put at the top.")
    first.parent = ""


def _settle_sides(nodes: Mapping[str, Node], sides: Mapping[str, Side]) -> None:
    """Every unit is of the side of its superior, those at the top of their own."""
    settled: set[str] = set()
    for node in nodes.values():
        path = [node]
        while path[-1].key not in settled and path[-1].parent:
            path.append(nodes[path[-1].parent])
        top = path[-1]
        if not top.side and top.key not in settled:
            _find_side(top, path, sides)
        for below in reversed(path[:-1]):
            if below.side and below.side != top.side and top.side:
                below.doubts.append(
                    f"Its own side is not that of its superior, {sides[top.side].name}."
                )
            below.side = below.side or top.side
            top = below
        settled |= {each.key for each in path}


def _find_side(top: Node, path: Iterable[Node], sides: Mapping[str, Side]) -> None:
    stated = next((node.side for node in path if node.side), "")
    if top.sideless:
        return
    if not stated and len(sides) == 1:
        stated = next(iter(sides))
    if not stated:
        top.doubts.append("Nothing states its side; it has none.")
    top.side = stated
