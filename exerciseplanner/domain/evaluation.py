"""What evaluators found: several ratings of one thing, where they differ, and who decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exerciseplanner.domain.doctrine import NOT_APPLICABLE, NOT_OBSERVED, RatingScale
from exerciseplanner.domain.grading import grades
from exerciseplanner.domain.readiness import Assessed, Rollup, assessed
from exerciseplanner.domain.refusals import Refusal


@dataclass(frozen=True)
class Rating:
    """What one evaluator found, on the scale's codes; `resolves` marks the lead's decision.

    `at` is the UTC moment of the rating as ISO text, by which later decisions are told from
    earlier ones.
    """

    evaluator: str
    code: str
    note: str = ""
    at: str = ""
    resolves: bool = False


@dataclass(frozen=True)
class Consensus:
    """What several ratings of one thing come to.

    `code` governs. `agreed` is false where evaluators differ and nobody has decided; `spread` is
    the distance in steps of the scale between the best and the worst rating. `rated` counts the
    ratings that count, `given` all of them.
    """

    code: str
    agreed: bool
    spread: int
    rated: int
    given: int
    why: str
    resolved_by: str = ""


@dataclass(frozen=True)
class Override:
    """A named person's decision in place of the computed grade, and why."""

    grade_code: str
    decided_by: str
    decided_at: str
    reason: str
    computed: str = ""


@dataclass(frozen=True)
class Assessment:
    """A computed rating and, beside it, what a named person decided."""

    computed: Rollup
    override: Override | None = None

    @property
    def grade_code(self) -> str:
        """The grade that governs."""
        return self.override.grade_code if self.override else self.computed.grade_code

    @property
    def reading(self) -> str:
        """The grade as printed."""
        return self.override.grade_code if self.override else self.computed.reading

    @property
    def outdated(self) -> bool:
        """Whether the computed grade has changed since it was overridden."""
        return bool(
            self.override
            and self.override.computed
            and self.override.computed != self.computed.grade_code
        )


def consensus(ratings: Iterable[Rating], scale: RatingScale) -> Consensus:
    """What several ratings of one thing come to, never an average that hides a difference.

    The lead evaluator's decision governs, the latest where there are several. Without one, equal
    ratings govern as they are; where evaluators differ the most severe governs until the lead
    decides. Who did not observe has no say; who holds the thing not applicable while others rated
    it differs from them. Raises Refusal for a code the scale does not have.
    """
    given = list(ratings)
    order = {value.code: place for place, value in enumerate(grades(scale))}
    for rating in given:
        scale.value(rating.code)
    counted = [rating for rating in given if rating.code in order]
    spread = _spread([order[rating.code] for rating in counted])
    decisions = [rating for rating in given if rating.resolves]
    if decisions:
        lead = max(decisions, key=lambda rating: rating.at)
        why = f"{lead.evaluator} decided."
        return Consensus(lead.code, True, spread, len(counted), len(given), why, lead.evaluator)
    if not counted:
        return _unrated(given)
    worst = max(counted, key=lambda rating: order[rating.code])
    exempt = [rating for rating in given if rating.code == NOT_APPLICABLE]
    agreed = spread == 0 and not exempt
    why = _why(counted, exempt, worst, order)
    return Consensus(worst.code, agreed, spread, len(counted), len(given), why)


def _spread(places: Sequence[int]) -> int:
    return max(places) - min(places) if places else 0


def _unrated(given: Sequence[Rating]) -> Consensus:
    exempt = sum(rating.code == NOT_APPLICABLE for rating in given)
    if given and exempt == len(given):
        return Consensus(NOT_APPLICABLE, True, 0, 0, len(given), "Held not applicable.")
    why = "Nobody observed it." if not exempt else "Nobody rated it; some hold it not applicable."
    return Consensus(NOT_OBSERVED, not exempt, 0, 0, len(given), why)


def _why(
    counted: Sequence[Rating], exempt: Sequence[Rating], worst: Rating, order: dict[str, int]
) -> str:
    if len(counted) == 1 and not exempt:
        return f"Rated by {worst.evaluator} alone."
    codes = {rating.code for rating in counted}
    if len(codes) == 1 and not exempt:
        return f"{len(counted)} evaluators agree."
    said = ", ".join(
        f"{rating.evaluator} {rating.code}"
        for rating in [*sorted(counted, key=lambda each: order[each.code]), *exempt]
    )
    return f"Evaluators differ ({said}); the most severe rating governs until the lead decides."


def assessed_together(
    ratings: Iterable[Rating],
    scale: RatingScale,
    *,
    weight: int = 1,
    critical: bool = False,
    name: str = "",
) -> Assessed:
    """One criterion as part of a roll-up, from all its ratings."""
    code = consensus(ratings, scale).code
    return assessed(code, scale, weight=weight, critical=critical, name=name)


def distribution(codes: Iterable[str], scale: RatingScale) -> tuple[tuple[str, int], ...]:
    """How often each value of the scale was given, in the scale's order, with those never given.

    Codes the scale does not have follow at the end, so that nothing counted is lost.
    """
    counts = Counter(codes)
    known = [value.code for value in scale.values]
    strange = sorted(code for code in counts if code not in known)
    return tuple((code, counts[code]) for code in [*known, *strange])


def decide(
    computed: Rollup,
    grade_code: str,
    scale: RatingScale,
    *,
    decided_by: str,
    decided_at: str,
    reason: str,
) -> Assessment:
    """Put a named person's grade beside the computed one (only commanders assess).

    Raises Refusal without a name or a reason, and for a grade the scale does not have.
    """
    scale.value(grade_code)
    if not decided_by.strip():
        raise Refusal("An override needs the name of who decided.", field="decided_by")
    if not reason.strip():
        raise Refusal(
            "An override needs a reason, because both values are printed.", field="reason"
        )
    override = Override(
        grade_code, decided_by.strip(), decided_at, reason.strip(), computed.grade_code
    )
    return Assessment(computed, override)
