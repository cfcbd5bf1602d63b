"""The Interoperability page: its views, and what can be done there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.ui.pages import Page, PageContext
from exerciseplanner.ui.pages.interoperability.cases_panel import CasesPanel
from exerciseplanner.ui.pages.interoperability.matrix_panel import MatrixPanel
from exerciseplanner.ui.pages.interoperability.relations import (
    aim_extra,
    interoperability_extra,
)
from exerciseplanner.ui.pages.interoperability.tables import (
    aims_table,
    holdings_table,
    pairs_table,
    requirement_extra,
    requirements_table,
    systems_table,
)
from exerciseplanner.ui.pages.interoperability.verbs import InteroperabilityVerbs
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.parts import tight
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.segments import Segments
from exerciseplanner.workspace.queries.interoperability_plan import interoperability_summary

_HOMES = {
    "interoperability_objective": "aims",
    "system": "systems",
    "test_case": "cases",
    "exchange_requirement": "requirements",
    "unit_standard": "holdings",
}


class InteroperabilityPage(Page):
    """Matrix, expected paths, test cases, exchanges required and standards held."""

    filter_hint = "Filter"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.segments = Segments("interoperability", context.settings)
        self.verbs = InteroperabilityVerbs(self)
        self._actions = self.verbs.actions()
        self.matrix = MatrixPanel(context, self._nothing(), self.verbs.add_case_between)
        self.pairs = pairs_table(context, self._actions["participants"], self._actions["holding"])
        self.aims = aims_table(context, self._actions["objective"])
        self.cases = CasesPanel(context)
        self.requirements = requirements_table(context, self._actions["requirement"])
        self.holdings = holdings_table(context, self._actions["holding"])
        self.systems = systems_table(context, self._actions["system"])
        self.views: dict[str, RecordTable] = {
            "pairs": self.pairs,
            "aims": self.aims,
            "cases": self.cases.table,
            "requirements": self.requirements,
            "holdings": self.holdings,
            "systems": self.systems,
        }
        self._lay_out()
        self._set_up()

    def page_actions(self) -> Sequence[ActionSpec]:
        """What can be done on the page."""
        return tuple(self._actions.values())

    def apply_filter(self, text: str) -> None:
        """Filter the matrix and every list."""
        self.matrix.set_filter(text)
        for view in self.views.values():
            view.set_filter(text)

    def show_record(self, noun: str, row_id: str) -> None:
        """Select a record where it is at home."""
        self.segments.open(_HOMES.get(noun, "cases"))
        view = self.view()
        if view is not None:
            view.select([row_id])

    def view(self) -> RecordTable | None:
        """The list that is open; None where it is the matrix."""
        return self.views.get(self.segments.current)

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "The matrix sets participants against each other: what their standards make possible, "
            "what is planned to be tested, and what came out. It needs participants first.",
            [self._actions["participants"], self._actions["holding"]],
            "plug-connected",
        )

    def _lay_out(self) -> None:
        self.cases.table.set_empty(
            EmptyState(
                "Test cases say what must be exchanged between whom, over "
                "which standard, and how well it worked.",
                [self._actions["case"]],
                "plug-connected",
            )
        )
        for name, title, widget in (
            ("matrix", "Matrix", self.matrix),
            ("pairs", "Who can talk to whom", self.pairs),
            ("aims", "Objectives", self.aims),
            ("cases", "Test cases", self.cases),
            ("requirements", "Information exchange", self.requirements),
            ("holdings", "Standards held", self.holdings),
            ("systems", "Systems", self.systems),
        ):
            self.segments.add(name, title, widget)
        self.segments.offers("holdings", self._actions["holding"])
        self.segments.offers("systems", self._actions["system"])
        self.segments.restore()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.segments)

    def _set_up(self) -> None:
        context = self.context
        self.pairs.opened.connect(self._open_pair)
        self.segments.opened.connect(lambda _: self._inspect_chosen())
        context.inspector_extra("test_case", partial(interoperability_extra, context))
        context.inspector_extra("interoperability_objective", partial(aim_extra, context))
        context.inspector_extra("exchange_requirement", partial(requirement_extra, context))
        context.follow(
            self,
            interoperability_summary,
            lambda found: self.set_headline(found.reading if found.planned else ""),
        )

    def _open_pair(self, pair: str) -> None:
        provider, _, consumer = pair.partition(">")
        self.segments.open("matrix")
        self.matrix.choose(provider, consumer)

    def _inspect_chosen(self) -> None:
        view = self.view()
        if isinstance(view, NounTable):
            self.context.inspect(view.noun, view.selected_ids())
        else:
            self.context.inspect("", ())
