"""What a cell of the matrix shows."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.exchange_paths import Exchange, Leg, Protocol
from exerciseplanner.domain.interoperability import ResultScale
from exerciseplanner.domain.interoperability_cells import TestedPair
from exerciseplanner.domain.interoperability_marks import READINGS, Mark, legend, mark_of

SCALE = ResultScale(("S", "LS", "II"), ("NT", "P"))
LEG = Leg("a", "b", Protocol("MIP", "4.3"))
DIRECT = Exchange("direct", (LEG,))
NONE = Exchange("none", missing="No standard in common.")


def mark(reading, expected=DIRECT, tested=None, **said):
    return mark_of(reading, expected, tested or TestedPair(), SCALE, **{"needed": False, **said})


@pytest.mark.parametrize(
    ("code", "tone"), [("S", "good"), ("LS", "weak"), ("II", "worst"), ("NT", "unrated")]
)
def test_that_a_result_is_lettered_and_toned(code, tone):
    found = mark("overall", tested=TestedPair(1, 1, 1, code, "II"))
    assert found == Mark(code, tone)


def test_that_overall_and_worst_are_read_apart_and_what_differs_is_flagged():
    tested = TestedPair(1, 1, 0, "LS", "II", 1)
    assert mark("overall", tested=tested) == Mark("LS", "weak", True)
    assert mark("worst", tested=tested) == Mark("II", "worst", True)


def test_that_a_case_without_result_is_told_from_no_case():
    assert mark("overall", tested=TestedPair(planned=1)).text == "–"
    assert mark("overall").text == "·"
    assert mark("overall", needed=True) == Mark("!", "worst")


def test_that_coverage_counts_tested_of_planned():
    assert mark("coverage", tested=TestedPair(3, 2, 2, "S", "S")) == Mark("2/3", "weak")
    assert mark("coverage", tested=TestedPair(3, 0, 0, "P", "P")) == Mark("0/3", "worst")
    assert mark("coverage", tested=TestedPair(3, 3, 3, "S", "S")) == Mark("3/3", "good")


def test_that_no_path_alarms_only_where_one_is_needed():
    assert mark("expected") == Mark("D", "good")
    assert mark("expected", Exchange("through", (LEG, LEG))) == Mark("G", "weak")
    assert mark("expected", lacking=True) == Mark("D", "good", True)
    assert mark("expected", NONE) == Mark("×")
    assert mark("expected", NONE, needed=True) == Mark("×", "worst")


def test_that_every_reading_has_a_legend():
    for reading, _ in READINGS:
        marks = [each.text for each, _ in legend(reading, SCALE)]
        assert len(marks) >= 4
