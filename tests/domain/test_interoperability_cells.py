"""What the tests between two parties amount to."""

from __future__ import annotations

from exerciseplanner.domain.interoperability import ResultScale, TestResult
from exerciseplanner.domain.interoperability_cells import TestedPair, results_between, worst_of

SCALE = ResultScale(("S", "LS", "II"), ("NT", "P"))


def case(provider="", consumer="", agreed=""):
    return TestResult("t", "NOR", "DEU", provider, consumer, agreed)


def test_that_the_worst_overall_result_and_the_worst_report_are_told_apart():
    found = results_between([case("S", "S", "S"), case("S", "II", "LS")], SCALE)
    assert (found.overall, found.worst) == ("LS", "II")
    assert (found.planned, found.tested, found.succeeded, found.differing) == (2, 2, 1, 1)


def test_that_what_was_not_tested_never_hides_what_was():
    found = results_between([case("NT", "NT", "NT"), case("S", "S", "S")], SCALE)
    assert found.overall == "S"
    assert (found.planned, found.tested) == (2, 1)


def test_that_nothing_tested_shows_why_and_nothing_planned_shows_nothing():
    assert results_between([case("NT", "P", "NT"), case("P", "P", "P")], SCALE).overall == "P"
    assert results_between([case()], SCALE) == TestedPair(planned=1)
    assert results_between([], SCALE) == TestedPair()


def test_that_a_code_that_the_scale_has_lost_counts_as_none():
    assert worst_of(["X", "LS"], SCALE) == "LS"
    assert worst_of(["X"], SCALE) == ""
