"""A grid that is worked with keys, letters, clicks and a spreadsheet's clipboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QTableView,
)

from exerciseplanner.ui.pages.participants.grid_model import (
    CellAt,
    ColumnHead,
    GridModel,
    Index,
    Place,
    RowHead,
)
from exerciseplanner.ui.pages.participants.grid_painting import SideHeader, TopHeader
from exerciseplanner.ui.pages.participants.grid_typing import TypingDelegate
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.clipboard import from_tsv, to_tsv

_NARROWEST, _WIDEST = 46, 92
_SIDE, _SIDE_LEAST, _SIDE_MOST = 0.36, 210, 420


class CellGrid(QTableView):
    """Lines against columns; what is typed, pasted or pressed goes to every chosen cell.

    `narrowest` and `widest` bound the columns, in pixels before scaling; `heights` are those of
    the first lines where they differ from a row's.
    """

    chosen = Signal(tuple)
    """The places of the chosen cells, whenever they change."""

    opened = Signal(str, str)
    """A cell was entered or double-clicked where nothing is typed in."""

    typed = Signal(object)
    """Texts that were typed or pasted, by place."""

    cleared = Signal(tuple)
    """Delete was pressed on these places."""

    fitted = Signal()
    """The columns have other widths than before."""

    def __init__(
        self,
        name: str,
        *,
        narrowest: int = _NARROWEST,
        widest: int = _WIDEST,
        heights: Sequence[int] = (),
    ) -> None:
        super().__init__()
        self.cells = GridModel(self)
        self._bounds = narrowest, widest
        self._heights = heights
        self._like: CellGrid | None = None
        self._over: CellGrid | None = None
        self._keys: dict[str, Callable[[], object]] = {}
        self.side = SideHeader(self)
        self.setModel(self.cells)
        self.setItemDelegate(TypingDelegate(self, self._take, self.go_down))
        self.setHorizontalHeader(TopHeader(self))
        self.setVerticalHeader(self.side)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.selectionModel().selectionChanged.connect(
            lambda *_: self.chosen.emit(self.chosen_places())
        )
        self.doubleClicked.connect(self._open)
        theme.changed().changed.connect(self.fit)

    # for panels --------------------------------------------------------------------------------

    def show_cells(
        self, rows: Sequence[RowHead], columns: Sequence[ColumnHead], at: CellAt
    ) -> None:
        """Show these; what was chosen stays chosen."""
        kept = self.chosen_places()
        here = self.currentIndex()
        current = self.cells.place_of(here) if here.isValid() else None
        self.cells.show_cells(rows, columns, at)
        (self._like or self).fit()
        if kept and not self.chosen_places():
            self.choose(kept, current)

    def choose(self, places: Sequence[Place], current: Place | None = None) -> None:
        """Choose these cells and bring the first into sight."""
        found = [each for place in places if (each := self.cells.index_of(place)).isValid()]
        if not found:
            return
        here = self.cells.index_of(current) if current else found[0]
        model = self.selectionModel()
        self.setCurrentIndex(here if here.isValid() else found[0])
        model.clearSelection()
        for each in found:
            model.select(each, QItemSelectionModel.SelectionFlag.Select)

    def chosen_places(self) -> tuple[Place, ...]:
        """The chosen cells, line by line."""
        indexes = sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column()))
        return tuple(self.cells.place_of(each) for each in indexes)

    def go_down(self) -> None:
        """Choose the cell below, where only one is chosen."""
        here = self.currentIndex()
        below = here.siblingAtRow(here.row() + 1)
        if below.isValid() and len(self.selectedIndexes()) == 1:
            self.setCurrentIndex(below)

    def set_keys(self, keys: Mapping[str, Callable[[], object]]) -> None:
        """Do something when a letter is pressed."""
        self._keys = {key.upper(): run for key, run in keys.items()}

    def fit(self) -> None:
        """Give heads and columns the room there is, and rows the height of the theme."""
        room = (self._like or self).width()
        beside = 0 if self.side.isHidden() else self._beside(room)
        self.side.setFixedWidth(beside)
        self.side.setDefaultSectionSize(theme.row_height())
        for line, height in enumerate(self._heights[: self.cells.rowCount()]):
            self.setRowHeight(line, theme.scaled(height))
        count = self.cells.columnCount()
        left = room - beside - self.verticalScrollBar().sizeHint().width()
        each = _between(left // max(count, 1), *self._bounds)
        self.horizontalHeader().setDefaultSectionSize(each)
        self.viewport().update()
        self.side.viewport().update()
        self.fitted.emit()

    def _beside(self, room: int) -> int:
        """Room for the heads: as much as they want, but not more than a part of it all."""
        both = (self, *(each for each in (self._like, self._over) if each))
        wanted = max(each.side.wanted for each in both)
        return min(_between(round(room * _SIDE), _SIDE_LEAST, _SIDE_MOST), wanted)

    def stand_over(self, below: CellGrid) -> None:
        """Keep columns and scroll position like those of the grid below, and be its head."""
        self._like, below._over = below, self
        below.horizontalHeader().hide()
        below.fitted.connect(self.fit)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across = self.horizontalScrollBar()
        below.horizontalScrollBar().valueChanged.connect(across.setValue)
        across.valueChanged.connect(below.horizontalScrollBar().setValue)

    @property
    def height_of_all(self) -> int:
        """What the heads and every line need, in pixels."""
        rows = sum(self.rowHeight(line) for line in range(self.cells.rowCount()))
        across = self.horizontalHeader()
        hidden = self.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        wider = across.length() > self.width() - (0 if self.side.isHidden() else self.side.width())
        bar = self.horizontalScrollBar().sizeHint().height() if wider and not hidden else 0
        return rows + across.sizeHint().height() + bar + 2

    # Qt ----------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Room for a dozen columns and lines."""
        return QSize(theme.scaled(700), theme.scaled(300))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters, Delete, Enter, copy and paste; the rest moves and types as in any table."""
        run = self._action(event)
        if run is None:
            super().keyPressEvent(event)
        else:
            run()

    def _action(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.paste
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return lambda: self.cleared.emit(self.chosen_places())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier,
                                      Qt.KeyboardModifier.ShiftModifier)  # fmt: skip
        return self._keys.get(event.text().upper()) if plain and event.text() else None

    def _enter(self) -> None:
        here = self.currentIndex()
        if here.isValid() and self.cells.can_edit:
            self.edit(here)
        elif here.isValid():
            self._open(here)

    def _open(self, index: Index) -> None:
        if index.isValid() and not self.cells.can_edit:
            self.opened.emit(*self.cells.place_of(index))

    def _take(self, index: Index, text: str) -> None:
        """Hand on what was typed, for every cell that is chosen."""
        places = self.chosen_places() or (self.cells.place_of(index),)
        self.typed.emit(dict.fromkeys(places, text))

    # clipboard ---------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the chosen cells on the clipboard under their heads, for a spreadsheet."""
        chosen = self.selectedIndexes()
        if not chosen:
            return
        rows = sorted({each.row() for each in chosen})
        columns = sorted({each.column() for each in chosen})
        lines = [["", *(self.cells.columns[n].text for n in columns)]]
        for row in rows:
            head = self.cells.rows[row]
            texts = (str(self.cells.index(row, n).data() or "") for n in columns)
            lines.append([head.code or head.title, *texts])
        QApplication.clipboard().setText(to_tsv(lines))

    def paste(self) -> None:
        """Take cells from a spreadsheet: by their heads where it brings them, else from here on."""
        cells = from_tsv(QApplication.clipboard().text())
        if not cells or not self.cells.can_edit:
            return
        texts = self._by_heads(cells) or self._from_here(cells)
        if texts:
            self.typed.emit(texts)

    def _by_heads(self, cells: list[list[str]]) -> dict[Place, str]:
        columns = {each.text.casefold(): each.id for each in self.cells.columns}
        over = [columns.get(text.strip().casefold()) for text in cells[0][1:]]
        if not any(over):
            return {}
        rows = {(each.code or each.title).casefold(): each.id for each in self.cells.rows}
        found = {}
        for head, *texts in cells[1:]:
            row = rows.get(head.strip().casefold())
            for column, text in zip(over, texts, strict=False):
                if row and column:
                    found[row, column] = text
        return found

    def _from_here(self, cells: list[list[str]]) -> dict[Place, str]:
        here = self.currentIndex()
        if not here.isValid():
            return {}
        if len(cells) == len(cells[0]) == 1:
            return dict.fromkeys(self.chosen_places(), cells[0][0])
        found = {}
        for down, line in enumerate(cells):
            for across, text in enumerate(line):
                index = here.siblingAtRow(here.row() + down).siblingAtColumn(here.column() + across)
                if index.isValid():
                    found[self.cells.place_of(index)] = text
        return found


def _between(width: int, least: int, most: int) -> int:
    """A width in pixels held between two that are given before scaling."""
    return max(theme.scaled(least), min(width, theme.scaled(most)))
