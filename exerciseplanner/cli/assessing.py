"""The command `assess`: the readiness assessment in figures, as text or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exerciseplanner.cli.console import say, say_json, say_table
from exerciseplanner.cli.opening import to_read
from exerciseplanner.domain.grading import percent
from exerciseplanner.workspace.queries import readiness
from exerciseplanner.workspace.readiness import Rated, ReadinessAssessment, Subject

Object = dict[str, object]


def assess(path: Path, *, as_json: bool) -> None:
    """Compute the assessment from the present state of the file and write it."""
    with to_read(path) as workspace:
        found, head = workspace.ask(readiness.assessment), workspace.head
    if as_json:
        say_json(_object(found, head))
    else:
        _say(found, head)


def _object(found: ReadinessAssessment, head: str) -> Object:
    return {
        "state": head,
        "scale": {
            "code": found.scale.code,
            "name": found.scale.name,
            "values": [{"code": each.code, "label": each.label} for each in found.scale.values],
        },
        "rule": {"kind": found.rule.kind, "words": found.rule.words},
        "exercise": _subject(found.exercise),
        "exercise_objectives": [_subject(each) for each in found.exercise_objectives],
        "objectives": [_subject(each) for each in found.objectives],
        "units": [_subject(each) for each in found.units],
        "capability_areas": [_subject(each) for each in found.capability_areas],
        "criteria": [_rated(each) for each in found.criteria],
        "injects": [_rated(each) for each in found.injects],
        "disagreements": [_rated(each) for each in found.disagreements],
        "overrides": [_subject(each) for each in found.overrides],
    }


def _subject(subject: Subject) -> Object:
    computed, override = subject.assessment.computed, subject.assessment.override
    return {
        "kind": subject.kind,
        "id": subject.id,
        "code": subject.code,
        "title": subject.title,
        "grade": subject.assessment.grade_code,
        "reading": subject.assessment.reading,
        "computed": computed.grade_code,
        "why": computed.why,
        "score": None if computed.score is None else float(computed.score),
        "coverage": None if computed.coverage is None else float(computed.coverage),
        "weight": subject.weight,
        "criteria_rated": subject.criteria_rated,
        "criteria_applicable": subject.criteria_applicable,
        "criteria_planned": subject.criteria_planned,
        "counts": dict(subject.counts),
        "evaluators": list(subject.evaluators),
        "objective_ids": list(subject.objective_ids),
        "override": None
        if override is None
        else {
            "grade": override.grade_code,
            "decided_by": override.decided_by,
            "decided_at": override.decided_at,
            "reason": override.reason,
            "outdated": subject.assessment.outdated,
        },
    }


def _rated(rated: Rated) -> Object:
    return {
        "noun": rated.noun,
        "id": rated.id,
        "code": rated.code,
        "title": rated.title,
        "weight": rated.weight,
        "critical": rated.critical,
        "governs": rated.consensus.code,
        "agreed": rated.consensus.agreed,
        "spread": rated.consensus.spread,
        "why": rated.consensus.why,
        "ratings": [
            {"evaluator": each.evaluator, "value": each.code, "at": each.at, "note": each.note}
            for each in rated.ratings
        ],
    }


def _say(found: ReadinessAssessment, head: str) -> None:
    whole = found.exercise
    say(f"{whole.title}: {_grade(whole)}")
    say(whole.assessment.computed.why)
    if whole.assessment.override is not None:
        override = whole.assessment.override
        say(f"Decided by {override.decided_by}: {override.reason}")
    people = len(whole.evaluators)
    say(
        f"{whole.criteria_rated} of {whole.criteria_planned} criteria are rated, by {people} "
        f"evaluator{'' if people == 1 else 's'}. Scale: {found.scale.name}."
    )
    say(f"Rule: {found.rule.words}")
    _say_subjects("Exercise objectives", found.exercise_objectives)
    _say_subjects("Training objectives", found.objectives)
    _say_subjects("Units", found.units)
    _say_subjects("Capability areas", found.capability_areas)
    _say_disagreements(found.disagreements)
    say()
    say(f"State of the file: {head}")


def _grade(subject: Subject) -> str:
    assessment = subject.assessment
    if assessment.override is None:
        return assessment.reading
    outdated = ", which has changed since" if assessment.outdated else ""
    return f"{assessment.reading} (assessed; computed {assessment.computed.reading}{outdated})"


def _say_subjects(heading: str, subjects: Sequence[Subject]) -> None:
    if not subjects:
        return
    say()
    say_table(
        (heading, "Rating", "Rated", "Coverage", "Why"),
        (
            (
                f"{each.code} {each.title}".strip(),
                _grade(each),
                f"{each.criteria_rated}/{each.criteria_planned}",
                _coverage(each),
                each.assessment.computed.why,
            )
            for each in subjects
        ),
    )


def _coverage(subject: Subject) -> str:
    coverage = subject.assessment.computed.coverage
    return "" if coverage is None else percent(coverage)


def _say_disagreements(rated: Sequence[Rated]) -> None:
    if not rated:
        return
    say()
    say_table(
        ("Evaluators differ on", "Governs", "Steps", "Why"),
        (
            (
                f"{each.code} {each.title}".strip(),
                each.consensus.code,
                str(each.consensus.spread),
                each.consensus.why,
            )
            for each in rated
        ),
    )
