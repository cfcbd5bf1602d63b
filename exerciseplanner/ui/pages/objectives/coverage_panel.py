"""Which day serves which objective, and below it the injects of the cell chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.domain.injects import INJECT
from exerciseplanner.ui.pages.objectives.heat_map import HeatDelegate, HeatModel, ObjectiveHeader
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.linked_list import Linked, LinkedList
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import line, muted, tight
from exerciseplanner.workspace.queries.objective_plan import Coverage, coverage
from exerciseplanner.workspace.queries.order_of_battle import Related
from exerciseplanner.workspace.queries.records import records

_NAMES = 252
_DAY = 40
_FOOT = 148
_HINT = "Choose a cell to see its injects. Enter opens the first of them."


class CoveragePanel(QWidget):
    """The heat map; arrow keys go from cell to cell."""

    def __init__(self, context: PageContext, *first: ActionSpec) -> None:
        super().__init__()
        self._context = context
        self.model = HeatModel(self)
        self.view = HeatView(self.model, self._open_first)
        self.setFocusProxy(self.view)
        self._title = muted(_HINT)
        self._list = LinkedList("Injects", context.show, detail=self._state, few=60)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._filled())
        self._stack.addWidget(
            EmptyState(
                "This shows on which day injects serve each objective. It needs objectives first.",
                first,
                "table",
            )
        )
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._stack)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_cell())
        context.follow(self, coverage, self._show)

    def select(self, objective_id: str) -> None:
        """Choose the sum of an objective."""
        row = self.model.row_of(objective_id)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row, self.model.columnCount() - 1))

    def injects_shown(self) -> tuple[str, ...]:
        """The ids of the injects of the cell chosen."""
        index = self.view.currentIndex()
        return self.model.injects_at(index) if index.isValid() else ()

    def _filled(self) -> QWidget:
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(20, 8, 16, 8)
        inner.setSpacing(2)
        inner.addWidget(self._title)
        inner.addWidget(self._list)
        inner.addStretch(1)
        foot = QScrollArea()
        foot.setFrameShape(QFrame.Shape.NoFrame)
        foot.setAccessibleName("Injects of the cell chosen")
        foot.setWidgetResizable(True)
        foot.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot.setWidget(inside)
        foot.setFixedHeight(theme.scaled(_FOOT))
        filled = QWidget()
        layout = QVBoxLayout(filled)
        tight(layout)
        layout.addWidget(self.view, 1)
        layout.addWidget(line())
        layout.addWidget(foot)
        return filled

    def _show(self, found: Coverage) -> None:
        index = self.view.currentIndex()
        chosen = self.model.row_at(index).id if index.isValid() else ""
        column = index.column()
        self.model.show_coverage(found)
        self.view.fit()
        row = self.model.row_of(chosen)
        if row is not None and column < self.model.columnCount():
            self.view.setCurrentIndex(self.model.index(row, column))
        self._stack.setCurrentIndex(0 if found.rows else 1)
        self._show_cell()

    def _show_cell(self) -> None:
        index = self.view.currentIndex()
        rows = [
            Related("inject", str(r["id"]), str(r["serial"]), str(r["title"]), str(r["state"]))
            for r in self._injects()
        ]
        said = _HINT
        if index.isValid():
            row = self.model.row_at(index)
            said = f"{row.code}  ·  {self.model.day_text(index.column())}"
            said += "" if rows else "  ·  no inject"
        self._title.setText(said)
        self._list.show_rows(rows)

    def _injects(self) -> list[Mapping[str, object]]:
        found = self._context.ask(records, "inject", self.injects_shown())
        return sorted(found, key=_by_time)

    def _open_first(self) -> None:
        found = self._injects()
        if found:
            self._context.show("inject", str(found[0]["id"]))

    def _state(self, row: Linked) -> str:
        return self._context.vocabulary.text(INJECT.field("state"), row.detail)


class HeatView(QTableView):
    """A table of shaded cells under the days, beside the objectives."""

    def __init__(self, model: HeatModel, opened: Callable[[], object]) -> None:
        super().__init__()
        self._opened = opened
        self.setModel(model)
        self.setItemDelegate(HeatDelegate(self))
        self.setAccessibleName("Injects by objective and day")
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._objectives = ObjectiveHeader(self)
        self._wanted = 0
        self.setVerticalHeader(self._objectives)
        days = self.horizontalHeader()
        days.setHighlightSections(False)
        days.setMinimumSectionSize(24)
        self.activated.connect(lambda _: self._opened())
        theme.changed().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Give lines and columns their sizes at the scale in force."""
        self._wanted = self._objectives.wanted_width()
        self.verticalHeader().setFixedWidth(self._names_width())
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        for column in range(self.model().columnCount()):
            wide = self.model().headerData(column, Qt.Orientation.Horizontal) == "Untimed"
            self.setColumnWidth(column, theme.scaled(62 if wide else _DAY))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give titles the room that days leave."""
        super().resizeEvent(event)
        self.verticalHeader().setFixedWidth(self._names_width())

    def _names_width(self) -> int:
        days = self.model().columnCount() * theme.scaled(_DAY)
        room = max(self.width() - days - theme.scaled(40), theme.scaled(_NAMES))
        return min(room, self._wanted)


def _by_time(row: Mapping[str, object]) -> tuple[bool, int, str]:
    start = row["start"]
    known = isinstance(start, int)
    return (not known, start if isinstance(start, int) else 0, str(row["serial"]))
