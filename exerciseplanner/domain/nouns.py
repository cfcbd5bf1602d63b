"""Every noun of the product by its name."""

from __future__ import annotations

from exerciseplanner.domain.command import COMMAND_RELATION
from exerciseplanner.domain.consensus import CONCURRENCE, PRIORITY
from exerciseplanner.domain.dismissals import DISMISSAL
from exerciseplanner.domain.evaluators import EVALUATOR, OVERRIDE, RATING
from exerciseplanner.domain.exchange_requirements import EXCHANGE_REQUIREMENT, UNIT_STANDARD
from exerciseplanner.domain.exercise import EXERCISE
from exerciseplanner.domain.fields import Noun
from exerciseplanner.domain.forces import SIDE, UNIT
from exerciseplanner.domain.injects import DEPENDENCY, INJECT, STRAND
from exerciseplanner.domain.legal import AUTHORITY, AUTHORITY_POSITION
from exerciseplanner.domain.lessons import LESSON
from exerciseplanner.domain.means import CAPABILITY, EQUIPMENT, SYSTEM, UNIT_CAPABILITY
from exerciseplanner.domain.objectives import CRITERION, OBJECTIVE
from exerciseplanner.domain.participants import (
    AGREEMENT,
    CAVEAT,
    CONTRIBUTION,
    MEMBERSHIP,
    PARTICIPANT,
)
from exerciseplanner.domain.standards import INTEROPERABILITY_OBJECTIVE, STANDARD, TEST_CASE
from exerciseplanner.domain.threats import THREAT

NOUNS: dict[str, Noun] = {
    noun.name: noun
    for noun in (
        EXERCISE,
        PARTICIPANT,
        MEMBERSHIP,
        AGREEMENT,
        CAVEAT,
        CONTRIBUTION,
        AUTHORITY,
        AUTHORITY_POSITION,
        SIDE,
        UNIT,
        COMMAND_RELATION,
        EQUIPMENT,
        CAPABILITY,
        UNIT_CAPABILITY,
        SYSTEM,
        OBJECTIVE,
        CRITERION,
        PRIORITY,
        CONCURRENCE,
        STANDARD,
        INTEROPERABILITY_OBJECTIVE,
        UNIT_STANDARD,
        THREAT,
        STRAND,
        INJECT,
        DEPENDENCY,
        TEST_CASE,
        EXCHANGE_REQUIREMENT,
        EVALUATOR,
        RATING,
        OVERRIDE,
        LESSON,
        DISMISSAL,
    )
}
