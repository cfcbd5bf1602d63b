"""Authorities as a table, and below it where every participant stands on each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from exerciseplanner.domain.legal import POSITIONS
from exerciseplanner.ui.pages.participants.cell_grid import CellGrid
from exerciseplanner.ui.pages.participants.grid_model import Cell, ColumnHead, Place, RowHead
from exerciseplanner.ui.pages.participants.mark_bar import Mark, MarkBar
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import tight
from exerciseplanner.workspace.operations.partnership import set_positions
from exerciseplanner.workspace.queries.legal_view import SETTLED, PositionView, position_view

_LETTERS = {
    "held": ("H", "ok"),
    "lacking": ("L", "danger"),
    "consent_needed": ("C", "warn"),
    "consent_given": ("G", "ok"),
    "consent_refused": ("R", "danger"),
}
MARKS = tuple(Mark(code, _LETTERS[code][0], word, _LETTERS[code][1]) for code, word in POSITIONS)
_WORDS = dict(POSITIONS)


class LegalPanel(QWidget):
    """Choosing in the table chooses the line of the grid; letters set the cells chosen there."""

    def __init__(self, context: PageContext, table: NounTable) -> None:
        super().__init__()
        self._context = context
        self.table = table
        self.grid = CellGrid("Positions of participants on authorities")
        self._view: PositionView | None = None
        self.bar = MarkBar(
            MARKS, self.give, enabled=not context.read_only, warning="Needed, not settled"
        )
        self.bar.setContentsMargins(20, 4, 16, 4)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        tight(below)
        below.addWidget(self.bar)
        below.addWidget(self.grid, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(table)
        split.addWidget(self._below)
        split.setSizes([300, 300])
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(split)
        if not context.read_only:
            self.grid.set_keys({mark.letter: partial(self.give, mark.code) for mark in MARKS})
            self.grid.cleared.connect(lambda places: self.give(""))
        self.grid.chosen.connect(self._inspect)
        table.chosen.connect(self._bring_into_sight)
        context.follow(self, position_view, self._show)

    def give(self, position: str) -> None:
        """Give the chosen cells a position; an empty one withdraws it."""
        places = self.grid.chosen_places()
        if places:
            self._context.do(set_positions, places, position)
            self._inspect(places)

    def _show(self, found: PositionView) -> None:
        self._view = found
        names = {each.id: each.name for each in found.participants}
        titles = {each.id: f"{each.code} {each.title}".strip() for each in found.authorities}

        def at(authority: str, party: str) -> Cell:
            place = authority, party
            head = f"{titles[authority]}, {names[party]}"
            row = found.rows.get(place)
            needed = place in found.needed
            why = "; an inject that needs it addresses its units" if needed else ""
            if row is None:
                text, tone = ("▲", "danger") if needed else ("", "")
                return Cell(text, tone, f"{head}: nothing stated{why}")
            letter, tone = _LETTERS.get(row.position, ("?", "muted"))
            is_open = needed and row.position not in SETTLED
            said = f"{head}: {_WORDS.get(row.position, row.position)}{why}"
            said += f". Condition: {row.condition}" if row.condition else ""
            return Cell(f"{letter} ▲" if is_open else letter, tone, said)

        lines = [RowHead(each.id, each.code, each.title) for each in found.authorities]
        columns = [ColumnHead(each.id, each.code, each.name) for each in found.participants]
        self.grid.show_cells(lines, columns, at)
        self._below.setVisible(bool(lines and columns))

    def _bring_into_sight(self, ids: tuple[str, ...]) -> None:
        if self._view and ids and self._view.participants:
            index = self.grid.cells.index_of((ids[0], self._view.participants[0].id))
            if index.isValid():
                self.grid.scrollTo(index)
                QTimer.singleShot(0, self.grid, lambda: self._mark_lines(ids))

    def _mark_lines(self, ids: tuple[str, ...]) -> None:
        """Set the heads of the lines in bold that the table has chosen."""
        cells = self.grid.cells
        cells.rows = [each._replace(strong=each.id in ids) for each in cells.rows]
        self.grid.side.viewport().update()

    def _inspect(self, places: tuple[Place, ...]) -> None:
        rows = self._context.ask(position_view).rows
        ids = tuple(rows[place].id for place in places if place in rows)
        if ids:
            self._context.inspect("authority_position", ids)
        elif places:
            self._context.inspect("authority", tuple(dict.fromkeys(each[0] for each in places)))
