"""What symbols show, by its names in APP-6: entities of each symbol set and their modifiers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SYMBOL_SETS: Mapping[str, str] = {
    "10": "Land unit",
    "60": "Cyberspace",
    "11": "Civilian",
    "15": "Land equipment",
    "20": "Land installation",
    "01": "Air",
    "05": "Space",
    "30": "Sea surface",
    "35": "Sea subsurface",
}
"""The symbol sets a unit may be drawn from, by digits 5 and 6 of a code."""

_ROOTS = frozenset(
    {
        "Command and Control", "Fires", "Intelligence", "Military", "Military Combatant",
        "Movement and Manoeuvre", "Protection", "Sustainment",
    }
)  # fmt: skip
"""Headings of the tables that say nothing about what stands below them."""


@dataclass(frozen=True)
class Entity:
    """What a symbol shows: digits 11 to 16 of a code, and its names from the general down."""

    symbol_set: str
    code: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its name with that of what it is a kind of, where that says more."""
        told = [name for name in self.names if name not in _ROOTS]
        return ", ".join(told[-2:]) if told else self.names[-1]


@dataclass(frozen=True)
class Modifier:
    """What is added above (sector 1) or below (sector 2) the main sign."""

    symbol_set: str
    sector: int
    code: str
    name: str


def read_entities(symbol_set: str, table: str) -> tuple[Entity, ...]:
    """The entities of one set from a table separated by tabs: three levels of names, code."""
    entities = []
    path = ["", "", ""]
    for row in _rows(table):
        cells = [*(cell.strip() for cell in row), "", "", "", ""][:4]
        level = next((at for at in (0, 1, 2) if cells[at]), None)
        if level is None or not cells[3].isdecimal() or cells[level].startswith("{"):
            continue
        path[level:] = [_tidy(cells[level])] + [""] * (2 - level)
        names = tuple(name for name in path if name)
        entities.append(Entity(symbol_set, cells[3].zfill(6), names))
    return tuple(entities)


def read_modifiers(symbol_set: str, sector: int, table: str) -> tuple[Modifier, ...]:
    """The modifiers of one sector: the first column is the name, the first figures the code."""
    modifiers = []
    for row in _rows(table):
        code = next((cell.strip() for cell in row[1:] if cell.strip().isdecimal()), "")
        name = row[0].strip() if row else ""
        skipped = ("{", "Reserved", "Version", "Unspecified")
        if len(code) == 2 and name and code != "00" and not name.startswith(skipped):
            modifiers.append(Modifier(symbol_set, sector, code, _tidy(name)))
    return tuple(modifiers)


class Symbology:
    """Every entity and modifier, to be looked up by code."""

    def __init__(self, entities: Iterable[Entity], modifiers: Iterable[Modifier]) -> None:
        self.entities = tuple(entities)
        self.modifiers = tuple(modifiers)
        self._entities = {(each.symbol_set, each.code): each for each in self.entities}
        self._modifiers = {(m.symbol_set, m.sector, m.code): m for m in self.modifiers}

    def entity(self, symbol_set: str, code: str) -> Entity | None:
        """The entity of that code."""
        return self._entities.get((symbol_set, code))

    def modifier(self, symbol_set: str, sector: int, code: str) -> Modifier | None:
        """The modifier of that code in sector 1 or 2."""
        return self._modifiers.get((symbol_set, sector, code))

    def modifiers_of(self, symbol_set: str, sector: int) -> tuple[Modifier, ...]:
        """The modifiers that a set knows in sector 1 or 2."""
        return tuple(
            each
            for each in self.modifiers
            if each.symbol_set == symbol_set and each.sector == sector
        )


def _rows(table: str) -> list[list[str]]:
    reader = csv.reader(
        io.StringIO(table.replace("\r", "")), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    return list(reader)[1:]


def _tidy(name: str) -> str:
    name = " ".join(name.split()).replace("/ ", "/").replace(" /", "/")
    return name.capitalize() if name.isupper() and len(name) > 6 else name
