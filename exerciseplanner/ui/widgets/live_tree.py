"""A tree model over rows with parents that tells views exactly what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.cells import cell_data, header_data
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.live_table import Commit, Index
from exerciseplanner.ui.widgets.node_model import NodeModel
from exerciseplanner.ui.widgets.reading_ahead import ReadAhead
from exerciseplanner.ui.widgets.row_dragging import ROWS_MIME, packed, unpacked
from exerciseplanner.ui.widgets.sifting import Predicate, Sifter, Sorting
from exerciseplanner.ui.widgets.tree_nodes import grow, parents_of, walk

_SEEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MOVED = _SEEN | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
_GROUND = Qt.ItemFlag.ItemIsDropEnabled
#: By whether rows can be moved and the cell can be edited.
_FLAGS = {
    (False, False): _SEEN,
    (False, True): _SEEN | Qt.ItemFlag.ItemIsEditable,
    (True, False): _MOVED,
    (True, True): _MOVED | Qt.ItemFlag.ItemIsEditable,
}

ParentOf = Callable[[Any], str | None]


class LiveTree(NodeModel):
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
        super().__init__(columns, parent)
        self._parent_of = parent_of
        self._commit = commit
        self._movable = movable
        self._sifter = Sifter(self.columns)
        self._hits = 0
        self._parents: dict[str, str | None] = {}
        self._asked: tuple[list[Any], set[str] | None] | None = None
        self._reader = ReadAhead(self._sifter, self)

    # what is there -----------------------------------------------------------------------------

    def rows(self) -> tuple[Any, ...]:
        """Every row, whether shown or not."""
        return self._sifter.rows

    @property
    def sorting(self) -> Sorting:
        """The order in force."""
        return self._sifter.sorting

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is in force."""
        return self._sifter.is_narrowed

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

    def id_of(self, parent: Index, row: int) -> str:
        """The id of a row below a parent."""
        return str(self._node(parent).children[row].row.id)

    def in_shown_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """These ids as their rows stand one below the other."""
        wanted = set(ids)
        return tuple(row.id for row in self.shown() if row.id in wanted)

    def index_of(self, row_id: str, column: int = 0) -> QModelIndex:
        """Where a row is shown; an invalid index where it is not."""
        node = self._nodes.get(row_id)
        return self._index(node, column) if node else QModelIndex()

    # what changes ------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Take the new answer of the query."""
        self._sifter.take(rows)
        self._arrange()
        self._reader.begin()

    def set_filter(self, text: str) -> None:
        """Show only rows that contain every word, and what they are part of."""
        if self._sifter.search(text):
            self._arrange()

    def set_predicate(self, predicate: Predicate | None) -> None:
        """Show only rows for which the predicate is true, and what they are part of."""
        self._sifter.predicate = predicate
        self._arrange()

    def set_sorting(self, sorting: Sorting) -> None:
        """Sort siblings by these columns; none means the order of the query."""
        if self._sifter.sort(sorting):
            self._arrange()

    def reword(self) -> None:
        """Show everything anew, because what values are called has changed."""
        self._sifter.reword()
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
        if not index.isValid():
            return _GROUND if self._movable else super().flags(index)
        edits = self._commit and self.columns[index.column()].edits(self._node(index).row)
        return _FLAGS[self._movable, bool(edits)]

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
        return packed(self.id_at(index) for index in indexes)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Announce the wish; whoever keeps the rows moves them."""
        drop = unpacked(data, self._node(parent), row)
        if drop is not None:
            self.dropped.emit(*drop)
        return False

    # inside ------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        found = self._sifter.found()
        self._hits = len(found)
        only = {row.id for row in found} if len(found) < len(self._sifter.rows) else None
        asked = (self._sifter.ordered(), only)
        if self._asked and self._asked[0] is asked[0] and self._asked[1] == only:
            return
        if not self._asked or self._asked[0] is not asked[0]:
            self._parents = parents_of(asked[0], self._parent_of)
        self._asked = asked
        self.grow_into(grow(asked[0], self._parents, only))
