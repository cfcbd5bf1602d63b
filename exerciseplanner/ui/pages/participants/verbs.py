"""What can be done on the Participants page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from exerciseplanner.domain.participants import CAVEAT, MEMBERSHIP, PARTICIPANT
from exerciseplanner.ui.pages.participants.concurrence_panel import ConcurrencePanel
from exerciseplanner.ui.pages.participants.nation_picker import NationPicker
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.popovers import AskChoice, Popover
from exerciseplanner.ui.widgets.segments import Segments
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.partnership import (
    add_nations,
    cover_with_agreement,
    take_memberships,
)
from exerciseplanner.workspace.queries.participants import participants
from exerciseplanner.workspace.queries.records import names


class ParticipantViews(Protocol):
    """The views of the page that the verbs work on."""

    context: PageContext
    segments: Segments
    participants: NounTable
    agreements: NounTable
    caveats: NounTable
    authorities: NounTable
    burden: NounTable
    concurrence: ConcurrencePanel

    def table(self) -> NounTable | None:
        """The table that is open."""
        ...

    def chosen_participants(self) -> tuple[str, ...]:
        """The ids of the participants chosen in the view that is open."""
        ...


class ParticipantVerbs:
    """Adds and removes; what is new is selected, and its name is typed at once."""

    def __init__(self, page: ParticipantViews, window: QWidget) -> None:
        self._page = page
        self._window = window

    def actions(self) -> dict[str, ActionSpec]:
        """Everything that can be done on the page, by its short name."""
        lines: tuple[tuple[str, str, Callable[[], object], str, str, str], ...] = (
            ("nations", "Add nations", self.pick_nations, "plus", "Ctrl+N",
             "By name or ISO alpha-3 code, with their dated memberships"),
            ("organisation", "Add organisation", self.pick_organisation, "building-community",
             "Ctrl+Shift+P", "An agency, aid organisation, operator, company …"),
            ("agreement", "New agreement", self.add_agreement, "heart-handshake",
             "Ctrl+Shift+A", "Between the participants selected"),
            ("caveat", "New caveat", self.add_caveat, "ban", "Ctrl+Shift+C",
             "Of the participant selected"),
            ("authority", "New authority", self.add_authority, "gavel", "Ctrl+Shift+U",
             "A mandate, legal basis, national law or ROE serial"),
            ("contribution", "New contribution", self.add_contribution, "scale",
             "Ctrl+Shift+B", "Of the participant selected"),
            ("ask", "Ask all for concurrence", self.ask_all, "checks", "",
             "With the products chosen in the grid"),
            ("memberships", "Take memberships from the catalogue", self.take_memberships,
             "refresh", "", "For the nations selected, where they state none"),
            ("remove", "Remove", self.remove_selected, "trash", "", "What is selected"),
        )  # fmt: skip
        context = self._page.context
        return {
            name: ActionSpec(
                f"participants.{name}", label, run, icon, keys,
                enabled_when=lambda: not context.read_only,
                menu="Page", page="participants", primary=name == "nations", tip=tip,
            )
            for name, label, run, icon, keys, tip in lines
        }  # fmt: skip

    # participants ------------------------------------------------------------------------------

    def pick_nations(self) -> Popover:
        """Ask which nations take part, and add them."""
        taken = {row.code.upper() for row in self._page.context.ask(participants)}
        return self._opened(NationPicker(self._window, taken, self.add_nations))

    def add_nations(self, codes: tuple[str, ...]) -> None:
        """Add nations with what the catalogue says of them."""
        made = self._page.context.do(add_nations, codes)
        if made:
            self._page.segments.open("participants")
            self._page.participants.select(made)
            said = "1 nation" if len(made) == 1 else f"{len(made)} nations"
            self._page.context.offer_undo(f"{said} added")

    def pick_organisation(self) -> Popover:
        """Ask of which kind an organisation is, and add it."""
        options = [
            each
            for each in self._page.context.vocabulary.options(PARTICIPANT.field("kind"))
            if each.code not in ("", "nation")
        ]
        title = "Add an organisation of this kind"
        return self._opened(AskChoice(self._window, title, options, self.add_organisation))

    def add_organisation(self, kind: str) -> None:
        """Add an organisation with a code nobody has yet, and begin to type its name."""
        label = self._page.context.vocabulary.label(PARTICIPANT.field("kind"), kind)
        codes = {row.code for row in self._page.context.ask(participants)}
        stem = "".join(part[0] for part in label.upper().split()[:3] if part[0].isalnum()) or "ORG"
        number = next(n for n in range(1, len(codes) + 2) if f"{stem}{n}" not in codes)
        values = {"code": f"{stem}{number}", "name": label, "kind": kind, "role": "participant"}
        self._page.segments.open("participants")
        self._page.participants.add(values)

    def take_memberships(self) -> None:
        """Give the nations selected the memberships of the catalogue."""
        context, ids = self._page.context, self._page.chosen_participants()
        if not ids:
            context.notices.say("Select the nations first.", "warn")
            return
        added = context.do(take_memberships, ids)
        if added:
            said = "1 membership" if added == 1 else f"{added} memberships"
            context.offer_undo(f"{said} added")
        elif added == 0:
            context.notices.say("They state every membership of the catalogue already.")

    def pick_membership(self, participant_id: str) -> Popover:
        """Ask to which framework a participant belongs, and add that."""
        options = self._page.context.vocabulary.options(MEMBERSHIP.field("framework"))
        run = partial(self.add_membership, participant_id)
        return self._opened(AskChoice(self._window, "Member of", options, run))

    def add_membership(self, participant_id: str, framework: str) -> None:
        """Add a membership and inspect it, so that its dates can be stated."""
        self._add_and_inspect(
            "membership", {"participant_id": participant_id, "framework": framework}
        )

    # agreements, caveats, law, burden ----------------------------------------------------------

    def add_agreement(self) -> None:
        """Add an agreement, with the participants selected as its parties."""
        parties = self._page.chosen_participants()
        self._page.segments.open("agreements")
        self._page.agreements.add({"title": "New agreement", "parties": parties})

    def cover(self, places: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """Add an agreement of each kind for the participants chosen in the matrix."""
        if self._page.context.read_only:
            return ()
        return self._page.context.do(cover_with_agreement, places) or ()

    def add_caveat(self) -> None:
        """Add a caveat of the participant selected."""
        party = self._party(CAVEAT.name)
        if party:
            self._page.segments.open("caveats")
            self._page.caveats.add({"title": "New caveat", "participant_id": party})

    def add_authority(self) -> None:
        """Add an authority and begin to type its title."""
        taken = {each.code for each in self._page.context.ask(names, "authority")}
        number = next(n for n in range(1, len(taken) + 2) if f"ROE {n}" not in taken)
        self._page.segments.open("legal")
        self._page.authorities.add({"code": f"ROE {number}", "title": "New authority"})

    def add_contribution(self) -> None:
        """Add a contribution of the participant selected, and inspect it."""
        party = self._party("contribution")
        if party:
            self.add_contribution_of(party)

    def add_contribution_of(self, participant_id: str) -> None:
        """Add a contribution of a participant, and inspect it."""
        values = {"title": "New contribution", "participant_id": participant_id}
        self._add_and_inspect("contribution", values)

    def ask_all(self) -> None:
        """Ask every participant for the products chosen."""
        self._page.segments.open("concurrence")
        self._page.concurrence.ask_everybody()

    def remove_selected(self) -> None:
        """Remove what is selected in the table that is open."""
        table = self._page.table()
        if table is not None:
            table.remove_selected()

    # inside ------------------------------------------------------------------------------------

    def _add_and_inspect(self, noun: str, values: Mapping[str, object]) -> None:
        context = self._page.context
        made = context.do(VERBS[noun].add, values)
        if made:
            context.inspect(noun, (made,))

    def _party(self, noun: str) -> str:
        chosen = self._page.chosen_participants()
        found = chosen or tuple(row.id for row in self._page.context.ask(participants))
        if not found:
            self._page.context.notices.say(
                f"A {noun} belongs to a participant. Add one first.", "warn"
            )
        return found[0] if found else ""

    def _opened(self, popover: Popover) -> Popover:
        corner = self._window.mapToGlobal(QPoint(self._window.width() - 16, 0))
        popover.adjustSize()
        popover.open_at(QRect(corner.x() - popover.width(), corner.y() - 8, 1, 1))
        return popover
