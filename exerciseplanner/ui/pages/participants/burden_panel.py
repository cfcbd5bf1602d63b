"""Burden: bars of one measure by participant, and below them the whole as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from exerciseplanner.ui.pages.participants.burden_columns import bearing, offered_tip
from exerciseplanner.ui.pages.participants.cell_grid import CellGrid
from exerciseplanner.ui.pages.participants.grid_model import Cell, ColumnHead, RowHead
from exerciseplanner.ui.widgets.flow import FlowLayout
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import ignoring_arguments, muted, row, tight
from exerciseplanner.workspace.queries.burden import BurdenLine, burden_list


class Measure(NamedTuple):
    """Something that can be compared between participants; resources are also asked for."""

    name: str
    title: str
    value: Callable[[BurdenLine], float]
    is_resource: bool = False


MEASURES = (
    Measure("people", "People", lambda row: bearing(row, "people").offered, True),
    Measure("days", "Days", lambda row: bearing(row, "days").offered, True),
    Measure("assets", "Assets", lambda row: bearing(row, "assets").offered, True),
    Measure("money", "Money (k EUR)", lambda row: bearing(row, "money").offered, True),
    Measure("units", "Units", lambda row: row.units),
    Measure("present", "ORBAT", lambda row: row.present),
    Measure("injects", "Injects", lambda row: row.injects),
    Measure("hours", "Inject-hours", lambda row: row.hours),
)
_NOTHING = {
    True: "Nobody is asked for this yet. A contribution says what is asked of a participant and "
    "what it offers.",
    False: "Nobody has any yet.",
}


class BurdenPanel(QWidget):
    """Chips choose what the bars show; the line on a bar is what was asked."""

    def __init__(self, context: PageContext, table: NounTable) -> None:
        super().__init__()
        self.table = table
        self.measure = MEASURES[0]
        self._rows: Sequence[BurdenLine] = ()
        self.bars = CellGrid("Burden by participant", narrowest=36, heights=(118,))
        self.bars.verticalHeader().hide()
        self.bars.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bars.fitted.connect(lambda: self.bars.setFixedHeight(self.bars.height_of_all))
        self._said = muted("")
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        tight(above)
        self._nothing = muted("")
        self._nothing.setContentsMargins(20, 4, 16, 16)
        self._held = row(self.bars, margins=(16, 0, 0, 0))
        above.addWidget(self._chips())
        above.addWidget(self._nothing)
        above.addWidget(self._held)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._above)
        layout.addWidget(table, 1)
        self.bars.chosen.connect(
            lambda places: self.table.select([party for _, party in places]) if places else None
        )
        context.follow(self, burden_list, self._show)

    def show_measure(self, measure: Measure) -> None:
        """Compare participants by another measure."""
        self.measure = measure
        self._show(self._rows)

    def _chips(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(20, 0, 16, 4)
        inside = QWidget()
        chips = FlowLayout(inside)
        chips.setSpacing(4)
        group = QButtonGroup(self)
        for each in MEASURES:
            made = QPushButton(each.title)
            made.setObjectName(f"measure-{each.name}")
            made.setProperty("chip", True)
            made.setCheckable(True)
            made.setChecked(each is self.measure)
            made.clicked.connect(ignoring_arguments(partial(self.show_measure, each)))
            group.addButton(made)
            chips.addWidget(made)
        line.addWidget(inside, 1)
        line.addWidget(self._said)
        return holder

    def _show(self, rows: Sequence[BurdenLine]) -> None:
        self._rows = rows
        measure = self.measure
        ordered = sorted(rows, key=lambda row: (-_height(row, measure), row.code))
        most = max((_height(row, measure) for row in rows), default=0.0) or 1.0
        by_id = {row.id: row for row in rows}
        columns = [ColumnHead(row.id, row.code, row.name, _tone(row, measure)) for row in ordered]
        self.bars.show_cells(
            [RowHead(measure.name, "", measure.title)],
            columns,
            lambda _, party: _cell(by_id[party], measure, most),
        )
        stated = any(_height(row, measure) for row in rows)
        self._held.setVisible(stated)
        self._nothing.setVisible(not stated)
        self._nothing.setText(_NOTHING[measure.is_resource])
        self._said.setText(_summary(rows, measure) if stated else "")
        self._above.setVisible(bool(rows))


def _height(row: BurdenLine, measure: Measure) -> float:
    asked = bearing(row, measure.name).asked if measure.is_resource else 0
    return max(measure.value(row), asked)


def _tone(row: BurdenLine, measure: Measure) -> str:
    return "danger" if measure.is_resource and bearing(row, measure.name).is_short else ""


def _cell(row: BurdenLine, measure: Measure, most: float) -> Cell:
    value = measure.value(row)
    text = f"{value:,.0f}" if _height(row, measure) else ""
    if not measure.is_resource:
        return Cell(text, "", f"{row.name}, {measure.title}: {value:,.0f}", bar=value / most)
    found = bearing(row, measure.name)
    return Cell(
        text,
        _tone(row, measure),
        offered_tip(row, measure.name),
        bar=value / most,
        mark=found.asked / most if found.asked and found.asked != found.offered else None,
    )


def _summary(rows: Sequence[BurdenLine], measure: Measure) -> str:
    whole = sum(measure.value(row) for row in rows)
    if not measure.is_resource:
        return f"{whole:,.0f} in all"
    asked = sum(bearing(row, measure.name).asked for row in rows)
    return f"{whole:,.0f} offered of {asked:,} asked (line)"
