"""How ratings of parts become the rating of a whole: exact, gated, with the reason said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

from exerciseplanner.domain.doctrine import NOT_APPLICABLE, NOT_OBSERVED, RatingScale, RatingValue
from exerciseplanner.domain.grading import cuts, grade_of, grades, percent, score_figure, worth_of
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.rollup import Assessed, Rollup, RollUpRule, assessed, rule_for

__all__ = ["Assessed", "RollUpRule", "Rollup", "assessed", "roll_up", "rule_for"]


def roll_up(
    parts: Iterable[Assessed], scale: RatingScale, rule: RollUpRule | None = None
) -> Rollup:
    """The rating of a whole from its parts (METHODS of the field: exact, gated, explained).

    Gates come in this order: a critical part with the lowest value decides; a critical part not
    observed, or too little observed, leaves the whole not rated; a critical part worth less than
    one half holds the whole down to its own value.
    """
    whole = _Whole(tuple(parts), scale, rule or rule_for(scale))
    for attempt in _ORDER:
        verdict = attempt(whole)
        if verdict is not None:
            return _rollup(whole, *verdict)
    return _rollup(whole, *_by_score(whole))


@dataclass(frozen=True)
class _Whole:
    parts: tuple[Assessed, ...]
    scale: RatingScale
    rule: RollUpRule

    @cached_property
    def applicable(self) -> list[Assessed]:
        return [part for part in self.parts if part.state != "not applicable"]

    @cached_property
    def rated(self) -> list[Assessed]:
        return [part for part in self.parts if part.state == "rated"]

    @cached_property
    def marks(self) -> tuple[Fraction, ...]:
        """The scores from which each grade but the last is reached."""
        return self.rule.cuts if self.rule.cuts is not None else cuts(self.scale)

    @cached_property
    def score(self) -> Fraction | None:
        return _score(self)

    @cached_property
    def coverage(self) -> Fraction | None:
        applicable = _weight(self.applicable)
        return Fraction(_weight(self.rated), applicable) if applicable else None

    def grade(self, part: Assessed) -> RatingValue:
        """The grade that governs the gates: as rated, or from the value on another scale."""
        for value in grades(self.scale):
            if value.code == part.code:
                return value
        return grade_of(_value(part), self.scale)

    def named(self, part: Assessed) -> str:
        return f"'{part.name}'" if part.name else "one part"


Verdict = tuple[str, str, str]
"""Grade code, the reason in words, and the gate that decided."""


def _value(part: Assessed) -> Fraction:
    if part.value is None:
        raise Refusal(
            f"'{part.name}' is rated {part.code}, which has no worth, so nothing can be computed.",
            remedy="Let a named person judge on this scale.",
        )
    return part.value


def _nothing_applies(whole: _Whole) -> Verdict | None:
    if whole.applicable:
        return None
    if whole.parts:
        return NOT_APPLICABLE, "No part applies.", "nothing applies"
    return NOT_OBSERVED, "Not rated: there is nothing to rate it by.", "nothing planned"


def _nothing_observed(whole: _Whole) -> Verdict | None:
    if whole.rated:
        return None
    parts = len(whole.applicable)
    which = f"none of {parts} applicable parts" if parts > 1 else "the only applicable part"
    why = f"Not rated: {which} was {'' if parts > 1 else 'not '}observed."
    return NOT_OBSERVED, why, "nothing observed"


def _judgement(whole: _Whole) -> Verdict | None:
    if whole.rule.kind != "judgement":
        return None
    why = f"Not rated: on the scale {whole.scale.name} a named person judges."
    return NOT_OBSERVED, why, "judgement"


def _critical_failed(whole: _Whole) -> Verdict | None:
    worst = grades(whole.scale)[-1]
    decisive = whole.rule.kind == "lowest"
    for part in sorted(whole.rated, key=lambda each: not each.critical):
        if whole.grade(part) == worst and (part.critical or decisive):
            kind = "critical part" if part.critical else "part"
            why = f"The {kind} {whole.named(part)} is rated {worst.code}, which decides."
            return worst.code, why, "critical failed" if part.critical else "lowest"
    return None


def _critical_unobserved(whole: _Whole) -> Verdict | None:
    for part in whole.applicable:
        if part.critical and part.state == "not observed":
            why = f"Not rated: the critical part {whole.named(part)} was not observed."
            return NOT_OBSERVED, why, "critical not observed"
    return None


def _too_little_observed(whole: _Whole) -> Verdict | None:
    coverage, needed = whole.coverage, whole.rule.minimum_coverage
    if coverage is not None and coverage >= needed:
        return None
    seen = percent(coverage) if coverage is not None else "none"
    why = f"Not rated: {seen} of the applicable weight is rated, {percent(needed)} is needed."
    return NOT_OBSERVED, why, "coverage"


def _critical_weak(whole: _Whole) -> Verdict | None:
    weak = [part for part in whole.rated if part.critical]
    weak = [part for part in weak if worth_of(whole.grade(part)) < Fraction(1, 2)]
    if not weak or whole.rule.kind == "lowest":
        return None
    reached = grade_of(whole.score or Fraction(0), whole.scale, whole.marks)
    part = min(weak, key=lambda each: worth_of(whole.grade(each)))
    held = whole.grade(part)
    if worth_of(held) >= worth_of(reached):
        return None
    why = (
        f"The critical part {whole.named(part)} is rated {held.code}, which holds the whole down "
        f"from {reached.code}."
    )
    return held.code, why, "critical weak"


_ORDER: tuple[Callable[[_Whole], Verdict | None], ...] = (
    _nothing_applies,
    _nothing_observed,
    _judgement,
    _critical_failed,
    _critical_unobserved,
    _too_little_observed,
    _critical_weak,
)


def _by_score(whole: _Whole) -> Verdict:
    score = whole.score or Fraction(0)
    reached = grade_of(score, whole.scale, whole.marks)
    if whole.rule.kind == "lowest":
        part = min(whole.rated, key=lambda each: worth_of(whole.grade(each)))
        code = whole.grade(part).code
        return code, f"The lowest part governs: {whole.named(part)} is rated {code}.", ""
    what = "share met" if whole.rule.kind == "percent" else "weighted mean"
    said = score_figure(score, whole.marks)
    return reached.code, f"The {what} {said} {_cut_words(reached, whole)}.", ""


def _cut_words(reached: RatingValue, whole: _Whole) -> str:
    marks = whole.marks
    place = grades(whole.scale).index(reached)
    if place < len(marks):
        return f"reaches {reached.code}, which begins at {float(marks[place]):.2f}"
    return f"stays below {float(marks[-1]):.2f}" if marks else f"reads {reached.code}"


def _weight(parts: Sequence[Assessed]) -> int:
    return sum(part.weight for part in parts)


def _counted(value: Fraction, rule: RollUpRule) -> Fraction:
    if rule.kind == "percent":
        return Fraction(int(value >= rule.met_from))
    return value


def _score(whole: _Whole) -> Fraction | None:
    if whole.rule.kind == "lowest" and whole.rated:
        return min(_value(part) for part in whole.rated)
    weights = [part.weight for part in whole.rated]
    if not sum(weights):
        return None
    return _mean(weights, [_counted(_value(part), whole.rule) for part in whole.rated])


def _bounds(whole: _Whole) -> tuple[Fraction, Fraction]:
    weights = [part.weight for part in whole.applicable]
    bounds = [_part_bounds(part) for part in whole.applicable]
    if not sum(weights):
        return Fraction(0), Fraction(1)
    if whole.rule.kind == "lowest":
        return min(low for low, _ in bounds), min(high for _, high in bounds)
    lows = [_counted(low, whole.rule) for low, _ in bounds]
    highs = [_counted(high, whole.rule) for _, high in bounds]
    return _mean(weights, lows), _mean(weights, highs)


def _part_bounds(part: Assessed) -> tuple[Fraction, Fraction]:
    seen = part.state == "rated"
    worst = _value(part) if seen else Fraction(0)
    best = _value(part) if seen else Fraction(1)
    return (
        worst if part.low is None else part.low,
        best if part.high is None else part.high,
    )


def _mean(weights: Sequence[int], values: Sequence[Fraction]) -> Fraction:
    common = lcm(*(value.denominator for value in values))
    weighed = (
        weight * value.numerator * (common // value.denominator)
        for weight, value in zip(weights, values, strict=True)
    )
    return Fraction(sum(weighed), common * sum(weights))


def _rollup(whole: _Whole, code: str, why: str, gate: str) -> Rollup:
    computed = whole.rule.kind != "judgement"
    low, high = _bounds(whole) if computed else (Fraction(0), Fraction(1))
    return Rollup(
        grade_code=code,
        score=whole.score if computed else None,
        coverage=whole.coverage,
        lowest=low,
        highest=high,
        rated=len(whole.rated),
        planned=len(whole.parts),
        applicable=len(whole.applicable),
        why=why,
        gate=gate,
    )
