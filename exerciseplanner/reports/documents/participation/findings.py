"""Everything the participation annex tells, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from exerciseplanner.reports.findings import ExerciseFindings, Marked
from exerciseplanner.workspace.queries.burden import BurdenLine, burden_list
from exerciseplanner.workspace.queries.caveat_meetings import CaveatLine, caveat_list
from exerciseplanner.workspace.queries.consensus_view import (
    ConcurrenceView,
    PriorityView,
    concurrence_view,
    priority_view,
)
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.injects import InjectRow, injects
from exerciseplanner.workspace.queries.legal_view import (
    AgreementView,
    AuthorityLine,
    PositionView,
    agreement_view,
    authority_injects,
    authority_list,
    position_view,
)
from exerciseplanner.workspace.queries.order_of_battle import Related
from exerciseplanner.workspace.queries.participants import MembershipRow, memberships
from exerciseplanner.workspace.queries.participation import (
    AgreementLine,
    ShareRow,
    agreement_list,
    participant_shares,
)


@dataclass(frozen=True)
class Findings(ExerciseFindings):
    """The rows that the participation annex is composed from."""

    @cached_property
    def participants(self) -> tuple[ShareRow, ...]:
        """Participants with what they bring."""
        return self.workspace.ask(participant_shares)

    @cached_property
    def codes(self) -> dict[str, str]:
        """The codes of participants by their ids."""
        return {row.id: row.code for row in self.participants}

    @cached_property
    def memberships(self) -> dict[str, list[MembershipRow]]:
        """Memberships by participant."""
        found: dict[str, list[MembershipRow]] = defaultdict(list)
        for row in self.workspace.ask(memberships):
            found[row.participant_id].append(row)
        return found

    @cached_property
    def agreement_rows(self) -> tuple[AgreementLine, ...]:
        """Agreements with their parties."""
        return self.workspace.ask(agreement_list)

    @cached_property
    def agreement_view(self) -> AgreementView:
        """Participants against kinds of agreement."""
        return self.workspace.ask(agreement_view)

    @cached_property
    def caveats(self) -> tuple[CaveatLine, ...]:
        """Caveats with the coming injects that meet them."""
        return self.workspace.ask(caveat_list)

    @cached_property
    def priorities(self) -> PriorityView:
        """Objectives against participants."""
        return self.workspace.ask(priority_view)

    @cached_property
    def concurrence(self) -> ConcurrenceView:
        """Products against participants."""
        return self.workspace.ask(concurrence_view)

    @cached_property
    def burden(self) -> tuple[BurdenLine, ...]:
        """What each participant bears."""
        return self.workspace.ask(burden_list)

    @cached_property
    def authorities(self) -> tuple[AuthorityLine, ...]:
        """Authorities with what hangs on them."""
        return self.workspace.ask(authority_list)

    @cached_property
    def positions(self) -> PositionView:
        """Authorities against participants."""
        return self.workspace.ask(position_view)

    @cached_property
    def needing(self) -> dict[str, tuple[Related, ...]]:
        """The live injects that need each authority."""
        return {row.id: self.workspace.ask(authority_injects, row.id) for row in self.authorities}

    @cached_property
    def injects(self) -> dict[str, InjectRow]:
        """Every inject by its id."""
        return {row.id: row for row in self.workspace.ask(injects)}

    @cached_property
    def named_injects(self) -> frozenset[str]:
        """The ids of the injects that the document names."""
        met = {each.id for row in self.caveats for each in row.met if each.is_named}
        return frozenset(met | {each.id for listed in self.needing.values() for each in listed})

    def _marked(self) -> Iterable[tuple[str, Marked]]:
        """The injects named in it."""
        named = self.named_injects
        return ((row.serial, row) for row in self.injects.values() if row.id in named)

    def names(self, kind: str) -> dict[str, str]:
        """The names of the doctrine's terms of a kind, by code."""
        return {term.code: term.name for term in self.workspace.ask(doctrine_terms, kind)}

    def named(self, kind: str, code: str) -> str:
        """The name of a term, or its code where doctrine has none."""
        return self.names(kind).get(code, code)
