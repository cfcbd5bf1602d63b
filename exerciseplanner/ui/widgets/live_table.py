"""A table model over tuples of rows that tells views exactly what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.cells import cell_data, header_data
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.reading_ahead import ReadAhead
from exerciseplanner.ui.widgets.row_diff import RowDiff, diff, runs
from exerciseplanner.ui.widgets.sifting import Predicate, Sifter, Sorting

Index = QModelIndex | QPersistentModelIndex
Commit = Callable[[tuple[str, ...], str, Any], None]

READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
EDITED = READ | Qt.ItemFlag.ItemIsEditable

_FEW_STEPS = 40


class LiveTable(QAbstractTableModel):
    """Rows of a query as a table; each row has an ``id``.

    `set_rows` compares by id and announces what was removed, moved, inserted and changed, so that
    selection and scroll survive; beyond a few dozen steps it announces one reset.
    """

    refused = Signal(object, object)
    """Ids and the Refusal, when a value set through a view was not taken."""

    def __init__(
        self,
        columns: Sequence[ColumnSpec],
        *,
        commit: Commit | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._commit = commit
        self._sifter = Sifter(self.columns)
        self._shown: list[Any] = []
        self._place: dict[str, int] = {}
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
        """The rows that pass the filter, in the order shown."""
        return self._shown

    def row_at(self, index: Index) -> Any:
        """The row an index belongs to."""
        return self._shown[index.row()]

    def id_at(self, index: Index) -> str:
        """The id of the row an index belongs to."""
        return str(self._shown[index.row()].id)

    def id_of(self, parent: Index, row: int) -> str:
        """The id of the row at a place."""
        return str(self._shown[row].id)

    def in_shown_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """These ids as their rows stand one below the other."""
        return tuple(sorted(ids, key=self._place.__getitem__))

    def index_of(self, row_id: str, column: int = 0) -> QModelIndex:
        """Where a row is shown; an invalid index where it is not."""
        place = self._place.get(row_id)
        return QModelIndex() if place is None else self.index(place, column)

    # what changes ------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Take the new answer of the query."""
        self._sifter.take(rows)
        self._arrange()
        self._reader.begin()

    def set_filter(self, text: str) -> None:
        """Show only rows that contain every word of the text."""
        if self._sifter.search(text):
            self._arrange()

    def set_predicate(self, predicate: Predicate | None) -> None:
        """Show only rows for which the predicate is true."""
        self._sifter.predicate = predicate
        self._arrange()

    def set_sorting(self, sorting: Sorting) -> None:
        """Sort by these columns, most important first; none means the order of the query."""
        if self._sifter.sort(sorting):
            self._arrange()

    def reword(self) -> None:
        """Show everything anew, because what values are called has changed."""
        self._sifter.reword()
        if self._shown:
            last = self.index(len(self._shown) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def commit(self, ids: Iterable[str], column: ColumnSpec, value: Any) -> None:
        """Hand an edited value to whoever keeps the rows. Raises Refusal."""
        if self._commit:
            self._commit(tuple(ids), column.name, value)

    # Qt's questions ----------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of rows shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell answers."""
        if not index.isValid():
            return None
        return cell_data(self.columns[index.column()], self._shown[index.row()], role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What a column's header answers."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        return header_data(self.columns[section], role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Whether a cell can be selected and edited."""
        if not index.isValid():
            return super().flags(index)
        column = self.columns[index.column()]
        return EDITED if self._commit and column.edits(self._shown[index.row()]) else READ

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

    # inside ------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        wanted = self._sifter.found()
        steps = diff([row.id for row in self._shown], [row.id for row in wanted])
        if steps.steps > _FEW_STEPS or not self._shown:
            self._reset(wanted)
        else:
            self._take(steps, wanted)

    def _reset(self, wanted: list[Any]) -> None:
        if not wanted and not self._shown:
            return
        self.beginResetModel()
        self._show(wanted)
        self.endResetModel()

    def _show(self, rows: list[Any]) -> None:
        self._shown = rows
        self._place = {row.id: place for place, row in enumerate(rows)}

    def _take(self, steps: RowDiff, wanted: list[Any]) -> None:
        top = QModelIndex()
        rows = list(self._shown)
        for first, last in steps.removed:
            self.beginRemoveRows(top, first, last)
            del rows[first : last + 1]
            self._show(rows)
            self.endRemoveRows()
        for start, end in steps.moved:
            self.beginMoveRows(top, start, start, top, end + 1 if end > start else end)
            rows.insert(end, rows.pop(start))
            self._show(rows)
            self.endMoveRows()
        for first, last in steps.inserted:
            self.beginInsertRows(top, first, last)
            rows[first:first] = wanted[first : last + 1]
            self._show(rows)
            self.endInsertRows()
        self._renew(wanted)

    def _renew(self, wanted: list[Any]) -> None:
        changed = [
            place
            for place, (old, new) in enumerate(zip(self._shown, wanted, strict=True))
            if old is not new and old != new
        ]
        self._show(wanted)
        last_column = len(self.columns) - 1
        for first, last in runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, last_column))
