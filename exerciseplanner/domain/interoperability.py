"""Results of interoperability tests: success rates, disparities between sides, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.terms import Term

EXPECTED = ("standard", "edition", "dimension", "provider", "consumer", "target")
"""What a test case must state before it can be tested."""


@dataclass(frozen=True)
class ResultScale:
    """Result codes from best to worst, and after them those that say nothing was tested."""

    counted: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code, worst of the tested ones before those still open."""
        return self.counted + self.open

    def place(self, code: str) -> int:
        """Place of a code from the best; Refusal where the scale does not have it."""
        if code not in self.codes:
            raise Refusal(
                f"'{code}' is no interoperability result.",
                field="result",
                remedy=f"Use one of {', '.join(self.codes)}.",
            )
        return self.codes.index(code)

    def is_tested(self, code: str) -> bool:
        """Whether the code says that something was tested."""
        return code in self.counted


@dataclass(frozen=True)
class TestResult:
    """Results of one test: what each side says, what both agreed, and whether a shortfall is set.

    An empty code is a result not given.
    """

    __test__ = False

    name: str
    provider: str = ""
    consumer: str = ""
    provider_result: str = ""
    consumer_result: str = ""
    result: str = ""
    shortfall: bool = False


@dataclass(frozen=True)
class TestSummary:
    """Counts per result and the success rate over what was tested; None where nothing was."""

    __test__ = False

    counts: tuple[tuple[str, int], ...]
    tested: int
    planned: int
    success_rate: Fraction | None
    worst: str

    @property
    def reading(self) -> str:
        """The success rate as a count of a count, because few tests make no percentage."""
        if self.success_rate is None:
            return f"0 of {self.planned} tested"
        succeeded = self.success_rate * self.tested
        return f"{succeeded} of {self.tested} tested succeeded, {self.planned} planned"


def result_scale(terms: Iterable[Term]) -> ResultScale:
    """The result scale of a doctrine pack, from its terms of the kind interop_result."""
    ranked = sorted(terms, key=lambda term: (term.number("rank") or term.seq, term.seq))
    return ResultScale(
        tuple(term.code for term in ranked if term.flag("counts")),
        tuple(term.code for term in ranked if not term.flag("counts")),
    )


def overall_result(test: TestResult, scale: ResultScale) -> str:
    """The agreed result, or while there is none the worse of both sides' results.

    One side alone, or a side that has not tested, leaves it open: empty or that side's code.
    """
    if test.result:
        scale.place(test.result)
        return test.result
    sides = [test.provider_result, test.consumer_result]
    if not all(sides):
        return ""
    return max(sides, key=scale.place)


def disparities(test: TestResult, scale: ResultScale) -> tuple[str, ...]:
    """What does not fit together in the results of one test, in words; nothing where all fits.

    Flagged are an agreed success although a side has another result or a shortfall is set, an
    agreed result no side bears out, and sides that differ (DOCTRINE section 4.1).
    """
    best = scale.counted[0]
    sides = [
        (side, code)
        for side, code in (
            (test.provider or "the provider", test.provider_result),
            (test.consumer or "the consumer", test.consumer_result),
        )
        if code
    ]
    said = [
        f"agreed {test.result}, but {side} reports {code}"
        for side, code in sides
        if test.result == best != code
    ]
    if test.result == best and test.shortfall:
        said.append(f"agreed {test.result}, but a shortfall is set")
    codes = [code for _, code in sides]
    said += _unsupported(test.result, codes, scale)
    if len(set(codes)) > 1:
        said.append("sides differ: " + ", ".join(f"{side} {code}" for side, code in sides))
    return tuple(said)


def _unsupported(result: str, codes: Sequence[str], scale: ResultScale) -> list[str]:
    """What an agreed result short of success claims that no side's result bears out."""
    if not codes or not scale.is_tested(result) or result == scale.counted[0]:
        return []
    tested = [code for code in codes if scale.is_tested(code)]
    if not tested:
        return [f"agreed {result}, though no side reports a test"]
    if all(scale.place(result) < scale.place(code) for code in tested):
        return [f"agreed {result}, better than any side reports"]
    return []


def summarise_tests(tests: Iterable[TestResult], scale: ResultScale) -> TestSummary:
    """Counts and success rate of tests; what was not tested or is pending leaves the denominator.

    A test without any result counts as planned only.
    """
    results = [overall_result(test, scale) for test in tests]
    counts = Counter(code for code in results if code)
    tested = sum(counts[code] for code in scale.counted)
    given = [code for code in scale.counted if counts[code]]
    return TestSummary(
        counts=tuple((code, counts[code]) for code in scale.codes),
        tested=tested,
        planned=len(results),
        success_rate=Fraction(counts[scale.counted[0]], tested) if tested else None,
        worst=given[-1] if given else "",
    )


def missing_statements(stated: dict[str, str]) -> tuple[str, ...]:
    """Which of the expected statements a test case still lacks."""
    return tuple(name for name in EXPECTED if not stated.get(name, "").strip())
