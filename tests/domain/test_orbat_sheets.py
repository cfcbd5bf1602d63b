"""An order of battle that does not fit on one sheet is cut into sheets on which nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.orbat_layout import units_below
from exerciseplanner.domain.orbat_sheets import sheets
from tests.domain.test_orbat_layout import branches_of, even, trees


def at_most(count):
    """Sheets with room for so many cards."""
    return lambda tops, branches: len(units_below(tops, branches)) <= count


@given(trees, st.integers(2, 30), st.integers(0, 12))
def test_that_every_line_of_command_is_drawn_once(branches, room, loose):
    tops = ["0", *(f"loose {n}" for n in range(loose))]
    made = sheets(tops, branches, at_most(room))
    drawn = [
        (superior, unit)
        for sheet in made
        for superior, below in sheet.branches.items()
        for unit in below
    ]
    given_lines = [(superior, unit) for superior, below in branches.items() for unit in below]
    assert sorted(drawn) == sorted(given_lines)
    first = [top for sheet in made for top in sheet.tops if top in tops]
    assert list(dict.fromkeys(first)) == tops


@given(trees, st.integers(2, 30), st.integers(0, 12))
def test_that_every_sheet_fits(branches, room, loose):
    tops = ["0", *(f"loose {n}" for n in range(loose))]
    for sheet in sheets(tops, branches, at_most(room)):
        assert len(units_below(sheet.tops, sheet.branches)) <= room


@given(trees, st.integers(2, 30))
def test_that_a_branch_goes_on_later_on_a_sheet_with_that_unit_at_its_top(branches, room):
    made = sheets(["0"], branches, at_most(room))
    for number, sheet in enumerate(made):
        for unit, later in sheet.goes_on.items():
            assert later > number
            assert made[later].tops == (unit,)
    referred = [later for sheet in made for later in sheet.goes_on.values()]
    assert sorted(referred) == list(range(1, len(made)))


def test_that_what_fits_stays_on_one_sheet():
    made = sheets(["0"], even(20, 3), at_most(20))
    assert len(made) == 1
    assert not made[0].goes_on


def test_that_like_branches_are_treated_alike_and_small_ones_stay():
    branches = {"0": ["a", "b", "c"]}
    branches |= {"a": [f"a{n}" for n in range(9)], "b": [f"b{n}" for n in range(8)], "c": ["c0"]}
    made = sheets(["0"], branches, at_most(15))
    assert [sheet.tops for sheet in made] == [("0",), ("a",), ("b",)]
    assert made[0].branches == {"0": ["a", "b", "c"], "c": ["c0"]}
    assert made[0].goes_on == {"a": 1, "b": 2}


def test_that_a_superior_of_too_many_goes_on_from_sheet_to_sheet():
    made = sheets(["0"], {"0": [str(n) for n in range(1, 26)]}, at_most(10))
    assert [len(sheet.branches["0"]) for sheet in made] == [9, 9, 7]
    assert [dict(sheet.goes_on) for sheet in made] == [{"0": 1}, {"0": 2}, {}]


def test_that_loose_units_share_sheets():
    made = sheets([str(n) for n in range(25)], {}, at_most(10))
    assert [len(sheet.tops) for sheet in made] == [10, 10, 5]


def test_that_a_chain_of_a_thousand_is_cut_as_well():
    chain = branches_of(list(range(1000)))
    assert len(sheets(["0"], chain, at_most(30))) > 30
