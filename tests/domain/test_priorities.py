"""Agreement on objectives and service in inject-hours, against figures worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.priorities import (
    Effort,
    efforts,
    service,
    services,
    spread,
    spreads,
)


def test_that_the_spread_is_range_and_deviation_of_all_who_weigh():
    found = spread([20, 40, 40, 40, 50, 50, 70, 90])
    assert (found.given, found.mean, found.range) == (8, 50.0, 70)
    assert found.deviation == pytest.approx(20.0)
    assert found.is_contested


def test_that_close_weights_are_not_contested():
    assert not spread([60, 80, 100]).is_contested
    assert spread([50, 100]).is_contested
    assert not spread([50, 99]).is_contested


def test_that_a_single_weight_has_no_spread():
    found = spread([70])
    assert (found.mean, found.range, found.deviation) == (70, 0, 0)


def test_that_nobody_weighing_is_not_a_mean_of_nothing():
    assert spread([]) is None
    assert spreads({}) == {}


def test_that_each_objective_has_the_spread_of_its_own_weights():
    found = spreads({("NOR", "o1"): 10, ("DEU", "o1"): 30, ("NOR", "o2"): 100})
    assert found["o1"].mean == 20
    assert found["o2"].given == 1


def test_that_an_inject_counts_once_for_an_objective_and_what_is_below_it():
    parents = {"eo": None, "to1": "eo", "to2": "eo"}
    found = efforts(parents, {"i1": 60, "i2": 30}, {"i1": ("to1", "to2"), "i2": ("eo",)})
    assert found["to1"] == Effort(1, 60)
    assert found["to2"] == Effort(1, 60)
    assert found["eo"] == Effort(2, 90)


def test_that_a_dropped_inject_gives_nothing():
    found = efforts({"o": None}, {}, {"gone": ("o",)})
    assert found == {"o": Effort(0, 0)}


def test_that_a_ring_of_objectives_does_not_hang():
    found = efforts({"a": "b", "b": "a"}, {"i": 10}, {"i": ("a",)})
    assert found["a"] == found["b"] == Effort(1, 10)


def test_that_service_is_the_weighted_mean_of_hours():
    hours = {"o1": Effort(2, 600), "o2": Effort(1, 120), "o3": Effort()}
    found = service({"o1": 60, "o2": 20, "o3": 20}, hours)
    assert found.hours == pytest.approx((60 * 10 + 20 * 2) / 100)
    assert found.share == pytest.approx(0.8)
    assert not found.is_unserved


def test_that_a_participant_whose_objectives_have_no_inject_is_unserved():
    found = services({("JOR", "o3"): 80, ("NOR", "o1"): 10}, {"o1": Effort(1, 60)})
    assert found["JOR"].is_unserved
    assert not found["NOR"].is_unserved


def test_that_who_weighs_nothing_is_not_unserved():
    assert not service({"o1": 0}, {}).is_unserved
    assert not service({}, {}).is_unserved


def test_that_an_inject_without_duration_serves_all_the_same():
    found = service({"o1": 100}, {"o1": Effort(1, 0)})
    assert (found.hours, found.share) == (0, 1)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 33), min_size=1))
def test_that_weighing_everything_three_times_as_high_gains_nothing(weights):
    hours = {each: Effort(1, 60 * place) for place, each in enumerate("abcd")}
    plain = service(weights, hours)
    loud = service({each: 3 * weight for each, weight in weights.items()}, hours)
    assert loud.hours == pytest.approx(plain.hours)
    assert loud.share == pytest.approx(plain.share)
