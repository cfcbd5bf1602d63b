"""Tests of agreement between evaluators against published values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.agreement import (
    Difference,
    Metric,
    alpha_interval,
    differences,
    krippendorff_alpha,
    linked_evaluators,
    percent_agreement,
    severities,
)


def subjects(*raters: str) -> list[list[int | None]]:
    """Rows per subject from one line of ratings per rater, a dot being a missing one."""
    rows = [[None if mark == "." else int(mark) for mark in line.split()] for line in raters]
    return [list(column) for column in zip(*rows, strict=True)]


KRIPPENDORFF_2011 = subjects(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
WIKIPEDIA = subjects(
    ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "1 . 2 1 3 3 4 3 . . . . . . .",
    ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
)


@pytest.mark.parametrize(
    ("metric", "alpha"),
    [("nominal", 0.743421), ("ordinal", 0.815388), ("interval", 0.849107), ("ratio", 0.797403)],
)
def test_that_alpha_of_the_worked_example_of_2011_is_reproduced(
    metric: Metric, alpha: float
) -> None:
    found = krippendorff_alpha(KRIPPENDORFF_2011, metric)
    assert found.value == pytest.approx(alpha, abs=5e-7)
    assert found.pairable == 40
    assert found.subjects == 11


def test_that_the_disagreements_behind_ordinal_alpha_are_reproduced() -> None:
    found = krippendorff_alpha(KRIPPENDORFF_2011, "ordinal")
    assert found.observed == pytest.approx(47.275, abs=5e-7)
    assert found.expected == pytest.approx(256.076923, abs=5e-7)


@pytest.mark.parametrize(
    ("metric", "alpha"), [("nominal", 0.691358), ("ordinal", 0.806721), ("interval", 0.810845)]
)
def test_that_alpha_of_three_coders_is_reproduced(metric: Metric, alpha: float) -> None:
    assert krippendorff_alpha(WIKIPEDIA, metric).value == pytest.approx(alpha, abs=5e-7)


def test_that_without_variation_alpha_is_not_defined() -> None:
    found = krippendorff_alpha([[2, 2], [2, 2, 2]], "ordinal")
    assert found.value is None
    assert found.reason == found.reading == "no variation"


@pytest.mark.parametrize("rows", [[], [[1], [2]], [[None, None]], [[1, None]]])
def test_that_without_pairs_alpha_is_not_defined(rows: list[list[int | None]]) -> None:
    assert "two evaluators" in krippendorff_alpha(rows).reason
    assert percent_agreement(rows).value is None
    assert alpha_interval(rows) is None


def test_that_codes_of_a_scale_are_ranked_by_its_order() -> None:
    letters = {1: "P", 2: "S", 3: "M", 4: "U", 5: "X"}
    rows = [[None if n is None else letters[n] for n in row] for row in KRIPPENDORFF_2011]
    found = krippendorff_alpha(rows, "ordinal", order=["P", "S", "M", "U", "X"])
    assert found.value == pytest.approx(0.815388, abs=5e-7)
    backwards = krippendorff_alpha(rows, "ordinal", order=["X", "U", "M", "S", "P"])
    assert backwards.value == pytest.approx(0.815388, abs=5e-7)


def test_that_few_subjects_leave_alpha_wide_open_and_the_interval_repeats() -> None:
    found = alpha_interval(KRIPPENDORFF_2011, "ordinal", draws=2000)
    assert found is not None
    assert found == alpha_interval(KRIPPENDORFF_2011, "ordinal", draws=2000)
    assert found[0] == pytest.approx(0.43, abs=0.06)
    assert found[1] == pytest.approx(1.0, abs=0.02)


RATINGS = st.lists(
    st.lists(st.one_of(st.none(), st.integers(min_value=0, max_value=3)), max_size=4), max_size=8
)


@given(rows=RATINGS, metric=st.sampled_from(["nominal", "ordinal", "interval", "ratio"]))
def test_that_alpha_is_at_most_one_and_one_only_without_disagreement(
    rows: list[list[int | None]], metric: Metric
) -> None:
    found = krippendorff_alpha(rows, metric)
    if found.value is None:
        assert found.reason
    else:
        assert found.value <= 1
        assert (found.value == 1) == (found.observed == 0)


@given(rows=RATINGS)
def test_that_who_rated_first_does_not_matter(rows: list[list[int | None]]) -> None:
    found = krippendorff_alpha(rows).value
    turned = krippendorff_alpha([row[::-1] for row in rows[::-1]]).value
    assert found == (None if turned is None else pytest.approx(turned))


def test_that_percent_agreement_counts_pairs() -> None:
    assert percent_agreement([[1, 1, 2], [3, 3], [4]]).value == 2 / 4


def test_that_the_reading_follows_the_usual_thresholds() -> None:
    readings = {krippendorff_alpha(KRIPPENDORFF_2011, m).reading for m in ("ordinal", "interval")}
    assert readings == {"may be relied on"}
    assert krippendorff_alpha(KRIPPENDORFF_2011, "nominal").reading == "tentative only"
    assert krippendorff_alpha([[1, 2], [2, 1]]).reading == "not reliable"


def test_that_differences_name_both_evaluators_the_widest_first() -> None:
    ratings = {
        "C1": {"E1": "P", "E2": "S", "E3": "NE"},
        "C2": {"E2": "U", "E1": "P"},
        "C3": {"E1": "M", "E2": "M"},
    }
    assert differences(ratings, ["P", "S", "M", "U"]) == (
        Difference("C2", "E1", "P", "E2", "U", 3),
        Difference("C1", "E1", "P", "E2", "S", 1),
    )


def test_that_evaluators_are_linked_through_what_they_rated_together() -> None:
    ratings = {"a": ["E1", "E2"], "b": ["E2", "E3"], "c": ["E4"], "d": ["E5", "E6"], "e": []}
    assert linked_evaluators(ratings) == (
        frozenset({"E1", "E2", "E3"}),
        frozenset({"E5", "E6"}),
        frozenset({"E4"}),
    )
    assert linked_evaluators({}) == ()


def test_that_the_judges_of_shrout_and_fleiss_show_their_severity() -> None:
    table = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    ratings = {
        str(place): {f"J{judge}": float(value) for judge, value in enumerate(row, start=1)}
        for place, row in enumerate(table)
    }
    found = {each.evaluator: each.offset for each in severities(ratings)}
    assert found["J1"] == pytest.approx(2.375)
    assert found["J2"] == pytest.approx(-2.7917, abs=5e-5)
    assert found["J3"] == pytest.approx(-0.9583, abs=5e-5)
    assert found["J4"] == pytest.approx(1.375)
    assert [each.evaluator for each in severities(ratings)] == ["J2", "J3", "J4", "J1"]


def test_that_who_rated_alone_has_no_severity() -> None:
    assert severities({"a": {"E1": 1.0}}) == ()
