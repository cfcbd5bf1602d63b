"""The order of battle is drawn without overlaps, the same every time, in bounded width."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exerciseplanner.domain.orbat_layout import (
    Manner,
    Measures,
    levels_below,
    sound_superiors,
    units_below,
)
from exerciseplanner.domain.orbat_packing import Camp, Room, laid_out, scale_of
from exerciseplanner.domain.orbat_tree import drawn_tree

SIZES = Measures(width=132, height=36, apart=14, below=34, row=8, indent=20)
ROOM = Room(1500, 850, edge=16, title=28)
MANNERS = tuple(Manner(listed, rows) for listed in (0, 1, 2, 3) for rows in (1, 3, 12))


def branches_of(choices):
    """A tree: unit n stands below the unit that its choice points to among those before it."""
    branches = {}
    for number, choice in enumerate(choices, start=1):
        branches.setdefault(str(choice % number), []).append(str(number))
    return branches


def even(count, fan):
    """A tree in which every superior has as many subordinates."""
    return branches_of([(number - 1) // fan for number in range(1, count)])


trees = st.lists(st.integers(0, 1000), max_size=60).map(branches_of)


def overlapping(cards):
    ordered = sorted(cards, key=lambda card: card.y)
    return [
        (one.id, other.id)
        for at, one in enumerate(ordered)
        for other in ordered[at + 1 :]
        if other.y < one.y + SIZES.height - 1e-6
        and other.x < one.x + SIZES.width - 1e-6
        and one.x < other.x + SIZES.width - 1e-6
    ]


def crossed(drawn):
    """Cards that a line runs through."""
    lines = [*drawn.trunks, *(card.twig for card in drawn.cards if card.twig)]
    return [
        card.id
        for card in drawn.cards
        for x1, y1, x2, y2 in lines
        if min(x1, x2) < card.x + SIZES.width - 1e-6
        and max(x1, x2) > card.x + 1e-6
        and min(y1, y2) < card.y + SIZES.height - 1e-6
        and max(y1, y2) > card.y + 1e-6
    ]


@example(branches_of([0, 0, 0, 1, 44, 0, 0, 4, 44, 134, 0]), Manner(1, 3))
@given(trees, st.sampled_from(MANNERS))
def test_that_no_card_lies_on_another_or_under_a_line(branches, manner):
    drawn = drawn_tree("0", branches, SIZES, manner)
    assert sorted(card.id for card in drawn.cards) == sorted(units_below(["0"], branches))
    assert overlapping(drawn.cards) == []
    assert crossed(drawn) == []


@given(trees, st.sampled_from(MANNERS))
def test_that_a_chart_begins_at_its_corner_and_says_how_large_it_is(branches, manner):
    drawn = drawn_tree("0", branches, SIZES, manner)
    assert min(card.x for card in drawn.cards) >= -1e-6
    assert min(card.y for card in drawn.cards) == 0
    assert max(card.x for card in drawn.cards) + SIZES.width <= drawn.width + 1e-6
    assert max(card.y for card in drawn.cards) + SIZES.height == pytest.approx(drawn.height)


@given(trees, st.sampled_from(MANNERS))
def test_that_every_subordinate_stands_lower_and_hangs_on_a_line(branches, manner):
    drawn = drawn_tree("0", branches, SIZES, manner)
    cards = {card.id: card for card in drawn.cards}
    for superior, units in branches.items():
        for unit in units:
            assert cards[unit].y > cards[superior].y
            twig = cards[unit].twig
            assert twig is not None
            if cards[unit].is_listed:
                assert twig.x2 == pytest.approx(cards[unit].x)
            else:
                assert twig.y2 == pytest.approx(cards[unit].y)
    assert cards["0"].twig is None


@given(trees)
def test_that_a_superior_stands_in_the_middle_over_those_spread_below_it(branches):
    cards = {card.id: card for card in drawn_tree("0", branches, SIZES, Manner(0, 1)).cards}
    for superior, units in branches.items():
        middle = (cards[units[0]].x + cards[units[-1]].x) / 2
        assert cards[superior].x == pytest.approx(middle)
        assert [cards[unit].x for unit in units] == sorted(cards[unit].x for unit in units)


@given(trees)
def test_that_a_tree_and_its_mirror_image_are_equally_wide(branches):
    mirrored = {superior: units[::-1] for superior, units in branches.items()}
    one = drawn_tree("0", branches, SIZES, Manner(0, 1))
    other = drawn_tree("0", mirrored, SIZES, Manner(0, 1))
    assert one.width == pytest.approx(other.width)
    places = {card.id: other.width - card.x - SIZES.width for card in other.cards}
    assert {card.id: card.x for card in one.cards} == pytest.approx(places)


@settings(max_examples=40)
@given(st.lists(trees, min_size=1, max_size=3), st.integers(0, 9))
def test_that_sides_and_loose_units_never_meet(forest, loose):
    branches, camps = {}, []
    for at, tree in enumerate(forest):
        named = {f"{at}.{one}": [f"{at}.{each}" for each in units] for one, units in tree.items()}
        branches |= named
        tops = (f"{at}.0", *(f"{at}-{n}" for n in range(loose)))
        camps.append(Camp(f"side {at}", tops))
    made = laid_out(camps, branches, SIZES, ROOM)
    assert overlapping(made.drawn.cards) == []
    grounds = {ground.id: ground for ground in made.grounds}
    for card in made.drawn.cards:
        ground = grounds[f"side {card.id[0]}"]
        assert ground.x <= card.x <= ground.x + ground.width - SIZES.width + 1e-6
        assert ground.y + ROOM.title <= card.y <= ground.y + ground.height - SIZES.height + 1e-6
    assert laid_out(camps, branches, SIZES, ROOM) == made


def test_that_few_units_spread_across_and_many_stand_in_lists():
    few = laid_out([Camp("a", ("0",))], even(3, 2), SIZES, ROOM)
    assert not any(card.is_listed for card in few.drawn.cards)
    many = laid_out([Camp("a", ("0",))], even(300, 4), SIZES, ROOM)
    assert sum(card.is_listed for card in many.drawn.cards) > 200


def test_that_three_hundred_units_can_still_be_read_on_one_screen():
    assert scale_of(laid_out([Camp("a", ("0",))], even(300, 4), SIZES, ROOM), ROOM) > 0.45


def test_that_a_side_of_loose_units_stands_in_columns():
    made = laid_out([Camp("a", tuple(map(str, range(40))))], {}, SIZES, ROOM)
    assert len({card.x for card in made.drawn.cards}) < 12
    assert not made.drawn.trunks


def test_that_nothing_gives_an_empty_chart():
    made = laid_out([], {}, SIZES, ROOM)
    assert (made.width, made.height, made.drawn.cards) == (0, 0, [])


def test_that_levels_are_counted_from_the_bottom():
    branches = {"0": ["1", "2"], "1": ["3"]}
    order = units_below(["0"], branches)
    assert order == ["0", "1", "3", "2"]
    assert levels_below(order, branches) == {"0": 2, "1": 1, "2": 0, "3": 0}


def test_that_missing_superiors_and_circles_are_passed_over():
    given = {"a": "c", "b": "a", "c": "b", "d": "gone", "e": "d", "f": "f"}
    found = sound_superiors(given)
    assert [found[unit] for unit in "def"] == [None, "d", None]
    assert [found[unit] for unit in "abc"].count(None) == 1


@pytest.mark.parametrize("manner", [Manner(0, 1), Manner(1, 12)])
def test_that_time_grows_with_the_number_of_units_and_no_faster(manner):
    def taken(branches):
        began = time.process_time()
        drawn_tree("0", branches, SIZES, manner)
        return time.process_time() - began

    for shape in (lambda n: even(n, 4), chain, comb):
        small, large = shape(1500), shape(6000)
        assert min(taken(large) for _ in range(5)) < 10 * min(taken(small) for _ in range(5))


def chain(count):
    return {str(number): [str(number + 1)] for number in range(count)}


def comb(count):
    """A chain in which every superior also leads one unit beside the next superior."""
    return {str(n): [f"{n}a", str(n + 1), f"{n}b"] for n in range(count // 3)}
