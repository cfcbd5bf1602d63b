"""Tests of kappa and intraclass correlation against published values."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.agreement_tables import (
    Weights,
    cohen_kappa,
    cohen_standard_error,
    fleiss_kappa,
    intraclass_correlation,
)

FLEISS = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
]
CARCINOMA = [[22, 2, 2, 0], [5, 7, 14, 0], [0, 2, 36, 0], [0, 1, 17, 10]]
SHROUT_FLEISS = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
]


def test_that_fleiss_kappa_of_the_worked_example_is_reproduced() -> None:
    found = fleiss_kappa(FLEISS)
    assert found.value == pytest.approx(0.20993, abs=5e-6)
    assert found.observed == pytest.approx(0.378022, abs=5e-7)
    assert found.expected == pytest.approx(0.212755, abs=5e-7)


@pytest.mark.parametrize(
    ("table", "weights", "kappa"),
    [
        ([[20, 5], [10, 15]], "none", 0.4),
        ([[45, 15], [25, 15]], "none", 0.1304),
        ([[25, 35], [5, 35]], "none", 0.2593),
        (CARCINOMA, "none", 0.4930),
        (CARCINOMA, "linear", 0.6488),
        (CARCINOMA, "quadratic", 0.7838),
    ],
)
def test_that_cohens_kappa_is_reproduced(
    table: list[list[int]], weights: Weights, kappa: float
) -> None:
    assert cohen_kappa(table, weights).value == pytest.approx(kappa, abs=5e-5)


def test_that_the_standard_error_of_kappa_is_reproduced() -> None:
    assert cohen_standard_error(CARCINOMA) == pytest.approx(0.0567, abs=5e-5)


def test_that_kappa_is_not_defined_without_variation_or_ratings() -> None:
    assert cohen_kappa([[7, 0], [0, 0]]).reason == "no variation"
    assert cohen_standard_error([[7, 0], [0, 0]]) is None
    assert fleiss_kappa([[3, 0], [3, 0]]).reason == "no variation"
    assert cohen_kappa([[0, 0], [0, 0]]).value is None
    assert fleiss_kappa([]).value is None
    assert fleiss_kappa([[1, 0], [0, 1]]).value is None


def test_that_fleiss_needs_the_same_number_of_ratings_for_each_subject() -> None:
    with pytest.raises(ValueError, match="same number"):
        fleiss_kappa([[2, 0], [1, 2]])


def test_that_intraclass_correlations_of_1979_are_reproduced() -> None:
    found = intraclass_correlation(SHROUT_FLEISS)
    squares = (found.between_subjects, found.within_subjects)
    assert squares == pytest.approx((11.2417, 6.2639), abs=5e-5)
    squares = (found.between_evaluators, found.residual)
    assert squares == pytest.approx((32.4861, 1.0194), abs=5e-5)
    assert found.single == pytest.approx((0.1657, 0.2898, 0.7148), abs=5e-5)
    assert found.average == pytest.approx((0.4428, 0.6201, 0.9093), abs=5e-5)


def test_that_intraclass_correlation_needs_two_of_each() -> None:
    with pytest.raises(ValueError, match="two subjects"):
        intraclass_correlation([[1, 2]])


def test_that_equal_ratings_have_no_intraclass_correlation() -> None:
    assert intraclass_correlation([[1, 1], [1, 1]]).single == (None, None, None)
