"""Copying the selected rows to a spreadsheet and pasting cells back into editable columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.clipboard import from_tsv, to_tsv
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.live import Live
from exerciseplanner.ui.widgets.live_table import LiveTable
from exerciseplanner.ui.widgets.live_tree import LiveTree
from exerciseplanner.ui.widgets.vocabulary import Vocabulary

Edit = tuple[tuple[str, ...], ColumnSpec, Any]


class Owner(Protocol):
    """The view whose rows are copied and pasted."""

    view: QAbstractItemView
    header: QHeaderView
    model: LiveTable | LiveTree
    vocabulary: Vocabulary
    live: Live

    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected rows in the order shown."""
        ...

    def selected_rows(self) -> tuple[Any, ...]:
        """The selected rows in the order shown."""
        ...

    def current_id(self) -> str | None:
        """The id of the row the cursor is in."""
        ...

    def rows_shown(self) -> Sequence[Any]:
        """The rows shown, in order."""
        ...


class TsvExchange(QObject):
    """Copy and paste of one view; a paste is read whole and is one step."""

    refused = Signal(str)

    def __init__(self, owner: Owner) -> None:
        super().__init__(owner.view)
        self._owner = owner

    def actions(self) -> list[ActionSpec]:
        """Copy and paste as menu entries."""
        return [
            ActionSpec("table.copy", "Copy rows", self.copy, "copy", "Ctrl+C", self._has_rows),
            ActionSpec("table.paste", "Paste cells", self.paste, "clipboard-text", "Ctrl+V"),
        ]

    def text(self) -> str:
        """The selected rows as tab-separated text under their column titles."""
        columns = self._visible_columns()
        titles = [column.title for column in columns]
        rows = [[column.text_of(row) for column in columns] for row in self._owner.selected_rows()]
        return to_tsv([titles, *rows])

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        if self._has_rows():
            QApplication.clipboard().setText(self.text())

    def paste(self) -> None:
        """Put cells from the clipboard in from the current cell on, or the reason why not."""
        try:
            edits = self._read(QApplication.clipboard().text())
            if edits:
                with self._owner.live.workspace.one_step("Paste cells"):
                    for ids, column, value in edits:
                        self._owner.model.commit(ids, column, value)
        except Refusal as refusal:
            self.refused.emit(str(refusal))

    def _has_rows(self) -> bool:
        return self._owner.view.selectionModel().hasSelection()

    def _visible_columns(self) -> list[ColumnSpec]:
        header = self._owner.header
        order = [header.logicalIndex(visual) for visual in range(header.count())]
        return [self._owner.model.columns[n] for n in order if not header.isSectionHidden(n)]

    def _read(self, text: str) -> list[Edit]:
        cells = from_tsv(text)
        columns = self._visible_columns()
        start = self._owner.view.currentIndex()
        if not cells or not start.isValid():
            return []
        if cells[0] == [column.title for column in columns]:
            cells = cells[1:]
            first = 0
        else:
            first = columns.index(self._owner.model.columns[start.column()])
        single = len(cells) == 1 and len(cells[0]) == 1
        if single and len(self._owner.selected_ids()) > 1:
            column = columns[first]
            return [(self._owner.selected_ids(), column, self._value(column, cells[0][0]))]
        return self._spread(cells, columns[first:], self._ids_from_current(len(cells)))

    def _ids_from_current(self, count: int) -> list[str]:
        ids = [str(row.id) for row in self._owner.rows_shown()]
        current = self._owner.current_id()
        start = ids.index(current) if current in ids else 0
        return ids[start : start + count]

    def _spread(
        self, cells: list[list[str]], columns: list[ColumnSpec], ids: list[str]
    ) -> list[Edit]:
        edits: list[Edit] = []
        for row_id, line in zip(ids, cells, strict=False):
            for column, text in zip(columns, line, strict=False):
                index = self._owner.model.index_of(row_id)
                if column.editable and index.isValid():
                    edits.append(((row_id,), column, self._value(column, text)))
        return edits

    def _value(self, column: ColumnSpec, text: str) -> Any:
        if not column.editable:
            raise Refusal(f"{column.title} cannot be changed here.", field=column.name)
        field = column.field or Field(column.name, column.title)
        return self._owner.vocabulary.parse(field, text)
