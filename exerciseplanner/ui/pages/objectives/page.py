"""The Objectives page: its views, what can be done there, and what the inspector adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.ui.pages import Page, PageContext
from exerciseplanner.ui.pages.objectives.aim_tree import AimTree
from exerciseplanner.ui.pages.objectives.coverage_panel import CoveragePanel
from exerciseplanner.ui.pages.objectives.relations import (
    objective_extra,
    threat_extra,
)
from exerciseplanner.ui.pages.objectives.tables import (
    standards_table,
    technologies_table,
    threats_table,
)
from exerciseplanner.ui.pages.objectives.verbs import ObjectiveVerbs
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.noun_table import NounTable, counted, removing
from exerciseplanner.ui.widgets.parts import link, tight
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.segments import Segments
from exerciseplanner.workspace.queries.overview import counts

_HOMES = {
    "objective": "objectives",
    "criterion": "objectives",
    "standard": "standards",
    "threat": "threats",
}


class ObjectivesPage(Page):
    """Objectives with criteria, standards, threats and coverage."""

    filter_hint = "Filter objectives"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.verbs = ObjectiveVerbs(self)
        self._actions = self.verbs.actions()
        self.tree = AimTree(context)
        self.standards = standards_table(context, *self._named("standard", "training"))
        self.threats = threats_table(context, *self._named("threat", "training"))
        self.technologies = technologies_table(context)
        self.coverage = CoveragePanel(context, *self._named("training", "exercise"))
        self.views: dict[str, AimTree | RecordTable] = {
            "objectives": self.tree,
            "standards": self.standards,
            "threats": self.threats,
            "technologies": self.technologies,
        }
        self.segments = Segments("objectives", context.settings)
        self._lay_out()
        self._set_up()
        context.inspector_extra("objective", partial(objective_extra, context))
        context.inspector_extra("threat", partial(threat_extra, context))
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
        self.segments.open(_HOMES.get(noun, "objectives"))
        view = self.view()
        if view is not None:
            view.select([row_id])

    def view(self) -> AimTree | RecordTable | None:
        """The list that is open; None where it is the coverage."""
        return self.views.get(self.segments.current)

    def _named(self, *names: str) -> tuple[ActionSpec, ...]:
        return tuple(self._actions[name] for name in names)

    def _lay_out(self) -> None:
        self.tree.set_empty(
            EmptyState(
                "Objectives say what the exercise is for: exercise objectives, the training "
                "objectives that serve them, and the criteria that measure each.",
                self._named("exercise", "training"),
                "target",
            )
        )
        for name, title, widget in (
            ("objectives", "Objectives", self.tree),
            ("standards", "Standards", self.standards),
            ("threats", "Threats", self.threats),
            ("technologies", "Technologies", self.technologies),
            ("coverage", "Coverage", self.coverage),
        ):
            self.segments.add(name, title, widget)
        self.segments.offers("standards", *self._named("standard"))
        self.segments.restore()
        self.segments.corner.addWidget(
            link("Interoperability", partial(self.context.go, "interoperability"))
        )
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.segments)

    def _set_up(self) -> None:
        say = self.context.notices.say
        self.tree.chosen.connect(lambda ids: self._inspect_chosen())
        self.tree.paste_refused.connect(lambda text: say(text, "warn"))
        below = [replace(self._actions[name], shortcut="") for name in ("training", "criterion")]
        self.tree.add_actions([*below, removing(self.context, self.verbs.remove_selected)])
        self.segments.opened.connect(lambda _: self._inspect_chosen())

    def _inspect_chosen(self) -> None:
        view = self.view()
        if view is None:
            self.context.inspect("", ())
        elif isinstance(view, NounTable):
            self.context.inspect(view.noun, view.selected_ids())
        elif isinstance(view, RecordTable):
            self.context.inspect("", ())
        else:
            rows = view.selected_rows()
            noun = rows[0].noun if rows else "objective"
            self.context.inspect(noun, [row.id for row in rows if row.noun == noun])

    def _count(self, found: dict[str, int]) -> None:
        self.set_headline(counted(found["objective"], "objective"))
