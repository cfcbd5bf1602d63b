"""Every noun of the product by its name."""

from __future__ import annotations

from exerciseplanner.domain.evaluators import EVALUATOR, OVERRIDE, RATING
from exerciseplanner.domain.exchange_requirements import EXCHANGE_REQUIREMENT, UNIT_STANDARD
from exerciseplanner.domain.exercise import EXERCISE
from exerciseplanner.domain.fields import Noun
from exerciseplanner.domain.forces import SIDE, UNIT
from exerciseplanner.domain.injects import DEPENDENCY, INJECT, STRAND
from exerciseplanner.domain.lessons import LESSON
from exerciseplanner.domain.objectives import CRITERION, OBJECTIVE
from exerciseplanner.domain.participants import AGREEMENT, CAVEAT, PARTICIPANT
from exerciseplanner.domain.standards import INTEROPERABILITY_OBJECTIVE, STANDARD
from exerciseplanner.domain.threats import THREAT

NOUNS: dict[str, Noun] = {
    noun.name: noun
    for noun in (
        EXERCISE,
        PARTICIPANT,
        AGREEMENT,
        CAVEAT,
        SIDE,
        UNIT,
        OBJECTIVE,
        CRITERION,
        STANDARD,
        INTEROPERABILITY_OBJECTIVE,
        UNIT_STANDARD,
        THREAT,
        STRAND,
        INJECT,
        DEPENDENCY,
        EXCHANGE_REQUIREMENT,
        EVALUATOR,
        RATING,
        OVERRIDE,
        LESSON,
    )
}
