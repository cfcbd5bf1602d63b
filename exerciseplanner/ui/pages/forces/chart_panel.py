"""The order of battle as a chart, with what it shows and how far it is opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.domain.orbat_command import in_force, moments
from exerciseplanner.ui.pages.forces.chart_entries import Shown, entry_of, side_titles
from exerciseplanner.ui.pages.forces.columns import tree_columns
from exerciseplanner.ui.pages.forces.placing import dropped
from exerciseplanner.ui.pages.forces.sifted_view import SiftedView
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.actions import ActionSpec, popup_menu, qt_action
from exerciseplanner.ui.widgets.figures import share_text
from exerciseplanner.ui.widgets.flow import FlowLayout
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.orbat_chart import OrbatChart
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import caption, flat_button, row, tight
from exerciseplanner.ui.widgets.settings import WANTED_DOCUMENT
from exerciseplanner.ui.widgets.sifting import Haystacks, matching
from exerciseplanner.workspace.operations.order_of_battle import subordinate_units
from exerciseplanner.workspace.queries.forces import CommandRelationRow, command_relations
from exerciseplanner.workspace.queries.order_of_battle import ForceRow, order_of_battle

_LEVELS = 8
_SETTING = "forces.chart"


class ChartPanel(SiftedView):
    """The chart with its tools; units found by the filter stand out, all others step back."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._rows: dict[str, ForceRow] = {}
        self._relations: Sequence[CommandRelationRow] = ()
        self._stacks = Haystacks(tree_columns(context.vocabulary))
        self._actions: list[ActionSpec] = []
        self.chart = OrbatChart(movable=not context.read_only)
        self.structure = _chooser("Structure")
        self.side = _chooser("Side")
        self.levels = _chooser("Levels shown")
        self.nation = self._option("Nation", "nation")
        self.strength = self._option("Strength", "strength")
        self.footer = caption("")
        self._zoom = caption("")
        self._pages = QStackedWidget()
        self._lay_out()
        self._listen()

    # as the other views of the page ------------------------------------------------------------

    def select(self, ids: Sequence[str]) -> None:
        """Choose units and bring the first into sight, on whatever side it is."""
        if ids and not self.chart.branching.is_on_show(ids[0]):
            self.side.setCurrentIndex(0)
            self._draw()
        self.chart.select(ids)

    def selected_ids(self) -> tuple[str, ...]:
        """The units chosen."""
        return self.chart.chosen_ids()

    def selected_rows(self) -> tuple[ForceRow, ...]:
        """The rows of the units chosen."""
        return tuple(self._rows[unit] for unit in self.selected_ids())

    def add_actions(self, specs: Iterable[ActionSpec]) -> None:
        """Put actions into the context menu; their shortcuts work while the chart has focus."""
        for spec in specs:
            self._actions.append(spec)
            if spec.shortcut:
                made = qt_action(spec, self.chart)
                made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                self.chart.addAction(made)

    def menu_specs(self) -> list[ActionSpec]:
        """What the context menu offers for the unit with the cursor."""
        chart = self.chart
        unit = chart.state.current
        if not unit:
            return self._actions
        leads = chart.branching.leads(unit)
        said = "Close branch" if leads and chart.is_open(unit) else "Open branch"
        return [
            ActionSpec("chart.show", "Show in order of battle", lambda: self.opened.emit(unit)),
            ActionSpec(
                "chart.toggle", said, lambda: chart.toggle(unit), enabled_when=lambda: leads
            ),
            *self._actions,
        ]

    def set_empty(self, widget: QWidget) -> None:
        """Show this where there are no units."""
        self._pages.addWidget(widget)
        self._choose_page()

    # inside ------------------------------------------------------------------------------------

    def _option(self, title: str, name: str) -> QCheckBox:
        box = QCheckBox(title)
        box.setChecked(bool(self._context.settings.get(f"{_SETTING}/{name}", True)))
        box.toggled.connect(lambda on: self._context.settings.put(f"{_SETTING}/{name}", on))
        box.toggled.connect(lambda _: self._draw())
        return box

    def _lay_out(self) -> None:
        chart = self.chart
        choices = QWidget()
        choosing = FlowLayout(choices)
        choosing.setSpacing(8)
        for each in (self.structure, self.side, self.levels, self.nation, self.strength):
            choosing.addWidget(each)
        tools = QHBoxLayout()
        tools.setContentsMargins(20, 0, 16, 4)
        tools.addWidget(choices, 1)
        tools.addWidget(
            row(
                self._zoom,
                flat_button("zoom-out", "Smaller (minus)", chart.zoom_out),
                flat_button("zoom-in", "Larger (plus)", chart.zoom_in),
                flat_button("maximize", "Fit all (0)", chart.fit),
                flat_button("printer", "Show as it is printed", self._print),
                spacing=4,
            )
        )
        filled = QWidget()
        layout = QVBoxLayout(filled)
        tight(layout)
        layout.addLayout(tools)
        layout.addWidget(chart, 1)
        layout.addWidget(row(self.footer, None, margins=(12, 4, 12, 4)))
        self._pages.addWidget(filled)
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(self._pages)
        self.setFocusProxy(chart)

    def _listen(self) -> None:
        chart = self.chart
        chart.chosen.connect(self._tell)
        chart.opened.connect(self.opened)
        chart.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chart.customContextMenuRequested.connect(self._open_menu)
        chart.dropped.connect(self._drop)
        chart.opening_changed.connect(self._count)
        chart.zoomed.connect(lambda zoom: self._zoom.setText(share_text(zoom)))
        self.levels.activated.connect(lambda _: self._show_levels())
        for each in (self.structure, self.side):
            each.activated.connect(lambda _: self._draw())
        self._context.follow(self, command_relations, self._take_relations)
        self._context.follow(self, order_of_battle, self._show)

    def _show(self, rows: Sequence[ForceRow]) -> None:
        self._rows = {row.id: row for row in rows}
        self._choose_page()
        self._draw()

    def _take_relations(self, rows: Sequence[CommandRelationRow]) -> None:
        self._relations = rows
        planned = self._context.vocabulary.planned
        options: list[tuple[str, int | None]] = [("Organic structure", None)]
        if rows:
            options += [(f"As commanded, {planned(at)}", at) for at in moments(rows)]
        _fill(self.structure, options)
        self.structure.setVisible(bool(rows))
        if self._rows:
            self._draw()

    def _draw(self) -> None:
        sides = [row for row in self._rows.values() if row.noun != "unit"]
        _fill(self.side, [("All sides", ""), *((row.name, row.id) for row in sides)])
        self.side.setVisible(len(sides) > 1)
        at = self.structure.currentData()
        shown = Shown(
            self._rows,
            in_force(self._relations, at or 0),
            is_commanded=at is not None,
            nation=self.nation.isChecked(),
            strength=self.strength.isChecked(),
        )
        self.chart.movable = at is None and not self._context.read_only
        units = [entry_of(row, shown) for row in self._rows.values() if row.noun == "unit"]
        self.chart.show_units(units, side_titles(sides), self.side.currentData() or "")
        self._fill_levels()
        self._sift()

    def _fill_levels(self) -> None:
        branching = self.chart.branching
        deepest = min(branching.depth, _LEVELS + 1)
        words = [(f"{count} level{'s' * (count > 1)}", count) for count in range(1, deepest)]
        _fill(self.levels, [("All levels", 0), *words])
        self.levels.setCurrentIndex(max(self.levels.findData(branching.limit or 0), 0))

    def _show_levels(self) -> None:
        self.chart.show_levels(int(self.levels.currentData()))

    def _sift(self) -> None:
        if not self._words and self._predicate is None:
            self.chart.dim_all_but(None)
        else:
            units = [row for row in self._rows.values() if row.noun == "unit"]
            found = matching(units, self._words, self._stacks, self._predicate)
            self.chart.dim_all_but([row.id for row in found])
        self._count()

    def _count(self) -> None:
        every, shown = len(self.chart.branching.entries), len(self.chart.cards)
        parts = [counted(every, "unit")]
        if shown < every:
            parts.append(f"{every - shown:,} hidden in closed branches")
        if self.chart.state.found is not None:
            parts.append(f"{len(self.chart.state.found):,} found")
        if len(self.selected_ids()) > 1:
            parts.append(f"{len(self.selected_ids()):,} selected")
        self.footer.setText("  ·  ".join(parts))

    def _open_menu(self, point: QPoint) -> None:
        chart = self.chart
        unit = chart.unit_at(chart.to_ground(point))
        if unit and unit not in chart.chosen_ids():
            chart.choose((unit,), unit)
        popup_menu(self, self.menu_specs()).popup(chart.viewport().mapToGlobal(point))

    def _print(self) -> None:
        self._context.settings.put(WANTED_DOCUMENT, "order-of-battle")
        self._context.go("documents")

    def _tell(self, ids: tuple[str, ...]) -> None:
        self._count()
        self.chosen.emit(ids)

    def _drop(self, ids: tuple[str, ...], target: str) -> None:
        wish = dropped(self._rows, ids, target, "into")
        if wish is None or self._context.read_only:
            return
        context, before = self._context, self._context.workspace.head
        context.do(subordinate_units, wish.ids, wish.superior_id, wish.side_id, wish.order)
        if context.workspace.head != before:
            moved = self._named(wish.ids[0]) if len(wish.ids) == 1 else counted(len(ids), "unit")
            context.offer_undo(f"{moved} put under {self._named(target)}")
            self.select(wish.ids)

    def _choose_page(self) -> None:
        has_units = any(each.noun == "unit" for each in self._rows.values())
        self._pages.setCurrentIndex(0 if has_units or self._pages.count() == 1 else 1)

    def _named(self, row_id: str) -> str:
        return self._rows[row_id].short_name or self._rows[row_id].name


def _chooser(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setMaximumWidth(theme.scaled(142))
    return made


def _fill(chooser: QComboBox, options: Sequence[tuple[str, Any]]) -> None:
    """Offer these, with what was chosen still chosen where it is among them."""
    kept = chooser.currentData()
    chooser.blockSignals(True)
    chooser.clear()
    for text, code in options:
        chooser.addItem(text, code)
    chooser.setCurrentIndex(max(chooser.findData(kept), 0))
    chooser.view().setMinimumWidth(chooser.view().sizeHintForColumn(0) + theme.scaled(24))
    chooser.blockSignals(False)
