"""Keeping marks readable: those too near to be drawn apart become one stack with a count.

Only marks of one identity are gathered, so that no side hides another; where the stacks of two
sides would cover each other, one is drawn aside with a line to where it stands. The highest
echelon stands for its stack, at its own place: seen from afar the commands remain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from exerciseplanner.ui.widgets.map.marks import Mark

_RING = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
_ASIDE = (*_RING, *((2 * across, 2 * down) for across, down in _RING))
_CLEAR = 0.9
_COVERED = 0.65
"""Shares of a symbol's box: what must be free aside, and what may not be covered in place."""

_GAP = 3


class Stack(NamedTuple):
    """Marks drawn as one: the first stands for all.

    `aside` are the pixels it is drawn away from its place, `label_width` the room for its name
    beside it, 0 where there is none.
    """

    members: tuple[Mark, ...]
    aside: tuple[int, int] = (0, 0)
    label_width: int = 0

    @property
    def face(self) -> Mark:
        """The mark that stands for all."""
        return self.members[0]


class _Crowd:
    """Boxes on the screen, found by where they are."""

    def __init__(self, cell: int) -> None:
        self._cell = cell
        self._boxes: dict[tuple[int, int], list[tuple[float, float, float, float]]] = {}

    def add(self, left: float, top: float, right: float, bottom: float) -> None:
        for key in self._cells(left, top, right, bottom):
            self._boxes.setdefault(key, []).append((left, top, right, bottom))

    def is_free(self, left: float, top: float, right: float, bottom: float) -> bool:
        return not any(
            box[0] < right and left < box[2] and box[1] < bottom and top < box[3]
            for key in self._cells(left, top, right, bottom)
            for box in self._boxes.get(key, ())
        )

    def _cells(
        self, left: float, top: float, right: float, bottom: float
    ) -> Iterator[tuple[int, int]]:
        cell = self._cell
        for across in range(int(left // cell), int(right // cell) + 1):
            for down in range(int(top // cell), int(bottom // cell) + 1):
                yield across, down


def gathered(
    marks: Sequence[Mark],
    scale: float,
    size: tuple[int, int],
    label_width: Callable[[str], int] | None = None,
) -> tuple[Stack, ...]:
    """Stacks of marks at a scale in pixels to a degree, for symbols of a size in pixels.

    `label_width` gives the pixels a name needs beside a symbol; without it there are no names.
    """
    ordered = sorted(range(len(marks)), key=lambda place: (-marks[place].level, place))
    groups = _grouped([marks[place] for place in ordered], scale, size)
    crowd = _Crowd(max(size) * 2)
    stacks = [_put(crowd, group, scale, size) for group in groups]
    if label_width is None:
        return tuple(stacks)
    return tuple(
        _named(crowd, stack, scale, size, label_width(stack.face.label)) for stack in stacks
    )


def _grouped(ordered: Sequence[Mark], scale: float, size: tuple[int, int]) -> list[list[Mark]]:
    """Each mark joins the first group of its identity whose face is near enough, or begins one."""
    wide, high = size
    faces: dict[tuple[str, int, int], list[tuple[float, float, list[Mark]]]] = {}
    groups: list[list[Mark]] = []
    for mark in ordered:
        across, down = mark.x * scale, mark.y * scale
        column, row = int(across // wide), int(down // high)
        near = None
        for c in (column, column - 1, column + 1):
            for r in (row, row - 1, row + 1):
                for left, top, group in faces.get((mark.identity, c, r), ()):
                    if abs(left - across) < wide and abs(top - down) < high:
                        near = group
                        break
        if near is not None:
            near.append(mark)
            continue
        begun = [mark]
        groups.append(begun)
        faces.setdefault((mark.identity, column, row), []).append((across, down, begun))
    return groups


def _put(crowd: _Crowd, group: list[Mark], scale: float, size: tuple[int, int]) -> Stack:
    """The stack where it stands, or beside it where it would cover another one."""
    across, down = group[0].x * scale, -group[0].y * scale
    chosen = (0, 0)
    if not crowd.is_free(*_box(across, down, size, _COVERED)):
        for step in _ASIDE:
            aside = (step[0] * (size[0] + _GAP), step[1] * (size[1] + _GAP))
            if crowd.is_free(*_box(across + aside[0], down + aside[1], size, _CLEAR)):
                chosen = aside
                break
    crowd.add(*_box(across + chosen[0], down + chosen[1], size, 1.0))
    return Stack(tuple(group), chosen)


def _named(crowd: _Crowd, stack: Stack, scale: float, size: tuple[int, int], width: int) -> Stack:
    """The stack with room for its name at its right, if nothing is in the way."""
    face = stack.face
    across, down = face.x * scale + stack.aside[0], -face.y * scale + stack.aside[1]
    left = across + size[0] / 2 + 1
    box = (left, down - size[1] / 4, left + width, down + size[1] / 4)
    if not width or not crowd.is_free(*box):
        return stack
    crowd.add(*box)
    return stack._replace(label_width=width)


def _box(
    across: float, down: float, size: tuple[int, int], share: float
) -> tuple[float, float, float, float]:
    wide, high = size[0] / 2 * share, size[1] / 2 * share
    return across - wide, down - high, across + wide, down + high
