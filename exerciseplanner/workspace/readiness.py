"""The readiness assessment as read from the exercise: every grade with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from exerciseplanner.domain.doctrine import RatingScale
from exerciseplanner.domain.evaluation import Assessment, Consensus, Rating
from exerciseplanner.domain.readiness import RollUpRule
from exerciseplanner.workspace.evaluators import EvaluatorRow


@dataclass(frozen=True)
class Rated:
    """One thing that evaluators rated: a criterion or an inject.

    `owner_ids` are the objectives it belongs to; `consensus` says which rating governs and why.
    """

    noun: str
    id: str
    code: str
    title: str
    weight: int
    critical: bool
    owner_ids: tuple[str, ...]
    ratings: tuple[Rating, ...]
    consensus: Consensus


@dataclass(frozen=True)
class Subject:
    """Something assessed: the exercise, an objective, a unit or a capability area.

    `counts` says how often each value of the scale governs among its criteria; `objective_ids`
    are the training objectives it rests on; `evaluators` those who rated them, by code.
    """

    kind: str
    id: str
    code: str
    title: str
    weight: int
    assessment: Assessment
    criteria_rated: int
    criteria_applicable: int
    criteria_planned: int
    counts: tuple[tuple[str, int], ...]
    objective_ids: tuple[str, ...]
    evaluators: tuple[str, ...]


@dataclass(frozen=True)
class ReadinessAssessment:
    """The whole assessment as of the present state of the file."""

    scale: RatingScale
    rule: RollUpRule
    exercise: Subject
    exercise_objectives: tuple[Subject, ...]
    objectives: tuple[Subject, ...]
    units: tuple[Subject, ...]
    capability_areas: tuple[Subject, ...]
    criteria: tuple[Rated, ...]
    injects: tuple[Rated, ...]
    evaluators: tuple[EvaluatorRow, ...]

    @property
    def disagreements(self) -> tuple[Rated, ...]:
        """What evaluators rate differently, decided or not, the widest first."""
        differing = [
            each
            for each in (*self.criteria, *self.injects)
            if not each.consensus.agreed or each.consensus.spread
        ]
        return tuple(
            sorted(differing, key=lambda each: (each.consensus.agreed, -each.consensus.spread))
        )

    @property
    def overrides(self) -> tuple[Subject, ...]:
        """What an officer assessed otherwise than computed."""
        every = (
            self.exercise,
            *self.exercise_objectives,
            *self.objectives,
            *self.units,
            *self.capability_areas,
        )
        return tuple(subject for subject in every if subject.assessment.override is not None)
