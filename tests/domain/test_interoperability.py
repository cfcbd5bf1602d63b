"""Tests of interoperability results."""

from __future__ import annotations

from fractions import Fraction

import pytest

from exerciseplanner.domain.interoperability import (
    ResultScale,
    TestResult,
    disparities,
    missing_statements,
    overall_result,
    result_scale,
    summarise_tests,
)
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.terms import Term

CWIX = ResultScale(("S", "LS", "II"), ("NT", "P"))


def result(overall: str = "", provider: str = "", consumer: str = "") -> TestResult:
    """A test between a navy and an air force."""
    return TestResult("T1", "NAVY", "AIR", provider, consumer, overall)


def test_that_the_scale_is_read_from_the_terms_of_the_pack() -> None:
    terms = [
        Term("interop_result", code, code, seq=seq, attributes={"counts": counts, "rank": rank})
        for seq, (code, counts, rank) in enumerate(
            [("NT", False, 4), ("S", True, 1), ("II", True, 3), ("LS", True, 2), ("P", False, 5)]
        )
    ]
    assert result_scale(terms) == CWIX


def test_that_what_was_not_tested_leaves_the_denominator() -> None:
    tests = [result(code) for code in ["S", "S", "LS", "II", "NT", "NT", "P", ""]]
    summary = summarise_tests(tests, CWIX)
    assert summary.counts == (("S", 2), ("LS", 1), ("II", 1), ("NT", 2), ("P", 1))
    assert (summary.tested, summary.planned) == (4, 8)
    assert summary.success_rate == Fraction(1, 2)
    assert summary.worst == "II"
    assert summary.reading == "2 of 4 tested succeeded, 8 planned"


def test_that_without_tests_there_is_no_success_rate() -> None:
    summary = summarise_tests([result("NT"), result("P")], CWIX)
    assert summary.success_rate is None
    assert summary.worst == ""
    assert summary.reading == "0 of 2 tested"


@pytest.mark.parametrize(
    ("overall", "provider", "consumer", "governs"),
    [
        ("LS", "S", "S", "LS"),
        ("", "S", "LS", "LS"),
        ("", "II", "S", "II"),
        ("", "S", "NT", "NT"),
        ("", "S", "", ""),
        ("", "", "", ""),
    ],
)
def test_that_the_worse_side_stands_until_a_result_is_agreed(
    overall: str, provider: str, consumer: str, governs: str
) -> None:
    assert overall_result(result(overall, provider, consumer), CWIX) == governs


@pytest.mark.parametrize(
    ("overall", "provider", "consumer", "said"),
    [
        ("S", "S", "S", ()),
        ("S", "S", "LS", ("agreed S, but AIR reports LS", "sides differ: NAVY S, AIR LS")),
        ("S", "NT", "S", ("agreed S, but NAVY reports NT", "sides differ: NAVY NT, AIR S")),
        ("LS", "II", "II", ("agreed LS, better than any side reports",)),
        ("LS", "LS", "S", ("sides differ: NAVY LS, AIR S",)),
        ("II", "NT", "NT", ("agreed II, though no side reports a test",)),
        ("NT", "NT", "NT", ()),
        ("S", "", "", ()),
        ("", "S", "II", ("sides differ: NAVY S, AIR II",)),
    ],
)
def test_that_disparities_are_flagged_in_words(
    overall: str, provider: str, consumer: str, said: tuple[str, ...]
) -> None:
    assert disparities(result(overall, provider, consumer), CWIX) == said


def test_that_a_success_with_a_shortfall_is_a_disparity() -> None:
    test = TestResult("T1", result="S", provider_result="S", consumer_result="S", shortfall=True)
    assert disparities(test, CWIX) == ("agreed S, but a shortfall is set",)


def test_that_an_unknown_result_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Refusal, match="S, LS, II, NT, P"):
        overall_result(result("OK"), CWIX)


def test_that_what_an_objective_does_not_state_is_listed() -> None:
    stated = {"standard": "STANAG 5516", "provider": "NAVY", "consumer": " "}
    assert missing_statements(stated) == ("edition", "dimension", "consumer", "target")
