"""The shape of a live tree: nodes that come, go and move, with exact notices to the views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject

from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.live_table import Index
from exerciseplanner.ui.widgets.tree_nodes import Grown, Node, walk

_FEW_STEPS = 60


class NodeModel(QAbstractItemModel):
    """Holds nodes with rows in them; what they say and which are wanted is for subclasses."""

    def __init__(self, columns: Sequence[ColumnSpec], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._root = Node(None, None)
        self._nodes: dict[str, Node] = {}
        self._numbered: dict[int, Node] = {0: self._root}

    def parents(self) -> set[str]:
        """The ids of the rows that have something below them."""
        return {row_id for row_id, node in self._nodes.items() if node.children}

    def grow_into(self, wanted: Grown) -> None:
        """Become this shape: step by step where few rows differ, else all at once."""
        if not self._nodes or wanted.differs_by(self._nodes) > _FEW_STEPS:
            self._reset(wanted.children)
        else:
            self._take(wanted.children)

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """The index of a child."""
        children = self._node(parent).children
        inside = 0 <= row < len(children) and 0 <= column < len(self.columns)
        if not inside or (parent is not None and parent.column() > 0):
            return QModelIndex()
        return self.createIndex(row, column, children[row].number)

    def parent(self, index: Index | None = None) -> Any:
        """The index of the parent."""
        if index is None:
            return QObject.parent(self)
        parent = self._node(index).parent if index.isValid() else None
        return QModelIndex() if parent is None else self._index(parent, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of children."""
        if parent is not None and parent.column() > 0:
            return 0
        return len(self._node(parent).children)

    def columnCount(self, parent: Index | None = None) -> int:
        """Number of columns."""
        return len(self.columns)

    # inside ------------------------------------------------------------------------------------

    def _node(self, index: Index | None) -> Node:
        """The node of an index; an invalid one has the number 0, as the root has."""
        return self._root if index is None else self._numbered.get(index.internalId(), self._root)

    def _index(self, node: Node, column: int) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.place(), column, node.number)

    def _reset(self, wanted: Mapping[str | None, list[Any]]) -> None:
        self.beginResetModel()
        self._root, self._nodes = Node(None, None), {}
        self._numbered = {0: self._root}
        todo: list[tuple[str | None, Node]] = [(None, self._root)]
        while todo:
            key, node = todo.pop()
            for row in wanted.get(key, ()):
                child = self._made(row, node)
                node.add(len(node.children), child)
                todo.append((row.id, child))
        self.endResetModel()

    def _take(self, wanted: Mapping[str | None, list[Any]]) -> None:
        todo: list[str | None] = [None]
        order: list[Node] = []
        while todo:
            key = todo.pop(0)
            node = self._root if key is None else self._nodes[key]
            rows = wanted.get(key, [])
            for place, row in enumerate(rows):
                self._settle(node, place, row)
            order.append(node)
            todo += [row.id for row in rows]
        for node in order:
            self._cut(node, len(wanted.get(node.key, ())))

    def _settle(self, parent: Node, place: int, row: Any) -> None:
        node = self._nodes.get(row.id)
        if node is None:
            self.beginInsertRows(self._index(parent, 0), place, place)
            node = self._made(row, parent)
            parent.add(place, node)
            self.endInsertRows()
        elif node.parent is not parent or node.place() != place:
            self._move(node, parent, place)
        if node.row is not row and node.row != row:
            node.row = row
            last = len(self.columns) - 1
            self.dataChanged.emit(self._index(node, 0), self._index(node, last))

    def _made(self, row: Any, parent: Node) -> Node:
        node = self._nodes[row.id] = Node(row, parent)
        self._numbered[node.number] = node
        return node

    def _move(self, node: Node, parent: Node, place: int) -> None:
        old = node.parent
        assert old is not None
        start = node.place()
        end = place + 1 if old is parent and start < place else place
        self.beginMoveRows(self._index(old, 0), start, start, self._index(parent, 0), end)
        old.cut(start)
        parent.add(place, node)
        self.endMoveRows()

    def _cut(self, node: Node, keep: int) -> None:
        if len(node.children) <= keep:
            return
        self.beginRemoveRows(self._index(node, 0), keep, len(node.children) - 1)
        for child in node.children[keep:]:
            for gone in (child, *walk(child)):
                self._nodes.pop(gone.row.id, None)
                self._numbered.pop(gone.number, None)
        node.shorten(keep)
        self.endRemoveRows()
