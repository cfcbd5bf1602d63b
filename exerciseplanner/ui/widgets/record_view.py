"""What tables and trees of records have in common: choosing, filtering, counting, copying."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.domain.fields import sentence_case
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.actions import ActionSpec, popup_menu, qt_action
from exerciseplanner.ui.widgets.cell_delegate import CellDelegate
from exerciseplanner.ui.widgets.choosing import chosen_count, chosen_ids, ranges_of
from exerciseplanner.ui.widgets.column_header import ColumnHeader
from exerciseplanner.ui.widgets.inputs import filter_box
from exerciseplanner.ui.widgets.live import Live, LiveQuery
from exerciseplanner.ui.widgets.live_table import LiveTable
from exerciseplanner.ui.widgets.live_tree import LiveTree
from exerciseplanner.ui.widgets.parts import caption, tight
from exerciseplanner.ui.widgets.sifting import Predicate
from exerciseplanner.ui.widgets.tsv_exchange import Adding, TsvExchange
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.query import Query

_ROW = QItemSelectionModel.SelectionFlag.Rows
_NEW = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROW


class RecordView(QWidget):
    """A view of the rows of one query, with its footer and its menu; made by table and tree."""

    chosen = Signal(tuple)
    """The ids of the selected rows, whenever they change; again at a click after coming back."""

    opened = Signal(str)
    """The id of a row that was double-clicked or entered where nothing is edited."""

    rows_changed = Signal()
    """The rows shown are others than before."""

    paste_refused = Signal(str)
    """Why pasted cells were not taken."""

    def __init__(
        self,
        view: QAbstractItemView,
        header: ColumnHeader,
        model: LiveTable | LiveTree,
        live: Live,
        query: Query[..., Any],
        args: tuple[Any, ...],
        *,
        noun: str,
        vocabulary: Vocabulary,
        with_filter: bool,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.view: QAbstractItemView = view
        self.header: QHeaderView = header
        self._header = header
        self.model: LiveTable | LiveTree = model
        self.vocabulary = vocabulary
        self._noun = noun
        self.words = ("row", "rows")
        """What one row and several are called below the rows where they belong to no noun."""
        self.adding: Adding | None = None
        """Makes records of pasted lines; None where rows are not made by pasting."""
        self._own_actions: list[ActionSpec] = []
        self._menu_extra: Callable[[], Sequence[ActionSpec]] | None = None
        self._kept_choice: tuple[str, ...] = ()
        self._told: tuple[str, ...] = ()
        self._is_back = False
        self.live = live
        self.query = LiveQuery(live, self, query, *args)
        self.footer = caption("")
        self.filter_box = filter_box(self) if with_filter else None
        self._set_up_view()
        self._lay_out()
        self._listen(live)

    # for pages ---------------------------------------------------------------------------------

    def ask_again(self, *args: Any) -> None:
        """Ask the query with other arguments from now on."""
        self.query.ask(*args)

    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected rows in the order shown."""
        ids = chosen_ids(self.view.selectionModel(), self.model)
        return self.model.in_shown_order(ids) if len(ids) > 1 else tuple(ids)

    def current_id(self) -> str | None:
        """The id of the row the cursor is in."""
        index = self.view.currentIndex()
        return self.model.id_at(index) if index.isValid() else None

    def select(self, ids: Iterable[str]) -> None:
        """Select these rows and bring the first into sight."""
        found = [(row_id, self.model.index_of(row_id)) for row_id in ids]
        found = [(row_id, index) for row_id, index in found if index.isValid()]
        if found:
            self._bring_into_sight(found[0][0])
            self.view.selectionModel().setCurrentIndex(
                found[0][1].siblingAtColumn(self.header.logicalIndex(0)),
                QItemSelectionModel.SelectionFlag.NoUpdate,
            )
        self.view.selectionModel().select(ranges_of([index for _, index in found]), _NEW)

    def set_filter(self, text: str) -> None:
        """Show only rows that contain every word."""
        self.model.set_filter(text)
        self._count()

    def sort_by(self, name: str, *, descending: bool = False) -> None:
        """Sort by a column."""
        self._header.sort(((name, descending),))

    def set_predicate(self, predicate: Predicate | None) -> None:
        """Show only rows for which the predicate is true."""
        self.model.set_predicate(predicate)
        self._count()

    def rows_shown(self) -> Sequence[Any]:
        """The rows that pass the filter, in the order shown."""
        return self.model.shown()

    def selected_rows(self) -> tuple[Any, ...]:
        """The selected rows in the order shown."""
        ids = self.selected_ids()
        return tuple(self.model.row_at(self.model.index_of(row_id)) for row_id in ids)

    def add_actions(self, specs: Iterable[ActionSpec]) -> None:
        """Put actions into the context menu; their shortcuts work while the view has focus."""
        for spec in specs:
            self._own_actions.append(spec)
            if spec.shortcut:
                made = qt_action(spec, self.view)
                made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                self.view.addAction(made)

    def set_menu(self, extra: Callable[[], Sequence[ActionSpec]]) -> None:
        """More actions for the context menu, made anew each time it opens."""
        self._menu_extra = extra

    def set_empty(self, widget: QWidget) -> None:
        """Show this instead while the query has no rows at all."""
        self._pages.addWidget(widget)
        self._count()

    def showEvent(self, event: QShowEvent) -> None:
        """The selection is as it was left, while the inspector has gone on to other things."""
        self._is_back = True
        super().showEvent(event)

    # inside ------------------------------------------------------------------------------------

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(CellDelegate(view, self.vocabulary))
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setAccessibleName(sentence_case(NOUNS[self._noun].plural) if self._noun else "Rows")
        self.setFocusProxy(view)
        self.exchange = TsvExchange(self)
        for keys, run in (
            (QKeySequence.StandardKey.Copy, self.exchange.copy),
            (QKeySequence.StandardKey.Paste, self.exchange.paste),
            (QKeySequence("Ctrl+Shift+V"), self.exchange.paste_new),
            (Qt.Key.Key_Return, self._enter),
            (Qt.Key.Key_Enter, self._enter),
        ):
            action = QAction(view)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(run)
            view.addAction(action)

    def _lay_out(self) -> None:
        filled = QWidget()
        layout = QVBoxLayout(filled)
        tight(layout)
        if self.filter_box:
            above = QHBoxLayout()
            above.setContentsMargins(12, 8, 12, 8)
            above.addWidget(self.filter_box)
            layout.addLayout(above)
        layout.addWidget(self.view, 1)
        below = QHBoxLayout()
        below.setContentsMargins(12, 4, 12, 4)
        below.addWidget(self.footer)
        below.addStretch(1)
        layout.addLayout(below)
        self._pages = QStackedLayout(self)
        tight(self._pages)
        self._pages.addWidget(filled)

    def _listen(self, live: Live) -> None:
        self.query.answered.connect(self._show)
        self._header.sorted_by.connect(self.model.set_sorting)
        self.model.modelAboutToBeReset.connect(self._keep_choice)
        self.model.modelReset.connect(self._restore_choice)
        self.model.rowsRemoved.connect(self._tell)
        self.view.selectionModel().selectionChanged.connect(self._tell)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.doubleClicked.connect(self._double_clicked)
        self.view.clicked.connect(self._clicked)
        self.exchange.refused.connect(self.paste_refused)
        theme.changed().changed.connect(self._restyle)
        if self.filter_box:
            self.filter_box.textChanged.connect(self.set_filter)

    def _show(self, rows: Sequence[Any]) -> None:
        self.model.set_rows(rows)
        self._count()
        self.rows_changed.emit()

    def _restyle(self) -> None:
        self.view.viewport().update()

    def _keep_choice(self) -> None:
        self._kept_choice = self.selected_ids()

    def _restore_choice(self) -> None:
        if self._kept_choice:
            self.select(self._kept_choice)

    def _bring_into_sight(self, row_id: str) -> None:
        self.view.scrollTo(self.model.index_of(row_id))

    def _tell(self) -> None:
        ids = self.selected_ids()
        self._count()
        if ids != self._told:
            self._told, self._is_back = ids, False
            self.chosen.emit(ids)

    def _count(self) -> None:
        every, shown = len(self.model.rows()), self._shown_count()
        noun = NOUNS[self._noun] if self._noun else None
        one, many = (noun.singular, noun.plural) if noun else self.words
        word = one if every == 1 else many
        parts = [f"{every:,} {word}" if shown == every else f"{shown:,} of {every:,} {word}"]
        selected = chosen_count(self.view.selectionModel())
        if selected > 1:
            parts.append(f"{selected:,} selected")
        self.footer.setText("  ·  ".join(parts))
        empty = not every and not self.query.is_stale
        self._pages.setCurrentIndex(1 if empty and self._pages.count() > 1 else 0)

    def _shown_count(self) -> int:
        return self.model.hits if isinstance(self.model, LiveTree) else len(self.model.shown())

    def _clicked(self, index: Any) -> None:
        if self._is_back and self._told == (self.model.id_at(index),):
            self.chosen.emit(self._told)
        self._is_back = False

    def _double_clicked(self, index: Any) -> None:
        if not self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(self.model.id_at(index))

    def _enter(self) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        if self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.view.edit(index)
        else:
            self.opened.emit(self.model.id_at(index))

    def _open_menu(self, point: QPoint) -> None:
        extra = list(self._menu_extra()) if self._menu_extra else []
        specs = [*self._own_actions, *extra, *self.exchange.actions()]
        popup_menu(self, specs).popup(self.view.viewport().mapToGlobal(point))
