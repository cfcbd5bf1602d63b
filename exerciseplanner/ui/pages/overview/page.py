"""The Overview page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.ui.pages import Page, PageContext
from exerciseplanner.ui.pages.overview.activity import ActivityCard
from exerciseplanner.ui.pages.overview.heading import HeadingCard
from exerciseplanner.ui.pages.overview.milestones_card import MilestonesCard
from exerciseplanner.ui.pages.overview.open_matters import OpenMattersCard
from exerciseplanner.ui.pages.overview.quantities import QuantitiesCard
from exerciseplanner.ui.pages.overview.states import StatesCard
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.parts import tight
from exerciseplanner.workspace.queries import exercise, overview, readiness


class OverviewPage(Page):
    """Cards that answer: where are we, is it ready, what comes next, what happened last."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        now = datetime.now(UTC)
        self.heading = HeadingCard(now)
        self.quantities = QuantitiesCard(context)
        self.open_matters = OpenMattersCard(context)
        self.milestones = MilestonesCard(context, now)
        self.states = StatesCard(context)
        self.activity = ActivityCard(context)
        self._lay_out()
        context.follow(self, exercise.exercise, self.heading.show_exercise)
        context.follow(self, exercise.exercise, self.milestones.show_exercise)
        context.follow(self, overview.counts, self.quantities.show_counts)
        context.follow(self, readiness.assessment, self.quantities.show_assessment)
        context.follow(self, overview.injects_by_state, self.states.show_states)

    def _lay_out(self) -> None:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(20, 4, 20, 20)
        grid.setSpacing(12)
        grid.addWidget(self.heading, 0, 0, 1, 2)
        grid.addWidget(self.quantities, 1, 0, 1, 2)
        for place, cards in enumerate(
            ((self.open_matters, self.states), (self.milestones, self.activity))
        ):
            grid.addWidget(_stacked(*cards), 2, place)
            grid.setColumnStretch(place, 1)
        grid.setRowStretch(3, 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def page_actions(self) -> Sequence[ActionSpec]:
        """What can be done on the page."""
        return (
            ActionSpec(
                "overview.exercise",
                "Edit exercise",
                lambda: self.context.go("exercise"),
                icon="edit",
                enabled_when=lambda: not self.context.read_only,
                menu="Exercise",
                page="overview",
                tip="Name, aim, STARTEX and ENDEX, direction, marking and rating scale",
            ),
        )


def _stacked(upper: QWidget, lower: QWidget) -> QWidget:
    """Two cards in a column of their own; the lower one reaches as far down as its neighbours."""
    made = QWidget()
    layout = QVBoxLayout(made)
    tight(layout, 12)
    layout.addWidget(upper)
    layout.addWidget(lower, 1)
    return made
