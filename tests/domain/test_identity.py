"""Friend and hostile depend on whose eyes see."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.identity import identities_seen, seen_from

SIDES = (
    ("blue", "friend"),
    ("ally", "friend"),
    ("red", "hostile"),
    ("proxy", "hostile"),
    ("green", "neutral"),
    ("grey", "unknown"),
)


@pytest.mark.parametrize("side", [side for side, _ in SIDES])
def test_that_every_side_is_a_friend_to_itself(side):
    assert identities_seen(SIDES, side)[side] == "friend"


def test_that_the_opposing_side_sees_what_the_plan_says_turned_round():
    seen = identities_seen(SIDES, "red")
    assert seen == {
        "blue": "hostile",
        "ally": "hostile",
        "red": "friend",
        "proxy": "friend",
        "green": "neutral",
        "grey": "unknown",
    }


def test_that_a_friendly_viewpoint_is_that_of_the_plan():
    assert identities_seen(SIDES, "blue") == dict(SIDES)
    assert identities_seen(SIDES, None) == dict(SIDES)


def test_that_a_viewpoint_that_is_not_there_changes_nothing():
    assert identities_seen(SIDES, "nobody") == dict(SIDES)


def test_that_a_neutral_side_sees_neutrals_and_an_unknown_one_only_unknowns():
    assert identities_seen(SIDES, "green") == {
        "blue": "neutral",
        "ally": "neutral",
        "red": "neutral",
        "proxy": "neutral",
        "green": "friend",
        "grey": "unknown",
    }
    assert {seen_from(identity, "unknown") for _, identity in SIDES} == {"unknown"}


@pytest.mark.parametrize("one", ["friend", "hostile", "neutral", "unknown"])
@pytest.mark.parametrize("other", ["friend", "hostile", "neutral", "unknown"])
def test_that_two_sides_see_one_another_alike(one, other):
    assert seen_from(one, other) == seen_from(other, one)
