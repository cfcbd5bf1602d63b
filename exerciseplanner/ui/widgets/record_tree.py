"""A tree of records: as the table, with parts below what they are part of, and dragging."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from exerciseplanner.ui.widgets import icons, theme
from exerciseplanner.ui.widgets.column_header import ColumnHeader
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.live import Live
from exerciseplanner.ui.widgets.live_table import Commit
from exerciseplanner.ui.widgets.live_tree import LiveTree
from exerciseplanner.ui.widgets.record_view import RecordView
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.query import Query

_CHEVRON = 14
_OPENED = 300
"""Hits of a filter up to which every branch above them is opened."""


class BranchView(QTreeView):
    """A tree view whose branches are chevrons of the icon set."""

    def drawBranches(self, painter: QPainter, rect: QRect, index: Any) -> None:
        """A chevron where there is something below."""
        if self.selectionModel().isSelected(index):
            painter.fillRect(rect, theme.token("selection"))
        if not index.model().hasChildren(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        pixmap = icons.pixmap(name, "muted", _CHEVRON, self.devicePixelRatioF())
        left = rect.right() - self.indentation() + (self.indentation() - _CHEVRON) // 2 + 1
        painter.drawPixmap(left, rect.top() + (rect.height() - _CHEVRON) // 2, pixmap)


class RecordTree(RecordView):
    """The rows of a query as a tree that keeps itself true.

    `parent_of` gives the id of what a row is part of. With `movable`, rows can be dragged and
    `rows_dropped` says where to; whoever listens moves them.
    """

    rows_dropped = Signal(object, object, str)
    """Ids, the id of the target or None for the top, and into, before or after."""

    def __init__(
        self,
        live: Live,
        columns: Sequence[ColumnSpec],
        query: Query[..., Any],
        *args: Any,
        name: str,
        vocabulary: Vocabulary,
        parent_of: Callable[[Any], str | None],
        noun: str = "",
        commit: Commit | None = None,
        settings: Settings | None = None,
        movable: bool = False,
        with_filter: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._tree = BranchView()
        header = ColumnHeader(columns, name, settings, self._tree)
        model = LiveTree(columns, parent_of, commit=commit, movable=movable, parent=self._tree)
        self._expanded: set[str] = set()
        self._by_filter = False
        self._tree.setHeader(header)
        self._tree.setUniformRowHeights(True)
        self._tree.setExpandsOnDoubleClick(False)
        self._tree.setAnimated(False)
        self._tree.setIndentation(theme.scaled(20))
        if movable:
            self._tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self._tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        super().__init__(
            self._tree,
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
        self._tree_model = model
        model.dropped.connect(self.rows_dropped)
        self._tree.expanded.connect(self._remember_open)
        self._tree.collapsed.connect(self._remember_closed)
        header.restore()

    def expand_all(self) -> None:
        """Open every branch."""
        self._tree.expandAll()
        self._expanded = self._tree_model.parents()

    def collapse_all(self) -> None:
        """Close every branch."""
        self._tree.collapseAll()
        self._expanded.clear()

    def expand_to_depth(self, depth: int) -> None:
        """Open branches down to a depth; 0 opens the top ones."""
        self._tree.expandToDepth(depth)

    def expand_to(self, row_id: str) -> None:
        """Open everything above a row."""
        index = self._tree_model.index_of(row_id).parent()
        while index.isValid():
            self._tree.expand(index)
            index = index.parent()

    def set_filter(self, text: str) -> None:
        """Show only rows that contain every word, with the branches above them open."""
        super().set_filter(text)
        if text.strip():
            self.open_hits()

    def open_hits(self) -> None:
        """Open the branches above what a filter has found, where that is little, for the while."""
        if self._tree_model.hits <= _OPENED:
            self._by_filter = True
            self._tree.expandAll()
            self._by_filter = False

    def _bring_into_sight(self, row_id: str) -> None:
        self.expand_to(row_id)
        super()._bring_into_sight(row_id)

    def _restore_choice(self) -> None:
        self._by_filter = True
        if self._expanded >= self._tree_model.parents():
            self._tree.expandAll()
        else:
            for row_id in self._expanded:
                index = self._tree_model.index_of(row_id)
                if index.isValid():
                    self._tree.expand(index)
        self._by_filter = False
        super()._restore_choice()

    def _remember_open(self, index: QModelIndex) -> None:
        if not self._by_filter:
            self._expanded.add(self._tree_model.id_at(index))

    def _remember_closed(self, index: QModelIndex) -> None:
        if not self._by_filter:
            self._expanded.discard(self._tree_model.id_at(index))
