"""A table over rows at hand, with the sorting, filtering and drawing of every other table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.cell_delegate import CellDelegate
from exerciseplanner.ui.widgets.column_header import ColumnHeader
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.live_table import LiveTable
from exerciseplanner.ui.widgets.vocabulary import Vocabulary


class PlainTable(QTableView):
    """Shows rows that no query brings; each has an ``id``."""

    def __init__(self, columns: Sequence[ColumnSpec], vocabulary: Vocabulary, name: str) -> None:
        super().__init__()
        self.rows_model = LiveTable(columns, parent=self)
        header = ColumnHeader(columns, name, None, self)
        self.setHorizontalHeader(header)
        self.setModel(self.rows_model)
        self.setItemDelegate(CellDelegate(self, vocabulary))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.row_height())
        header.sorted_by.connect(self.rows_model.set_sorting)
        header.restore()

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows."""
        self.rows_model.set_rows(rows)

    def show_filled(self) -> None:
        """Show only the columns in which some row says something."""
        rows = self.rows_model.rows()
        for place, column in enumerate(self.rows_model.columns):
            empty = bool(rows) and not any(column.text_of(row) for row in rows)
            self.setColumnHidden(place, empty)

    def current(self) -> Any | None:
        """The row the cursor is in."""
        index = self.currentIndex()
        return self.rows_model.row_at(index) if index.isValid() else None
