"""How one list of ids becomes another by removing, moving and inserting runs of rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class RowDiff:
    """The steps from an old list of ids to a new one, to be taken in this order.

    `removed` are (first, last) runs in the old list, from the end; `moved` are (from, to) single
    rows, each in the list as the steps before left it; `inserted` are (first, last) runs in the new
    list, from the start.
    """

    removed: tuple[tuple[int, int], ...]
    moved: tuple[tuple[int, int], ...]
    inserted: tuple[tuple[int, int], ...]

    @property
    def steps(self) -> int:
        """How many notices a view would get."""
        return len(self.removed) + len(self.moved) + len(self.inserted)


def diff(old: Sequence[str], new: Sequence[str]) -> RowDiff:
    """Find the steps from one list of distinct ids to another."""
    before, after = set(old), set(new)
    gone = [place for place, row_id in enumerate(old) if row_id not in after]
    came = [place for place, row_id in enumerate(new) if row_id not in before]
    kept = [row_id for row_id in old if row_id in after]
    wanted = [row_id for row_id in new if row_id in before]
    return RowDiff(
        removed=tuple(reversed(runs(gone))),
        moved=() if kept == wanted else tuple(_moves(kept, wanted)),
        inserted=tuple(runs(came)),
    )


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Put rising numbers together as (first, last) runs."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


def _moves(kept: list[str], wanted: list[str]) -> list[tuple[int, int]]:
    target = {row_id: place for place, row_id in enumerate(wanted)}
    settled = _longest_rising([target[row_id] for row_id in kept])
    order = list(kept)
    moves: list[tuple[int, int]] = []
    for place, row_id in enumerate(wanted):
        if place in settled:
            continue
        start = order.index(row_id)
        order.pop(start)
        end = order.index(wanted[place - 1]) + 1 if place else 0
        order.insert(end, row_id)
        settled.add(place)
        if start != end:
            moves.append((start, end))
    return moves


def _longest_rising(numbers: list[int]) -> set[int]:
    """The numbers of a longest rising subsequence, which need not be moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(tails, number)
        if length == len(tails):
            tails.append(number)
            ends.append(place)
        else:
            tails[length] = number
            ends[length] = place
        before.append(ends[length - 1] if length else -1)
    found: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        found.add(numbers[place])
        place = before[place]
    return found
