"""Everything the readiness assessment tells, read once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from exerciseplanner.domain.doctrine import NOT_APPLICABLE, NOT_OBSERVED
from exerciseplanner.domain.dtg import format_dtg
from exerciseplanner.domain.evaluation import Assessment
from exerciseplanner.domain.grading import grades, tone_of
from exerciseplanner.domain.marking import Marking, aggregate
from exerciseplanner.reports.blocks import RatingBadge, Tone
from exerciseplanner.reports.document_spec import as_of
from exerciseplanner.workspace.queries import (
    evaluators,
    exercise,
    injects,
    interoperability,
    lessons,
    participants,
)
from exerciseplanner.workspace.queries.readiness import assessment
from exerciseplanner.workspace.readiness import ReadinessAssessment
from exerciseplanner.workspace.workspace import Workspace


@dataclass(frozen=True)
class Findings:
    """The rows and computed grades that the document is composed from."""

    workspace: Workspace

    @cached_property
    def exercise(self) -> exercise.ExerciseRow:
        """The exercise."""
        return self.workspace.ask(exercise.exercise)

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

    @cached_property
    def marking(self) -> Marking:
        """The marking of the whole: of the exercise and of everything printed in it."""
        policy = self.workspace.ask(exercise.classification_policy)
        return aggregate(self._parts(), policy)

    def _parts(self) -> Iterable[tuple[str, Marking]]:
        base = self.exercise.marking
        yield self.exercise.name, base
        printed = {each.id for each in self.result.injects}
        for inject in self.workspace.ask(injects.injects):
            if inject.id in printed and inject.marking_level:
                yield inject.serial, _own(base, inject.marking_level, inject.marking_releases)
        for lesson in self.observations:
            if lesson.marking_level:
                yield lesson.serial, _own(base, lesson.marking_level, lesson.marking_releases)

    @cached_property
    def as_of(self) -> str:
        """The DTG of the newest change in the file."""
        return format_dtg(as_of(self.workspace), self.exercise.zone)

    def dtg(self, moment: str | None) -> str:
        """A UTC moment of the file as a DTG in the exercise's zone; empty where there is none."""
        if not moment:
            return ""
        return format_dtg(datetime.fromisoformat(moment), self.exercise.zone)

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


def _own(base: Marking, level: str, releases: str) -> Marking:
    return Marking(base.policy, level, frozenset(json.loads(releases)))
