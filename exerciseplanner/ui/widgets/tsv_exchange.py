"""Copying the selected rows to a spreadsheet and pasting cells back into editable columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
Adding = Callable[[dict[str, Any]], str]
"""Makes a record of the values of a pasted line and returns its id; may raise Refusal."""


class Owner(Protocol):
    """The view whose rows are copied and pasted."""

    view: QAbstractItemView
    header: QHeaderView
    model: LiveTable | LiveTree
    vocabulary: Vocabulary
    live: Live
    adding: Adding | None

    def select(self, ids: Iterable[str]) -> None:
        """Select these rows."""
        ...

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
            ActionSpec(
                "table.paste_new",
                "Paste as new rows",
                self.paste_new,
                "clipboard-text",
                "Ctrl+Shift+V",
                lambda: self._owner.adding is not None,
            ),
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
        """Put cells in from the current cell on; lines below the last row become new rows."""
        self._paste(as_new=not self._owner.view.currentIndex().isValid())

    def paste_new(self) -> None:
        """Make a new row of each line, by the titles above it or from the first column on."""
        self._paste(as_new=True)

    def _paste(self, *, as_new: bool) -> None:
        adding = self._owner.adding
        try:
            edits, lines = self._read(QApplication.clipboard().text(), as_new=as_new)
            if lines and adding is None:
                raise Refusal(
                    f"{len(lines):,} of the lines have no row to go to; nothing was pasted.",
                    remedy=f"Add {len(lines):,} rows first.",
                )
            made: list[str] = []
            if edits or lines:
                with self._owner.live.workspace.one_step("Paste cells"):
                    for ids, column, value in edits:
                        self._owner.model.commit(ids, column, value)
                    made = [adding(values) for values in lines] if adding else []
            if made:
                self._owner.select(made)
        except Refusal as refusal:
            self.refused.emit(str(refusal))

    def _has_rows(self) -> bool:
        return self._owner.view.selectionModel().hasSelection()

    def _visible_columns(self) -> list[ColumnSpec]:
        header = self._owner.header
        order = [header.logicalIndex(visual) for visual in range(header.count())]
        return [self._owner.model.columns[n] for n in order if not header.isSectionHidden(n)]

    def _read(self, text: str, *, as_new: bool) -> tuple[list[Edit], list[dict[str, Any]]]:
        """What goes into rows that stand there, and the values of those that are new."""
        cells, columns = self._cells_and_columns(from_tsv(text), as_new=as_new)
        if not cells or (as_new and self._owner.adding is None):
            return [], []
        single = len(cells) == 1 and len(cells[0]) == 1
        if single and not as_new and len(self._owner.selected_ids()) > 1:
            return [
                (self._owner.selected_ids(), columns[0], self._value(columns[0], cells[0][0]))
            ], []
        ids = [] if as_new else self._ids_from_current(len(cells))
        new = [self._new_values(columns, line) for line in cells[len(ids) :]]
        return self._spread(cells, columns, ids), [values for values in new if values]

    def _cells_and_columns(
        self, cells: list[list[str]], *, as_new: bool
    ) -> tuple[list[list[str]], list[ColumnSpec]]:
        """The lines below the titles, if there are any, and the column of each cell."""
        by_title = {column.title.casefold(): column for column in self._owner.model.columns}
        titled = [by_title.get(title.strip().casefold()) for title in cells[0]] if cells else []
        named = [column for column in titled if column is not None]
        if len(named) == len(titled) > 0 and len(cells) > 1:
            return cells[1:], named
        columns = self._visible_columns()
        start = self._owner.view.currentIndex()
        first = 0 if as_new else columns.index(self._owner.model.columns[start.column()])
        return cells, columns[first:]

    def _new_values(self, columns: list[ColumnSpec], line: list[str]) -> dict[str, Any]:
        return {
            column.name: self._value(column, text)
            for column, text in zip(columns, line, strict=False)
            if text.strip() and column.editable
        }

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
