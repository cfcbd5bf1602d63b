"""How many people a force has, counting nobody twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class Manned(Protocol):
    """A unit as far as its people go; a strength not stated is None."""

    @property
    def id(self) -> str:
        """What tells it from the others."""
        ...

    @property
    def parent_id(self) -> str | None:
        """The unit above it, if any."""
        ...

    @property
    def strength_planned(self) -> int | None:
        """People on paper."""
        ...

    @property
    def strength_present(self) -> int | None:
        """People there."""
        ...


@dataclass(frozen=True)
class People:
    """People of one unit: with its subordinates, and its own beyond theirs."""

    planned: int = 0
    present: int = 0
    own_planned: int = 0
    own_present: int = 0


def people(units: Iterable[Manned]) -> dict[str, People]:
    """The people of every unit by its id; all `own_` figures add up to the whole force.

    Some lists state a brigade with its battalions, others its headquarters alone. A unit that
    states at least as many people on paper as its subordinates have together is taken to include
    them; any other adds to them.
    """
    by_id = {unit.id: unit for unit in units}
    below: dict[str | None, list[Manned]] = {}
    for unit in by_id.values():
        parent = unit.parent_id if unit.parent_id in by_id else None
        below.setdefault(parent, []).append(unit)
    found: dict[str, People] = {}
    for unit in reversed(_parents_first(below)):
        found[unit.id] = _counted(unit, [found[each.id] for each in below.get(unit.id, ())])
    return found


def _parents_first(below: Mapping[str | None, Sequence[Manned]]) -> list[Manned]:
    ordered = list(below.get(None, ()))
    for unit in ordered:
        ordered += below.get(unit.id, ())
    return ordered


def _counted(unit: Manned, parts: Sequence[People]) -> People:
    planned, present = sum(p.planned for p in parts), sum(p.present for p in parts)
    stated = unit.strength_planned or 0
    there = unit.strength_present or 0
    if stated < planned or not parts:
        return People(stated + planned, there + present, stated, there)
    beyond = max(there - present, 0)
    return People(stated, present + beyond, stated - planned, beyond)
