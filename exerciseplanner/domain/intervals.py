"""What few ratings can and cannot show: intervals of shares, and evidence of change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp, inf, lgamma, log, log1p, sqrt
from statistics import NormalDist

CHANGE_NEEDS = 0.95
"""Probability from which a change is called one."""


@dataclass(frozen=True)
class Belief:
    """A share after the evidence: its mean and the interval it lies in."""

    mean: float
    low: float
    high: float
    alpha: float
    beta: float

    def at_least(self, share: float) -> float:
        """Probability that the true share is at least this."""
        return 1 - beta_cdf(share, self.alpha, self.beta)


@dataclass(frozen=True)
class Change:
    """Difference between two shares: its interval and the probability of an improvement."""

    probability: float
    low: float
    high: float

    @property
    def reading(self) -> str:
        """`improved`, `declined` or `no evidence of change`."""
        if self.probability >= CHANGE_NEEDS:
            return "improved"
        return "declined" if self.probability <= 1 - CHANGE_NEEDS else "no evidence of change"


def wilson_interval(successes: int, trials: int, level: float = 0.95) -> tuple[float, float]:
    """Wilson score interval of a share (Newcombe 1998); no trials at all leave 0 to 1 open."""
    if not trials:
        return 0.0, 1.0
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = successes / trials
    centre = share + z * z / (2 * trials)
    spread = z * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    scale = 1 + z * z / trials
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def belief(
    successes: float, failures: float, level: float = 0.90, prior: tuple[float, float] = (1, 1)
) -> Belief:
    """What a share is believed to be after successes and failures, from a uniform prior."""
    alpha, beta = successes + prior[0], failures + prior[1]
    tail = (1 - level) / 2
    return Belief(
        alpha / (alpha + beta),
        beta_quantile(tail, alpha, beta),
        beta_quantile(1 - tail, alpha, beta),
        alpha,
        beta,
    )


@dataclass(frozen=True)
class Spread:
    """Shares of the grades of a scale after the evidence, best first."""

    shares: tuple[float, ...]
    alphas: tuple[float, ...]

    def at_least(self, grade: int, level: float = 0.90) -> Belief:
        """The share of ratings at the grade of this place (0 is the best) or better."""
        good = sum(self.alphas[: grade + 1])
        return belief(good, sum(self.alphas) - good, level, prior=(0, 0))

    def score(self, worths: Sequence[Fraction]) -> float:
        """Mean worth of a rating."""
        return sum(share * float(worth) for share, worth in zip(self.shares, worths, strict=True))


def spread_of(counts: Sequence[int]) -> Spread:
    """What counts per grade say of their shares, from a prior as heavy as one rating."""
    alphas = tuple(count + 1 / len(counts) for count in counts)
    total = sum(alphas)
    return Spread(tuple(alpha / total for alpha in alphas), alphas)


def change_between(before: tuple[int, int], after: tuple[int, int], level: float = 0.90) -> Change:
    """Whether a share of (successes, trials) changed, from a prior as heavy as one rating.

    Only like may be compared with like: same standard, conditions and version of the scale.
    """
    first = belief(before[0], before[1] - before[0], prior=(0.5, 0.5))
    second = belief(after[0], after[1] - after[0], prior=(0.5, 0.5))
    tail = (1 - level) / 2
    return Change(
        1 - _difference_cdf(0.0, first, second),
        _difference_quantile(tail, first, second),
        _difference_quantile(1 - tail, first, second),
    )


_STEPS = 256


def _difference_cdf(difference: float, first: Belief, second: Belief) -> float:
    """P(second - first <= difference), over equal slices of probability of the first."""
    slices = _slices(first)
    return sum(beta_cdf(x + difference, second.alpha, second.beta) for x in slices) / len(slices)


def _slices(first: Belief) -> list[float]:
    return [beta_quantile((n + 0.5) / _STEPS, first.alpha, first.beta) for n in range(_STEPS)]


def _difference_quantile(probability: float, first: Belief, second: Belief) -> float:
    slices = _slices(first)
    low, high = -1.0, 1.0
    for _ in range(24):
        middle = (low + high) / 2
        below = sum(beta_cdf(x + middle, second.alpha, second.beta) for x in slices)
        if below < probability * len(slices):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_quantile(probability: float, alpha: float, beta: float) -> float:
    """The share below which a Beta distribution has this probability."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if beta_cdf(middle, alpha, beta) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_cdf(share: float, alpha: float, beta: float) -> float:
    """Regularised incomplete beta function: probability of at most this share."""
    if share <= 0:
        return 0.0
    if share >= 1:
        return 1.0
    front = exp(
        lgamma(alpha + beta)
        - lgamma(alpha)
        - lgamma(beta)
        + alpha * log(share)
        + beta * log1p(-share)
    )
    if share < (alpha + 1) / (alpha + beta + 2):
        return front * _continued_fraction(share, alpha, beta) / alpha
    return 1 - front * _continued_fraction(1 - share, beta, alpha) / beta


def _continued_fraction(x: float, a: float, b: float) -> float:
    """Lentz's evaluation of the continued fraction of the incomplete beta function."""
    tiny = 1e-300
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1), tiny)
    result, change = d, inf
    m = 0
    while abs(change - 1) > 1e-15 and m < 500:
        m += 1
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d, c = 1 / _away(1 + even * d, tiny), _away(1 + even / c, tiny)
        result *= d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = 1 / _away(1 + odd * d, tiny), _away(1 + odd / c, tiny)
        change = d * c
        result *= change
    return result


def _away(value: float, tiny: float) -> float:
    return value if abs(value) > tiny else tiny
