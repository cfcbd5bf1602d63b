"""The planning events around now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from exerciseplanner.domain.dtg import format_dtg
from exerciseplanner.domain.milestones import Milestone, milestones
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets.parts import Card, body, caption, clear, muted
from exerciseplanner.workspace.queries import exercise

_BEFORE, _SHOWN = 2, 6
_DTG_DAY = slice(0, 2)


class MilestonesCard(Card):
    """The last events that should have been, and the next ones."""

    def __init__(self, context: PageContext, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__("Planning events", parent)
        self._context = context
        self._now = now
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.content.addLayout(self._grid)
        self.content.addStretch(1)

    def show_exercise(self, row: exercise.ExerciseRow) -> None:
        """Show the events around now."""
        startex = datetime.fromisoformat(row.startex)
        endex = startex + timedelta(minutes=row.endex) if row.endex is not None else None
        events = self._context.ask(exercise.doctrine_terms, "planning_event")
        clear(self._grid)
        for place, each in enumerate(self._around(milestones(events, startex, endex))):
            past = each.on < self._now
            day = caption(_day(each.on, row.zone))
            name = muted(each.name, wrap=True) if past else body(each.name)
            name.setToolTip(each.purpose)
            when = caption(self._distance(each.on))
            self._grid.addWidget(day, place, 0)
            self._grid.addWidget(name, place, 1)
            self._grid.addWidget(when, place, 2, Qt.AlignmentFlag.AlignRight)

    def _around(self, found: Sequence[Milestone]) -> Sequence[Milestone]:
        past = sum(1 for each in found if each.on < self._now)
        first = max(0, min(past - _BEFORE, len(found) - _SHOWN))
        return found[first : first + _SHOWN]

    def _distance(self, on: datetime) -> str:
        days = (on.date() - self._now.date()).days
        if days == 0:
            return "today"
        return f"in {days:,} d" if days > 0 else f"{-days:,} d ago"


def _day(on: datetime, zone: str) -> str:
    dtg = format_dtg(on, zone)
    return f"{dtg[_DTG_DAY]} {dtg[-5:-2]} {dtg[-2:]}"
