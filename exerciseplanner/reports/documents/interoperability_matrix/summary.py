"""What a reader with one minute has to know: how the tests went, and what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence

from exerciseplanner.domain.interoperability_marks import result_tone
from exerciseplanner.domain.wording import counted, series
from exerciseplanner.reports.blocks import Block, Bullets, Heading, Paragraph, Run
from exerciseplanner.reports.charts import DistributionRow, RatingDistribution
from exerciseplanner.reports.documents.interoperability_matrix.findings import Findings
from exerciseplanner.reports.ratings import RatingBadge
from exerciseplanner.workspace.queries.interoperability_plan import InteroperabilityLine

_NAMED = 6
"""So many are named; the sections that follow name all."""
_OPEN = ""
"""The result of a test case that has none."""


def summary(findings: Findings) -> list[Block]:
    """The results by dimension, then what stands in the way; nothing without participants."""
    if not findings.matrix.parties:
        return []
    return [
        Heading("Summary"),
        Paragraph(_reading(findings), "lead"),
        *_results(findings),
        *_in_the_way(findings),
    ]


def _reading(findings: Findings) -> str:
    return f"{findings.summary.reading}." if findings.cases else "No test cases are planned yet."


def _results(findings: Findings) -> list[Block]:
    if not findings.cases:
        return []
    scale = findings.matrix.scale
    codes = (*scale.counted, *scale.open, _OPEN)
    badges = tuple(
        RatingBadge(
            code or "–",
            findings.names.get(code, "No result yet"),
            result_tone(code, scale) or "unrated",
        )
        for code in codes
    )
    dimensions = dict.fromkeys(case.dimension for case in findings.cases if case.dimension)
    rows = [_row("All test cases", findings.cases, codes)]
    rows += [
        _row(each.capitalize(), [c for c in findings.cases if c.dimension == each], codes)
        for each in sorted(dimensions)
    ]
    return [
        RatingDistribution(
            badges,
            tuple(rows),
            caption="Results of the test cases, all of them and by dimension",
            proportional=False,
            unit="test cases",
        )
    ]


def _row(
    label: str, cases: Sequence[InteroperabilityLine], codes: Sequence[str]
) -> DistributionRow:
    results = [case.overall for case in cases]
    return DistributionRow(label, tuple(results.count(code) for code in codes))


def _in_the_way(findings: Findings) -> list[Block]:
    scale = findings.matrix.scale
    failed = [case for case in findings.cases if case.overall == scale.counted[-1]]
    misfits = [case.code for case in findings.misfits]
    pathless = [f"{pair.provider} to {pair.consumer}" for pair in findings.pathless]
    late = [row.code for row in findings.requirements if row.timeliness == "late"]
    unseen = [row.code for row in findings.requirements if row.right == "no"]
    found = (
        ("Needed, but no path", "exchange", pathless),
        (
            findings.names.get(scale.counted[-1], scale.counted[-1]),
            "test case",
            [f"{case.code} ({case.provider} to {case.consumer})" for case in failed],
        ),
        ("Results that do not fit together", "test case", misfits),
        ("Took longer than allowed", "requirement", late),
        ("The consumer may not see it", "requirement", unseen),
    )
    lines = tuple(_line(title, noun, named) for title, noun, named in found if named)
    if not lines:
        return []
    return [Heading("What stands in the way", 2), Bullets(lines)]


def _line(title: str, noun: str, named: Sequence[str]) -> tuple[Run, ...]:
    return (
        Run(f"{title}: ", bold=True),
        Run(f"{counted(len(named), noun)}, {series(named, _NAMED)}."),
    )
