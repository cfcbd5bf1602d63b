"""Small MSDL scenarios in the shapes in which real ones come."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

NAMESPACE = "urn:sisostds:scenario:military:data:draft:msdl:1"
BLUE, RED, GREEN = (f"0000000{number}-aaaa-4aaa-8aaa-000000000000" for number in (1, 2, 3))


def handle(number: int) -> str:
    """The handle of a unit or an item."""
    return f"{number:08d}-bbbb-4bbb-8bbb-000000000000"


def tag(name: str, *inner: str) -> str:
    """An element around others, or around a text."""
    return f"<{name}>{''.join(inner)}</{name}>"


def side(key: str, name: str, relations: Iterable[tuple[str, str]] = (), *more: str) -> str:
    """A side that sees others as `relations` say."""
    associations = "".join(
        tag("Association", tag("AffiliateHandle", other), tag("Relationship", code))
        for other, code in relations
    )
    return tag(
        "ForceSide",
        tag("ObjectHandle", key),
        tag("ForceSideName", escape(name)),
        *more,
        tag("Associations", associations) if associations else "",
    )


def under_side(key: str) -> str:
    """The relations of a unit right under a side."""
    return tag(
        "Relations",
        tag(
            "ForceRelation",
            tag("ForceRelationChoice", "FORCE_SIDE"),
            tag("ForceRelationData", tag("ForceSideHandle", key)),
        ),
    )


def under(superior: str, kind: str = "ORGANIC", organic: str = "") -> str:
    """The relations of a unit under another; `organic` is the data of an organic relation."""
    command = tag(
        "CommandRelation",
        tag("CommandingSuperiorHandle", superior),
        tag("CommandRelationshipType", kind),
    )
    return tag(
        "Relations",
        tag(
            "ForceRelation",
            tag("ForceRelationChoice", "UNIT"),
            tag("ForceRelationData", command),
        ),
        tag("OrganicRelation", tag("OrganicRelationData", organic)) if organic else "",
    )


def unit(key: str, name: str, relations: str, *more: str, symbol: str = "S-G-UCI----F--G") -> str:
    """A unit; `more` stands between its name and its relations."""
    return tag(
        "Unit",
        tag("ObjectHandle", key),
        tag("SymbolIdentifier", symbol),
        tag("Name", escape(name)) if name else "",
        *more,
        relations,
    )


def modifiers(**said: str) -> str:
    """The symbol modifiers of a unit."""
    return tag("UnitSymbolModifiers", *(tag(name, escape(each)) for name, each in said.items()))


def place(kind: str, **said: object) -> str:
    """A disposition with a location of one kind of coordinates."""
    data = tag(kind, *(tag(name, str(each)) for name, each in said.items()))
    location = tag("Location", tag("CoordinateChoice", kind), tag("CoordinateData", data))
    return tag("Disposition", location)


def item(key: str, relations: str, *more: str, symbol: str = "S-G-EVAT------G", **said: str) -> str:
    """An item of equipment with its modifiers."""
    inner = (tag(name, escape(each)) for name, each in said.items())
    return tag(
        "EquipmentItem",
        tag("ObjectHandle", key),
        tag("SymbolIdentifier", symbol),
        *more,
        tag("EquipmentSymbolModifiers", *inner),
        tag("Relations", relations),
    )


def held_by(holder: str, organic: str = "", choice: str = "Unit") -> str:
    """The relations of an item of equipment; `choice` is Unit or Force."""
    owner = tag("OwnerData", tag(f"{choice}OwnerHandle", holder))
    first = tag("OrganicSuperiorHandle", organic) if organic else ""
    return first + tag("HoldingOrganization", owner)


def scenario(
    sides: Iterable[str] = (),
    units: Iterable[str] = (),
    items: Iterable[str] = (),
    *more: str,
    name: str = "Northern test",
    root: str = f'MilitaryScenario xmlns="{NAMESPACE}" xmlns:m="urn:model"',
) -> str:
    """A whole scenario; `more` stands after the organisations."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{root}>'
        f"<ScenarioID><m:name>{name}</m:name></ScenarioID>"
        f"{tag('Options', tag('MSDLVersion', '1.0'))}"
        f"{tag('ForceSides', *sides)}"
        f"{tag('Organizations', tag('Units', *units), tag('Equipment', *items))}"
        f"{''.join(more)}</{root.split()[0]}>"
    )


def blue_and_red() -> list[str]:
    """Two sides that are hostile to each other, the friendly one first."""
    return [side(BLUE, "Blue", [(RED, "HO")]), side(RED, "Red", [(BLUE, "HO")])]
