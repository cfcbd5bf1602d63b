"""How one list of ids becomes another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.ui.widgets.row_diff import diff

ids = st.lists(st.integers(0, 30).map(str), unique=True)


@given(ids, ids)
def test_that_taking_the_steps_gives_the_new_list(old, new):
    steps = diff(old, new)
    rows = list(old)
    for first, last in steps.removed:
        del rows[first : last + 1]
    for start, end in steps.moved:
        rows.insert(end, rows.pop(start))
    for first, last in steps.inserted:
        rows[first:first] = new[first : last + 1]
    assert rows == new


def test_that_one_row_that_sorts_elsewhere_is_one_move():
    steps = diff([*"abcdefgh"], [*"bcdefgah"])
    assert (steps.removed, steps.moved, steps.inserted) == ((), ((0, 6),), ())


def test_that_neighbours_come_and_go_as_one_run():
    steps = diff([*"abcd"], [*"adxyz"])
    assert steps.removed == ((1, 2),)
    assert steps.inserted == ((2, 4),)
