"""The numbers of a chart as a table, one key away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.clipboard import to_tsv
from exerciseplanner.ui.widgets.dialogs import Dialog

KEY = "T"
HINT = f"{KEY} shows the numbers as a table."
_WIDTH, _HEIGHT, _MOST = 560, 380, 3


class Numbers(NamedTuple):
    """What a chart shows, in cells: the first of a line is its name."""

    heads: Sequence[str]
    lines: Sequence[Sequence[str]]


def offer_numbers(chart: QWidget, numbers: Callable[[], Numbers]) -> None:
    """Show the numbers of a chart when the key is pressed while it has the focus."""
    made = QAction("Numbers as a table", chart)
    made.setShortcut(QKeySequence(KEY))
    made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    made.triggered.connect(lambda: NumbersDialog(chart, chart.accessibleName(), numbers()).open())
    chart.addAction(made)


class NumbersDialog(Dialog):
    """The numbers under the name of their chart, to be read or copied."""

    def __init__(self, parent: QWidget | None, title: str, numbers: Numbers) -> None:
        super().__init__(parent, title, _WIDTH)
        self._numbers = numbers
        self.table = QTableWidget(len(numbers.lines), len(numbers.heads))
        self.table.setHorizontalHeaderLabels(list(numbers.heads))
        self.table.setAccessibleName(title)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setMinimumHeight(theme.scaled(_HEIGHT))
        for place, line in enumerate(numbers.lines):
            for column, text in enumerate(line):
                self.table.setItem(place, column, _cell(text, is_name=not column))
        self._fit()
        self.content.addWidget(self.table)
        self.add_button("Copy", self.copy)
        self.add_button("Close", primary=True)
        self.table.setCurrentCell(0, 0)
        self.table.setFocus()

    def copy(self) -> None:
        """Put everything on the clipboard, for a spreadsheet."""
        heads, lines = self._numbers
        QApplication.clipboard().setText(to_tsv([list(heads), *map(list, lines)]))

    def _fit(self) -> None:
        down, across = self.table.verticalHeader(), self.table.horizontalHeader()
        down.hide()
        down.setDefaultSectionSize(theme.row_height())
        self.table.resizeColumnsToContents()
        if self.table.columnCount() <= _MOST:
            across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _cell(text: str, *, is_name: bool) -> QTableWidgetItem:
    made = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignRight
    made.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return made
