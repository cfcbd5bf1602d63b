"""What the tests between two parties amount to: worst, agreed overall, and how much was tested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exerciseplanner.domain.interoperability import (
    ResultScale,
    TestResult,
    disparities,
    overall_result,
)


@dataclass(frozen=True)
class TestedPair:
    """The tests from one provider to one consumer.

    `overall` is the worst of the overall results, `worst` the worst that any side or both reported;
    while nothing was tested they are the code that says so, or empty. `differing` counts the tests
    whose results do not fit together.
    """

    __test__ = False

    planned: int = 0
    tested: int = 0
    succeeded: int = 0
    overall: str = ""
    worst: str = ""
    differing: int = 0


def results_between(tests: Iterable[TestResult], scale: ResultScale) -> TestedPair:
    """What the tests between two parties amount to.

    A result that says that nothing was tested never stands before one that was.
    """
    listed = list(tests)
    overall = [overall_result(test, scale) for test in listed]
    said = [
        code
        for test in listed
        for code in (test.provider_result, test.consumer_result, test.result)
        if code
    ]
    return TestedPair(
        planned=len(listed),
        tested=sum(scale.is_tested(code) for code in overall),
        succeeded=sum(code == scale.counted[0] for code in overall if scale.counted),
        overall=worst_of(overall, scale),
        worst=worst_of(said, scale),
        differing=sum(bool(disparities(test, scale)) for test in listed if scale.counted),
    )


def worst_of(codes: Sequence[str], scale: ResultScale) -> str:
    """The worst code that says something was tested, else the last of those still open."""
    given = [code for code in codes if code in scale.codes]
    tested = [code for code in given if scale.is_tested(code)]
    return max(tested or given, key=scale.place, default="")
