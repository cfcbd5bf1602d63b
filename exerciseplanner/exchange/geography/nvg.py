"""Units as points of NATO Vector Graphics 2.0.2, grouped by side, for overlays of command systems.

Symbols are written as letters (APP-6B), which consumers of this edition know; where letters cannot
say a symbol, or only nearly, the digits of APP-6D stand in the extended data.
"""

from __future__ import annotations

from lxml import etree

from exerciseplanner.exchange.geography.placed import Placed, PlacedForces, plain
from exerciseplanner.exchange.writing import Choices, Written, degrees
from exerciseplanner.workspace.queries.force_picture import ForcePicture

NAMESPACE = "https://tide.act.nato.int/schemas/2012/10/nvg"
VERSION = "2.0.2"
_NO_SIDE = "No side"


def write_nvg(picture: ForcePicture, choices: Choices) -> Written:
    """Every unit that stands somewhere as a point in the group of its side."""
    forces = PlacedForces(picture, choices)
    root = etree.XML(f'<nvg xmlns="{NAMESPACE}"/>')
    root.set("version", VERSION)
    if picture.exercise.marking:
        root.set("classification", plain(picture.exercise.marking))
    groups: dict[str, etree._Element] = {}
    for unit in forces.units:
        if unit.side not in groups:
            groups[unit.side] = etree.SubElement(root, f"{{{NAMESPACE}}}g")
            groups[unit.side].set("label", unit.side or _NO_SIDE)
        _add_point(groups[unit.side], unit, forces)
    content = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return Written(content, forces.losses.losses())


def _add_point(group: etree._Element, unit: Placed, forces: PlacedForces) -> None:
    letters = forces.symbols.letters(unit.row)
    point = etree.SubElement(group, f"{{{NAMESPACE}}}point")
    point.set("uri", f"urn:exerciseplanner:unit:{plain(unit.key)}")
    point.set("label", unit.name)
    known = letters.match != "failed"
    point.set("symbol", f"app6b:{letters.code}" if known else f"app6d:{unit.sidc}")
    if letters.match != "exact":
        said = "only nearly the same in letters" if known else "not known in letters, in digits"
        forces.losses.add(f"Symbol: {said}", unit.name)
    point.set("x", degrees(unit.longitude))
    point.set("y", degrees(unit.latitude))
    lines = (
        unit.echelon,
        f"under {unit.superior}" if unit.superior else "",
        unit.row.location_name,
    )
    said = plain(", ".join(line for line in lines if line))
    if said:
        etree.SubElement(point, f"{{{NAMESPACE}}}textInfo").text = said
    data = etree.SubElement(point, f"{{{NAMESPACE}}}ExtendedData")
    for key, value in (("sidc", unit.sidc), ("shortName", plain(unit.row.short_name))):
        if value:
            entry = etree.SubElement(data, f"{{{NAMESPACE}}}SimpleData")
            entry.set("key", key)
            entry.text = value
