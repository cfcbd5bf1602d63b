"""Every unit with its way into the exercise: what it states, edited in place, and the bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from exerciseplanner.domain.force_flow import STATES, in_days
from exerciseplanner.domain.forces import UNIT
from exerciseplanner.ui.pages.forces.flow_painting import paint_axis, paint_way
from exerciseplanner.ui.pages.forces.flow_scale import FlowScale
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.cell_delegate import CellDelegate
from exerciseplanner.ui.widgets.columns import ColumnSpec, column_for
from exerciseplanner.ui.widgets.live_table import Index, LiveTable
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.symbols import symbol_pixmap
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.force_flow import FlowRow, flow_of_units

WAY = "way"
_SYMBOL = 24
_AXIS = 24
_TONES = {"late": "danger", "tight": "warn", "in_time": "ok", "unknown": "muted"}
_ICONS = {"late": "alert-triangle", "tight": "clock"}
_TITLES = {"notice_days": "NTM", "movement_hours": "Move h", "required_by": "Required by"}
_WIDTHS = {"notice_days": 48, "movement_hours": 60, "required_by": 114, "arrival": 126}


class FlowTable(NounTable):
    """The flow as rows; its bars share one scale."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(
            context, "unit", flow_columns(context.vocabulary), flow_of_units, "forces.flow"
        )
        self.scale = FlowScale()
        self.place = [column.name for column in self.model.columns].index(WAY)
        self.view.setItemDelegateForColumn(
            self.place, WayDelegate(self.view, context.vocabulary, self.scale)
        )


class WayDelegate(CellDelegate):
    """Draws the way of a unit as bars."""

    def __init__(self, view: Any, vocabulary: Vocabulary, scale: FlowScale) -> None:
        super().__init__(view, vocabulary)
        self._scale = scale

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of the row, then guides and bars."""
        model = index.model()
        assert isinstance(model, LiveTable)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.token("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.token("hover"))
        paint_way(painter, QRectF(option.rect), self._scale, model.row_at(index))


class FlowAxis(QWidget):
    """The days above the bars, wherever their column stands."""

    def __init__(self, table: FlowTable) -> None:
        super().__init__()
        self._table = table
        self.setAccessibleName("Days from STARTEX over the bars")
        header = table.header
        for signal in (header.sectionResized, header.sectionMoved, header.geometriesChanged):
            signal.connect(lambda *_: self.update())
        table.view.horizontalScrollBar().valueChanged.connect(lambda _: self.update())
        self.setFixedHeight(theme.scaled(_AXIS))

    def sizeHint(self) -> QSize:
        """One line of text."""
        return QSize(100, theme.scaled(_AXIS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the days over the column of bars."""
        header, place = self._table.header, self._table.place
        if header.isSectionHidden(place):
            return
        painter = QPainter(self)
        left = header.sectionViewportPosition(place)
        room = QRectF(left, 0, header.sectionSize(place), self.height())
        paint_axis(painter, room, self._table.scale)
        painter.end()


def flow_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """What a unit states of its way, the bars, which grow, and the time in hand."""
    field = partial(_field, vocabulary)
    name = replace(field("name"), title="Unit", text=_name, picture=_picture, tip=_full)
    return (
        replace(name, width=140, grows=False),
        ColumnSpec("nation", "From", width=52),
        ColumnSpec(
            "people",
            "People",
            text=lambda row: f"{row.people:,}" if row.people else "",
            align="right",
            width=58,
        ),
        field("notice_days"),
        field("movement_hours"),
        field("required_by"),
        ColumnSpec(
            WAY,
            "Days from STARTEX",
            text=lambda row: in_words(row, vocabulary),
            sort=lambda row: row.order,
            tip=lambda row: in_words(row, vocabulary),
            value=lambda row: row.order,
            width=206,
            grows=True,
        ),
        ColumnSpec(
            "in_hand",
            "In hand",
            text=_in_hand,
            sort=lambda row: row.in_hand,
            tone=lambda row: _TONES[row.state] if row.state != "in_time" else "",
            icon=lambda row: _ICONS.get(row.state, ""),
            tip=_in_hand_tip,
            width=116,
        ),
        replace(field("arrival"), shown=False),
        replace(field("departure"), shown=False),
    )


def in_words(row: FlowRow, vocabulary: Vocabulary) -> str:
    """The way of a unit in a few sentences."""
    if row.moves_with:
        return f"{row.name} states nothing itself; it moves with {row.moves_with}."
    if row.order is None and row.there is None:
        return f"{row.name}: neither notice and movement nor an arrival is stated."
    said = [STATES[row.state]]
    for title, at in (
        ("order", row.order),
        ("ready to leave", row.ready),
        ("there", row.there),
        ("required by", row.required_by),
    ):
        if at is not None:
            said.append(f"{title} {vocabulary.planned(at)}")
    return ", ".join(said) + "."


def _in_hand(row: FlowRow) -> str:
    if row.in_hand is None:
        return ""
    said = in_days(abs(row.in_hand))
    return f"{said} late" if row.in_hand < 0 else said


def _in_hand_tip(row: FlowRow) -> str:
    return "" if row.in_hand is None else STATES[row.state]


def _field(vocabulary: Vocabulary, name: str) -> ColumnSpec:
    column = column_for(UNIT.field(name), vocabulary, editable=name != "name")
    title = _TITLES.get(name, column.title)
    return replace(column, title=title, width=_WIDTHS.get(name, column.width))


def _name(row: FlowRow) -> str:
    return row.name


def _full(row: FlowRow) -> str:
    return row.full_name


def _picture(row: FlowRow, ratio: float) -> QPixmap | None:
    return symbol_pixmap(row.symbol, theme.scaled(_SYMBOL), ratio)


def stating(rows: Sequence[FlowRow]) -> list[FlowRow]:
    """The rows that have a way of their own."""
    return [row for row in rows if not row.moves_with and (row.order or row.there) is not None]
