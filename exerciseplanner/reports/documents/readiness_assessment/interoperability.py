"""The results of the test cases, both sides' and the agreed one."""

from __future__ import annotations

from exerciseplanner.domain.interoperability import (
    ResultScale,
    TestResult,
    TestSummary,
    disparities,
    overall_result,
    result_scale,
    summarise_tests,
)
from exerciseplanner.reports.blocks import (
    BarChart,
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Table,
)
from exerciseplanner.reports.charts import Bar
from exerciseplanner.reports.documents.readiness_assessment.findings import Findings
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.interoperability import CaseRow


def interoperability(findings: Findings) -> list[Block]:
    """Success over what was tested, every objective with both results, and what does not fit."""
    terms = findings.workspace.ask(doctrine_terms, "interop_result")
    scale = result_scale(terms)
    names = {term.code: term.name for term in terms}
    tests = [(row, _result(findings, row)) for row in findings.tests]
    blocks: list[Block] = [Heading("Interoperability")]
    if not tests:
        return [*blocks, Paragraph("No test cases are entered.")]
    summary = summarise_tests([test for _, test in tests], scale)
    blocks += [
        Paragraph(_said(summary)),
        BarChart(
            tuple(
                Bar(f"{code}  {names.get(code, code)}", count, str(count))
                for code, count in summary.counts
                if code
            ),
            caption="Agreed results of the test cases",
            unit="objectives",
        ),
        _table(findings, tests, scale),
    ]
    flagged = tuple(
        f"{row.code} {row.title}: {' '.join(found)}"
        for row, test in tests
        if (found := disparities(test, scale))
    )
    if flagged:
        blocks += [Heading("Results that do not fit together", 2), Bullets(flagged)]
    return blocks


def _said(summary: TestSummary) -> str:
    return (
        f"{summary.reading}. Not tested and pending stay outside the count of what was tested and "
        "are shown beside it."
    )


def _result(findings: Findings, row: CaseRow) -> TestResult:
    return TestResult(
        name=row.code,
        provider=_code(findings, row.provider_id),
        consumer=_code(findings, row.consumer_id),
        provider_result=row.provider_result,
        consumer_result=row.consumer_result,
        result=row.result,
        shortfall=bool(row.shortfall),
    )


def _code(findings: Findings, participant_id: str | None) -> str:
    found = findings.participants.get(participant_id or "")
    return found.code if found else ""


def _table(
    findings: Findings,
    tests: list[tuple[CaseRow, TestResult]],
    scale: ResultScale,
) -> Table:
    rows = []
    for row, test in tests:
        standard = findings.standards.get(row.standard_id or "")
        named = f"{standard.code} {row.edition}".strip() if standard else "No standard"
        rows.append(
            (
                row.code,
                row.title,
                named,
                f"{test.provider or '–'} to {test.consumer or '–'}",
                test.provider_result or "–",
                test.consumer_result or "–",
                overall_result(test, scale) or "–",
            )
        )
    return Table(
        (
            Column("Code", 1.1),
            Column("Objective", 3.6),
            Column("Standard and edition", 2.4),
            Column("Provider to consumer", 1.8),
            Column("Provider", 1, "center"),
            Column("Consumer", 1.1, "center"),
            Column("Agreed", 1, "center"),
        ),
        tuple(rows),
        caption="Test cases with both sides' results",
    )
