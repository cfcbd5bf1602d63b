"""Test cases with what their results amount to, and standards in use."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from sqlalchemy import select

from exerciseplanner.domain.interoperability import (
    ResultScale,
    TestResult,
    TestSummary,
    disparities,
    missing_statements,
    overall_result,
    result_scale,
    summarise_tests,
)
from exerciseplanner.storage.tables.injects import inject, inject_test_case
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.interoperability import (
    CaseRow,
    cases,
    standards,
)
from exerciseplanner.workspace.queries.order_of_battle import Related
from exerciseplanner.workspace.queries.participants import participants
from exerciseplanner.workspace.query import query

_WATCHED = (
    "test_case", "standard", "participant", "inject_test_case", "term",
)  # fmt: skip


class InteroperabilityLine(NamedTuple):
    """One test case as planned and tested.

    `standard`, `provider` and `consumer` are codes; `overall` is the agreed result, or the worse
    of both sides' while none is agreed; `disparities` and `missing` say in words what does not
    fit and what is not stated; `injects` counts those in which it is tested.
    """

    id: str
    seq: int
    code: str
    title: str
    standard_id: str | None
    standard: str
    edition: str
    dimension: str
    provider_id: str | None
    provider: str
    consumer_id: str | None
    consumer: str
    target: str
    provider_result: str
    consumer_result: str
    result: str
    overall: str
    shortfall: int
    disparities: tuple[str, ...]
    missing: tuple[str, ...]
    injects: int
    note: str


class StandardLine(NamedTuple):
    """One standard of the catalogue with how many test cases test it."""

    id: str
    seq: int
    code: str
    cover: str
    title: str
    edition: str
    date: str
    status: str
    domain: str
    spirals: str
    source: str
    tag: str
    tests: int


@query(*_WATCHED)
def interoperability_plan(desk: Desk) -> tuple[InteroperabilityLine, ...]:
    """Every test case in the planner's order."""
    scale = _scale(desk)
    known = {row.id: row.code for row in standards(desk)}
    parties = {row.id: row.code for row in participants(desk)}
    links = desk.all(select(inject_test_case.c.test_case_id))
    tested = Counter(str(row[0]) for row in links)
    return tuple(_line(row, scale, known, parties, tested[row.id]) for row in cases(desk))


@query(*_WATCHED)
def interoperability_summary(desk: Desk) -> TestSummary:
    """Counts per result and the success rate over what was tested."""
    rows = cases(desk)
    scale = _scale(desk)
    return summarise_tests([_test(row, scale, {}) for row in rows], scale)


@query("test_case", "standard")
def standards_in_use(desk: Desk) -> tuple[StandardLine, ...]:
    """Every standard of the catalogue."""
    used = Counter(row.standard_id for row in cases(desk))
    return tuple(StandardLine(*row, used[row.id]) for row in standards(desk))


@query("inject", "inject_test_case", "term")
def testing_injects(desk: Desk, test_case_id: str) -> tuple[Related, ...]:
    """The injects in which a test case is tested, by planned time."""
    links = inject_test_case
    rows = desk.all(
        select(inject)
        .join(links, links.c.inject_id == inject.c.id)
        .where(links.c.test_case_id == test_case_id)
        .order_by(inject.c.start.is_(None), inject.c.start, inject.c.serial)
    )
    return tuple(Related("inject", row.id, row.serial, row.title, row.state) for row in rows)


def _scale(desk: Desk) -> ResultScale:
    return result_scale(doctrine_terms(desk, "interop_result"))


def _line(
    row: CaseRow,
    scale: ResultScale,
    known: dict[str, str],
    parties: dict[str, str],
    injects: int,
) -> InteroperabilityLine:
    test = _test(row, scale, parties)
    standard = known.get(row.standard_id or "", "")
    stated = {
        "standard": standard,
        "edition": row.edition,
        "dimension": row.dimension,
        "provider": test.provider,
        "consumer": test.consumer,
        "target": row.target,
    }
    return InteroperabilityLine(
        row.id, row.seq, row.code, row.title, row.standard_id, standard, row.edition,
        row.dimension, row.provider_id, test.provider, row.consumer_id, test.consumer, row.target,
        row.provider_result, row.consumer_result, row.result, overall_result(test, scale),
        row.shortfall, disparities(test, scale), missing_statements(stated), injects, row.note,
    )  # fmt: skip


def _test(row: CaseRow, scale: ResultScale, parties: dict[str, str]) -> TestResult:
    """The results as the scale knows them; a code it has lost counts as none given."""
    given = [row.provider_result, row.consumer_result, row.result]
    provider, consumer, agreed = (code if code in scale.codes else "" for code in given)
    return TestResult(
        row.code,
        parties.get(row.provider_id or "", ""),
        parties.get(row.consumer_id or "", ""),
        provider,
        consumer,
        agreed,
        bool(row.shortfall),
    )
