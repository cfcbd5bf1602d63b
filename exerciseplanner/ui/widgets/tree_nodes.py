"""Nodes of a live tree, and how rows with parents become one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

_MANY = 1000
"""More rows come or go than anybody would tell one by one."""


class Node:
    """One row in the tree; keeps its own place so that views need not search for it."""

    __slots__ = ("_place", "children", "number", "parent", "row")

    _numbers = count(1)

    def __init__(self, row: Any, parent: Node | None) -> None:
        self.row = row
        self.parent = parent
        self.number = next(Node._numbers) if row is not None else 0
        self.children: list[Node] = []
        self._place = 0

    @property
    def key(self) -> str | None:
        """The id of the row; None for the root."""
        return None if self.row is None else str(self.row.id)

    def place(self) -> int:
        """Where the node stands among its siblings."""
        siblings = self.parent.children if self.parent else [self]
        if not (self._place < len(siblings) and siblings[self._place] is self):
            self._place = next(n for n, node in enumerate(siblings) if node is self)
        return self._place

    def add(self, place: int, child: Node) -> None:
        """Take a child in."""
        child.parent = self
        child._place = place
        self.children.insert(place, child)

    def cut(self, place: int) -> Node:
        """Let a child go."""
        return self.children.pop(place)

    def shorten(self, keep: int) -> None:
        """Let every child from `keep` on go."""
        del self.children[keep:]


@dataclass(frozen=True)
class Grown:
    """The children that each parent should have, by the parent's id."""

    children: Mapping[str | None, list[Any]]

    def differs_by(self, nodes: Mapping[str, Node]) -> int:
        """Roughly how many rows come, go or change their parent."""
        count = sum(map(len, self.children.values()))
        if abs(count - len(nodes)) > _MANY:
            return _MANY
        ids = {row.id: parent for parent, rows in self.children.items() for row in rows}
        moved = sum(
            1
            for row_id, node in nodes.items()
            if row_id in ids and node.parent is not None and node.parent.key != ids[row_id]
        )
        return len(ids.keys() ^ nodes.keys()) + moved + self._reordered(nodes)

    def _reordered(self, nodes: Mapping[str, Node]) -> int:
        found = 0
        for parent, rows in self.children.items():
            node = nodes.get(parent) if parent else None
            if node and len(node.children) == len(rows):
                pairs = zip(node.children, rows, strict=True)
                found += sum(1 for child, row in pairs if child.row.id != row.id)
        return found


def parents_of(
    rows: Sequence[Any], parent_of: Callable[[Any], str | None]
) -> dict[str, str | None]:
    """What each row stands below, in the order of the rows.

    A row whose parent is missing, or which would be its own ancestor, stands at the top.
    """
    ids = {row.id for row in rows}
    parents: dict[str, str | None] = {}
    for row in rows:
        parent = parent_of(row)
        parents[row.id] = parent if parent in ids else None
    _break_circles(parents)
    return parents


def grow(
    rows: Sequence[Any], parents: Mapping[str, str | None], only: set[str] | None = None
) -> Grown:
    """Put rows under their parents in the order given; with `only`, those and their ancestors."""
    children: dict[str | None, list[Any]] = {}
    wanted = None if only is None else _with_ancestors(only, parents)
    for row in rows:
        row_id = row.id
        if wanted is None or row_id in wanted:
            children.setdefault(parents[row_id], []).append(row)
    return Grown(children)


def walk(node: Node) -> Iterator[Node]:
    """Every node below, parents before their children."""
    for child in node.children:
        yield child
        yield from walk(child)


def _break_circles(parents: dict[str, str | None]) -> None:
    sound: set[str] = set()
    for row_id in parents:
        path: list[str] = []
        step: str | None = row_id
        while step is not None and step not in sound:
            if step in path:
                parents[step] = None
                break
            path.append(step)
            step = parents[step]
        sound.update(path)


def _with_ancestors(ids: Iterable[str], parents: Mapping[str, str | None]) -> set[str]:
    wanted: set[str] = set()
    for row_id in ids:
        step: str | None = row_id
        while step is not None and step not in wanted:
            wanted.add(step)
            step = parents[step]
    return wanted
