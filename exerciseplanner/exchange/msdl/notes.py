"""Lines of a note that stand for elements of MSDL the plan has no field for, both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class NoteLine(NamedTuple):
    """One element by its path, how its line in the note begins, and words for its codes.

    `longest` is how many signs the schema takes, `codes` what alone it takes; empty for any text.
    """

    path: tuple[str, ...]
    label: str
    longest: int = 20
    words: Mapping[str, str] = {}
    codes: frozenset[str] = frozenset()


_MODIFIERS = "UnitSymbolModifiers"
_EQUIPMENT = "EquipmentSymbolModifiers"
_REINFORCED = {
    "R": "Reinforced (+)",
    "D": "Reduced (-)",
    "RD": "Reinforced and reduced (±)",
}

_EFFECTIVENESS = frozenset({"GREEN", "AMBER", "RED", "BLACK", "WHITE"})
_POSTURES = frozenset(f"LEVEL_{level}" for level in range(5))
_CONTROLS = frozenset({"WEAPONS_FREE", "WEAPONS_TIGHT", "WEAPONS_HOLD"})

UNIT_LINES = (
    NoteLine(
        (_MODIFIERS, "ReinforcedReduced"),
        "Status of reinforcement",
        2,
        _REINFORCED,
        frozenset(_REINFORCED),
    ),
    NoteLine((_MODIFIERS, "StaffComments"), "Staff comments"),
    NoteLine((_MODIFIERS, "AdditionalInfo"), "Additional information"),
    NoteLine((_MODIFIERS, "CombatEffectiveness"), "Combat effectiveness", codes=_EFFECTIVENESS),
    NoteLine((_MODIFIERS, "HigherFormation"), "Higher formation", 21),
    NoteLine((_MODIFIERS, "IFF"), "IFF", 5),
    NoteLine((_MODIFIERS, "SpecialC2HQ"), "Special headquarters", 9),
    NoteLine(("Status", "MOPPLevel"), "MOPP level", codes=_POSTURES),
    NoteLine(("Status", "WeaponControlStatus"), "Weapon control status", codes=_CONTROLS),
)
SIDE_LINES = (
    NoteLine(("MilitaryService",), "Military service", 255),
    NoteLine(("CountryCode",), "Country", 255),
)
EQUIPMENT_LINES = (
    NoteLine(("Name",), "Name", 255),
    NoteLine((_EQUIPMENT, "UniqueDesignation"), "Unique designation", 21),
    NoteLine((_EQUIPMENT, "StaffComments"), "Staff comments"),
    NoteLine((_EQUIPMENT, "AdditionalInfo"), "Additional information"),
    NoteLine((_EQUIPMENT, "CombatEffectiveness"), "Combat effectiveness", codes=_EFFECTIVENESS),
    NoteLine((_EQUIPMENT, "IFF"), "IFF", 5),
)

ALLEGIANCE = "Allegiance"
"""Begins the line that names the side to which a side shows allegiance."""

HEIGHT = "Height"
RELATION = "Relationship in MSDL"
"""Begins the line of a command relation that no NATO state of command equals."""


def line_of_note(line: NoteLine, value: str) -> str:
    """What the note says for the value of an element."""
    return f"{line.label}: {line.words.get(value, one_line(value))}"


def one_line(text: str) -> str:
    """A text without line breaks and double blanks."""
    return " ".join(text.split())


def code_of_line(line: NoteLine, said: str) -> str:
    """The value of an element for what its line says."""
    return next((code for code, word in line.words.items() if word == said), said)


def by_path(lines: Sequence[NoteLine], said: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """The values of elements by their path, from what the lines of a note say by label."""
    return {line.path: code_of_line(line, said[line.label]) for line in lines if line.label in said}


def split_note(note: str, labels: Sequence[str]) -> tuple[dict[str, str], str]:
    """What the lines of a note with these labels say, and everything else of it."""
    said: dict[str, str] = {}
    rest: list[str] = []
    for line in note.splitlines():
        label, separator, value = line.partition(": ")
        if separator and label in labels and label not in said:
            said[label] = value.strip()
        else:
            rest.append(line)
    return said, "\n".join(rest).strip()
