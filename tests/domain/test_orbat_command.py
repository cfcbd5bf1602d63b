"""Who commands a unit is told for every moment."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.domain.orbat_command import in_force, moments


class Row(NamedTuple):
    unit_id: str
    superior_id: str
    start: int | None = None
    finish: int | None = None


def superior(rows, at):
    return {unit: row.superior_id for unit, row in in_force(rows, at).items()}


def test_that_a_relation_without_bounds_always_holds():
    assert superior([Row("a", "x")], -5000) == {"a": "x"}
    assert superior([Row("a", "x")], 5000) == {"a": "x"}


def test_that_a_relation_holds_from_its_start_up_to_its_finish():
    rows = [Row("a", "x", 60, 120)]
    assert [bool(superior(rows, at)) for at in (59, 60, 119, 120)] == [False, True, True, False]


def test_that_the_relation_that_began_last_prevails_whatever_the_order():
    rows = [Row("a", "x"), Row("a", "y", 60), Row("a", "z", 120, 180)]
    for given in (rows, rows[::-1]):
        assert [superior(given, at)["a"] for at in (0, 60, 150, 180)] == ["x", "y", "z", "y"]


def test_that_moments_are_those_at_which_something_changes():
    assert moments([Row("a", "x", 60, 120), Row("b", "y", 60)]) == (0, 60, 120)
    assert moments([]) == (0,)
