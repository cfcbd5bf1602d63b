"""Agreement computed from complete tables: Fleiss' and Cohen's kappa, intraclass correlation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from exerciseplanner.domain.agreement import NO_VARIATION, NOTHING_PAIRED, Agreement

Weights = Literal["none", "linear", "quadratic"]
Table = Sequence[Sequence[float]]

_WEIGHTS: dict[Weights, Callable[[int, int, int], float]] = {
    "none": lambda i, j, _: float(i == j),
    "linear": lambda i, j, last: 1 - abs(i - j) / last,
    "quadratic": lambda i, j, last: 1 - ((i - j) / last) ** 2,
}


def fleiss_kappa(counts: Sequence[Sequence[int]]) -> Agreement:
    """Fleiss' kappa of a table of subjects by categories, each row summing to the same n.

    Raises ValueError where rows differ in their number of ratings.
    """
    raters = sum(counts[0]) if counts else 0
    if any(sum(row) != raters for row in counts):
        raise ValueError("every subject needs the same number of ratings")
    ratings = raters * len(counts)
    if raters < 2:
        return Agreement(None, NOTHING_PAIRED, 0.0, 0.0, ratings, len(counts))
    equal = sum(sum(n * (n - 1) for n in row) for row in counts)
    observed = equal / (ratings * (raters - 1))
    shares = [sum(column) / ratings for column in zip(*counts, strict=True)]
    return _kappa(observed, sum(share**2 for share in shares), ratings, len(counts))


def cohen_kappa(table: Table, weights: Weights = "none") -> Agreement:
    """Cohen's kappa of a square table of two evaluators' ratings, weighted by distance if asked."""
    total = sum(map(sum, table))
    size = len(table)
    if not total:
        return Agreement(None, NOTHING_PAIRED, 0.0, 0.0, 0, 0)
    rows, columns = _margins(table)
    weigh, last = _WEIGHTS[weights], max(size - 1, 1)
    observed = expected = 0.0
    for i in range(size):
        for j in range(size):
            weight = weigh(i, j, last)
            observed += weight * table[i][j] / total
            expected += weight * rows[i] * columns[j]
    return _kappa(observed, expected, int(2 * total), int(total))


def cohen_standard_error(table: Table) -> float | None:
    """Asymptotic standard error of the unweighted kappa (Fleiss, Cohen and Everitt 1969)."""
    found = cohen_kappa(table)
    total = sum(map(sum, table))
    if found.value is None:
        return None
    rows, columns = _margins(table)
    po, pe = found.observed, found.expected
    inside = 0.0
    for i, row in enumerate(table):
        for j, cell in enumerate(row):
            share = cell / total
            if i == j:
                inside += share * ((1 - pe) - (rows[i] + columns[i]) * (1 - po)) ** 2
            else:
                inside += share * ((columns[i] + rows[j]) * (1 - po)) ** 2
    inside -= (po * pe - 2 * pe + po) ** 2
    return sqrt(max(inside, 0.0) / total) / (1 - pe) ** 2


def _margins(table: Table) -> tuple[list[float], list[float]]:
    total = sum(map(sum, table))
    rows = [sum(row) / total for row in table]
    columns = [sum(column) / total for column in zip(*table, strict=True)]
    return rows, columns


def _kappa(observed: float, expected: float, ratings: int, subjects: int) -> Agreement:
    if abs(1 - expected) < 1e-12:
        return Agreement(None, NO_VARIATION, observed, expected, ratings, subjects)
    value = (observed - expected) / (1 - expected)
    return Agreement(value, "", observed, expected, ratings, subjects)


@dataclass(frozen=True)
class IntraclassCorrelation:
    """Mean squares and the six coefficients of Shrout and Fleiss 1979.

    `single` and `average` hold ICC(1), ICC(2) and ICC(3) for one evaluator and for the mean of
    all of them; None where they are not defined.
    """

    between_subjects: float
    within_subjects: float
    between_evaluators: float
    residual: float
    single: tuple[float | None, float | None, float | None]
    average: tuple[float | None, float | None, float | None]


def intraclass_correlation(table: Table) -> IntraclassCorrelation:
    """Intraclass correlations of a complete table of subjects by evaluators.

    Raises ValueError for fewer than two of either.
    """
    n, k = len(table), len(table[0]) if table else 0
    if n < 2 or k < 2:
        raise ValueError("two subjects and two evaluators are needed")
    bms, jms, wms, ems = _mean_squares(table, n, k)
    return IntraclassCorrelation(
        between_subjects=bms,
        within_subjects=wms,
        between_evaluators=jms,
        residual=ems,
        single=(
            _share(bms - wms, bms + (k - 1) * wms),
            _share(bms - ems, bms + (k - 1) * ems + k * (jms - ems) / n),
            _share(bms - ems, bms + (k - 1) * ems),
        ),
        average=(
            _share(bms - wms, bms),
            _share(bms - ems, bms + (jms - ems) / n),
            _share(bms - ems, bms),
        ),
    )


def _mean_squares(table: Table, n: int, k: int) -> tuple[float, float, float, float]:
    grand = sum(map(sum, table)) / (n * k)
    rows = k * sum((sum(row) / k - grand) ** 2 for row in table)
    columns = n * sum((sum(column) / n - grand) ** 2 for column in zip(*table, strict=True))
    total = sum((value - grand) ** 2 for row in table for value in row)
    within = (total - rows) / (n * (k - 1))
    residual = (total - rows - columns) / ((n - 1) * (k - 1))
    return rows / (n - 1), columns / (k - 1), within, residual


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
