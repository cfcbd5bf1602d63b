"""When units can be where they are needed, against answers worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.force_flow import DAY, HOUR, Deployment, flow_of, in_days, most_pressing


def test_that_notice_and_movement_run_from_the_activation_order():
    found = flow_of(Deployment(5, 48, required_by=0), activation=-10 * DAY)
    assert (found.order, found.ready, found.there) == (-10 * DAY, -5 * DAY, -3 * DAY)
    assert found.in_hand == 3 * DAY
    assert found.latest_order == -7 * DAY
    assert found.state == "in_time"


def test_that_a_unit_that_cannot_be_there_in_time_is_late_by_what_is_wanting():
    found = flow_of(Deployment(10, 72, required_by=-DAY), activation=-10 * DAY)
    assert found.state == "late"
    assert found.late_by == 4 * DAY


def test_that_less_than_a_day_in_hand_is_tight():
    assert flow_of(Deployment(2, 12, required_by=0), activation=-3 * DAY).state == "tight"


def test_that_without_an_order_the_latest_one_that_would_do_is_shown_and_nothing_is_claimed():
    found = flow_of(Deployment(5, 24, required_by=DAY), activation=None)
    assert found.order == found.latest_order == -5 * DAY
    assert found.there == DAY
    assert found.in_hand is None
    assert found.state == "unknown"


def test_that_a_stated_arrival_counts_where_it_is_later_than_notice_and_movement_allow():
    late = flow_of(Deployment(1, 24, required_by=0, arrival=HOUR), activation=-10 * DAY)
    assert late.there == HOUR
    assert late.state == "late"
    hoped = flow_of(Deployment(5, 0, required_by=0, arrival=-4 * DAY), activation=-4 * DAY)
    assert hoped.there == DAY
    assert hoped.late_by == DAY


def test_that_a_unit_that_may_wait_leaves_no_earlier_than_its_arrival_asks():
    found = flow_of(Deployment(0, 4, required_by=0, arrival=-DAY), activation=-17 * DAY)
    assert (found.ready, found.leaves, found.there) == (-17 * DAY, -DAY - 4 * HOUR, -DAY)
    at_once = flow_of(Deployment(5, 48, required_by=0), activation=-10 * DAY)
    assert at_once.leaves == at_once.ready


def test_that_an_arrival_alone_is_held_against_when_the_unit_is_required():
    assert flow_of(Deployment(required_by=0, arrival=-2 * DAY), None).state == "in_time"
    assert flow_of(Deployment(required_by=0, arrival=60), None).late_by == 60
    assert flow_of(Deployment(arrival=60), None).state == "unknown"


def test_that_nothing_stated_says_nothing():
    assert flow_of(Deployment(), 0).state == "unknown"
    assert most_pressing([flow_of(Deployment(), 0)]) is None


def test_that_the_most_pressing_has_the_least_time_in_hand():
    flows = [flow_of(Deployment(days, 0, 0), -9 * DAY) for days in (3, 8, 10, 1)]
    assert most_pressing(flows) is flows[2]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(30 * HOUR, "30 h"), (2 * DAY, "2 days"), (3 * DAY + 12 * HOUR, "3.5 days"), (0, "0 h")],
)
def test_that_time_in_hand_is_said_in_days_or_hours(minutes, said):
    assert in_days(minutes) == said


@given(
    st.integers(0, 90), st.integers(0, 500), st.integers(-200_000, 200_000),
    st.integers(-200_000, 200_000),
)  # fmt: skip
def test_that_ordered_by_the_latest_a_unit_is_there_exactly_when_required(
    notice, movement, required, activation
):
    unit = Deployment(notice, movement, required)
    found = flow_of(unit, activation)
    assert found.latest_order is not None
    assert flow_of(unit, found.latest_order).in_hand == 0
    assert (found.state == "late") == (activation > found.latest_order)
