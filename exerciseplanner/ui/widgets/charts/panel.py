"""A chart in its card, with its numbers as a table one key away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.charts.chart import Chart
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.parts import Card, flat_button, heading, muted

_ROWS = 12


class ChartPanel(Card):
    """Title, a remark, the chart; T or the button shows the numbers instead."""

    def __init__(
        self, title: str, chart: Chart, remark: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.chart = chart
        self._table = QTableWidget()
        self._table.setAccessibleName(f"{title}, as a table")
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(chart)
        self._stack.addWidget(self._table)
        self._switch = flat_button("table", "As a table (T)", self.toggle)
        top = QHBoxLayout()
        top.addWidget(heading(title))
        top.addStretch(1)
        top.addWidget(self._switch)
        self.content.addLayout(top)
        self._remark = muted(remark, wrap=True)
        self._remark.setVisible(bool(remark))
        self.content.addWidget(self._remark)
        self.content.addWidget(self._stack)
        key = QAction(self)
        key.setShortcut(QKeySequence(Qt.Key.Key_T))
        key.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.triggered.connect(self.toggle)
        self.addAction(key)

    def set_remark(self, text: str) -> None:
        """Say something under the title."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    @property
    def shows_table(self) -> bool:
        """Whether the numbers are shown instead of the chart."""
        return self._stack.currentIndex() == 1

    def toggle(self) -> None:
        """From the chart to its numbers and back."""
        to_table = not self.shows_table
        if to_table:
            self._fill()
        self._stack.setCurrentIndex(1 if to_table else 0)
        self._switch.setIcon(icon("chart-bar" if to_table else "table", "muted"))
        self._switch.setToolTip("As a chart (T)" if to_table else "As a table (T)")
        (self._table if to_table else self.chart).setFocus()

    def _fill(self) -> None:
        titles, rows = self.chart.table()
        self._table.setColumnCount(len(titles))
        self._table.setHorizontalHeaderLabels(list(titles))
        self._table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            self._table.setRowHeight(place, theme.row_height())
            for across, text in enumerate(row):
                item = QTableWidgetItem(text)
                if across:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self._table.setItem(place, across, item)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        shown = min(_ROWS, len(rows)) + 1
        self._table.setMinimumHeight(shown * theme.row_height() + 8)
