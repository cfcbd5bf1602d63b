"""What goes into the rating of a whole and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from exerciseplanner.domain.doctrine import NOT_APPLICABLE, NOT_OBSERVED, RatingScale
from exerciseplanner.domain.grading import percent
from exerciseplanner.domain.refusals import Refusal

State = Literal["rated", "not observed", "not applicable"]
Kind = Literal["weighted", "lowest", "percent", "judgement"]

_KINDS: dict[str, Kind] = {
    "weighted": "weighted",
    "lowest": "lowest",
    "percent": "percent",
    "none": "judgement",
    "judgement": "judgement",
}
_RULE_WORDS: dict[Kind, str] = {
    "weighted": (
        "Weighted mean of the parts that were rated, graded at the midpoints between the values "
        "of the scale. A local method, not doctrine."
    ),
    "lowest": "The lowest rated part governs.",
    "percent": "Share of the rated parts, by weight, that were met.",
    "judgement": "Nothing is computed: a named person judges from the ratings listed.",
}


@dataclass(frozen=True)
class Assessed:
    """One part of a whole: how much it weighs, whether it is critical, and what was found.

    `value` is its worth from 0 to 1, None where nothing was rated or the scale has no worths.
    `low` and `high` bound it where it is itself only partly observed.
    """

    weight: int
    critical: bool
    value: Fraction | None
    code: str
    state: State
    name: str = ""
    low: Fraction | None = None
    high: Fraction | None = None

    def __post_init__(self) -> None:
        if self.weight < 0:
            raise Refusal(f"'{self.name}' has a negative weight.", field="weight")


@dataclass(frozen=True)
class RollUpRule:
    """The rule by which parts make a whole.

    `minimum_coverage` is the share of the applicable weight that must be rated; `cuts` replace
    the midpoints between the worths of the scale, best first; `met_from` is the worth from which
    a part counts as met under the percent rule.
    """

    kind: Kind = "weighted"
    minimum_coverage: Fraction = Fraction(4, 5)
    cuts: tuple[Fraction, ...] | None = None
    met_from: Fraction = Fraction(1, 2)

    @property
    def words(self) -> str:
        """The rule as a reader of the assessment is told it."""
        if self.kind == "judgement":
            return _RULE_WORDS[self.kind]
        return (
            f"{_RULE_WORDS[self.kind]} What was not observed never counts for or against; at "
            f"least {percent(self.minimum_coverage)} of the applicable weight must be rated. A "
            "critical part that failed decides, one that was not observed leaves the whole not "
            "rated, and one in the lower half of the scale holds the whole down to its own rating."
        )


@dataclass(frozen=True)
class Rollup:
    """The computed rating of a whole, what it rests on, and the rule that decided it.

    `score` and `coverage` are None where there is nothing to divide by; `lowest` and `highest`
    are the score with everything unobserved at its worst and at its best. `rated`, `applicable`
    and `planned` count parts. `gate` names the rule that overruled the score, or is empty.
    """

    grade_code: str
    score: Fraction | None
    coverage: Fraction | None
    lowest: Fraction
    highest: Fraction
    rated: int
    planned: int
    applicable: int
    why: str
    gate: str

    @property
    def is_rated(self) -> bool:
        """Whether a grade was reached."""
        return self.grade_code not in (NOT_OBSERVED, NOT_APPLICABLE)

    @property
    def reading(self) -> str:
        """The grade as printed: its code, `not rated` or `not applicable`."""
        words = {NOT_OBSERVED: "not rated", NOT_APPLICABLE: "not applicable"}
        return words.get(self.grade_code, self.grade_code)


def rule_for(scale: RatingScale) -> RollUpRule:
    """The roll-up rule a scale of the doctrine pack names; Refusal where it is unknown."""
    if scale.rollup not in _KINDS:
        known = ", ".join(sorted(_KINDS))
        raise Refusal(
            f"{scale.name} names the unknown roll-up '{scale.rollup}'.", remedy=f"Use {known}."
        )
    return RollUpRule(_KINDS[scale.rollup])


def assessed(
    code: str | None, scale: RatingScale, *, weight: int = 1, critical: bool = False, name: str = ""
) -> Assessed:
    """A part as rated on its scale; no code at all is a part nobody observed."""
    value = scale.value(code or NOT_OBSERVED)
    if value.code == NOT_APPLICABLE:
        return Assessed(weight, critical, None, value.code, "not applicable", name)
    if not value.counts:
        return Assessed(weight, critical, None, value.code, "not observed", name)
    return Assessed(weight, critical, value.worth, value.code, "rated", name)
