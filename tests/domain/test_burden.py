"""Burden: asked, offered, shares and means, against figures worked out by hand."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from exerciseplanner.domain.burden import Means, burden


class Given(NamedTuple):
    participant_id: str
    resource: str
    asked: int | None
    offered: int | None


def test_that_offers_are_shares_of_the_whole_and_held_against_means():
    found = burden(
        [
            Given("NOR", "people", 900, 600),
            Given("NOR", "people", 300, 300),
            Given("DEU", "people", 1000, 1100),
            Given("DEU", "money", 500, 400),
        ],
        {"NOR": Means(18_000, 9_000), "DEU": Means(180_000, 80_000)},
    )
    norway = found["NOR", "people"]
    assert (norway.asked, norway.offered) == (1200, 900)
    assert norway.share == pytest.approx(0.45)
    assert norway.asked_share == pytest.approx(1200 / 2200)
    assert norway.against_means == pytest.approx(50.0)
    assert found["DEU", "money"].against_means == pytest.approx(400_000 / 80_000)
    assert ("NOR", "money") not in found


def test_that_more_of_one_thing_does_not_make_up_for_a_lack_of_another():
    found = burden([Given("POL", "assets", 4, 0), Given("POL", "assets", 0, 9)], {})
    assert found["POL", "assets"].lacking == 4
    assert found["POL", "assets"].is_short


def test_that_an_offer_not_stated_is_none():
    found = burden([Given("SWE", "days", 12, None)], {})
    assert found["SWE", "days"].lacking == 12


def test_that_who_offers_what_is_asked_lacks_nothing():
    assert not burden([Given("SWE", "days", None, 5)], {})["SWE", "days"].is_short


def test_that_without_means_or_without_a_whole_there_is_no_figure():
    found = burden([Given("EU", "people", 10, 0), Given("EU", "assets", 1, 1)], {"EU": Means(0, 0)})
    assert found["EU", "people"].share is None
    assert found["EU", "people"].against_means is None
    assert found["EU", "assets"].against_means is None
    assert burden([], {}) == {}
