"""Equipment of a scenario: single items, and holdings of units as NETN writes them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from exerciseplanner.exchange.gathering import brief
from exerciseplanner.exchange.msdl.notes import EQUIPMENT_LINES, line_of_note
from exerciseplanner.exchange.msdl.sides import handle_key
from exerciseplanner.exchange.msdl.symbols import is_bare, read_digits, read_letters
from exerciseplanner.exchange.quantities import whole
from exerciseplanner.exchange.xml_reading import child, children, text

_MODIFIERS = "EquipmentSymbolModifiers"
_PEOPLE = frozenset({"personnel", "persons", "people", "soldiers", "troops"})


@dataclass
class Item:
    """One piece of equipment: its values, and its holder by key.

    `holder` is a unit, empty where the item belongs to none; `owner` is what the file names.
    """

    values: dict[str, object]
    holder: str = ""
    owner: str = ""
    doubts: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.values["title"])


def read_items(root: etree._Element) -> Iterator[etree._Element]:
    """The items of equipment of a scenario."""
    return children(child(root, "Organizations", "Equipment"), "EquipmentItem")


def read_item(element: etree._Element, number: int, units: Mapping[str, str]) -> Item:
    """A single item; it is held by a unit of the file, else by its organic superior.

    `units` gives the identity of every unit by its key.
    """
    kind = text(element, _MODIFIERS, "EquipmentType")
    names = (kind, text(element, "Name"), text(element, _MODIFIERS, "UniqueDesignation"))
    title = next((name for name in names if name), "")
    item = Item({"title": title, "external_id": text(element, "ObjectHandle")})
    if not title:
        item.values["title"] = f"Equipment {number}"
        item.doubts.append(f"It has no name; called “{item.title}”.")
    _read_holder(element, item, units)
    _read_symbol(element, item, units.get(item.holder, ""))
    quantity = text(element, _MODIFIERS, "Quantity")
    item.values["quantity_present"] = whole(quantity)
    if quantity and whole(quantity) is None:
        item.doubts.append(f"Its quantity reads “{quantity}”, which is no count; left empty.")
    item.values["note"] = "\n".join(_lines(element, item))
    return item


def _lines(element: etree._Element, item: Item) -> Iterator[str]:
    for line in EQUIPMENT_LINES:
        said = text(element, *line.path)
        taken = said == item.title or (line.path[-1] == "AdditionalInfo" and _is_symbol(said))
        if said and not taken:
            yield line_of_note(line, said)


def _is_symbol(said: str) -> bool:
    return bool(read_digits(said, ""))


def _read_symbol(element: etree._Element, item: Item, identity: str) -> None:
    code = text(element, "SymbolIdentifier")
    item.values["sidc"] = read_digits(text(element, _MODIFIERS, "AdditionalInfo"), identity)
    if item.values["sidc"] or is_bare(code):
        return
    symbol = read_letters(code, identity)
    item.values["sidc"] = symbol.sidc
    if symbol.remark:
        item.doubts.append(symbol.remark)


def _read_holder(element: etree._Element, item: Item, units: Container[str]) -> None:
    relations = child(element, "Relations")
    owner = child(relations, "HoldingOrganization", "OwnerData")
    holder = handle_key(text(owner, "UnitOwnerHandle"))
    organic = handle_key(text(relations, "OrganicSuperiorHandle"))
    force = handle_key(text(owner, "ForceOwnerHandle"))
    item.owner = holder or force or organic
    if holder in units:
        item.holder = holder
    elif organic in units:
        item.holder = organic
        if item.owner != organic:
            item.doubts.append("No unit is stated to hold it; put with its organic superior.")


class Strength(NamedTuple):
    """People of a unit: on paper and present, None where it is not said."""

    planned: int | None
    present: int | None


@dataclass
class Holdings:
    """What a unit holds: equipment, people, and the names of everything else."""

    items: list[Item] = field(default_factory=list)
    people: list[Strength] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def read_holdings(element: etree._Element) -> Holdings:
    """The holdings of a unit; a required quantity of nothing counts as not stated."""
    found = Holdings()
    for each in children(child(element, "Holdings"), "Holding"):
        name = text(each, "NSN_Name") or text(each, "NSN_Code")
        required = _quantity(each, "RequiredOnHandQuantity", found) or None
        on_hand = _quantity(each, "OnHandQuantity", found)
        if name.casefold() in _PEOPLE:
            found.people.append(Strength(required, on_hand))
        elif name and text(each, "IsEquipment").lower() in ("true", "1"):
            found.items.append(_holding(each, name, required, on_hand))
        else:
            found.others.append(name or "unnamed")
    return found


def _quantity(element: etree._Element, name: str, found: Holdings) -> int | None:
    written = text(element, name)
    if written and whole(written) is None:
        found.doubts.append(f"Its {name} reads “{brief(written)}”, which is no count; left empty.")
    return whole(written)


def _holding(element: etree._Element, name: str, required: int | None, on_hand: int | None) -> Item:
    code = text(element, "NSN_Code")
    return Item(
        {
            "title": name,
            "quantity_planned": required,
            "quantity_present": on_hand,
            "note": f"NSN: {code}" if code and code != name else "",
        }
    )
