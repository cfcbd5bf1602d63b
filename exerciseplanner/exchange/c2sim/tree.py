"""Who is under whom: superiors that are there, loops cut, and everybody else at the top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from exerciseplanner.exchange.c2sim.actors import Actor

_DEEPEST_NAMED = 12


@dataclass
class Tree:
    """The key of each unit's superior, and what was wrong, as (key of the unit, what)."""

    parents: dict[str, str] = field(default_factory=dict)
    doubts: list[tuple[str, str]] = field(default_factory=list)


def build_tree(units: Mapping[str, Actor], sides: Iterable[str]) -> Tree:
    """The superior of every unit by key, in two passes; `sides` may stand in for none."""
    tree = Tree()
    tops = frozenset(sides)
    listed = _listed_above(units)
    for key, unit in units.items():
        above = unit.superior if unit.superior not in tops else ""
        if above == unit.key and above:
            tree.doubts.append((key, "It is its own superior; put at the top."))
        elif above in units:
            tree.parents[key] = above
        elif key in listed:
            tree.parents[key] = listed[key]
        if above and above not in units:
            upper = tree.parents.get(key)
            where = f"under “{units[upper].name}”, which lists it" if upper else "at the top"
            tree.doubts.append((key, f"Its superior {above} is not in the message; put {where}."))
    for key in _in_loops(tree.parents):
        del tree.parents[key]
        tree.doubts.append((key, "Its superiors lead back to it; put at the top."))
    return tree


def paths(units: Mapping[str, Actor], parents: Mapping[str, str]) -> dict[str, str]:
    """Where each unit stands: the names from the top down to it.

    Deeper than any order of battle only the nearest superior is named.
    """
    found: dict[str, str] = {}
    depths: dict[str, int] = {}
    for key in units:
        pending = [key]
        while (above := parents.get(pending[-1])) is not None and above not in found:
            pending.append(above)
        for each in reversed(pending):
            upper = parents.get(each, "")
            depths[each] = depths.get(upper, 0) + 1
            start = found.get(upper, "")
            if depths[each] > _DEEPEST_NAMED:
                start = f"… / {units[upper].name}"
            found[each] = f"{start} / {units[each].name}" if start else units[each].name
    return found


def _listed_above(units: Mapping[str, Actor]) -> dict[str, str]:
    """Who lists whom as subordinate, for units that name no superior themselves."""
    found: dict[str, str] = {}
    for key, unit in units.items():
        for below in unit.below:
            if below in units and below != key:
                found.setdefault(below, key)
    return found


def _in_loops(parents: dict[str, str]) -> Iterator[str]:
    """One unit of every loop, the one by which it is first entered."""
    sound: set[str] = set()
    for key in list(parents):
        walked: dict[str, None] = {}
        place: str | None = key
        while place is not None and place not in sound and place not in walked:
            walked[place] = None
            place = parents.get(place)
        if place is not None and place in walked:
            yield place
        sound.update(walked)
