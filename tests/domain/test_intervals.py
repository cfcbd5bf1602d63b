"""Tests of intervals and evidence of change against published and independent values."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.intervals import (
    belief,
    beta_cdf,
    beta_quantile,
    change_between,
    spread_of,
    wilson_interval,
)

PSMU_WORTHS = (Fraction(1), Fraction(2, 3), Fraction(1, 3), Fraction(0))


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (7, 10, 0.3968, 0.8922),
        (5, 5, 0.5655, 1.0),
        (18, 20, 0.6990, 0.9721),
        (0, 5, 0.0, 0.4345),
    ],
)
def test_that_wilson_intervals_are_reproduced(
    successes: int, trials: int, low: float, high: float
) -> None:
    assert wilson_interval(successes, trials) == pytest.approx((low, high), abs=6e-5)


def test_that_no_trials_leave_everything_open() -> None:
    assert wilson_interval(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("successes", "trials", "mean", "low", "high", "probability"),
    [
        (7, 10, 0.6667, 0.4356, 0.8649, 0.1611),
        (5, 5, 0.8571, 0.6070, 0.9915, 0.7379),
        (18, 20, 0.8636, 0.7294, 0.9599, 0.8213),
        (0, 5, 0.1429, 0.0085, 0.3930, 0.0001),
    ],
)
def test_that_a_share_is_believed_within_its_credible_interval(
    successes: int, trials: int, mean: float, low: float, high: float, probability: float
) -> None:
    found = belief(successes, trials - successes)
    assert (found.mean, found.low, found.high) == pytest.approx((mean, low, high), abs=6e-5)
    assert found.at_least(0.8) == pytest.approx(probability, abs=6e-5)


@pytest.mark.parametrize(
    ("counts", "mean", "low", "high"),
    [
        ((12, 5, 2, 1), 0.8333, 0.6863, 0.9438),
        ((2, 1, 0, 0), 0.875, 0.5559, 0.9994),
        ((0, 0, 0, 0), 0.5, 0.0062, 0.9938),
    ],
)
def test_that_counts_per_grade_give_the_share_at_least_good(
    counts: tuple[int, ...], mean: float, low: float, high: float
) -> None:
    found = spread_of(counts).at_least(1)
    assert (found.mean, found.low, found.high) == pytest.approx((mean, low, high), abs=6e-5)


def test_that_counts_per_grade_give_shares_and_a_score() -> None:
    found = spread_of((12, 5, 2, 1))
    assert found.shares == pytest.approx((0.5833, 0.25, 0.1071, 0.0595), abs=5e-5)
    assert found.at_least(1).at_least(0.8) == pytest.approx(0.6970, abs=5e-5)
    assert found.score(PSMU_WORTHS) == pytest.approx(0.7857, abs=5e-5)


def test_that_a_change_is_called_one_only_on_evidence() -> None:
    found = change_between((14, 20), (18, 20))
    assert found.probability == pytest.approx(0.945, abs=1e-3)
    assert (found.low, found.high) == pytest.approx((-0.006, 0.390), abs=1e-3)
    assert found.reading == "no evidence of change"
    few = change_between((3, 5), (4, 5))
    assert few.probability == pytest.approx(0.751, abs=2e-3)
    assert (few.low, few.high) == pytest.approx((-0.250, 0.569), abs=4e-3)
    assert change_between((2, 20), (18, 20)).reading == "improved"
    assert change_between((18, 20), (2, 20)).reading == "declined"


@given(
    share=st.floats(min_value=0, max_value=1),
    alpha=st.floats(min_value=0.1, max_value=300),
    beta=st.floats(min_value=0.1, max_value=300),
)
def test_that_the_beta_distribution_agrees_with_an_independent_one(
    share: float, alpha: float, beta: float
) -> None:
    from scipy import stats  # a second to import, which only this test needs

    expected = float(stats.beta.cdf(share, alpha, beta))
    assert beta_cdf(share, alpha, beta) == pytest.approx(expected, abs=1e-9)


@given(
    probability=st.floats(min_value=0.01, max_value=0.99),
    alpha=st.floats(min_value=0.5, max_value=100),
    beta=st.floats(min_value=0.5, max_value=100),
)
def test_that_quantiles_invert_the_distribution(
    probability: float, alpha: float, beta: float
) -> None:
    share = beta_quantile(probability, alpha, beta)
    assert beta_cdf(share, alpha, beta) == pytest.approx(probability, abs=1e-9)
