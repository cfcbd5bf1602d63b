"""Everything the interoperability matrix tells, read once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from exerciseplanner.domain.interoperability import TestSummary
from exerciseplanner.domain.interoperability_marks import Mark, Reading, mark_of, result_tone
from exerciseplanner.reports.blocks import Cell, RatingBadge
from exerciseplanner.reports.findings import ExerciseFindings, Marked
from exerciseplanner.workspace.queries.exchange_check import RequirementLine, exchange_check
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.interoperability_matrix import (
    Matrix,
    PairLine,
    interoperability_matrix,
    interoperability_pairs,
)
from exerciseplanner.workspace.queries.interoperability_plan import (
    AimLine,
    InteroperabilityLine,
    interoperability_aims,
    interoperability_plan,
    interoperability_summary,
)
from exerciseplanner.workspace.queries.interoperability_scopes import Party
from exerciseplanner.workspace.queries.objectives import objectives

FLAG = "*"
"""Behind the letter of a cell whose results do not fit together."""


@dataclass(frozen=True)
class Findings(ExerciseFindings):
    """The rows that the interoperability matrix is composed from."""

    @cached_property
    def matrix(self) -> Matrix:
        """Participants against each other."""
        return self.workspace.ask(interoperability_matrix)

    @cached_property
    def pairs(self) -> tuple[PairLine, ...]:
        """Every direction between two participants."""
        return self.workspace.ask(interoperability_pairs)

    @cached_property
    def cases(self) -> tuple[InteroperabilityLine, ...]:
        """The test cases."""
        return self.workspace.ask(interoperability_plan)

    @cached_property
    def pathless(self) -> tuple[PairLine, ...]:
        """Where an exchange is planned or required and there is no path."""
        return tuple(pair for pair in self.pairs if pair.verdict in ("gap", "foreseen"))

    @cached_property
    def misfits(self) -> tuple[InteroperabilityLine, ...]:
        """The test cases whose results do not fit together."""
        return tuple(case for case in self.cases if case.disparities)

    @cached_property
    def aims(self) -> tuple[AimLine, ...]:
        """The interoperability objectives with what their test cases amount to."""
        return self.workspace.ask(interoperability_aims)

    @cached_property
    def objectives(self) -> dict[str, str]:
        """The codes of the training objectives, by their ids."""
        return {row.id: row.code for row in self.workspace.ask(objectives)}

    @cached_property
    def concerned(self) -> tuple[Party, ...]:
        """The participants that test, have to exchange, or hold a standard."""
        known: set[str] = set()
        for case in self.cases:
            known |= {case.provider_id or "", case.consumer_id or "", case.mediator_id or ""}
        for pair, cell in self.matrix.cells.items():
            if cell.required or cell.expected.expectation != "unknown":
                known |= set(pair)
        return tuple(each for each in self.matrix.parties if each.id in known)

    @cached_property
    def summary(self) -> TestSummary:
        """Counts per result."""
        return self.workspace.ask(interoperability_summary)

    @cached_property
    def requirements(self) -> tuple[RequirementLine, ...]:
        """The information exchanges required."""
        return self.workspace.ask(exchange_check)

    @cached_property
    def names(self) -> dict[str, str]:
        """The results in words."""
        found = self.workspace.ask(doctrine_terms, "interop_result")
        return {term.code: term.name for term in found}

    def _marked(self) -> Iterable[tuple[str, Marked]]:
        """The requirements."""
        return ((row.code, row) for row in self.requirements)

    def cell(self, reading: Reading, provider: str, consumer: str) -> Cell:
        """What stands in a cell of the matrix."""
        found = self.matrix.cells[provider, consumer]
        needed = bool(found.required or (reading == "expected" and found.tested.planned))
        return printed(
            mark_of(
                reading,
                found.expected,
                found.tested,
                self.matrix.scale,
                needed=needed,
                lacking=bool(found.lacking),
            )
        )

    def badge(self, code: str) -> Cell:
        """A result as printed; a dash where there is none."""
        if not code:
            return "–"
        tone = result_tone(code, self.matrix.scale)
        return RatingBadge(code, self.names.get(code, code), tone or "unrated")


def printed(mark: Mark) -> Cell:
    """A mark as a table cell: a badge where it has a tone, plain text where it stands back."""
    if not mark.tone:
        return mark.text
    return RatingBadge(mark.text + (FLAG if mark.flagged else ""), "", mark.tone)
