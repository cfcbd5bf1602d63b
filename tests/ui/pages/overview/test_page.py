"""The overview answers where we are and what is open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from exerciseplanner.domain.milestones import countdown, milestones
from exerciseplanner.domain.terms import Term
from exerciseplanner.workspace.operations.injects import add_inject

START = datetime(2026, 11, 2, 6, tzinfo=UTC)
END = START + timedelta(days=9)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (START - timedelta(days=23), ("D-23", "to STARTEX")),
        (START + timedelta(days=2, hours=1), ("Day 3", "of 9")),
        (END + timedelta(days=12), ("ENDEX+12", "days after ENDEX")),
    ],
)
def test_that_the_countdown_says_where_the_exercise_stands(now, said):
    assert countdown(now, START, END) == said


def test_that_planning_events_are_counted_from_their_anchor():
    events = [
        Term("planning_event", "HWU", "Hot wash-up", attributes={"anchor": "ENDEX"}),
        Term("planning_event", "IPC", "Initial", attributes={"default_offset_days": -365}),
    ]
    found = milestones(events, START, END)
    assert [each.code for each in found] == ["IPC", "HWU"]
    assert found[1].on == END
    assert milestones(events, START, None)[0].code == "IPC"


def test_that_a_figure_leads_to_its_page(opened, page_of):
    window = opened("sample", "overview")
    page_of(window).quantities._figures["rated"].clicked.emit()
    assert window.body.pages.current == "evaluation"


def test_that_counts_follow_the_exercise(opened, page_of):
    window = opened("empty", "overview")
    page = page_of(window)
    window.session.workspace.do(add_inject, {"title": "One"})
    one = page.quantities._figures["inject"]
    assert one.accessibleName() == "1 inject"
    window.session.workspace.undo()
    assert page.quantities._figures["inject"]._figure.text() == "0"
