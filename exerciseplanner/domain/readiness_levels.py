"""Readiness over several levels: criterion, objective, and unit, capability area or exercise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from exerciseplanner.domain.doctrine import NOT_APPLICABLE, RatingScale
from exerciseplanner.domain.grading import grades
from exerciseplanner.domain.readiness import roll_up
from exerciseplanner.domain.rollup import Assessed, Rollup, RollUpRule


@dataclass(frozen=True)
class Branch:
    """Something rated by its parts, which are rated themselves or branch further.

    `subject` is the id of what is rated. `decided` is the grade a named person gave it: that is
    what it passes on, while its own roll-up stays as computed. A scale or rule of its own
    serves this branch and, unless they have their own, those below it.
    """

    name: str
    parts: tuple[Branch | Assessed, ...]
    weight: int = 1
    critical: bool = False
    subject: str = ""
    scale: RatingScale | None = None
    rule: RollUpRule | None = None
    decided: str = ""


@dataclass(frozen=True)
class Standing:
    """The roll-up of one branch with those below it.

    The counts of `rollup` are those of its direct parts; `criteria_rated`, `criteria_applicable`
    and `criteria_planned` count the ratings at the bottom, so that both levels' n can be shown.
    """

    name: str
    subject: str
    rollup: Rollup
    parts: tuple[Standing, ...]
    criteria_rated: int
    criteria_applicable: int
    criteria_planned: int

    def every(self) -> Iterator[Standing]:
        """This standing and all below it, from the top."""
        yield self
        for part in self.parts:
            yield from part.every()


def roll_up_levels(
    branch: Branch,
    scale: RatingScale,
    rule: RollUpRule | None = None,
    known: Mapping[str, Standing] | None = None,
) -> Standing:
    """Roll a tree up from its ratings to its top.

    Each level weighs its own parts: an objective of two criteria counts as much as one of twenty
    of the same weight. A part held down by a gate passes on no more than the grade it was given,
    and one that is not rated counts as not observed, with the interval it still lies in. `known`
    holds standings by subject that were rolled up before from the same ratings.
    """
    scale, rule = branch.scale or scale, branch.rule or rule
    standings: list[Standing] = []
    parts: list[Assessed] = []
    for part in branch.parts:
        if isinstance(part, Assessed):
            parts.append(part)
        else:
            rolled_up = known.get(part.subject) if known else None
            standing = rolled_up or roll_up_levels(part, scale, rule, known)
            standings.append(standing)
            parts.append(_as_part(part, standing.rollup, part.scale or scale))
    leaves = [part for part in branch.parts if isinstance(part, Assessed)]
    return Standing(
        name=branch.name,
        subject=branch.subject,
        rollup=roll_up(parts, scale, rule),
        parts=tuple(standings),
        criteria_rated=sum(leaf.state == "rated" for leaf in leaves)
        + sum(standing.criteria_rated for standing in standings),
        criteria_applicable=sum(leaf.state != "not applicable" for leaf in leaves)
        + sum(standing.criteria_applicable for standing in standings),
        criteria_planned=len(leaves) + sum(standing.criteria_planned for standing in standings),
    )


def _as_part(branch: Branch, rollup: Rollup, scale: RatingScale) -> Assessed:
    worth = scale.value(branch.decided).worth if branch.decided else None
    if worth is not None:
        return Assessed(branch.weight, branch.critical, worth, branch.decided, "rated", branch.name)
    if rollup.grade_code == NOT_APPLICABLE:
        return Assessed(
            branch.weight, branch.critical, None, NOT_APPLICABLE, "not applicable", branch.name
        )
    if not rollup.is_rated:
        return Assessed(
            branch.weight,
            branch.critical,
            None,
            rollup.grade_code,
            "not observed",
            branch.name,
            rollup.lowest,
            rollup.highest,
        )
    most = _most(rollup, scale)
    score = rollup.score
    return Assessed(
        branch.weight,
        branch.critical,
        most if score is None else min(score, most),
        rollup.grade_code,
        "rated",
        branch.name,
        min(rollup.lowest, most),
        min(rollup.highest, most),
    )


def _most(rollup: Rollup, scale: RatingScale) -> Fraction:
    """The most a gated whole may pass on: the worth of the grade it was held to."""
    if not rollup.gate:
        return Fraction(1)
    worths = {value.code: value.worth for value in grades(scale)}
    worth = worths.get(rollup.grade_code)
    return Fraction(1) if worth is None else worth
