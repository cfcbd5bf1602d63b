"""What ORBAT Mapper has no place for, kept in the scenario under a key of our own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.nouns import NOUNS

KEPT = "exerciseplanner"
"""The key under which a side, a unit or a scenario holds what only this program knows."""

SYMBOL, IDENTITY = "symbol", "seen_as"
"""Name the symbol code and the standard identity with which what is kept of them was written."""

SIDE, PROVIDER, LOOSE, ROWS = "side", "provided_by", "without_side", "rows"
"""Name the side of a unit, who provides it, a side that stands for none, and whole rows."""

EQUIPMENT = "equipment"
"""Names what is kept of the equipment of a unit: ORBAT Mapper keeps what it does not know of a
unit, and drops it of a piece of equipment."""

_OF_SYMBOL = ("sidc", "echelon", "domain")
_OTHERS = ("external_id",)


def own_fields(noun: str) -> tuple[Field, ...]:
    """The fields of a noun that hold values, not references."""
    return tuple(each for each in NOUNS[noun].columns if each.kind != "reference")


def kept_beside(noun: str, row: object, held: Mapping[str, object]) -> dict[str, object]:
    """The values of a row that reading what was written of it would not give."""
    names = (*(each.name for each in own_fields(noun)), *_OTHERS)
    values = {name: getattr(row, name) for name in names if hasattr(row, name)}
    return {
        name: value
        for name, value in values.items()
        if (value is None or value == "") != (held.get(name) in (None, ""))
        or (value not in (None, "") and value != held.get(name))
    }


def kept_of(source: Mapping[str, Any]) -> Mapping[str, Any]:
    """What was kept in a side, a unit or a scenario; nothing where others wrote it."""
    kept = source.get(KEPT)
    return kept if isinstance(kept, dict) else {}


def restored(noun: str, source: Mapping[str, Any], written: str = "") -> dict[str, object]:
    """The values of a row that were kept; what of the symbol changed since is left to the file.

    `written` is the symbol code that the file states.
    """
    kept = kept_of(source)
    names = {*(each.name for each in own_fields(noun)), *_OTHERS}
    if kept.get(SYMBOL) != written and noun == "unit":
        names -= set(_OF_SYMBOL)
    if kept.get(IDENTITY) != source.get("standardIdentity"):
        names.discard("identity")
    if not isinstance(kept.get("external_id"), str):
        names.discard("external_id")  # no field of the plan, whose rules would see to it
    return {name: value for name, value in kept.items() if name in names and _is_plain(value)}


def says_symbol(names: Iterable[str]) -> bool:
    """Whether something kept belongs to the symbol."""
    return any(name in _OF_SYMBOL for name in names)


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)
