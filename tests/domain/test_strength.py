"""Counting people in a force once."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.strength import People, people


class Unit(NamedTuple):
    id: str
    parent_id: str | None = None
    strength_planned: int | None = None
    strength_present: int | None = None


def test_that_a_brigade_stated_whole_includes_its_battalions():
    counted = people([Unit("bde", None, 4000, 3500), Unit("bn", "bde", 700, 600)])
    assert counted["bde"] == People(4000, 3500, 3300, 2900)
    assert counted["bn"] == People(700, 600, 700, 600)


def test_that_a_headquarters_stated_alone_adds_to_what_is_below_it():
    counted = people([Unit("hq", None, 200, 180), Unit("bde", "hq", 4000, 3500)])
    assert counted["hq"] == People(4200, 3680, 200, 180)


def test_that_more_people_below_than_stated_above_are_all_counted():
    counted = people([Unit("bde", None, 1000, 300), Unit("bn", "bde", 900, 850)])
    assert counted["bde"].present == 850
    assert counted["bde"].own_present == 0


def test_that_a_strength_not_stated_counts_nobody():
    counted = people([Unit("side"), Unit("bn", "side", 700, None)])
    assert counted["side"] == People(700, 0, 0, 0)


def test_that_a_superior_that_is_not_in_the_list_is_as_none():
    assert people([Unit("bn", "gone", 700, 690)])["bn"].planned == 700


@given(
    st.lists(
        st.tuples(
            st.integers(0, 12),
            st.one_of(st.none(), st.integers(0, 5000)),
            st.one_of(st.none(), st.integers(0, 5000)),
        ),
        max_size=14,
    )
)
def test_that_own_figures_add_up_to_the_whole_force(drawn):
    units = [
        Unit(str(n), str(parent) if parent < n else None, planned, present)
        for n, (parent, planned, present) in enumerate(drawn)
    ]
    counted = people(units)
    tops = [counted[unit.id] for unit in units if unit.parent_id is None]
    assert sum(each.own_planned for each in counted.values()) == sum(t.planned for t in tops)
    assert sum(each.own_present for each in counted.values()) == sum(t.present for t in tops)
