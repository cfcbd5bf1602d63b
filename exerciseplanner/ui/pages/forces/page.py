"""The Forces page: its views, what can be done there, and what the inspector adds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.ui.pages import Page, PageContext
from exerciseplanner.ui.pages.forces.battle_panel import BattlePanel
from exerciseplanner.ui.pages.forces.battle_tree import BattleTree, UnitTable
from exerciseplanner.ui.pages.forces.chart_panel import ChartPanel
from exerciseplanner.ui.pages.forces.flow_panel import FlowPanel
from exerciseplanner.ui.pages.forces.map_panel import MapPanel
from exerciseplanner.ui.pages.forces.means_panel import holders_extra, means_extra
from exerciseplanner.ui.pages.forces.means_tables import (
    capabilities_table,
    command_table,
    equipment_table,
)
from exerciseplanner.ui.pages.forces.place_field import place_extra
from exerciseplanner.ui.pages.forces.relations import unit_extra
from exerciseplanner.ui.pages.forces.symbol_card import symbol_head
from exerciseplanner.ui.pages.forces.verbs import ForceVerbs
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.noun_table import NounTable, counted, removing
from exerciseplanner.ui.widgets.parts import tight
from exerciseplanner.ui.widgets.segments import Segments
from exerciseplanner.workspace.queries.overview import counts

_HOMES = {
    "side": "tree",
    "unit": "tree",
    "command_relation": "command",
    "capability": "capabilities",
    "equipment": "equipment",
}


View: TypeAlias = BattleTree | UnitTable | ChartPanel | MapPanel | NounTable


class ForcesPage(Page):
    """Order of battle as tree, table, chart and map, its flow, means and command."""

    filter_hint = "Filter forces"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.verbs = ForceVerbs(self)
        self._actions = self.verbs.actions()
        self.tree = BattleTree(context)
        self.table = UnitTable(context)
        self.chart = ChartPanel(context)
        self.flow = FlowPanel(context, self._no_flow())
        self.map = MapPanel(context)
        self.units_chosen: tuple[str, ...] = ()
        self.capabilities = capabilities_table(context, *self._named("capability"))
        self.equipment = equipment_table(context, *self._named("equipment", "import"))
        self.command = command_table(context, *self._named("command", "unit"))
        self.views: dict[str, View] = {
            "tree": self.tree,
            "table": self.table,
            "chart": self.chart,
            "flow": self.flow.table,
            "map": self.map,
            "capabilities": self.capabilities,
            "equipment": self.equipment,
            "command": self.command,
        }
        self.panels = [BattlePanel(context, self.tree), BattlePanel(context, self.table)]
        self.panels.append(BattlePanel(context, self.chart))
        self.panels.append(BattlePanel(context, self.map))
        self.segments = Segments("forces", context.settings)
        self._lay_out()
        for view in (self.tree, self.table):
            self._set_up(view)
        for panel in (self.chart, self.map):
            panel.chosen.connect(lambda ids: self._inspect_chosen())
            panel.opened.connect(self._show_in_tree)
        as_table = partial(self.segments.open, "table")
        self.chart.add_actions(
            [
                self._actions["unit"],
                removing(context, self.verbs.remove_selected),
                ActionSpec("chart.table", "Show as a table", as_table, "list-details", "T"),
            ]
        )
        self.segments.opened.connect(self._carry_chosen)
        context.inspector_head("unit", partial(symbol_head, context))
        context.inspector_extra("unit", partial(place_extra, context, self._show_on_map))
        context.inspector_extra("unit", partial(means_extra, context))
        context.inspector_extra("unit", partial(unit_extra, context))
        context.inspector_extra("capability", partial(holders_extra, context))
        context.follow(self, counts, self._count)

    def page_actions(self) -> Sequence[ActionSpec]:
        """What can be done on the page."""
        return tuple(self._actions.values())

    def apply_filter(self, text: str) -> None:
        """Filter every view."""
        for view in self.views.values():
            view.set_filter(text)

    def show_record(self, noun: str, row_id: str) -> None:
        """Select a record where it is at home."""
        name = _HOMES.get(noun, "tree")
        if noun == "unit" and self.segments.current in ("table", "chart", "map"):
            name = self.segments.current
        self.segments.open(name)
        self.select(row_id)

    def view(self) -> View:
        """The view that is open."""
        return self.views[self.segments.current]

    def select(self, row_id: str) -> None:
        """Select a row of the view that is open, whatever narrows it."""
        view = self.view()
        if (
            not isinstance(view, ChartPanel | MapPanel)
            and not view.model.index_of(row_id).isValid()
        ):
            for panel in self.panels:
                panel.show_everything()
        view.select([row_id])

    # inside ------------------------------------------------------------------------------------

    def _named(self, *names: str) -> tuple[ActionSpec, ...]:
        return tuple(self._actions[name] for name in names)

    def _no_flow(self) -> EmptyState:
        return EmptyState(
            "The force flow shows when each unit can be where it is needed: notice to move, then "
            "movement, against the moment at which it is required.",
            self._named("unit", "import"),
            "truck",
        )

    def _lay_out(self) -> None:
        empty = (
            "The order of battle stands here: sides, and on each side who is under whom, with "
            "echelon, role, strength and readiness."
        )
        for view in (self.tree, self.table, self.chart):
            view.set_empty(EmptyState(empty, self._named("unit", "import"), "hierarchy-2"))
        nowhere = "The map shows where units stand, and units are placed on it by hand or by grid."
        self.map.set_empty(EmptyState(nowhere, self._named("unit", "import"), "map-2"))
        segments = self.segments
        segments.add("tree", "Order of battle", self.panels[0])
        segments.add("table", "Table", self.panels[1])
        segments.add("chart", "Chart", self.panels[2])
        segments.add("map", "Map", self.panels[3])
        segments.add("flow", "Force flow", self.flow)
        segments.add("capabilities", "Capabilities", self.capabilities)
        segments.add("equipment", "Equipment", self.equipment)
        segments.add("command", "Command", self.command)
        segments.offers("capabilities", *self._named("capability"))
        segments.offers("equipment", *self._named("equipment"))
        segments.offers("command", *self._named("command"))
        for panel in self.panels:
            panel.nations_wanted.connect(lambda: self.context.go("participants"))
        segments.restore()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(segments)

    def _set_up(self, view: BattleTree | UnitTable) -> None:
        view.chosen.connect(lambda ids: self._inspect_chosen())
        view.paste_refused.connect(lambda text: self.context.notices.say(text, "warn"))
        view.add_actions(
            [self._actions["unit"], removing(self.context, self.verbs.remove_selected)]
        )

    def _show_in_tree(self, unit_id: str) -> None:
        self.segments.open("tree")
        self.select(unit_id)

    def _show_on_map(self, unit_id: str) -> None:
        self.segments.open("map")
        self.select(unit_id)

    def _carry_chosen(self) -> None:
        """What was chosen in one view of the units is chosen in the next one too."""
        view = self.view()
        if self.units_chosen and not isinstance(view, NounTable):
            view.select(self.units_chosen)
        self._inspect_chosen()

    def _inspect_chosen(self) -> None:
        view = self.view()
        if isinstance(view, NounTable):
            self.context.inspect(view.noun, view.selected_ids())
            return
        rows = [row for row in view.selected_rows() if row.noun]
        noun = "unit" if any(row.noun == "unit" for row in rows) else "side"
        self.units_chosen = tuple(row.id for row in rows if row.noun == "unit")
        self.context.inspect(noun, [row.id for row in rows if row.noun == noun])

    def _count(self, found: dict[str, int]) -> None:
        self.set_headline(counted(found["unit"], "unit"))
