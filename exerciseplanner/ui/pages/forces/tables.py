"""The tables of participants, agreements and caveats."""

from __future__ import annotations

from exerciseplanner.ui.pages.forces.partner_columns import (
    agreement_columns,
    caveat_columns,
    participant_columns,
)
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.participants import caveats, participants
from exerciseplanner.workspace.queries.participation import agreement_list, participant_shares


def participants_table(context: PageContext, *first: ActionSpec) -> NounTable:
    """Who takes part, with what each brings."""
    columns = participant_columns(context.vocabulary)
    table = NounTable(context, "participant", columns, participant_shares, "forces.participants")
    table.set_empty(
        EmptyState(
            "Nations and organisations that take part stand here: members, partners, agencies, "
            "aid organisations, industry and media, each with what it brings.",
            first,
            "world",
        )
    )
    return table


def agreements_table(context: PageContext, *first: ActionSpec) -> NounTable:
    """What participants have agreed with each other."""
    columns = agreement_columns(context.vocabulary)
    table = NounTable(context, "agreement", columns, agreement_list, "forces.agreements")
    table.set_empty(
        EmptyState(
            "Agreements between participants stand here: status of forces, security, support "
            "and exchange, each with its parties and how long it holds.",
            first,
            "heart-handshake",
        )
    )
    return table


class CaveatTable(NounTable):
    """What participants will not do, or only after asking at home."""

    def __init__(self, context: PageContext, *first: ActionSpec) -> None:
        self._codes: dict[str, str] = {}
        self._blocking: set[str] = set()
        columns = caveat_columns(context.vocabulary, self._codes, self._blocking)
        super().__init__(context, "caveat", columns, caveats, "forces.caveats")
        self.set_empty(
            EmptyState(
                "Caveats say what a participant will not do, or only after asking at home. "
                "Each stands beside the units it binds.",
                first,
                "ban",
            )
        )
        context.follow(self, participants, self._learn)

    def _learn(self, rows: object) -> None:
        found = self._context.ask(participants)
        self._codes.clear()
        self._codes.update((row.id, row.code) for row in found)
        terms = self._context.ask(doctrine_terms, "caveat_effect")
        self._blocking.clear()
        self._blocking.update(term.code for term in terms if term.flag("blocks"))
        self.model.reword()
