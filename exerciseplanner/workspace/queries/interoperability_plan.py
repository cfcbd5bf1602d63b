"""Test cases with what their results amount to, and standards in use."""

from __future__ import annotations

from collections import Counter, defaultdict
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
from exerciseplanner.domain.interoperability_cells import results_between
from exerciseplanner.storage.tables.injects import inject, inject_test_case
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.interoperability import (
    CaseRow,
    cases,
    interoperability_objectives,
    standards,
)
from exerciseplanner.workspace.queries.order_of_battle import Related
from exerciseplanner.workspace.queries.participants import participants
from exerciseplanner.workspace.query import query

_WATCHED = (
    "test_case", "interoperability_objective", "standard", "participant", "membership", "exercise",
    "inject_test_case", "term",
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
    interoperability_objective_id: str | None
    objective: str
    standard_id: str | None
    standard: str
    edition: str
    dimension: str
    profile: str
    provider_id: str | None
    provider: str
    provider_unit_id: str | None
    provider_system_id: str | None
    consumer_id: str | None
    consumer: str
    consumer_unit_id: str | None
    consumer_system_id: str | None
    mediator_id: str | None
    mediator: str
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


class AimLine(NamedTuple):
    """One interoperability objective with what its test cases amount to.

    `cases` are planned, `tested` of them were; `overall` is the worst of their overall results,
    `differing` counts those whose results do not fit, `injects` those that exercise any.
    """

    id: str
    seq: int
    code: str
    title: str
    objective_id: str | None
    standard_id: str | None
    edition: str
    dimension: str
    target: str
    note: str
    standard: str
    cases: int
    tested: int
    overall: str
    differing: int
    injects: int


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
    ground = _Ground(desk)
    return tuple(ground.line(row) for row in cases(desk))


@query(*_WATCHED)
def interoperability_aims(desk: Desk) -> tuple[AimLine, ...]:
    """Every interoperability objective with what its test cases amount to."""
    ground = _Ground(desk)
    below: dict[str | None, list[CaseRow]] = defaultdict(list)
    for case in cases(desk):
        below[case.interoperability_objective_id].append(case)
    injects: dict[str, set[str]] = defaultdict(set)
    for inject_id, case_id in desk.all(
        select(inject_test_case.c.inject_id, inject_test_case.c.test_case_id)
    ):
        injects[case_id].add(inject_id)
    found = []
    for row in interoperability_objectives(desk):
        own = below[row.id]
        tests = [_test(each, ground.scale, ground.parties) for each in own]
        summary = results_between(tests, ground.scale)
        exercised = {inject for each in own for inject in injects[each.id]}
        standard = ground.standards.get(row.standard_id or "", "")
        found.append(
            AimLine(
                *row, standard, len(own), summary.tested, summary.overall, summary.differing,
                len(exercised),
            )
        )  # fmt: skip
    return tuple(found)


@query("test_case", "term")
def cases_of(desk: Desk, interoperability_objective_id: str) -> tuple[Related, ...]:
    """The test cases of an interoperability objective."""
    scale = _scale(desk)
    return tuple(
        Related(
            "test_case", row.id, row.code, row.title, overall_result(_test(row, scale, {}), scale)
        )
        for row in cases(desk)
        if row.interoperability_objective_id == interoperability_objective_id
    )


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


class _Ground:
    """The names and the scale by which lines are made."""

    def __init__(self, desk: Desk) -> None:
        self.scale = _scale(desk)
        self.standards = {row.id: row.code for row in standards(desk)}
        self.parties = {row.id: row.code for row in participants(desk)}
        self.aims = {row.id: row.code for row in interoperability_objectives(desk)}
        links = desk.all(select(inject_test_case.c.test_case_id))
        self.tested = Counter(str(row[0]) for row in links)

    def line(self, row: CaseRow) -> InteroperabilityLine:
        """One test case as planned and tested."""
        test = _test(row, self.scale, self.parties)
        standard = self.standards.get(row.standard_id or "", "")
        stated = {
            "standard": standard,
            "edition": row.edition,
            "dimension": row.dimension,
            "provider": test.provider,
            "consumer": test.consumer,
            "target": row.target,
        }
        aim = row.interoperability_objective_id
        return InteroperabilityLine(
            row.id, row.seq, row.code, row.title, aim, self.aims.get(aim or "", ""),
            row.standard_id, standard, row.edition, row.dimension, row.profile, row.provider_id,
            test.provider, row.provider_unit_id, row.provider_system_id, row.consumer_id,
            test.consumer, row.consumer_unit_id, row.consumer_system_id, row.mediator_id,
            self.parties.get(row.mediator_id or "", ""), row.target, row.provider_result,
            row.consumer_result, row.result, overall_result(test, self.scale), row.shortfall,
            disparities(test, self.scale), missing_statements(stated), self.tested[row.id],
            row.note,
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
