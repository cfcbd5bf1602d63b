"""Scores and grades on a rating scale: worths, the cuts between them, shares in words."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from exerciseplanner.domain.doctrine import RatingScale, RatingValue
from exerciseplanner.domain.refusals import Refusal


def grades(scale: RatingScale) -> tuple[RatingValue, ...]:
    """The values of a scale that count, best first."""
    return scale.counting


def worth_of(value: RatingValue) -> Fraction:
    """The worth of a value; Refusal where it has no place on a number line."""
    if value.worth is None:
        raise Refusal(
            f"'{value.label}' has no worth, so nothing can be computed from it.",
            remedy="Let a named person judge on this scale.",
        )
    return value.worth


def cuts(scale: RatingScale) -> tuple[Fraction, ...]:
    """Scores from which each grade but the last is reached: midpoints between the worths."""
    worths = [worth_of(value) for value in grades(scale)]
    return tuple((upper + lower) / 2 for upper, lower in pairwise(worths))


def grade_of(
    score: Fraction, scale: RatingScale, marks: tuple[Fraction, ...] | None = None
) -> RatingValue:
    """The grade a score reaches; a score exactly on a cut reaches the better grade.

    `marks` replace the midpoints, best first.
    """
    reached_from = cuts(scale) if marks is None else marks
    for value, mark in zip(grades(scale), reached_from, strict=False):
        if score >= mark:
            return value
    return grades(scale)[-1]


Tone = Literal["best", "good", "weak", "worst", "unrated"]
"""Where a value stands on its own scale, in four steps that any scale can be drawn in."""

_TONES: tuple[Tone, ...] = ("best", "good", "weak", "worst")


def tone_of(code: str, scale: RatingScale) -> Tone:
    """Where a value stands on its scale; `unrated` for one that does not count."""
    codes = [value.code for value in grades(scale)]
    if code not in codes:
        return "unrated"
    if len(codes) == 1:
        return "best"
    return _TONES[round(codes.index(code) * (len(_TONES) - 1) / (len(codes) - 1))]


def score_figure(score: Fraction, marks: Iterable[Fraction]) -> str:
    """A score with as many decimals, from two, as tell it from every cut that it is not on."""
    others = [float(mark) for mark in marks if mark != score]
    for digits in range(2, 6):
        said = f"{float(score):.{digits}f}"
        if all(said != f"{mark:.{digits}f}" for mark in others):
            return said
    return f"{float(score):.6f}"


def percent(share: Fraction) -> str:
    """A share in whole per cent, never rounded up to 100 nor down to 0."""
    whole = round(share * 100)
    if share < 1:
        whole = min(whole, 99)
    return f"{max(whole, 1) if share > 0 else whole} %"
