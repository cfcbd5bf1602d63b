"""Tests of what keeps marks apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.ui.widgets.map.gathering import gathered
from exerciseplanner.ui.widgets.map.marks import Mark

SIZE = (40, 30)


def mark(name, x, y, level=15, identity="friend"):
    return Mark(name, name, "10031000151211000000", identity, level, x, y)


def names(stacks):
    return [[each.id for each in stack.members] for stack in stacks]


def test_that_the_highest_echelon_stands_for_those_near_it():
    marks = [mark("coy", 0, 0), mark("bde", 0.1, 0, 18), mark("bn", 0.2, 0, 16)]
    assert names(gathered(marks, 50, SIZE)) == [["bde", "bn", "coy"]]


def test_that_zooming_in_takes_a_stack_apart():
    marks = [mark("a", 0, 0), mark("b", 0.5, 0)]
    assert names(gathered(marks, 50, SIZE)) == [["a", "b"]]
    assert names(gathered(marks, 200, SIZE)) == [["a"], ["b"]]


def test_that_no_side_hides_another():
    stacks = gathered([mark("blue", 0, 0), mark("red", 0, 0, 15, "hostile")], 50, SIZE)
    assert names(stacks) == [["blue"], ["red"]]
    assert stacks[0].aside == (0, 0)
    assert stacks[1].aside != (0, 0)


def test_that_a_name_stands_only_where_it_covers_nothing():
    marks = [mark("a", 0, 0), mark("b", 1, 0), mark("c", 9, 0)]
    stacks = gathered(marks, 50, SIZE, lambda text: 60)
    assert [stack.label_width for stack in stacks] == [0, 60, 60]


@given(
    st.lists(
        st.tuples(
            st.floats(-5, 5),
            st.floats(-5, 5),
            st.integers(11, 22),
            st.sampled_from(["friend", "hostile", "neutral"]),
        ),
        max_size=60,
    ),
    st.floats(1, 500),
)
def test_that_every_mark_is_in_one_stack_and_no_two_of_a_side_cover_each_other(places, scale):
    marks = [mark(str(n), x, y, level, side) for n, (x, y, level, side) in enumerate(places)]
    stacks = gathered(marks, scale, SIZE)
    assert sorted(m.id for s in stacks for m in s.members) == sorted(m.id for m in marks)
    for place, one in enumerate(stacks):
        assert {m.identity for m in one.members} == {one.face.identity}
        assert max(m.level for m in one.members) == one.face.level
        for other in stacks[place + 1 :]:
            if one.face.identity == other.face.identity:
                across = abs(one.face.x - other.face.x) * scale
                down = abs(one.face.y - other.face.y) * scale
                assert across >= SIZE[0] or down >= SIZE[1]
