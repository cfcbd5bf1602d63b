"""The annexes: every rating behind every grade."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from exerciseplanner.reports.blocks import (
    Block,
    Cell,
    Column,
    GroupRow,
    Heading,
    PageBreak,
    Paragraph,
    Ratings,
    Table,
)
from exerciseplanner.reports.documents.readiness_assessment.findings import Findings
from exerciseplanner.workspace.readiness import Rated

_COLUMNS = (
    Column("Rated", 4),
    Column("Weight", 0.9, numeric=True),
    Column("Ratings", 1.5),
    Column("Governs", 1, "center"),
    Column("What evaluators noted", 6),
)


def criteria(findings: Findings) -> list[Block]:
    """Every criterion under its objective, with each evaluator's rating and note."""
    by_objective: dict[str, list[Rated]] = defaultdict(list)
    for each in findings.result.criteria:
        by_objective[each.owner_ids[0]].append(each)
    rows: list[tuple[Cell, ...] | GroupRow] = []
    for subject in findings.result.objectives:
        grade = findings.grade(subject.assessment)
        rows.append(GroupRow(f"{subject.code} {subject.title}", grade.label))
        rows += [_row(findings, each) for each in by_objective.get(subject.id, ())]
    return [
        PageBreak(),
        Heading("Evidence by objective", number="Annex A"),
        Paragraph("Weights are relative within an objective; critical criteria are marked."),
        Table(_COLUMNS, tuple(rows), empty="No criteria are entered."),
    ]


def injects(findings: Findings) -> list[Block]:
    """Every inject that was rated."""
    return [
        Heading("Ratings of injects", number="Annex B"),
        Paragraph("Evidence beside the criteria; these ratings do not enter a grade."),
        Table(
            tuple(column for column in _COLUMNS if column.title != "Weight"),
            tuple(_without_weight(findings, findings.result.injects)),
            empty="No inject was rated.",
        ),
    ]


def _without_weight(findings: Findings, rated: Iterable[Rated]) -> Iterable[tuple[Cell, ...]]:
    for each in rated:
        name, _, *rest = _row(findings, each)
        yield (name, *rest)


def _row(findings: Findings, each: Rated) -> tuple[Cell, ...]:
    critical = " (critical)" if each.critical else ""
    notes = [f"{rating.evaluator}: {rating.note}" for rating in each.ratings if rating.note]
    if not each.consensus.agreed or each.consensus.resolved_by:
        notes.append(each.consensus.why)
    return (
        f"{each.code} {each.title}{critical}".strip(),
        str(each.weight),
        Ratings(tuple(findings.badge(rating.code) for rating in each.ratings)),
        findings.badge(each.consensus.code),
        "\n".join(notes),
    )
