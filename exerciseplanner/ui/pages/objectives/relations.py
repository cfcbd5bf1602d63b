"""What the inspector shows below the form of an objective and a threat."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.domain.injects import INJECT
from exerciseplanner.ui.widgets.linked_list import Linked, LinkedList
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import line, tight
from exerciseplanner.workspace.queries.objective_plan import (
    ObjectiveRelations,
    objective_relations,
)
from exerciseplanner.workspace.queries.order_of_battle import Related
from exerciseplanner.workspace.queries.threat_plan import threat_injects
from exerciseplanner.workspace.query import Query

Found = tuple[Related, ...]


class ObjectivePanel(QWidget):
    """What an objective serves, how it is measured, and what serves it."""

    def __init__(self, context: PageContext, objective_id: str) -> None:
        super().__init__()
        show = context.show
        self._above = LinkedList("Serves", show)
        self._below = LinkedList("Served by", show)
        self._criteria = LinkedList(
            "Criteria",
            show,
            nothing="Nothing says yet how it is measured. Add a criterion below it.",
            detail=lambda row: row.detail,
        )
        self._injects = LinkedList(
            "Injects", show, nothing="No inject serves it.", detail=_state(context)
        )
        stack(self, self._above, self._below, self._criteria, self._injects)
        context.follow(self, objective_relations, self._show, objective_id)

    def _show(self, found: ObjectiveRelations) -> None:
        self._above.show_rows(found.above)
        self._below.show_rows(found.below)
        if found.below and not found.criteria:
            self._criteria.hide()
        else:
            self._criteria.show_rows(found.criteria)
        self._injects.show_rows(found.injects)


class InjectsPanel(QWidget):
    """The injects that a query finds for one record."""

    def __init__(
        self, context: PageContext, query: Query[[str], Found], row_id: str, nothing: str
    ) -> None:
        super().__init__()
        self._injects = LinkedList("Injects", context.show, nothing=nothing, detail=_state(context))
        stack(self, self._injects)
        context.follow(self, query, self._injects.show_rows, row_id)


def objective_extra(context: PageContext, ids: Sequence[str]) -> QWidget | None:
    """What belongs below the form of one objective."""
    return ObjectivePanel(context, ids[0]) if len(ids) == 1 else None


def threat_extra(context: PageContext, ids: Sequence[str]) -> QWidget | None:
    """What belongs below the form of one threat."""
    if len(ids) != 1:
        return None
    return InjectsPanel(context, threat_injects, ids[0], "No inject brings it.")


def stack(panel: QWidget, *parts: QWidget) -> None:
    """Put parts below one another under a hair line."""
    layout = QVBoxLayout(panel)
    tight(layout, 4)
    layout.addWidget(line())
    for part in parts:
        layout.addWidget(part)


def _state(context: PageContext) -> Callable[[Linked], str]:
    field = INJECT.field("state")

    def state(row: Linked) -> str:
        return context.vocabulary.text(field, row.detail)

    return state
