"""An order of battle cut into sheets: branches that do not fit go on elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from exerciseplanner.domain.orbat_layout import Branches, units_below

Fits: TypeAlias = Callable[[Sequence[str], Branches], bool]
"""Whether units with these branches below them fit on one sheet."""

_LIKE = 0.5
"""Branches of at least so much of the largest one are treated as it is."""

_Key: TypeAlias = tuple[str, int]
"""The first unit at the top of a sheet, and which part of what it leads is drawn there."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: the units at its top and the branches drawn below them.

    `goes_on` gives for each unit whose branch is drawn elsewhere the number of that sheet, from 0.
    """

    tops: tuple[str, ...]
    branches: Branches
    goes_on: Mapping[str, int] = field(default_factory=dict)


def sheets(tops: Sequence[str], branches: Branches, fits: Fits) -> tuple[Sheet, ...]:
    """The sheets of a side, each branch after the sheet that refers to it.

    Of a superior that does not fit with all below it, the largest branches are drawn on sheets of
    their own until the rest fits; where it leads too many at once, they follow on further sheets.
    """
    cutting = _Cutting(branches, fits)
    for unit in reversed(cutting.too_large(tops)):
        cutting.cut(unit)
    return tuple(cutting.in_order(tops))


class _Cutting:
    """What is drawn below each unit while a side is cut down to fit.

    `parts` holds what a unit leads, in several parts where it leads too many; the branches of
    units in `cut_off` are drawn on sheets of their own.
    """

    def __init__(self, branches: Branches, fits: Fits) -> None:
        self.parts = {unit: [list(below)] for unit, below in branches.items() if below}
        self.cut_off: set[str] = set()
        self._fits = fits

    def too_large(self, tops: Iterable[str]) -> list[str]:
        """The units that do not fit with all below them, superiors first."""
        found: list[str] = []
        ahead = list(tops)
        while ahead:
            unit = ahead.pop()
            if unit in self.parts and not self._fit((unit,)):
                found.append(unit)
                ahead += self.parts[unit][0]
        return found

    def cut(self, unit: str) -> None:
        """Cut branches off below a unit until it fits."""
        while not self._fit((unit,)):
            sizes = {
                each: len(units_below([each], self.drawn((each,))))
                for each in self.parts[unit][0]
                if each in self.parts and each not in self.cut_off
            }
            if not sizes:
                self._part(unit)
                return
            largest = max(sizes.values())
            self.cut_off |= {each for each, size in sizes.items() if size >= largest * _LIKE}

    def drawn(self, tops: Sequence[str], part: int = 0) -> dict[str, list[str]]:
        """The branches drawn on a sheet with these units at its top."""
        found: dict[str, list[str]] = {}
        ahead = list(tops)
        while ahead:
            unit = ahead.pop()
            if unit in self.parts and (unit in tops or unit not in self.cut_off):
                found[unit] = self.parts[unit][part if unit in tops else 0]
                ahead += found[unit]
        return found

    def in_order(self, tops: Sequence[str]) -> Iterator[Sheet]:
        """Every sheet, each before those that go on from it."""
        made: list[tuple[tuple[str, ...], dict[str, list[str]], dict[str, _Key]]] = []
        numbers: dict[_Key, int] = {}
        ahead = [(group, 0) for group in self._groups(tops)][::-1]
        while ahead:
            group, part = ahead.pop()
            branches = self.drawn(group, part)
            after = dict(self._after(group, part, branches))
            numbers[group[0], part] = len(made)
            made.append((group, branches, after))
            ahead += [((unit,), number) for unit, number in reversed(after.values())]
        for group, branches, after in made:
            yield Sheet(group, branches, {unit: numbers[key] for unit, key in after.items()})

    def _after(
        self, tops: Sequence[str], part: int, branches: Branches
    ) -> Iterator[tuple[str, _Key]]:
        """The units of a sheet whose branch goes on, each with where."""
        for unit in units_below(tops, branches):
            here = part if unit in tops else 0
            if unit in self.cut_off and unit not in tops:
                yield unit, (unit, 0)
            elif here + 1 < len(self.parts.get(unit, ())):
                yield unit, (unit, here + 1)

    def _groups(self, tops: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """As many units at the top of one sheet as fit together."""
        rest = tuple(tops)
        while rest:
            group = tuple(_leading(rest, self._fit))
            yield group
            rest = rest[len(group) :]

    def _part(self, unit: str) -> None:
        """Divide what a unit leads into parts that fit one by one."""
        rest, parts = self.parts[unit][0], []
        while rest:
            parts.append(list(_leading(rest, lambda some: self._fits((unit,), {unit: some}))))
            rest = rest[len(parts[-1]) :]
        self.parts[unit] = parts

    def _fit(self, tops: Sequence[str]) -> bool:
        return self._fits(tops, self.drawn(tops))


def _leading(units: Sequence[str], fits: Callable[[Sequence[str]], bool]) -> Sequence[str]:
    """As many of the first units as fit, at least one; what fits, also fits with fewer."""
    low, high = 1, 2
    while high < len(units) and fits(units[:high]):
        low, high = high, high * 2
    high = min(high, len(units))
    if fits(units[:high]):
        return units[:high]
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(units[:middle]) else (low, middle)
    return units[:low]
