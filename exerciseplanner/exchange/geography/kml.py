"""Units as KML 2.2: a folder for each side and for each unit with others under it.

Nothing refers to another file: symbols are coloured marks, and their codes stand in the data.
"""

from __future__ import annotations

import tomllib
from functools import cache

from lxml import etree

from exerciseplanner.exchange.geography.placed import Placed, PlacedForces, plain
from exerciseplanner.exchange.writing import Choices, Written, degrees
from exerciseplanner.paths import resources
from exerciseplanner.workspace.queries.force_picture import ForcePicture

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_IDENTITIES = ("friend", "hostile", "neutral", "unknown")
_NO_SIDE = "No side"


def write_kml(picture: ForcePicture, choices: Choices) -> Written:
    """Every unit that stands somewhere as a placemark in the folder of its superior."""
    forces = PlacedForces(picture, choices)
    root = etree.XML(f'<kml xmlns="{_NAMESPACE}"/>')
    document = _part(root, "Document")
    _part(document, "name", plain(picture.exercise.name))
    _part(document, "description", plain(picture.exercise.marking))
    for identity in _IDENTITIES:
        _add_style(document, identity)
    _Folders(document, forces).fill()
    content = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return Written(content, forces.losses.losses())


class _Folders:
    """Puts units into folders; those in which nothing stands anywhere are not made."""

    def __init__(self, document: etree._Element, forces: PlacedForces) -> None:
        self._document = document
        self._forces = forces
        self._sides = {side.id: plain(side.name) for side in forces.picture.sides}
        self._made: dict[str, etree._Element] = {}
        self._heads = {row.parent_id for row in forces.picture.units}

    def fill(self) -> None:
        """Write every unit."""
        for unit in self._forces.units:
            row = unit.row
            inside = self._of_unit(row.id) if row.id in self._heads else self._above(row.id)
            _add_placemark(inside, unit)

    def _above(self, unit_id: str) -> etree._Element:
        row = self._forces.unit(unit_id)
        if row.parent_id is not None:
            return self._of_unit(row.parent_id)
        side = self._forces.picture.side_of.get(unit_id, "")
        return self._folder(f"side {side}", self._sides.get(side, _NO_SIDE), self._document)

    def _of_unit(self, unit_id: str) -> etree._Element:
        """The folder of a unit, made with those above it; from the top, as trees may be deep."""
        line = [unit_id]
        while line[-1] not in self._made and (above := self._forces.unit(line[-1]).parent_id):
            line.append(above)
        inside = self._above(line[-1]) if line[-1] not in self._made else self._document
        for each in reversed(line):
            inside = self._folder(each, plain(self._forces.unit(each).name), inside)
        return inside

    def _folder(self, key: str, name: str, inside: etree._Element) -> etree._Element:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = _part(inside, "Folder")
            _part(found, "name", name)
        return found


def _add_placemark(inside: etree._Element, unit: Placed) -> None:
    mark = _part(inside, "Placemark")
    _part(mark, "name", unit.name)
    _part(mark, "styleUrl", f"#{unit.identity}")
    data = _part(mark, "ExtendedData")
    for name, value in (
        ("id", unit.key),
        ("shortName", unit.row.short_name),
        ("sidc", unit.sidc),
        ("side", unit.side),
        ("superior", unit.superior),
        ("echelon", unit.echelon),
        ("location", unit.row.location_name),
    ):
        entry = _part(data, "Data")
        entry.set("name", name)
        _part(entry, "value", plain(value))
    point = _part(mark, "Point")
    _part(point, "coordinates", f"{degrees(unit.longitude)},{degrees(unit.latitude)}")


def _add_style(document: etree._Element, identity: str) -> None:
    style = _part(document, "Style")
    style.set("id", identity)
    for part in ("IconStyle", "LabelStyle"):
        _part(_part(style, part), "color", _colours()[identity])


@cache
def _colours() -> dict[str, str]:
    """The colours of the identities as KML writes them: opaque, blue, green, red."""
    theme = tomllib.loads((resources() / "themes" / "light.toml").read_text(encoding="utf-8"))
    stated = {name: str(_found(theme, name)).lstrip("#").lower() for name in _IDENTITIES}
    return {name: f"ff{code[4:6]}{code[2:4]}{code[:2]}" for name, code in stated.items()}


def _found(table: dict[str, object], name: str) -> object:
    """A value of a theme, in whichever part of it the value stands."""
    inner = (part for part in table.values() if isinstance(part, dict))
    return table.get(name) or next(filter(None, (_found(part, name) for part in inner)), None)


def _part(inside: etree._Element, name: str, text: str = "") -> etree._Element:
    made = etree.SubElement(inside, f"{{{_NAMESPACE}}}{name}")
    made.text = text or None
    return made
