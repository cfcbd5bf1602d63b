"""The statement with its grade, and what it rests on."""

from __future__ import annotations

from collections import Counter

from exerciseplanner.domain.agreement import krippendorff_alpha
from exerciseplanner.domain.grading import grades, percent
from exerciseplanner.reports.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Figure,
    Figures,
    Heading,
    Paragraph,
    RatingDistribution,
    Table,
)
from exerciseplanner.reports.charts import DistributionRow
from exerciseplanner.reports.documents.readiness_assessment.findings import Findings
from exerciseplanner.workspace.readiness import Subject


def statement(findings: Findings) -> list[Block]:
    """The overall grade, in words and figures."""
    whole = findings.result.exercise
    rollup = whole.assessment.computed
    badge = findings.grade(whole.assessment)
    blocks: list[Block] = [
        Heading("Statement"),
        Paragraph(_sentence(findings), "lead"),
        Figures(
            (
                Figure("", "Assessed", badge.label, badge),
                Figure(
                    f"{whole.criteria_rated} of {whole.criteria_planned}",
                    "criteria rated",
                    f"{whole.criteria_applicable} apply",
                ),
                Figure(
                    f"{float(rollup.lowest):.2f}–{float(rollup.highest):.2f}",
                    "honest interval",
                    "if all not observed were worst or best",
                ),
                Figure(
                    str(
                        len(
                            {
                                rating.evaluator
                                for each in findings.result.criteria
                                for rating in each.ratings
                            }
                        )
                    ),
                    "evaluators",
                    f"{findings.rating_count} ratings",
                ),
            )
        ),
        Paragraph(rollup.why),
    ]
    override = whole.assessment.override
    if override is not None:
        computed = findings.badge(rollup.grade_code)
        blocks.append(
            Callout(
                "info",
                f"Assessed {override.grade_code} by {override.decided_by}; "
                f"computed {computed.label.lower()}",
                override.reason,
            )
        )
    if findings.exercise.aim:
        blocks.append(Paragraph(f"Aim of the exercise: {findings.exercise.aim}"))
    return [*blocks, *_exercise_objectives(findings)]


def _sentence(findings: Findings) -> str:
    whole = findings.result.exercise
    name = findings.exercise.name
    if whole.assessment.override is None and not whole.assessment.computed.is_rated:
        return f"{name} is not rated. {_seen(whole)}"
    badge = findings.grade(whole.assessment)
    return f"{name} is assessed {badge.code}: {badge.label[0].lower()}{badge.label[1:]}. " + _seen(
        whole
    )


def _seen(whole: Subject) -> str:
    open_ = whole.criteria_applicable - whole.criteria_rated
    if not whole.criteria_planned:
        return "No criteria have been written."
    if not open_:
        return "Every criterion that applies has been rated."
    return f"{open_} of {whole.criteria_applicable} criteria that apply are still to be rated."


def _exercise_objectives(findings: Findings) -> list[Block]:
    subjects = findings.result.exercise_objectives
    if not subjects:
        return []
    rows = tuple(
        (
            each.code,
            each.title,
            findings.grade(each.assessment),
            f"{each.criteria_rated} of {each.criteria_planned}",
            str(len(each.objective_ids)),
        )
        for each in subjects
    )
    return [
        Table(
            (
                Column("Code", 1),
                Column("Exercise objective", 6),
                Column("Grade", 1, "center"),
                Column("Criteria rated", 1.6, numeric=True),
                Column("Training objectives", 1.6, numeric=True),
            ),
            rows,
            caption="Exercise objectives",
        )
    ]


def basis(findings: Findings) -> list[Block]:
    """Who rated, how much, by which rule, and how far evaluators agree."""
    result = findings.result
    return [
        Heading("What it rests on"),
        Paragraph(result.rule.words),
        Bullets(
            (
                (
                    "A rating of not evaluated counts neither for nor against; it stays among what "
                    "was planned. Not applicable leaves the count, with its reason."
                ),
                (
                    "Where evaluators differ, the most severe rating governs until the lead "
                    "evaluator decides; nothing is averaged."
                ),
                "Ratings of injects are evidence beside the criteria and do not enter the grade.",
            )
        ),
        *_how_often(findings),
        _evaluators(findings),
        Paragraph(_agreement(findings)),
        _scale(findings),
    ]


def _how_often(findings: Findings) -> list[Block]:
    given = _given(findings)
    if not any(given):
        return []
    governing = _counts(findings.result.exercise.counts, findings)
    return [
        RatingDistribution(
            findings.legend,
            (
                DistributionRow("Criteria, by the rating that governs", governing),
                DistributionRow("All ratings given", given),
            ),
            caption="How often each rating was given",
            proportional=False,
        ),
        *_not_shown(findings.rating_count - sum(given)),
    ]


def _not_shown(count: int) -> list[Block]:
    if not count:
        return []
    said = f"{count} of the ratings given: not evaluated or not applicable, and not shown here."
    return [Paragraph(said, "note")]


def _counts(counts: tuple[tuple[str, int], ...], findings: Findings) -> tuple[int, ...]:
    by_code = dict(counts)
    return tuple(by_code.get(value.code, 0) for value in grades(findings.result.scale))


def _given(findings: Findings) -> tuple[int, ...]:
    result = findings.result
    given = Counter(
        rating.code for each in (*result.criteria, *result.injects) for rating in each.ratings
    )
    return tuple(given[value.code] for value in grades(result.scale))


def _evaluators(findings: Findings) -> Table:
    result = findings.result
    given = Counter(
        rating.evaluator for each in (*result.criteria, *result.injects) for rating in each.ratings
    )
    rows = tuple(
        (
            person.code,
            person.title + (" (lead)" if person.lead else ""),
            findings.participants[person.participant_id].code
            if person.participant_id in findings.participants
            else "",
            "yes" if person.independent else "no",
            str(given[person.code]),
        )
        for person in result.evaluators
    )
    return Table(
        (
            Column("Code", 1),
            Column("Evaluator", 5),
            Column("From", 1),
            Column("Independent", 1.4),
            Column("Ratings", 1, numeric=True),
        ),
        rows,
        caption="Evaluators and how much they rated",
        empty="No evaluators are entered.",
    )


def _agreement(findings: Findings) -> str:
    result = findings.result
    order = [value.code for value in grades(result.scale)]
    rows = [
        [rating.code if rating.code in order else None for rating in each.ratings]
        for each in result.criteria
    ]
    agreement = krippendorff_alpha(rows, "ordinal", order)
    if agreement.value is None:
        return f"Agreement between evaluators cannot be computed: {agreement.reason}."
    return (
        f"Agreement between evaluators (Krippendorff's alpha, ordinal) is {agreement.value:.2f} "
        f"over {agreement.pairable} comparable ratings of {agreement.subjects} criteria: "
        f"{agreement.reading}."
    )


def _scale(findings: Findings) -> Table:
    result = findings.result
    return Table(
        (Column("Rating", 1, "center"), Column("Means", 3), Column("In words", 6)),
        tuple(
            (findings.badge(value.code), value.label, value.definition)
            for value in result.scale.values
        ),
        caption=f"The scale: {result.scale.name}",
        style="plain",
        note=f"At least {percent(result.rule.minimum_coverage)} of the applicable weight must be "
        "rated before a grade is given.",
    )
