"""The Participants page: its views, what can be done there, and what the inspector adds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.ui.pages import Page, PageContext
from exerciseplanner.ui.pages.participants.agreements_panel import AgreementMatrix
from exerciseplanner.ui.pages.participants.burden_panel import BurdenPanel
from exerciseplanner.ui.pages.participants.concurrence_panel import ConcurrencePanel
from exerciseplanner.ui.pages.participants.legal_panel import LegalPanel
from exerciseplanner.ui.pages.participants.priorities_panel import PrioritiesPanel
from exerciseplanner.ui.pages.participants.relations import (
    authority_extra,
    caveat_extra,
    participant_extra,
)
from exerciseplanner.ui.pages.participants.tables import (
    CaveatTable,
    agreements_table,
    authorities_table,
    burden_table,
    participants_table,
)
from exerciseplanner.ui.pages.participants.verbs import ParticipantVerbs
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.noun_table import NounTable, counted
from exerciseplanner.ui.widgets.parts import tight
from exerciseplanner.ui.widgets.segments import Segments
from exerciseplanner.workspace.queries.overview import counts
from exerciseplanner.workspace.queries.records import record

_HOMES = {
    "participant": "participants",
    "membership": "participants",
    "agreement": "agreements",
    "caveat": "caveats",
    "authority": "legal",
    "authority_position": "legal",
    "priority": "priorities",
    "concurrence": "concurrence",
    "contribution": "burden",
}
_OWNERS = {
    "membership": "participant_id",
    "contribution": "participant_id",
    "authority_position": "authority_id",
}
"""Nouns without a line of their own, and whose line is selected for them."""


class ParticipantsPage(Page):
    """Participants, agreements, caveats, law, priorities, concurrence and burden."""

    filter_hint = "Filter participants"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.segments = Segments("participants", context.settings)
        self.verbs = ParticipantVerbs(self, self)
        self._actions = self.verbs.actions()
        first = self._named("nations", "organisation")
        self.participants = participants_table(context, *first)
        self.agreements = agreements_table(context, *self._named("agreement", "nations"))
        self.matrix = AgreementMatrix(context, *first)
        self.caveats = CaveatTable(context, *self._named("caveat", "nations"))
        self.authorities = authorities_table(context, *self._named("authority", "nations"))
        self.legal = LegalPanel(context, self.authorities)
        self.priorities = PrioritiesPanel(context, *first)
        self.concurrence = ConcurrencePanel(context, *first)
        self.burden = burden_table(context, *first)
        self.bearing = BurdenPanel(context, self.burden)
        self._tables = {
            "participants": self.participants,
            "agreements": self.agreements,
            "caveats": self.caveats,
            "legal": self.authorities,
            "burden": self.burden,
        }
        self._lay_out()
        self._set_up()

    def page_actions(self) -> Sequence[ActionSpec]:
        """What can be done on the page."""
        return tuple(self._actions.values())

    def apply_filter(self, text: str) -> None:
        """Filter every view."""
        for table in self._tables.values():
            table.set_filter(text)
        for panel in (self.matrix, self.priorities, self.concurrence):
            panel.set_filter(text)

    def show_record(self, noun: str, row_id: str) -> None:
        """Select a record where it is at home."""
        self.segments.open(_HOMES.get(noun, "participants"))
        if noun == "priority":
            self.priorities.choose(row_id)
        elif noun == "concurrence":
            self.concurrence.choose(row_id)
        elif (table := self.table()) is not None:
            table.select([self._line_of(noun, row_id)])

    def table(self) -> NounTable | None:
        """The table that is open; None where it is a grid."""
        return self._tables.get(self.segments.current)

    def chosen_participants(self) -> tuple[str, ...]:
        """The ids of the participants chosen in the view that is open."""
        here = self.segments.current
        if here in ("participants", "burden"):
            return self._tables[here].selected_ids()
        if here == "matrix":
            places = self.matrix.grid.chosen_places()
            return tuple(dict.fromkeys(party for party, _ in places))
        if here == "caveats":
            rows = self.caveats.selected_rows()
            return tuple(dict.fromkeys(row.participant_id for row in rows))
        return ()

    def _named(self, *names: str) -> tuple[ActionSpec, ...]:
        return tuple(self._actions[name] for name in names)

    def _lay_out(self) -> None:
        for name, title, view in (
            ("participants", "Participants", self.participants),
            ("agreements", "Agreements", self.agreements),
            ("matrix", "Coverage", self.matrix),
            ("caveats", "Caveats", self.caveats),
            ("legal", "Legal", self.legal),
            ("priorities", "Priorities", self.priorities),
            ("concurrence", "Concurrence", self.concurrence),
            ("burden", "Burden", self.bearing),
        ):
            self.segments.add(name, title, view)
        for name, verb in (
            ("caveats", "caveat"),
            ("legal", "authority"),
            ("concurrence", "ask"),
            ("burden", "contribution"),
        ):
            self.segments.offers(name, *self._named(verb))
        self.segments.restore()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.segments)

    def _set_up(self) -> None:
        context, verbs = self.context, self.verbs
        self.participants.add_actions(self._named("agreement", "caveat", "memberships"))
        self.burden.add_actions(self._named("contribution"))
        self.matrix.grid.opened.connect(self._open_agreement)
        self.segments.opened.connect(lambda _: self._inspect_chosen())
        adding = (verbs.pick_membership, verbs.add_contribution_of)
        context.inspector_extra("participant", partial(participant_extra, context, *adding))
        context.inspector_extra("caveat", partial(caveat_extra, context))
        context.inspector_extra("authority", partial(authority_extra, context))
        context.follow(
            self,
            counts,
            lambda found: self.set_headline(counted(found["participant"], "participant")),
        )

    def _open_agreement(self, party: str, kind: str) -> None:
        ids = self.matrix.agreements_at([(party, kind)])
        if not ids:
            ids = self.verbs.cover(self.matrix.grid.chosen_places() or ((party, kind),))
        if ids:
            self.context.show("agreement", ids[0])

    def _line_of(self, noun: str, row_id: str) -> str:
        owner = _OWNERS.get(noun)
        return str(self.context.ask(record, noun, row_id)[owner]) if owner else row_id

    def _inspect_chosen(self) -> None:
        table = self.table()
        if table is not None:
            self.context.inspect(table.noun, table.selected_ids())
        else:
            self.context.inspect("", ())
