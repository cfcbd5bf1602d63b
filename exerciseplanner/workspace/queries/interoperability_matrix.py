"""Participants, units or systems against each other: expected, planned and tested."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from exerciseplanner.domain.exchange_paths import Exchange, Names
from exerciseplanner.domain.interoperability import ResultScale, TestResult, result_scale
from exerciseplanner.domain.interoperability_cells import TestedPair, results_between
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exchanges import exchange_requirements
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.held_standards import HeldStandards
from exerciseplanner.workspace.queries.interoperability_plan import (
    InteroperabilityLine,
    interoperability_plan,
)
from exerciseplanner.workspace.queries.interoperability_scopes import (
    Ends,
    Party,
    Scope,
    participant_scope,
    system_scope,
    unit_scope,
)
from exerciseplanner.workspace.queries.means import systems
from exerciseplanner.workspace.queries.participants import participants
from exerciseplanner.workspace.query import query

_WATCHED = (
    "test_case", "interoperability_objective", "standard", "participant", "membership", "exercise",
    "unit", "unit_standard", "system", "term", "exchange_requirement", "inject_test_case",
)  # fmt: skip


class Cell(NamedTuple):
    """From one party to another: what is expected, and the cases with what they amount to.

    `lacking` says for each standard of the cases over which there is no path what is missing;
    `required` are the codes of the information exchanges required.
    """

    expected: Exchange
    tested: TestedPair
    cases: tuple[str, ...]
    required: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


class Matrix(NamedTuple):
    """Parties in their order, and a cell for every two of them by (provider, consumer).

    `left_out` counts the parties beyond those that are shown.
    """

    scope: str
    parties: tuple[Party, ...]
    cells: Mapping[tuple[str, str], Cell]
    scale: ResultScale
    left_out: int


class PairLine(NamedTuple):
    """One direction between two parties, as a line: expected beside tested."""

    id: str
    provider_id: str
    provider: str
    consumer_id: str
    consumer: str
    expectation: str
    path: str
    planned: int
    tested: int
    overall: str
    differing: int
    required: tuple[str, ...]
    verdict: str


@query(*_WATCHED)
def interoperability_matrix(
    desk: Desk,
    scope: str = "participant",
    standard_id: str = "",
    dimension: str = "",
    domain: str = "",
    spiral: str = "",
    among: tuple[str, ...] = (),
) -> Matrix:
    """The matrix of participants, units or systems, over what is named of standard to FMN spiral.

    Units and systems are those of the participants `among`, or all where none is named.
    """
    held = HeldStandards(desk)
    only = held.chosen(standard_id, domain, spiral)
    cases = [
        row
        for row in interoperability_plan(desk)
        if only is not None
        and dimension in ("", row.dimension)
        and (not only or row.standard in only)
    ]
    parties = participants(desk)
    if scope == "unit":
        chosen = unit_scope(held, [row.id for row in parties], among, only, cases)
    elif scope == "system":
        chosen = system_scope(held, systems(desk), among, only, cases)
    else:
        chosen = participant_scope(held, parties)
    scale = result_scale(doctrine_terms(desk, "interop_result"))
    cells = _cells(desk, held, chosen, only, cases, scale)
    return Matrix(chosen.name, chosen.parties, cells, scale, chosen.left_out)


@query(*_WATCHED)
def interoperability_pairs(desk: Desk) -> tuple[PairLine, ...]:
    """Every direction between two participants: expected, tested and what to make of it."""
    matrix = interoperability_matrix(desk)
    codes = {each.id: each.code for each in matrix.parties}
    return tuple(
        PairLine(
            f"{provider}>{consumer}",
            provider,
            codes[provider],
            consumer,
            codes[consumer],
            cell.expected.expectation,
            " ".join(cell.lacking) or cell.expected.text,
            cell.tested.planned,
            cell.tested.tested,
            cell.tested.overall,
            cell.tested.differing,
            cell.required,
            verdict(cell, matrix.scale),
        )
        for (provider, consumer), cell in matrix.cells.items()
    )


def verdict(cell: Cell, scale: ResultScale) -> str:
    """What expectation and tests together say: one of the codes of `VERDICTS`."""
    path = bool(cell.expected.legs) and not cell.lacking
    if cell.tested.tested:
        works = cell.tested.overall in scale.counted[:1]
        if path:
            return "confirmed" if works else "limited"
        return "surprising" if works else "foreseen"
    if cell.tested.planned or cell.required:
        return "untested" if path else "gap"
    return "possible" if path else "none"


VERDICTS: Mapping[str, str] = {
    "gap": "Needed, but no path",
    "foreseen": "No path recorded, and tests show it",
    "limited": "Expected to work, tested with limits",
    "untested": "Expected to work, not tested yet",
    "surprising": "Works, though no path is recorded",
    "confirmed": "Works as expected",
    "possible": "Possible, not planned",
    "none": "No path, not planned",
}


def _expected(
    held: HeldStandards, scope: Scope, only: Names | None
) -> dict[tuple[str, str], Exchange]:
    nothing = Exchange("unknown", missing="There is no such standard in the catalogue.")
    return {
        (one.id, other.id): nothing
        if only is None
        else held.network.exchange(
            scope.holdings.get(one.id, ()), scope.holdings.get(other.id, ()), only
        )
        for one in scope.parties
        for other in scope.parties
        if one is not other
    }


def _cells(
    desk: Desk,
    held: HeldStandards,
    scope: Scope,
    only: Names | None,
    cases: Sequence[InteroperabilityLine],
    scale: ResultScale,
) -> dict[tuple[str, str], Cell]:
    by_pair: dict[Ends, list[InteroperabilityLine]] = defaultdict(list)
    for row in cases:
        by_pair[scope.tests(row)].append(row)
    required: dict[Ends, list[str]] = defaultdict(list)
    for need in exchange_requirements(desk):
        required[scope.needs(need)].append(need.code)
    return {
        pair: Cell(
            _over_cases(held, scope, pair, by_pair.get(pair, ()), found),
            results_between([_result(row) for row in by_pair.get(pair, ())], scale),
            tuple(row.id for row in by_pair.get(pair, ())),
            tuple(required.get(pair, ())),
            _lacking(held, scope, pair, by_pair.get(pair, ())),
        )
        for pair, found in _expected(held, scope, only).items()
    }


def _over_cases(
    held: HeldStandards,
    scope: Scope,
    pair: tuple[str, str],
    cases: Sequence[InteroperabilityLine],
    found: Exchange,
) -> Exchange:
    """The path over a standard that is to be tested, where there is one."""
    standards = {row.standard for row in cases if row.standard}
    if not standards:
        return found
    sides = [scope.holdings.get(side, ()) for side in pair]
    over = held.network.exchange(sides[0], sides[1], standards)
    return over if over.legs else found


def _lacking(
    held: HeldStandards,
    scope: Scope,
    pair: tuple[str, str],
    cases: Sequence[InteroperabilityLine],
) -> tuple[str, ...]:
    sides = [scope.holdings.get(side, ()) for side in pair]
    said = []
    for standard in sorted({row.standard for row in cases if row.standard}):
        found = held.network.exchange(sides[0], sides[1], {standard})
        if not found.legs:
            said.append(f"{standard}: {found.missing}")
    return tuple(said)


def _result(row: InteroperabilityLine) -> TestResult:
    return TestResult(
        row.code, row.provider, row.consumer, row.provider_result, row.consumer_result,
        row.result, bool(row.shortfall),
    )  # fmt: skip
