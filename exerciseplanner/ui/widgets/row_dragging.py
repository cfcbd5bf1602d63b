"""Rows on their way from one place of a tree to another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QMimeData

from exerciseplanner.ui.widgets.tree_nodes import Node

ROWS_MIME = "application/x-exercise-rows"


class Drop(NamedTuple):
    """What was dropped where: ids, the target or None for the top, and into, before or after."""

    ids: tuple[str, ...]
    target: str | None
    place: str


def packed(ids: Iterable[str]) -> QMimeData:
    """The ids of rows as they travel."""
    data = QMimeData()
    data.setData(ROWS_MIME, "\n".join(dict.fromkeys(ids)).encode())
    return data


def unpacked(data: QMimeData, node: Node, row: int) -> Drop | None:
    """Where rows were dropped, given the node and the place below it; None for nothing."""
    ids = tuple(bytes(data.data(ROWS_MIME).data()).decode().split())
    if row < 0:
        target, place = node.key, "into"
    elif row < len(node.children):
        target, place = node.children[row].key, "before"
    else:
        last = node.children[-1].key if node.children else None
        target, place = last, "after" if last else "into"
    return Drop(ids, target, place) if ids and target not in ids else None
