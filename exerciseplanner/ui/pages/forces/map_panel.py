"""The order of battle on the map; the map is made when it is first looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from exerciseplanner.ui.pages.forces.sifted_view import SiftedView
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import tight
from exerciseplanner.workspace.queries.unit_map import MapUnit, unit_map

if TYPE_CHECKING:
    from exerciseplanner.ui.pages.forces.map_board import MapBoard


class MapPanel(SiftedView):
    """A view of the page like the others: only units that are found are shown, and chosen in it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._waiting: tuple[str, ...] = ()
        self._board: MapBoard | None = None
        self._pages = QStackedWidget()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._pages)

    @property
    def board(self) -> MapBoard:
        """The map with what stands around it."""
        if self._board is None:
            from exerciseplanner.ui.pages.forces.map_board import MapBoard

            self._board = made = MapBoard(self._context)
            made.chosen.connect(self.chosen)
            made.opened.connect(self.opened)
            made.sift(self._words, self._predicate)
            made.select(self._waiting)
            self._pages.insertWidget(0, made)
            self._pages.setCurrentIndex(0)
            self.setFocusProxy(made.map)
            self._context.follow(self, unit_map, self._show)
        return self._board

    def select(self, ids: Sequence[str]) -> None:
        """Choose units and bring them into sight, on the map or in the list beside it."""
        self._waiting = tuple(ids)
        if self._board is not None:
            self._board.select(ids)

    def selected_ids(self) -> tuple[str, ...]:
        """The units chosen."""
        return tuple(row.id for row in self.selected_rows())

    def selected_rows(self) -> tuple[MapUnit, ...]:
        """The rows of the units chosen."""
        return self._board.selected_rows() if self._board is not None else ()

    def set_empty(self, widget: QWidget) -> None:
        """Show this where there are no units."""
        self._pages.addWidget(widget)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the map."""
        _ = self.board
        super().showEvent(event)

    def _sift(self) -> None:
        if self._board is not None:
            self._board.sift(self._words, self._predicate)

    def _show(self, rows: Sequence[MapUnit]) -> None:
        self.board.show_units(rows)
        self._pages.setCurrentIndex(0 if rows or self._pages.count() == 1 else 1)
