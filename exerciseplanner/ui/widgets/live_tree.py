"""A tree model over rows with parents that tells views exactly what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt, Signal

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.cells import cell_data, header_data
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.live_table import Commit, Index
from exerciseplanner.ui.widgets.sifting import (
    Haystacks,
    Predicate,
    Sorting,
    in_order,
    matching,
    needles,
)
from exerciseplanner.ui.widgets.tree_nodes import Node, grow, walk

ROWS_MIME = "application/x-exercise-rows"
_FEW_STEPS = 60

ParentOf = Callable[[Any], str | None]


class LiveTree(QAbstractItemModel):
    """Rows of a query as a tree; a row whose parent is not there stands at the top."""

    refused = Signal(object, object)
    """Ids and the Refusal, when a value set through a view was not taken."""

    dropped = Signal(object, object, str)
    """Ids, the id of the target or None, and into, before or after."""

    def __init__(
        self,
        columns: Sequence[ColumnSpec],
        parent_of: ParentOf,
        *,
        commit: Commit | None = None,
        movable: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.sorting: Sorting = ()
        self._parent_of = parent_of
        self._commit = commit
        self._movable = movable
        self._all: tuple[Any, ...] = ()
        self._root = Node(None, None)
        self._nodes: dict[str, Node] = {}
        self._numbered: dict[int, Node] = {}
        self._words: tuple[str, ...] = ()
        self._predicate: Predicate | None = None
        self._stacks = Haystacks(self.columns)
        self._hits = 0

    # what is there -----------------------------------------------------------------------------

    def rows(self) -> tuple[Any, ...]:
        """Every row, whether shown or not."""
        return self._all

    def shown(self) -> Sequence[Any]:
        """The rows shown, parents before their children."""
        return [node.row for node in walk(self._root)]

    @property
    def hits(self) -> int:
        """How many rows pass the filter themselves; more may be shown to say where they belong."""
        return self._hits

    def row_at(self, index: Index) -> Any:
        """The row an index belongs to."""
        return self._node(index).row

    def id_at(self, index: Index) -> str:
        """The id of the row an index belongs to."""
        return str(self._node(index).row.id)

    def index_of(self, row_id: str, column: int = 0) -> QModelIndex:
        """Where a row is shown; an invalid index where it is not."""
        node = self._nodes.get(row_id)
        return self._index(node, column) if node else QModelIndex()

    # what changes ------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Take the new answer of the query."""
        self._all = tuple(rows)
        self._arrange()

    def set_filter(self, text: str) -> None:
        """Show only rows that contain every word, and what they are part of."""
        words = needles(text)
        if words != self._words:
            self._words = words
            self._arrange()

    def set_predicate(self, predicate: Predicate | None) -> None:
        """Show only rows for which the predicate is true, and what they are part of."""
        self._predicate = predicate
        self._arrange()

    def set_sorting(self, sorting: Sorting) -> None:
        """Sort siblings by these columns; none means the order of the query."""
        if sorting != self.sorting:
            self.sorting = sorting
            self._arrange()

    def reword(self) -> None:
        """Show everything anew, because what values are called has changed."""
        self._stacks.forget()
        for node in (self._root, *walk(self._root)):
            if node.children:
                top, end = node.children[0], node.children[-1]
                last = len(self.columns) - 1
                self.dataChanged.emit(self._index(top, 0), self._index(end, last))

    def commit(self, ids: Iterable[str], column: ColumnSpec, value: Any) -> None:
        """Hand an edited value to whoever keeps the rows. Raises Refusal."""
        if self._commit:
            self._commit(tuple(ids), column.name, value)

    # Qt's questions ----------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """The index of a child."""
        node = self._node(parent)
        inside = 0 <= row < len(node.children) and 0 <= column < len(self.columns)
        if not inside or (parent is not None and parent.isValid() and parent.column() > 0):
            return QModelIndex()
        return self.createIndex(row, column, node.children[row].number)

    def parent(self, index: Index | None = None) -> Any:
        """The index of the parent."""
        if index is None:
            return QObject.parent(self)
        parent = self._node(index).parent if index.isValid() else None
        return QModelIndex() if parent is None else self._index(parent, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of children."""
        if parent is not None and parent.isValid() and parent.column() > 0:
            return 0
        return len(self._node(parent).children)

    def columnCount(self, parent: Index | None = None) -> int:
        """Number of columns."""
        return len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell answers."""
        if not index.isValid():
            return None
        return cell_data(self.columns[index.column()], self._node(index).row, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What a column's header answers."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        return header_data(self.columns[section], role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Whether a cell can be selected, edited, dragged and dropped upon."""
        flags = super().flags(index)
        if self._movable:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return flags
        if self._movable:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if self._commit and self.columns[index.column()].edits(self._node(index).row):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Commit a value; a Refusal is announced and False returned."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        ids = (self.id_at(index),)
        try:
            self.commit(ids, self.columns[index.column()], value)
        except Refusal as refusal:
            self.refused.emit(ids, refusal)
            return False
        return True

    # dragging ----------------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Rows travel by their ids."""
        return [ROWS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the rows dragged."""
        ids = dict.fromkeys(self.id_at(index) for index in indexes)
        data = QMimeData()
        data.setData(ROWS_MIME, "\n".join(ids).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Announce the wish; whoever keeps the rows moves them."""
        ids = tuple(bytes(data.data(ROWS_MIME).data()).decode().split())
        node = self._node(parent)
        if not ids:
            return False
        if row < 0:
            target, place = (node.row.id, "into") if node.row else (None, "into")
        elif row < len(node.children):
            target, place = node.children[row].row.id, "before"
        else:
            target, place = (node.children[-1].row.id, "after") if node.children else (None, "into")
        if target not in ids:
            self.dropped.emit(ids, target, place)
        return False

    # inside ------------------------------------------------------------------------------------

    def _node(self, index: Index | None) -> Node:
        if index is None or not index.isValid():
            return self._root
        return self._numbered.get(index.internalId(), self._root)

    def _index(self, node: Node, column: int) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.place(), column, node.number)

    def _arrange(self) -> None:
        found = matching(self._all, self._words, self._stacks, self._predicate)
        self._hits = len(found)
        ordered = in_order(list(self._all), self.columns, self.sorting)
        narrowed = bool(self._words or self._predicate)
        only = {row.id for row in found} if narrowed else None
        wanted = grow(ordered, self._parent_of, only)
        if not self._nodes or wanted.differs_by(self._nodes) > _FEW_STEPS:
            self._reset(wanted.children)
        else:
            self._take(wanted.children)

    def _reset(self, wanted: Mapping[str | None, list[Any]]) -> None:
        self.beginResetModel()
        self._root, self._nodes, self._numbered = Node(None, None), {}, {}
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
