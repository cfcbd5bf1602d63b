"""The table of assessed subjects; charts give way where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from exerciseplanner.ui.pages.readiness import subject_model as columns
from exerciseplanner.ui.pages.readiness.subject_delegate import SubjectDelegate
from exerciseplanner.ui.pages.readiness.subject_model import SubjectModel
from exerciseplanner.ui.widgets import theme

_WIDTHS = {columns.GRADE: 72, columns.DISTRIBUTION: 150, columns.INTERVAL: 130, columns.RATED: 76}
_SPARED = {columns.INTERVAL: 560, columns.DISTRIBUTION: 440}
"""Columns that leave their room to the subject where the table is narrower than so many pixels."""


class SubjectTable(QTableView):
    """One subject a line, one line chosen at a time."""

    def __init__(self, model: SubjectModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(SubjectDelegate(self))
        self.setAccessibleName("Assessed subjects")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(34))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(columns.SUBJECT, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, theme.scaled(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the subject room to be read."""
        super().resizeEvent(event)
        for column, least in _SPARED.items():
            self.setColumnHidden(column, self.width() < theme.scaled(least))
