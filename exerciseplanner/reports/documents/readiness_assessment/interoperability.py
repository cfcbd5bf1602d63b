"""The results of the test cases, both sides' and the agreed one."""

from __future__ import annotations

from collections import defaultdict

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
    Cell,
    Column,
    GroupRow,
    Heading,
    Paragraph,
    Table,
)
from exerciseplanner.reports.charts import Bar
from exerciseplanner.reports.documents.readiness_assessment.findings import Findings
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.interoperability import CaseRow


def interoperability(findings: Findings) -> list[Block]:
    """Success over what was tested, every test case with both results, and what does not fit."""
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
            unit="test cases",
        ),
        _table(findings, tests, scale),
    ]
    flagged = tuple(
        f"{row.code} {row.title}: {'; '.join(found)}"
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
    rows: list[tuple[Cell, ...] | GroupRow] = []
    for aim, gathered in _by_aim(findings, tests):
        summary = summarise_tests([test for _, test in gathered], scale)
        rows.append(GroupRow(aim, _succeeded(summary)))
        rows += [_row(findings, row, test, scale) for row, test in gathered]
    return Table(
        (
            Column("Code", 1.1),
            Column("Test case", 3.6),
            Column("Standard and edition", 2.4),
            Column("Provider to consumer", 1.8),
            Column("Provider", 1, "center"),
            Column("Consumer", 1.1, "center"),
            Column("Agreed", 1, "center"),
        ),
        tuple(rows),
        caption="Interoperability objectives and their test cases with both sides' results",
    )


def _by_aim(
    findings: Findings, tests: list[tuple[CaseRow, TestResult]]
) -> list[tuple[str, list[tuple[CaseRow, TestResult]]]]:
    """Test cases under the objective that gathers them; those under none come last."""
    gathered: dict[str, list[tuple[CaseRow, TestResult]]] = defaultdict(list)
    aims = {row.id: f"{row.code} {row.title}" for row in findings.interoperability_objectives}
    for row, test in tests:
        own = row.interoperability_objective_id or ""
        gathered[own if own in aims else ""].append((row, test))
    aims[""] = "Without interoperability objective"
    return [(title, gathered[key]) for key, title in aims.items() if gathered[key]]


def _succeeded(summary: TestSummary) -> str:
    if summary.success_rate is None:
        return f"0 of {summary.planned} tested"
    return f"{summary.success_rate * summary.tested} of {summary.tested} tested succeeded"


def _row(
    findings: Findings, row: CaseRow, test: TestResult, scale: ResultScale
) -> tuple[Cell, ...]:
    standard = findings.standards.get(row.standard_id or "")
    named = f"{standard.code} {row.edition}".strip() if standard else "No standard"
    return (
        row.code,
        row.title,
        named,
        f"{test.provider or '–'} to {test.consumer or '–'}",
        test.provider_result or "–",
        test.consumer_result or "–",
        overall_result(test, scale) or "–",
    )
