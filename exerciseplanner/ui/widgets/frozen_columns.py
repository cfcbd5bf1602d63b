"""Columns that stay at the left of a table while the others move beneath them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.column_header import ColumnHeader


class FrozenColumns(QTableView):
    """Lies over the left of a table, shares its rows and its selection, and edits in its place."""

    def __init__(self, table: QTableView, header: ColumnHeader) -> None:
        super().__init__(table)
        self._table = table
        self._header = header
        self._count = 0
        self.setObjectName("Frozen")
        self.setFocusProxy(table)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(table.editTriggers())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.hide()

    def attach(self, own: ColumnHeader) -> None:
        """Begin to share, once the table has its model; `own` is the header above the columns."""
        table, header = self._table, self._header
        self.setHorizontalHeader(own)
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        own.setSectionsMovable(False)
        own.setStretchLastSection(False)
        own.sorted_by.connect(header.sort)
        header.sorted_by.connect(own.show_sorting)
        own.customContextMenuRequested.disconnect()
        own.customContextMenuRequested.connect(header.open_menu)
        header.frozen_changed.connect(self.freeze)
        header.sectionMoved.connect(self._arrange)
        header.sectionResized.connect(self._arrange)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        self.doubleClicked.connect(table.doubleClicked)
        self.customContextMenuRequested.connect(table.customContextMenuRequested)
        table.installEventFilter(self)

    @property
    def count(self) -> int:
        """How many columns stay."""
        return self._count

    def holds(self, column: int) -> bool:
        """Whether a column (by its place in the model) is one of those that stay."""
        return self._count > 0 and self._header.visualIndex(column) < self._count

    def freeze(self, count: int) -> None:
        """Keep the first so many columns in sight; none lets all of them move."""
        self._count = count
        self.setVisible(count > 0)
        self._arrange()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the size of the table."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._place()
        return False

    def _arrange(self) -> None:
        if not self._count:
            return
        own = self.horizontalHeader()
        for visual in range(self._header.count()):
            logical = self._header.logicalIndex(visual)
            own.moveSection(own.visualIndex(logical), visual)
            stays = visual < self._count and not self._header.isSectionHidden(logical)
            self.setColumnHidden(logical, not stays)
            if stays:
                self.setColumnWidth(logical, self._header.sectionSize(logical))
        self._place()

    def _place(self) -> None:
        if not self._count:
            return
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        height = self._table.viewport().height() + self._header.height()
        edge = self._table.frameWidth()
        self.setGeometry(edge, edge, self.horizontalHeader().length() + 1, height)


class FreezableTable(QTableView):
    """A table that edits and scrolls with regard to its frozen columns."""

    frozen: FrozenColumns | None = None

    def edit(self, *args: Any) -> Any:
        """Edit where the cell is seen: in the frozen columns if it is one of theirs."""
        frozen = self.frozen
        if frozen is not None and frozen.holds(args[0].column()):
            return frozen.edit(*args)
        return super().edit(*args)

    def scrollTo(  # noqa: N802  Qt's name
        self,
        index: Any,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, and out from under the frozen columns."""
        frozen = self.frozen
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if frozen is None or not frozen.count:
            return
        if frozen.holds(index.column()):
            bar.setValue(before)
            return
        hidden = frozen.horizontalHeader().length() - self.visualRect(index).left()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)
