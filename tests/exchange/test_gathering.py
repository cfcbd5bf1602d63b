"""Doubts that say the same of many are one, and a long text of others does not fill a sentence."""

from __future__ import annotations

from exerciseplanner.exchange.gathering import Gathered, brief, some


def test_that_what_is_said_of_many_is_said_once_with_a_few_of_them():
    gathered = Gathered()
    for name in ("1", "2", "3", "4"):
        gathered.add(f"Blue / {name}", "It has no symbol.")
    gathered.add("Red / 9", "It has no name.")
    (many, one) = gathered.doubts("forces.xml", "units")
    assert (many.place, many.message) == ("forces.xml", "4 units (1, 2, 3, 4): It has no symbol.")
    assert (one.place, one.message) == ("Red / 9", "It has no name.")


def test_that_names_are_named_once_and_no_more_than_eight():
    assert some(["A", "", "A", "B"]) == " (A, B)"
    assert some(map(str, range(9))) == " (0, 1, 2, 3, 4, 5, 6, 7, …)"
    assert some(["", ""]) == ""


def test_that_of_a_long_text_the_beginning_is_shown():
    assert brief("x" * 200) == "x" * 200
    assert brief("x" * 5000) == "x" * 199 + "…"
    assert len(some(["y" * 5000, "z"])) < 220
