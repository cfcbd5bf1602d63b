"""Everything the readiness assessment tells, read once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from exerciseplanner.domain.doctrine import NOT_APPLICABLE, NOT_OBSERVED
from exerciseplanner.domain.evaluation import Assessment
from exerciseplanner.domain.grading import grades, tone_of
from exerciseplanner.reports.blocks import RatingBadge, Tone
from exerciseplanner.reports.findings import ExerciseFindings, Marked
from exerciseplanner.workspace.queries import (
    evaluators,
    injects,
    interoperability,
    lessons,
    participants,
)
from exerciseplanner.workspace.queries.readiness import assessment
from exerciseplanner.workspace.readiness import ReadinessAssessment


@dataclass(frozen=True)
class Findings(ExerciseFindings):
    """The rows and computed grades that the readiness assessment is composed from."""

    @cached_property
    def result(self) -> ReadinessAssessment:
        """Every computed grade."""
        return self.workspace.ask(assessment)

    @cached_property
    def tests(self) -> tuple[interoperability.CaseRow, ...]:
        """The test cases."""
        return self.workspace.ask(interoperability.cases)

    @cached_property
    def interoperability_objectives(
        self,
    ) -> tuple[interoperability.InteroperabilityObjectiveRow, ...]:
        """What the test cases are to prove."""
        return self.workspace.ask(interoperability.interoperability_objectives)

    @cached_property
    def standards(self) -> dict[str, interoperability.StandardRow]:
        """Standards by id."""
        return {row.id: row for row in self.workspace.ask(interoperability.standards)}

    @cached_property
    def participants(self) -> dict[str, participants.ParticipantRow]:
        """Participants by id."""
        return {row.id: row for row in self.workspace.ask(participants.participants)}

    @cached_property
    def observations(self) -> tuple[lessons.LessonRow, ...]:
        """Observations and lessons."""
        return self.workspace.ask(lessons.lessons)

    @cached_property
    def rating_count(self) -> int:
        """How many ratings were given."""
        return len(self.workspace.ask(evaluators.ratings))

    def _marked(self) -> Iterable[tuple[str, Marked]]:
        """The injects that were rated, and the observations."""
        printed = {each.id for each in self.result.injects}
        for inject in self.workspace.ask(injects.injects):
            if inject.id in printed:
                yield inject.serial, inject
        for lesson in self.observations:
            yield lesson.serial, lesson

    def badge(self, code: str, *, labelled: bool = False) -> RatingBadge:
        """A rating as printed; what is not rated says so."""
        if code in ("", NOT_OBSERVED):
            return RatingBadge("–", "Not rated", "unrated", labelled)
        if code == NOT_APPLICABLE:
            return RatingBadge(code, "Not applicable", "unrated", labelled)
        value = self.result.scale.value(code)
        return RatingBadge(code, value.label, self.tone(code), labelled)

    def grade(self, assessed: Assessment, *, labelled: bool = False) -> RatingBadge:
        """The grade that governs, as printed."""
        return self.badge(assessed.grade_code, labelled=labelled)

    def tone(self, code: str) -> Tone:
        """Where a value stands on its scale, in four steps."""
        return tone_of(code, self.result.scale)

    @cached_property
    def legend(self) -> tuple[RatingBadge, ...]:
        """The values of the scale that count, best first."""
        return tuple(self.badge(value.code) for value in grades(self.result.scale))
