"""Grades by objective, by unit and by capability area."""

from __future__ import annotations

from collections.abc import Sequence

from exerciseplanner.domain.grading import cuts, grades, score_figure, worth_of
from exerciseplanner.reports.blocks import (
    Block,
    Column,
    Heading,
    IntervalChart,
    Paragraph,
    RatingDistribution,
    ScoreBar,
    Table,
)
from exerciseplanner.reports.charts import DistributionRow, IntervalRow
from exerciseplanner.reports.documents.readiness_assessment.findings import Findings
from exerciseplanner.workspace.readiness import Subject


def by_objective(findings: Findings) -> list[Block]:
    """Each training objective: grade, score with its interval, evidence, and why."""
    found = findings.result.objectives
    return [
        Heading("By training objective"),
        *_overview(findings, found, "training objective"),
        *_intervals(findings, found, "training objective"),
        _table(findings, found, "Training objective", "No training objectives are entered."),
    ]


def by_unit(findings: Findings) -> list[Block]:
    """Each unit that is a training audience, with what its subordinates did."""
    found = findings.result.units
    return [
        Heading("By unit"),
        Paragraph(
            "A unit is graded by the training objectives of which it, or a unit below it, is the "
            "audience."
        ),
        *_overview(findings, found, "unit"),
        _table(findings, found, "Unit", "No training objective names a unit as its audience."),
    ]


def by_capability_area(findings: Findings) -> list[Block]:
    """Each capability area that an objective is filed under."""
    found = findings.result.capability_areas
    return [
        Heading("By capability area"),
        *_overview(findings, found, "capability area"),
        _table(
            findings, found, "Capability area", "No training objective names a capability area."
        ),
    ]


def _overview(findings: Findings, subjects: Sequence[Subject], what: str) -> list[Block]:
    seen = _rated(subjects)
    if not seen:
        return []
    codes = [value.code for value in grades(findings.result.scale)]
    return [
        RatingDistribution(
            findings.legend,
            tuple(
                DistributionRow(
                    _name(each),
                    tuple(dict(each.counts).get(code, 0) for code in codes),
                    f"{each.criteria_rated} of {each.criteria_planned}",
                )
                for each in seen
            ),
            caption=f"Ratings of the criteria by {what}",
            unit="criteria",
        ),
        *_left_out(len(subjects) - len(seen)),
    ]


def _rated(subjects: Sequence[Subject]) -> list[Subject]:
    """Those of which at least one criterion was rated: a chart of the others shows nothing."""
    return [each for each in subjects if each.criteria_rated]


def _left_out(count: int) -> list[Block]:
    if not count:
        return []
    said = f"{count:,} {'is' if count == 1 else 'are'} not rated and in the table only."
    return [Paragraph(said, "note")]


def _intervals(findings: Findings, subjects: Sequence[Subject], what: str) -> list[Block]:
    scale = findings.result.scale
    if findings.result.rule.kind == "judgement":
        return []
    marks = tuple(
        (float(cut), f"{value.code} from {float(cut):.2f}")
        for cut, value in zip(cuts(scale), grades(scale), strict=False)
        if worth_of(value) > 0
    )
    rows = []
    for each in _rated(subjects):
        rollup = each.assessment.computed
        rows.append(
            IntervalRow(
                _name(each),
                float(rollup.lowest),
                float(rollup.highest),
                None if rollup.score is None else float(rollup.score),
                findings.grade(each.assessment),
            )
        )
    caption = f"Score and its honest interval by {what}"
    return [IntervalChart(tuple(rows), marks, caption=caption)] if rows else []


def _table(findings: Findings, subjects: Sequence[Subject], what: str, empty: str) -> Table:
    rows = tuple(
        (
            _name(each),
            findings.grade(each.assessment),
            _bar(findings, each),
            f"{each.criteria_rated} of {each.criteria_planned}",
            _why(each),
        )
        for each in subjects
    )
    return Table(
        (
            Column(what, 3.4),
            Column("Grade", 0.9, "center"),
            Column("Score and interval", 2.2),
            Column("Criteria rated", 1.1, numeric=True),
            Column("Why", 4),
        ),
        rows,
        empty=empty,
    )


def _bar(findings: Findings, subject: Subject) -> ScoreBar:
    rollup = subject.assessment.computed
    if rollup.score is None:
        return ScoreBar(float(rollup.lowest), float(rollup.highest), None, "–")
    marks = () if findings.result.rule.kind == "judgement" else cuts(findings.result.scale)
    text = score_figure(rollup.score, marks)
    return ScoreBar(float(rollup.lowest), float(rollup.highest), float(rollup.score), text)


def _why(subject: Subject) -> str:
    override = subject.assessment.override
    if override is None:
        return subject.assessment.computed.why
    return (
        f"Assessed by {override.decided_by}: {override.reason} "
        f"Computed: {subject.assessment.computed.why}"
    )


def _name(subject: Subject) -> str:
    if subject.kind == "objective":
        return f"{subject.code} {subject.title}".strip()
    return subject.title
