"""What the inspector shows below the form of a participant, a caveat and an authority."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.domain.consensus import CONCURRENCE
from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.injects import INJECT
from exerciseplanner.domain.legal import AUTHORITY_POSITION
from exerciseplanner.domain.participants import CAVEAT
from exerciseplanner.domain.standards import TEST_CASE
from exerciseplanner.ui.widgets.linked_list import Linked, LinkedList
from exerciseplanner.ui.widgets.owned_list import OwnedList
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import line, muted, tight
from exerciseplanner.workspace.queries.caveat_meetings import CaveatLine, caveat_list
from exerciseplanner.workspace.queries.legal_view import authority_injects
from exerciseplanner.workspace.queries.participation import (
    ParticipantRelations,
    participant_relations,
)

Add = Callable[[str], object]


class ParticipantPanel(QWidget):
    """Where a participant belongs, what it has signed, may and will not do, and what it brings."""

    def __init__(
        self, context: PageContext, add_membership: Add, add_contribution: Add, row_id: str
    ) -> None:
        super().__init__()
        self._vocabulary = context.vocabulary
        worded, show = self._worded, context.show
        self._lists: dict[str, LinkedList] = {
            "memberships": OwnedList(
                context, "Memberships", "Add membership", lambda _: add_membership(row_id),
                nothing="No membership is stated.", detail=_as_it_is,
            ),
            "agreements": LinkedList(
                "Agreements", show, nothing="It is party to no agreement.", detail=_as_it_is
            ),
            "caveats": LinkedList(
                "Caveats", show, nothing="It has stated no caveat.",
                detail=worded(CAVEAT.field("effect")),
            ),
            "authorities": LinkedList(
                "Authorities", show, detail=worded(AUTHORITY_POSITION.field("position"))
            ),
            "contributions": OwnedList(
                context, "Contributions, offered of asked", "Add contribution",
                lambda _: add_contribution(row_id),
                nothing="Nothing is asked of it and nothing offered.", detail=_as_it_is,
            ),
            "concurrences": LinkedList(
                "Concurrence", show, detail=worded(CONCURRENCE.field("position"))
            ),
            "units": LinkedList(
                "Units", show, nothing="It provides no unit.", detail=_as_it_is
            ),
            "tests": LinkedList(
                "Interoperability", show, detail=worded(TEST_CASE.field("result"))
            ),
        }  # fmt: skip
        _stack(self, *self._lists.values())
        context.follow(self, participant_relations, self._show, row_id)

    def _show(self, found: ParticipantRelations) -> None:
        for name, listed in self._lists.items():
            listed.show_rows(getattr(found, name))

    def _worded(self, field: Field) -> Callable[[Linked], str]:
        return partial(_in_words, self._vocabulary.text, field)


class CaveatPanel(QWidget):
    """The injects that meet a caveat today, and why."""

    def __init__(self, context: PageContext, row_id: str) -> None:
        super().__init__()
        self._row_id = row_id
        self._injects = LinkedList(
            "Injects that meet it", context.show, nothing="No coming inject meets it.",
            detail=_as_it_is,
        )  # fmt: skip
        self._why = muted("", wrap=True)
        _stack(self, self._injects, self._why)
        context.follow(self, caveat_list, self._show)

    def _show(self, rows: Sequence[CaveatLine]) -> None:
        found = next((each for each in rows if each.id == self._row_id), None)
        met = found.met if found else ()
        self._injects.show_rows(met)
        said = [f"{each.code}: {_reasons(each.reasons, each.open)}" for each in met[:4]]
        self._why.setText("\n".join(said))
        self._why.setVisible(bool(said))


class AuthorityPanel(QWidget):
    """The injects that need an authority."""

    def __init__(self, context: PageContext, row_id: str) -> None:
        super().__init__()
        state = partial(_in_words, context.vocabulary.text, INJECT.field("state"))
        self._injects = LinkedList(
            "Injects that need it", context.show, nothing="No live inject needs it.", detail=state
        )
        _stack(self, self._injects)
        context.follow(self, authority_injects, self._injects.show_rows, row_id)


def participant_extra(
    context: PageContext, add_membership: Add, add_contribution: Add, ids: Sequence[str]
) -> QWidget | None:
    """What belongs below the form of one participant."""
    if len(ids) != 1:
        return None
    return ParticipantPanel(context, add_membership, add_contribution, ids[0])


def caveat_extra(context: PageContext, ids: Sequence[str]) -> QWidget | None:
    """What belongs below the form of one caveat."""
    return CaveatPanel(context, ids[0]) if len(ids) == 1 else None


def authority_extra(context: PageContext, ids: Sequence[str]) -> QWidget | None:
    """What belongs below the form of one authority."""
    return AuthorityPanel(context, ids[0]) if len(ids) == 1 else None


def _in_words(text: Callable[[Field, str], str], field: Field, row: Linked) -> str:
    return text(field, row.detail)


def _as_it_is(row: Linked) -> str:
    return row.detail


def _reasons(reasons: Sequence[str], still_open: Sequence[str]) -> str:
    said = "; ".join(reasons) or "it addresses forces bound by it"
    return f"{said}. To be judged: {'; '.join(still_open)}." if still_open else f"{said}."


def _stack(panel: QWidget, *parts: QWidget) -> None:
    layout = QVBoxLayout(panel)
    tight(layout, 4)
    layout.addWidget(line())
    for part in parts:
        layout.addWidget(part)
