"""The readiness assessment: every grade of the exercise with what it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from exerciseplanner.domain.evaluation import (
    Assessment,
    Override,
    Rating,
    consensus,
    distribution,
)
from exerciseplanner.domain.readiness import RollUpRule, assessed
from exerciseplanner.domain.readiness_levels import Branch, Standing, roll_up_levels
from exerciseplanner.storage.tables.exercise import EXERCISE_ID
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.evaluators import EvaluatorRow
from exerciseplanner.workspace.queries import evaluators, exercise, forces, injects, objectives
from exerciseplanner.workspace.queries.records import links
from exerciseplanner.workspace.query import query
from exerciseplanner.workspace.readiness import Rated, ReadinessAssessment, Subject


@query(
    "exercise", "objective", "objective_audience", "criterion", "rating", "evaluator", "override",
    "unit", "inject", "inject_objective", "term", "rating_scale", "rating_value",
)  # fmt: skip
def assessment(desk: Desk) -> ReadinessAssessment:
    """Compute every grade: criterion to objective to unit, capability area and exercise.

    Ratings of injects are evidence beside the criteria and do not enter the roll-up.

    Raises:
        Refusal: the exercise names no rating scale.
    """
    return _Computation(desk).assessment()


class _Computation:
    """One computation of the assessment from the rows of the exercise."""

    def __init__(self, desk: Desk) -> None:
        self.row = exercise.exercise(desk)
        self.scale = exercise.rating_scale_in_force(desk)
        self.rule = RollUpRule("lowest" if self.row.rollup_rule == "lowest" else "weighted")
        if self.scale.rollup == "none":
            self.rule = RollUpRule("judgement")
        self.areas = {term.code: term.name for term in exercise.terms(desk, "capability_area")}
        self.people = evaluators.evaluators(desk)
        self.objectives = objectives.objectives(desk)
        self.training = [each for each in self.objectives if each.kind == "training"]
        self.units = forces.units(desk)
        self.audience = links(desk, "objective", "audience")
        self.overrides = _overrides(desk)
        self.criteria = self._rated_criteria(desk)
        self.injects = self._rated_injects(desk)
        self.by_objective: dict[str, list[Rated]] = defaultdict(list)
        for each in self.criteria:
            self.by_objective[each.owner_ids[0]].append(each)
        self.branches = {each.id: self._branch(each) for each in self.training}
        self.standings = {
            id_: roll_up_levels(branch, self.scale, self.rule)
            for id_, branch in self.branches.items()
        }

    def assessment(self) -> ReadinessAssessment:
        """Put every level together."""
        everything = [each.id for each in self.training]
        return ReadinessAssessment(
            scale=self.scale,
            rule=self.rule,
            exercise=self._subject("exercise", EXERCISE_ID, "", self.row.name, everything),
            exercise_objectives=tuple(self._exercise_objectives()),
            objectives=tuple(
                self._subject("objective", each.id, each.code, each.title, [each.id], each.weight)
                for each in self.training
            ),
            units=tuple(self._unit_subjects()),
            capability_areas=tuple(self._area_subjects()),
            criteria=self.criteria,
            injects=self.injects,
            evaluators=self.people,
        )

    def _exercise_objectives(self) -> Iterable[Subject]:
        for each in self.objectives:
            served = [other.id for other in self.training if other.parent_id == each.id]
            if each.kind == "exercise":
                yield self._subject(
                    "objective", each.id, each.code, each.title, served, each.weight
                )

    def _unit_subjects(self) -> Iterable[Subject]:
        below = _with_subordinates(self.units)
        for unit in self.units:
            own = [
                each.id
                for each in self.training
                if below[unit.id].intersection(self.audience.get(each.id, ()))
            ]
            if own:
                yield self._subject("unit", unit.id, unit.short_name, unit.name, own)

    def _area_subjects(self) -> Iterable[Subject]:
        by_area: dict[str, list[str]] = defaultdict(list)
        for each in self.training:
            if each.capability_area:
                by_area[each.capability_area].append(each.id)
        for code in sorted(by_area, key=lambda area: self.areas.get(area, area)):
            title = self.areas.get(code, code)
            yield self._subject("capability_area", code, "", title, by_area[code])

    def _subject(
        self, kind: str, id_: str, code: str, title: str, ids: Sequence[str], weight: int = 1
    ) -> Subject:
        if kind == "objective" and list(ids) == [id_]:
            standing = self.standings[id_]
        else:
            branch = Branch(title, tuple(self.branches[each] for each in ids), subject=id_)
            standing = roll_up_levels(branch, self.scale, self.rule, self.standings)
        return self._described(kind, id_, code, title, weight, standing, ids)

    def _described(
        self,
        kind: str,
        id_: str,
        code: str,
        title: str,
        weight: int,
        standing: Standing,
        ids: Sequence[str],
    ) -> Subject:
        criteria = [each for objective in ids for each in self.by_objective.get(objective, ())]
        return Subject(
            kind=kind,
            id=id_,
            code=code,
            title=title,
            weight=weight,
            assessment=Assessment(standing.rollup, self.overrides.get((kind, id_))),
            criteria_rated=standing.criteria_rated,
            criteria_applicable=standing.criteria_applicable,
            criteria_planned=standing.criteria_planned,
            counts=distribution([each.consensus.code for each in criteria], self.scale),
            objective_ids=tuple(ids),
            evaluators=tuple(
                sorted({rating.evaluator for each in criteria for rating in each.ratings})
            ),
        )

    def _branch(self, row: objectives.ObjectiveRow) -> Branch:
        decided = self.overrides.get(("objective", row.id))
        return Branch(
            name=f"{row.code} {row.title}".strip(),
            parts=tuple(
                assessed(
                    each.consensus.code,
                    self.scale,
                    weight=each.weight,
                    critical=each.critical,
                    name=f"{each.code} {each.title}".strip(),
                )
                for each in self.by_objective.get(row.id, ())
            ),
            weight=row.weight,
            critical=False,
            subject=row.id,
            decided=decided.grade_code if decided else "",
        )

    def _rated_criteria(self, desk: Desk) -> tuple[Rated, ...]:
        by_subject = _ratings(desk, "criterion_id", self.people)
        return tuple(
            Rated(
                "criterion",
                each.id,
                each.code,
                each.title,
                each.weight,
                bool(each.critical),
                (each.objective_id,),
                by_subject.get(each.id, ()),
                consensus(by_subject.get(each.id, ()), self.scale),
            )
            for each in objectives.criteria(desk)
        )

    def _rated_injects(self, desk: Desk) -> tuple[Rated, ...]:
        by_subject = _ratings(desk, "inject_id", self.people)
        owners = links(desk, "inject", "objectives")
        return tuple(
            Rated(
                "inject",
                each.id,
                each.serial,
                each.title,
                1,
                False,
                owners.get(each.id, ()),
                by_subject[each.id],
                consensus(by_subject[each.id], self.scale),
            )
            for each in injects.injects(desk)
            if each.id in by_subject
        )


def _ratings(
    desk: Desk, column: str, people: Iterable[EvaluatorRow]
) -> dict[str, tuple[Rating, ...]]:
    codes = {person.id: person.code for person in people}
    found: dict[str, list[Rating]] = defaultdict(list)
    for row in evaluators.ratings(desk):
        subject = getattr(row, column)
        if subject is not None:
            found[subject].append(
                Rating(
                    codes[str(row.evaluator_id)],
                    row.value,
                    row.note,
                    row.rated_at or "",
                    bool(row.resolves),
                )
            )
    return {
        subject: tuple(sorted(rows, key=lambda each: each.evaluator))
        for subject, rows in found.items()
    }


def _overrides(desk: Desk) -> dict[tuple[str, str], Override]:
    return {
        (row.subject_kind, row.subject_id): Override(
            row.value, row.decided_by, row.decided_at or "", row.reason, row.computed
        )
        for row in evaluators.overrides(desk)
    }


def _with_subordinates(units: Iterable[forces.UnitRow]) -> Mapping[str, set[str]]:
    """For every unit the ids of itself and of everything below it."""
    parents = {unit.id: unit.parent_id for unit in units}
    below: dict[str, set[str]] = {unit: {unit} for unit in parents}
    for unit in parents:
        above, seen = parents[unit], {unit}
        while above is not None and above in parents and above not in seen:
            below[above].add(unit)
            seen.add(above)
            above = parents[above]
    return below
