"""The sides of a scenario: whose allegiance they have, and how they stand to one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.msdl.notes import ALLEGIANCE, SIDE_LINES, line_of_note
from exerciseplanner.exchange.msdl.vocabulary import RELATIONSHIPS, Relationship
from exerciseplanner.exchange.xml_reading import child, children, text

NO_SIDE = "00000000-0000-0000-0000-000000000000"
"""The handle of what is written as the side of units that have none."""

_UNSTATED = Relationship("unknown")


@dataclass
class Side:
    """One side as the file states it; keys of sides are their handles in small letters.

    `relations` gives the code by which it sees each other side.
    """

    key: str
    handle: str
    name: str
    element: etree._Element
    allegiance: str = ""
    relations: Mapping[str, str] = field(default_factory=dict)
    identity: str = "unknown"
    doubts: list[str] = field(default_factory=list)

    def note(self, sides: Mapping[str, Side]) -> str:
        """What the plan has no field for, a line each."""
        lines = []
        if self.allegiance:
            lines.append(f"{ALLEGIANCE}: {sides[self.allegiance].name}")
        for line in SIDE_LINES:
            if said := text(self.element, *line.path):
                lines.append(line_of_note(line, said))
        return "\n".join(lines)


def handle_key(handle: str) -> str:
    """What a handle is compared by: some files write references in other letters than objects."""
    return handle.lower()


def read_sides(root: etree._Element) -> dict[str, Side]:
    """The sides of a scenario by key, in the order of the file."""
    sides: dict[str, Side] = {}
    for number, element in enumerate(children(child(root, "ForceSides"), "ForceSide"), 1):
        side = _read_side(element, number)
        if side.key == NO_SIDE:
            continue
        if side.key in sides:
            side.doubts.append(f"Its handle {side.handle} is that of another side.")
            side.key = f"{side.key}#{number}"
        sides[side.key] = side
    for side in sides.values():
        _settle_allegiance(side, sides)
    return sides


def _read_side(element: etree._Element, number: int) -> Side:
    handle = text(element, "ObjectHandle")
    name = text(element, "ForceSideName") or f"Side {number}"
    side = Side(
        key=handle_key(handle) or f"side {number}",
        handle=handle,
        name=name,
        element=element,
        allegiance=handle_key(text(element, "AllegianceHandle")),
        relations={
            handle_key(text(each, "AffiliateHandle")): text(each, "Relationship").upper()
            for each in children(child(element, "Associations"), "Association")
        },
    )
    if not handle:
        side.doubts.append("It has no handle, so a later edition finds it by its place alone.")
    if not text(element, "ForceSideName"):
        side.doubts.append(f"It has no name; called “{name}”.")
    return side


def _settle_allegiance(side: Side, sides: Mapping[str, Side]) -> None:
    """A side that shows allegiance to itself shows it to none."""
    if side.allegiance == side.key:
        side.allegiance = ""
    elif side.allegiance and side.allegiance not in sides:
        handle = text(side.element, "AllegianceHandle")
        side.doubts.append(f"There is no side {handle}, to which it shows allegiance.")
        side.allegiance = ""


def settle_identities(sides: Mapping[str, Side], viewpoint: str | None) -> None:
    """Give every side the identity by which the viewpoint sees it.

    `viewpoint` is the name or the handle of a side, None for the first. What one side says of
    another holds for those in their allegiance. Raises Refusal where there is no such side.
    """
    if not sides:
        return
    seeing = _viewpoint(sides, viewpoint)
    for side in sides.values():
        found = _seen(seeing, side, sides)
        side.identity = found.identity
        if found.nuance:
            side.doubts.append(f"The side is “{found.nuance}” there; taken as {found.identity}.")
        if found is _UNSTATED:
            side.doubts.append(f"Nothing says how it stands to {seeing.name}; taken as unknown.")


def _viewpoint(sides: Mapping[str, Side], wanted: str | None) -> Side:
    if wanted is None:
        return next(iter(sides.values()))
    for side in sides.values():
        if wanted.casefold() in (side.name.casefold(), side.key):
            return side
    raise Refusal(
        f"The scenario has no side “{wanted}”.",
        field="viewpoint",
        remedy=f"Choose one of: {', '.join(side.name for side in sides.values())}.",
    )


def _seen(seeing: Side, side: Side, sides: Mapping[str, Side]) -> Relationship:
    """How a side is seen: the nearest statement along the allegiance of either."""
    seen = _allegiance(side, sides)
    for near in seen:
        for viewer in _allegiance(seeing, sides):
            if near is viewer:
                return Relationship("friend")
            code = viewer.relations.get(near.key) or near.relations.get(viewer.key)
            if code:
                return _relationship(code, side)
    return _UNSTATED


def _relationship(code: str, side: Side) -> Relationship:
    if code not in RELATIONSHIPS:
        side.doubts.append(f"The relationship “{code}” is not known; taken as unknown.")
        return Relationship("unknown")
    return RELATIONSHIPS[code]


def _allegiance(side: Side, sides: Mapping[str, Side]) -> Sequence[Side]:
    """A side, the one to which it shows allegiance, and so on upwards."""
    found = [side]
    while (above := found[-1].allegiance) and sides[above] not in found:
        found.append(sides[above])
    return found


def unheld_relations(sides: Mapping[str, Side], seen_from: Mapping[tuple[str, str], str]) -> int:
    """How many statements of one side about another the identities of the sides do not say.

    `seen_from` gives what the plan makes of each pair of keys.
    """
    return sum(
        1
        for side in sides.values()
        for other, code in side.relations.items()
        if other in sides and seen_from.get((side.key, other)) != _plain(code)
    )


def _plain(code: str) -> str:
    return RELATIONSHIPS.get(code, _UNSTATED).identity


def unknown_affiliates(sides: Mapping[str, Side]) -> Iterable[tuple[Side, str]]:
    """Statements about sides that the file does not hold."""
    for side in sides.values():
        for other in side.relations:
            if other not in sides:
                yield side, other
