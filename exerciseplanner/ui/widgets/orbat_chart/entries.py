"""What a chart shows, and which of it is open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from exerciseplanner.domain.orbat_layout import sound_superiors, units_below
from exerciseplanner.domain.orbat_packing import Camp

READABLE = 320
"""So many cards a chart opens by itself."""


class Entry(NamedTuple):
    """One unit on a chart.

    `side` is the id of a SideTitle; `title` stands on the card with `detail` under it, `relation`
    on its line. `symbol` is a symbol code and `identity` what its side is to the reader.
    """

    id: str
    superior_id: str | None
    side: str
    symbol: str
    identity: str
    title: str
    detail: str = ""
    relation: str = ""
    tip: str = ""


class SideTitle(NamedTuple):
    """A side with its name and identity, and what is said beside the name."""

    id: str
    name: str
    identity: str
    detail: str = ""


class Branching:
    """The units of a chart with what is below each, and which branches are closed."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.sides: dict[str, SideTitle] = {}
        self.parents: Mapping[str, str | None] = {}
        self.below: dict[str, int] = {}
        self.limit: int | None = None
        self.only = ""
        self._branches: dict[str, list[str]] = {}
        self._tops: dict[str, list[str]] = {}
        self._depths: dict[str, int] = {}
        self._closed: set[str] = set()

    @property
    def depth(self) -> int:
        """How many levels there are."""
        return max(self._depths.values(), default=-1) + 1

    def take(self, entries: Sequence[Entry], sides: Sequence[SideTitle]) -> None:
        """Have other units; what was closed stays closed."""
        known = set(self.entries)
        self.entries = {entry.id: entry for entry in entries}
        self.sides = {side.id: side for side in sides}
        self.parents = sound_superiors({entry.id: entry.superior_id for entry in entries})
        self._branches, self._tops = {}, {side.id: [] for side in sides}
        for unit, parent in self.parents.items():
            if parent is None:
                self._tops.setdefault(self.entries[unit].side, []).append(unit)
            else:
                self._branches.setdefault(parent, []).append(unit)
        self._measure()
        self._closed &= self.entries.keys()
        if self.limit is None:
            self.show_levels(self._readable())
        else:
            self._close(unit for unit in self._branches if unit not in known)

    def show_levels(self, count: int) -> None:
        """Show so many levels from the top, and everything with 0."""
        self.limit = count
        self._closed.clear()
        self._close(self._branches)

    def leads(self, unit: str) -> bool:
        """Whether a unit has subordinates."""
        return unit in self._branches

    def is_open(self, unit: str) -> bool:
        """Whether the subordinates of a unit are shown."""
        return unit not in self._closed

    def set_open(self, unit: str, is_open: bool) -> None:
        """Show or hide what is below a unit."""
        if is_open:
            self._closed.discard(unit)
        elif self.leads(unit):
            self._closed.add(unit)

    def superiors(self, unit: str) -> Iterator[str]:
        """The superiors of a unit, its own first."""
        above = self.parents.get(unit)
        while above is not None:
            yield above
            above = self.parents.get(above)

    def open_to(self, unit: str) -> bool:
        """Show a unit; whether something had to be opened for it."""
        shut = [above for above in self.superiors(unit) if above in self._closed]
        self._closed.difference_update(shut)
        return bool(shut)

    def is_on_show(self, unit: str) -> bool:
        """Whether a unit belongs to the side that is shown, or is not known."""
        top = [unit, *self.superiors(unit)][-1]
        return top not in self.entries or self.only in ("", self.entries[top].side)

    def is_under(self, unit: str, others: Collection[str]) -> bool:
        """Whether a unit is one of the others or below one of them."""
        return unit in others or any(above in others for above in self.superiors(unit))

    def camps(self) -> tuple[Camp, ...]:
        """The sides that have units, or only one of them, with the units at their top."""
        return tuple(
            Camp(side, tuple(tops))
            for side, tops in self._tops.items()
            if tops and self.only in ("", side)
        )

    def shown(self, but: Iterable[str] = ()) -> dict[str, list[str]]:
        """The branches that are open; those to the units of `but` are shown in any case."""
        wanted = {above for unit in but for above in self.superiors(unit)}
        return {
            unit: below
            for unit, below in self._branches.items()
            if unit not in self._closed or unit in wanted
        }

    def _measure(self) -> None:
        order = units_below([top for tops in self._tops.values() for top in tops], self._branches)
        self._depths, self.below = {}, dict.fromkeys(order, 0)
        for unit in order:
            parent = self.parents[unit]
            self._depths[unit] = 0 if parent is None else self._depths[parent] + 1
        for unit in reversed(order):
            parent = self.parents[unit]
            if parent is not None:
                self.below[parent] += self.below[unit] + 1

    def _close(self, units: Iterable[str]) -> None:
        if self.limit:
            last = self.limit - 1
            self._closed.update(unit for unit in units if self._depths[unit] >= last)

    def _readable(self) -> int:
        """So many levels as can be taken in at once; 0 where that is all."""
        if len(self.entries) <= READABLE:
            return 0
        counts = [0] * self.depth
        for depth in self._depths.values():
            counts[depth] += 1
        shown = 0
        for level, count in enumerate(counts):
            shown += count
            if shown > READABLE:
                return max(level, 1)
        return 0
