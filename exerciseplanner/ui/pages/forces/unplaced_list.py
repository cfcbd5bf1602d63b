"""The units that are not on the map yet, to be dragged onto it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.parts import caption, label
from exerciseplanner.ui.widgets.row_dragging import packed
from exerciseplanner.ui.widgets.symbols import symbol_pixmap
from exerciseplanner.workspace.queries.unit_map import MapUnit

_SYMBOL = 24
_WIDE = 224

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Units(QAbstractListModel):
    """Units with their symbols; each symbol is drawn when its line comes into sight."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[MapUnit] = ()
        self.is_movable = True
        self.ratio = 1.0

    def set_rows(self, rows: Sequence[MapUnit]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.short_name or row.name
        if role == Qt.ItemDataRole.DecorationRole:
            return _untinted(symbol_pixmap(row.symbol, theme.scaled(_SYMBOL), self.ratio))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return "  ·  ".join(part for part in (row.name, row.superior, row.participant) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsDragEnabled if self.is_movable else found

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        places = sorted({index.row() for index in indexes})
        return packed(self.rows[place].id for place in places)


def _untinted(picture: QPixmap) -> QIcon:
    """A picture that keeps its colours when its line is chosen: they say whose unit it is."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


class UnplacedList(QWidget):
    """A narrow list beside the map."""

    chosen = Signal(tuple)

    def __init__(self, *, is_movable: bool) -> None:
        super().__init__()
        self._units = _Units()
        self._units.is_movable = is_movable
        self._is_quiet = False
        self.title = label("", "strong")
        self.view = QListView()
        self.view.setModel(self._units)
        self.view.setAccessibleName("Units not on the map")
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setDragEnabled(is_movable)
        self.view.setUniformItemSizes(True)
        self.view.setIconSize(QSize(theme.scaled(_SYMBOL * 5 // 4), theme.scaled(_SYMBOL)))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        self.setFixedWidth(theme.scaled(_WIDE))
        how = caption("Drag units onto the map, or choose them and type their place.")
        how.setWordWrap(True)
        how.setVisible(is_movable)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(how)
        layout.addWidget(self.view, 1)

    def set_rows(self, rows: Sequence[MapUnit]) -> None:
        """Show these units; those that were chosen and are still here stay so."""
        kept = self.selected_ids()
        self._units.ratio = self.devicePixelRatioF()
        self._is_quiet = True
        self._units.set_rows(rows)
        self._is_quiet = False
        self.title.setText(f"Not on the map ({len(rows):,})")
        self.select(kept)

    def select(self, ids: Iterable[str]) -> None:
        """Choose the units of these ids that are here, without saying so."""
        wanted = set(ids)
        selection = QItemSelection()
        first: QModelIndex | None = None
        for place, row in enumerate(self._units.rows):
            if row.id in wanted:
                index = self._units.index(place)
                first = first or index
                selection.select(index, index)
        self._is_quiet = True
        self.view.selectionModel().select(
            selection, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._is_quiet = False
        if first is not None:
            self.view.scrollTo(first)

    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the units chosen, in the order shown."""
        places = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return tuple(self._units.rows[place].id for place in places)

    def _tell(self) -> None:
        if not self._is_quiet:
            self.chosen.emit(self.selected_ids())
