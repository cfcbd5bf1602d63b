"""What the inspector shows below the form of a unit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.injects import INJECT
from exerciseplanner.domain.objectives import OBJECTIVE
from exerciseplanner.domain.participants import CAVEAT
from exerciseplanner.ui.widgets.linked_list import Linked, LinkedList
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import line, muted, tight
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.order_of_battle import UnitRelations, unit_relations


def worded(vocabulary: Vocabulary, field: Field, row: Linked) -> str:
    """The detail of a related record in the words of a field."""
    return vocabulary.text(field, row.detail)


def _as_it_is(row: Linked) -> str:
    return row.detail


class UnitPanel(QWidget):
    """Who a unit is under, what it trains for, what is sent to it, and what binds it."""

    def __init__(self, context: PageContext, unit_id: str) -> None:
        super().__init__()
        detail = partial(partial, worded, context.vocabulary)
        show = context.show
        self._facts = muted("", wrap=True)
        self._caveats = LinkedList(
            "Caveats that bind it", show, detail=detail(CAVEAT.field("effect"))
        )
        self._superiors = LinkedList("Under", show, detail=_as_it_is)
        self._subordinates = LinkedList("Directly below", show, detail=_as_it_is)
        self._objectives = LinkedList(
            "Training audience of",
            show,
            nothing="No objective names it as training audience.",
            detail=detail(OBJECTIVE.field("priority")),
        )
        self._injects = LinkedList(
            "Injects addressed to it",
            show,
            nothing="No inject is addressed to it.",
            detail=detail(INJECT.field("state")),
        )
        _stack(
            self,
            self._facts,
            self._caveats,
            self._superiors,
            self._subordinates,
            self._objectives,
            self._injects,
        )
        context.follow(self, unit_relations, self._show, unit_id)

    def _show(self, found: UnitRelations) -> None:
        people = found.people
        parts = []
        if found.below:
            below = "1 unit" if found.below == 1 else f"{found.below:,} units"
            parts.append(f"{below} below it")
        if people.planned or people.present:
            parts.append(f"{people.present:,} of {people.planned:,} people present in all")
        self._facts.setText("  ·  ".join(parts))
        self._facts.setVisible(bool(parts))
        self._caveats.show_rows(found.caveats)
        self._superiors.show_rows(found.superiors)
        self._subordinates.show_rows(found.subordinates)
        self._objectives.show_rows(found.objectives)
        self._injects.show_rows(found.injects)


def unit_extra(context: PageContext, ids: Sequence[str]) -> QWidget | None:
    """What belongs below the form of one unit."""
    return UnitPanel(context, ids[0]) if len(ids) == 1 else None


def _stack(panel: QWidget, *parts: QWidget) -> None:
    layout = QVBoxLayout(panel)
    tight(layout, 4)
    layout.addWidget(line())
    for part in parts:
        layout.addWidget(part)
