"""A grid with a line above it, and a sentence in its place while there is nothing to show."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from exerciseplanner.ui.pages.participants.cell_grid import CellGrid
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import tight


class GridPanel(QWidget):
    """Shows `filled` or `empty`; a filter hides the lines that do not contain every word."""

    def __init__(self, context: PageContext, grid: CellGrid, empty: EmptyState) -> None:
        super().__init__()
        self.context = context
        self.grid = grid
        self._words: tuple[str, ...] = ()
        self._empty = empty
        self._pages = QStackedWidget()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._pages)

    def fill(self, *parts: QWidget, stretched: QWidget) -> None:
        """Lay these out one below the other; one of them takes the room that is left."""
        filled = QWidget()
        layout = QVBoxLayout(filled)
        tight(layout)
        for part in parts:
            layout.addWidget(part, 1 if part is stretched else 0)
        self._pages.addWidget(filled)
        self._pages.addWidget(self._empty)

    def show_filled(self, filled: bool) -> None:
        """Show the grid, or what to do where there is none."""
        self._pages.setCurrentIndex(0 if filled else 1)
        self._sift()

    def set_filter(self, text: str) -> None:
        """Show only lines that contain every word."""
        self._words = tuple(text.casefold().split())
        self._sift()

    def _sift(self) -> None:
        for number, row in enumerate(self.grid.cells.rows):
            said = f"{row.code} {row.title} {row.summary}".casefold()
            self.grid.setRowHidden(number, not all(word in said for word in self._words))
