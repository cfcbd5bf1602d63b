"""A page made only to try the window: a table and a tree of what the exercise holds."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QVBoxLayout

from exerciseplanner.ui.pages import Page, PageSpec
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.columns import columns_for
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.record_tree import RecordTree
from exerciseplanner.workspace.operations.injects import add_inject, remove_injects
from exerciseplanner.workspace.queries.forces import units
from exerciseplanner.workspace.queries.injects import injects

COLUMNS = ("serial", "title", "state", "start", "duration", "cell", "strand_id", "means")


class InjectDemo(Page):
    """Injects as a table."""

    filter_hint = "Filter injects"

    def __init__(self, context, parent=None):
        super().__init__(context, parent)
        columns = columns_for(
            "inject", COLUMNS, context.vocabulary, editable=COLUMNS[1:], hidden=("means",)
        )
        self.table = RecordTable(
            context.live,
            columns,
            injects,
            name="demo",
            noun="inject",
            commit=context.commit("inject"),
            vocabulary=context.vocabulary,
            settings=context.settings,
        )
        self.table.chosen.connect(lambda ids: context.inspect("inject", ids))
        self.table.rows_changed.connect(self._count)
        self.table.set_empty(
            EmptyState("Injects drive the play.", self.page_actions()[:1], "list-details")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(self.table)

    def page_actions(self):
        return (
            ActionSpec("demo.add", "Add inject", self.add, "plus", "Ctrl+N", primary=True),
            ActionSpec("demo.remove", "Remove", self.remove, "trash", "Del"),
        )

    def add(self):
        row_id = self.context.do(add_inject, {"title": "New inject"})
        self.table.select([row_id])

    def remove(self):
        self.context.do(remove_injects, self.table.selected_ids())
        self.context.offer_undo("Removed.")

    def apply_filter(self, text):
        self.table.set_filter(text)

    def show_record(self, noun, row_id):
        self.table.select([row_id])

    def _count(self):
        self.set_headline(f"{len(self.table.model.rows())} injects")


class UnitDemo(Page):
    """Units as a tree."""

    def __init__(self, context, parent=None):
        super().__init__(context, parent)
        names = ("name", "echelon", "role", "strength_planned", "location_name")
        self.tree = RecordTree(
            context.live,
            columns_for("unit", names, context.vocabulary, editable=names),
            units,
            name="demo-units",
            noun="unit",
            parent_of=lambda row: row.parent_id,
            commit=context.commit("unit"),
            vocabulary=context.vocabulary,
            settings=context.settings,
            movable=True,
        )
        self.tree.chosen.connect(lambda ids: context.inspect("unit", ids))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        split = QSplitter()
        split.addWidget(self.tree)
        layout.addWidget(split)

    def show_record(self, noun, row_id):
        self.tree.select([row_id])


DEMO = (
    PageSpec("units", "Forces", "Prepare", "hierarchy", 20, UnitDemo, ("unit",)),
    PageSpec("injects", "MEL/MIL", "Assemble", "list-details", 40, InjectDemo, ("inject",)),
)
