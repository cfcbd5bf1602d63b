"""The tables of participants, agreements, caveats, authorities and burden."""

from __future__ import annotations

from exerciseplanner.ui.pages.participants.burden_columns import burden_columns
from exerciseplanner.ui.pages.participants.columns import (
    agreement_columns,
    caveat_columns,
    participant_columns,
)
from exerciseplanner.ui.pages.participants.legal_columns import authority_columns
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.workspace.queries.burden import burden_list
from exerciseplanner.workspace.queries.caveat_meetings import caveat_list
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.legal_view import authority_list
from exerciseplanner.workspace.queries.participants import participants
from exerciseplanner.workspace.queries.participation import agreement_list, participant_shares


def participants_table(context: PageContext, *first: ActionSpec) -> NounTable:
    """Who takes part, with what each brings."""
    columns = participant_columns(context.vocabulary)
    return NounTable(
        context,
        "participant",
        columns,
        participant_shares,
        "participants.participants",
        empty=EmptyState(
            "Nations and organisations that take part stand here: members, partners, agencies, "
            "aid organisations, industry and media, each with what it brings.",
            first,
            "world",
        ),
    )


def agreements_table(context: PageContext, *first: ActionSpec) -> NounTable:
    """What participants have agreed with each other."""
    columns = agreement_columns(context.vocabulary)
    return NounTable(
        context,
        "agreement",
        columns,
        agreement_list,
        "participants.agreements",
        empty=EmptyState(
            "Agreements between participants stand here: status of forces, security, support "
            "and exchange, each with its parties and how long it holds.",
            first,
            "heart-handshake",
        ),
    )


def authorities_table(context: PageContext, *first: ActionSpec) -> NounTable:
    """What activities rest on."""
    columns = authority_columns(context.vocabulary)
    return NounTable(
        context,
        "authority",
        columns,
        authority_list,
        "participants.authorities",
        empty=EmptyState(
            "Authorities stand here: mandates, legal bases, national law and ROE serials, each "
            "with its review and its validity. Injects say which of them they need.",
            first,
            "gavel",
        ),
    )


def burden_table(context: PageContext, *first: ActionSpec) -> NounTable:
    """What each participant is asked for, offers, and is given to do."""
    columns = burden_columns(context.vocabulary)
    return NounTable(
        context,
        "participant",
        columns,
        burden_list,
        "participants.burden",
        empty=EmptyState(
            "The burden shows what each participant is asked for and offers in people, days, "
            "assets and money, and what the plan asks of it. It needs participants first.",
            first,
            "scale",
        ),
    )


class CaveatTable(NounTable):
    """What participants will not do, or only after asking at home, and what meets it today."""

    def __init__(self, context: PageContext, *first: ActionSpec) -> None:
        self._codes: dict[str, str] = {}
        self._blocking: set[str] = set()
        columns = caveat_columns(context.vocabulary, self._codes, self._blocking)
        super().__init__(
            context,
            "caveat",
            columns,
            caveat_list,
            "participants.caveats",
            empty=EmptyState(
                "Caveats say what a participant will not do, or only after asking at home. "
                "Each stands beside the injects that meet it.",
                first,
                "ban",
            ),
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
