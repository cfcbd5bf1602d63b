"""A table of records: sort, choose columns, filter, select many, edit in place, copy and paste."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHeaderView, QWidget

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.cell_delegate import CellDelegate
from exerciseplanner.ui.widgets.column_header import ColumnHeader
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.frozen_columns import FreezableTable, FrozenColumns
from exerciseplanner.ui.widgets.live import Live
from exerciseplanner.ui.widgets.live_table import Commit, LiveTable
from exerciseplanner.ui.widgets.record_view import RecordView
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.query import Query


class RecordTable(RecordView):
    """The rows of a query as a table that keeps itself true.

    `name` is under what its columns are remembered; `commit` takes (ids, field name, value) and
    may raise Refusal, which then stands under the cell.
    """

    def __init__(
        self,
        live: Live,
        columns: Sequence[ColumnSpec],
        query: Query[..., Any],
        *args: Any,
        name: str,
        vocabulary: Vocabulary,
        noun: str = "",
        commit: Commit | None = None,
        settings: Settings | None = None,
        with_filter: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._table = FreezableTable()
        header = ColumnHeader(columns, name, settings, self._table)
        header.can_freeze = True
        model = LiveTable(columns, commit=commit, parent=self._table)
        self._table.setHorizontalHeader(header)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.setCornerButtonEnabled(False)
        self._table.setTabKeyNavigation(False)
        rows = self._table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(16)
        super().__init__(
            self._table,
            header,
            model,
            live,
            query,
            args,
            noun=noun,
            vocabulary=vocabulary,
            with_filter=with_filter,
            parent=parent,
        )
        self._frozen = FrozenColumns(self._table, header)
        self._frozen.setItemDelegate(CellDelegate(self._frozen, vocabulary))
        self._frozen.attach(ColumnHeader(columns, name, None, self._frozen))
        self._table.frozen = self._frozen
        self._restyle()
        header.restore()

    def _restyle(self) -> None:
        self._table.verticalHeader().setDefaultSectionSize(theme.row_height())
        super()._restyle()
