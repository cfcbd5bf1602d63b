"""How far evaluators agree with one another: Krippendorff's alpha, differences, links, severity."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Literal

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
Value = Hashable
Distance = Callable[[Value, Value], float]
Pairs = dict[tuple[Value, Value], float]

NO_VARIATION = "no variation"
NOTHING_PAIRED = "nothing was rated by two evaluators"


@dataclass(frozen=True)
class Agreement:
    """A coefficient of agreement, or the reason why there is none.

    `observed` and `expected` are disagreements for alpha and agreements for kappa; `pairable`
    counts the ratings that could be compared and `subjects` what they were about.
    """

    value: float | None
    reason: str
    observed: float
    expected: float
    pairable: int
    subjects: int

    @property
    def reading(self) -> str:
        """What the usual thresholds say of the coefficient (Krippendorff: .800 and .667)."""
        if self.value is None:
            return self.reason
        if self.value >= 0.8:
            return "may be relied on"
        return "tentative only" if self.value >= 0.667 else "not reliable"


@dataclass(frozen=True)
class Difference:
    """Two evaluators who rated the same thing differently, `steps` apart on the scale."""

    subject: str
    first: str
    first_code: str
    second: str
    second_code: str
    steps: int


@dataclass(frozen=True)
class Severity:
    """How far an evaluator's ratings lie above (+) or below (-) those of the others.

    A diagnostic in units of the values compared; ratings are never corrected by it.
    """

    evaluator: str
    offset: float
    ratings: int


def krippendorff_alpha(
    subjects: Iterable[Sequence[Value | None]],
    metric: Metric = "ordinal",
    order: Sequence[Value] | None = None,
) -> Agreement:
    """Krippendorff's alpha over subjects, each a row of the ratings it got (None where missing).

    `order` ranks the values for the ordinal metric; without it numbers rank by size. The
    interval and ratio metrics need numbers. Where all ratings are equal alpha is not defined and
    the reason is `no variation` (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability).
    """
    rows = [[value for value in row if value is not None] for row in subjects]
    rows = [row for row in rows if len(row) > 1]
    pairs = _coincidences(rows)
    totals: defaultdict[Value, float] = defaultdict(float)
    for (first, _), count in pairs.items():
        totals[first] += count
    pairable = sum(len(row) for row in rows)
    if pairable < 2:
        return Agreement(None, NOTHING_PAIRED, 0.0, 0.0, pairable, len(rows))
    distance = _distance(metric, totals, order)
    observed = sum(count * distance(*pair) for pair, count in pairs.items()) / pairable
    expected = sum(
        totals[first] * totals[second] * distance(first, second)
        for first in totals
        for second in totals
    ) / (pairable * (pairable - 1))
    if not expected:
        return Agreement(None, NO_VARIATION, observed, expected, pairable, len(rows))
    value = 1 - observed / expected
    return Agreement(value, "", observed, expected, pairable, len(rows))


def _coincidences(rows: Iterable[Sequence[Value]]) -> Pairs:
    pairs: defaultdict[tuple[Value, Value], float] = defaultdict(float)
    for row in rows:
        counts = Counter(row)
        for first, n in counts.items():
            for second, m in counts.items():
                both = n * (m - 1) if first == second else n * m
                pairs[first, second] += both / (len(row) - 1)
    return dict(pairs)


def _distance(
    metric: Metric, totals: Mapping[Value, float], order: Sequence[Value] | None
) -> Distance:
    if metric == "nominal":
        return lambda first, second: float(first != second)
    if metric == "ordinal":
        return _ordinal(totals, order)
    if metric == "interval":
        return lambda first, second: (_number(first) - _number(second)) ** 2
    return _ratio


def _ordinal(totals: Mapping[Value, float], order: Sequence[Value] | None) -> Distance:
    ranked = list(order) if order is not None else sorted(totals, key=_number)
    place = {value: rank for rank, value in enumerate(ranked)}
    cumulative = [0.0]
    for value in ranked:
        cumulative.append(cumulative[-1] + totals.get(value, 0.0))

    def distance(first: Value, second: Value) -> float:
        low, high = sorted((place[first], place[second]))
        between = cumulative[high + 1] - cumulative[low]
        return (between - (totals[first] + totals[second]) / 2) ** 2 if low != high else 0.0

    return distance


def _ratio(first: Value, second: Value) -> float:
    low, high = _number(first), _number(second)
    return ((low - high) / (low + high)) ** 2 if low + high else 0.0


def _number(value: Value) -> float:
    if isinstance(value, int | float | Fraction):
        return float(value)
    raise TypeError(f"{value!r} is no number")


def alpha_interval(
    subjects: Sequence[Sequence[Value | None]],
    metric: Metric = "ordinal",
    order: Sequence[Value] | None = None,
    *,
    level: float = 0.95,
    draws: int = 1000,
    seed: int = 1,
) -> tuple[float, float] | None:
    """Interval of alpha by drawing subjects with replacement; None where alpha is not defined.

    The same seed gives the same interval, so that a report can be printed again.
    """
    draw = random.Random(seed)
    found = []
    for _ in range(draws):
        sample = [draw.choice(subjects) for _ in subjects] if subjects else []
        value = krippendorff_alpha(sample, metric, order).value
        if value is not None:
            found.append(value)
    if not found:
        return None
    found.sort()
    tail = (1 - level) / 2
    last = len(found) - 1
    return found[round(tail * last)], found[round((1 - tail) * last)]


def percent_agreement(subjects: Iterable[Sequence[Value | None]]) -> Agreement:
    """Share of the pairs of ratings of the same subject that are equal."""
    rows = [[value for value in row if value is not None] for row in subjects]
    rows = [row for row in rows if len(row) > 1]
    pairs = [first == second for row in rows for first, second in combinations(row, 2)]
    pairable = sum(len(row) for row in rows)
    if not pairs:
        return Agreement(None, NOTHING_PAIRED, 0.0, 0.0, pairable, 0)
    share = sum(pairs) / len(pairs)
    return Agreement(share, "", share, 0.0, pairable, len(rows))


def differences(
    ratings: Mapping[str, Mapping[str, str]], order: Sequence[str]
) -> tuple[Difference, ...]:
    """Every two evaluators who rated the same subject differently, the widest apart first.

    `ratings` maps subject to evaluator to code; codes outside `order` (not observed, not
    applicable) are no rating and are left out.
    """
    place = {code: rank for rank, code in enumerate(order)}
    found = []
    for subject, row in ratings.items():
        known = sorted((who, code) for who, code in row.items() if code in place)
        for (first, one), (second, other) in combinations(known, 2):
            steps = abs(place[one] - place[other])
            if steps:
                found.append(Difference(subject, first, one, second, other, steps))
    return tuple(sorted(found, key=lambda each: -each.steps))


def linked_evaluators(
    ratings: Mapping[str, Iterable[str]],
) -> tuple[frozenset[str], ...]:
    """Groups of evaluators linked by having rated the same subjects, the largest first.

    `ratings` maps subject to evaluators. With more than one group, severity of evaluators and
    performance of who they rated cannot be told apart between the groups.
    """
    groups: list[set[str]] = []
    for evaluators in ratings.values():
        together = set(evaluators)
        apart = []
        for group in groups:
            if group & together:
                together |= group
            else:
                apart.append(group)
        groups = [*apart, together] if together else apart
    ordered = sorted(groups, key=lambda group: (-len(group), sorted(group)))
    return tuple(frozenset(group) for group in ordered)


def severities(ratings: Mapping[str, Mapping[str, float]]) -> tuple[Severity, ...]:
    """Mean distance of each evaluator from the mean of all ratings of the same subject.

    `ratings` maps subject to evaluator to value, higher being better. Only subjects that at least
    two evaluators rated count. The strictest comes first.
    """
    offsets: defaultdict[str, list[float]] = defaultdict(list)
    for row in ratings.values():
        if len(row) > 1:
            mean = sum(row.values()) / len(row)
            for evaluator, value in row.items():
                offsets[evaluator].append(value - mean)
    found = [
        Severity(evaluator, sum(each) / len(each), len(each)) for evaluator, each in offsets.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.offset, each.evaluator)))
