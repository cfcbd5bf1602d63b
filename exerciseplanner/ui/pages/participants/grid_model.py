"""A grid of cells under heads: what stands in each, and how rows and columns are found by id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Place = tuple[str, str]
"""A cell by the id of its row and that of its column."""


class RowHead(NamedTuple):
    """What stands beside a line: code and title, and at the right a summary with its tone."""

    id: str
    code: str
    title: str
    summary: str = ""
    tone: str = ""
    tip: str = ""
    depth: int = 0
    strong: bool = False


class ColumnHead(NamedTuple):
    """What stands over a column; a tone makes it stand out."""

    id: str
    text: str
    tip: str = ""
    tone: str = ""


class Cell(NamedTuple):
    """What a cell shows.

    `tone` colours it; without one, `share` (0 to 1) shades it. `bar` (0 to 1) draws a bar from the
    foot, and `mark` a line at that height, such as what was asked. `tip` is also read aloud.
    """

    text: str = ""
    tone: str = ""
    tip: str = ""
    share: float | None = None
    bar: float | None = None
    mark: float | None = None


CellAt = Callable[[str, str], Cell]


class GridModel(QAbstractTableModel):
    """Rows against columns; `can_edit` lets the text of cells be typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[RowHead] = ()
        self.columns: Sequence[ColumnHead] = ()
        self.can_edit = False
        self._at: CellAt = lambda *_: Cell()
        self._cells: dict[Place, Cell] = {}

    def show_cells(
        self, rows: Sequence[RowHead], columns: Sequence[ColumnHead], at: CellAt
    ) -> None:
        """Show these lines and columns; where they are the same as before, only cells change."""
        same = [each.id for each in rows] == [each.id for each in self.rows] and [
            each.id for each in columns
        ] == [each.id for each in self.columns]
        if not same:
            self.beginResetModel()
        self.rows, self.columns, self._at, self._cells = rows, columns, at, {}
        if not same:
            self.endResetModel()
        elif rows and columns:
            last = self.index(len(rows) - 1, len(columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def place_of(self, index: Index) -> Place:
        """The ids of the row and the column of a cell."""
        return self.rows[index.row()].id, self.columns[index.column()].id

    def index_of(self, place: Place) -> QModelIndex:
        """Where a cell stands; an invalid index where it does not."""
        row = next((n for n, each in enumerate(self.rows) if each.id == place[0]), -1)
        column = next((n for n, each in enumerate(self.columns) if each.id == place[1]), -1)
        return self.index(row, column) if row >= 0 <= column else QModelIndex()

    def cell(self, place: Place) -> Cell:
        """What a cell shows."""
        if place not in self._cells:
            self._cells[place] = self._at(*place)
        return self._cells[place]

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be chosen, and typed into where the grid allows it."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.can_edit and index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, and what it says in a sentence."""
        if not index.isValid():
            return None
        cell = self.cell(self.place_of(index))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell.text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.tip or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles beside the lines and over the columns."""
        if orientation == Qt.Orientation.Horizontal:
            return self._over(section, role)
        if not 0 <= section < len(self.rows):
            return None
        row = self.rows[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip or f"{row.code}  {row.title}".strip()
        if role == Qt.ItemDataRole.DisplayRole:
            return "  ".join(part for part in (row.code, row.title, row.summary) if part)
        return None

    def _over(self, section: int, role: int) -> Any:
        if not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].tip or None
        return self.columns[section].text if role == Qt.ItemDataRole.DisplayRole else None
