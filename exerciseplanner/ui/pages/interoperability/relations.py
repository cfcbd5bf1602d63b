"""What the inspector shows below the form of an interoperability objective and a test case."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.domain.injects import INJECT
from exerciseplanner.ui.widgets.linked_list import Linked, LinkedList
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import body, line, tight
from exerciseplanner.workspace.queries.interoperability_plan import (
    InteroperabilityLine,
    cases_of,
    interoperability_plan,
    testing_injects,
)


class ResultsPanel(QWidget):
    """What does not fit in the results of a test, what is missing, and where it is tested."""

    def __init__(self, context: PageContext, row_id: str) -> None:
        super().__init__()
        self._row_id = row_id
        self._said = body("")
        self._said.setObjectName("matters")
        field = INJECT.field("state")

        def state(row: Linked) -> str:
            return context.vocabulary.text(field, row.detail)

        self._injects = LinkedList(
            "Tested in", context.show, nothing="No inject tests it.", detail=state
        )
        layout = QVBoxLayout(self)
        tight(layout, 4)
        for part in (line(), self._said, self._injects):
            layout.addWidget(part)
        context.follow(self, interoperability_plan, self._show)
        context.follow(self, testing_injects, self._injects.show_rows, row_id)

    def _show(self, rows: Sequence[InteroperabilityLine]) -> None:
        row = next((each for each in rows if each.id == self._row_id), None)
        matters = list(row.disparities) if row else []
        if row and row.missing:
            matters.append(f"not stated: {', '.join(row.missing)}")
        self._said.setText("\n".join(f"▲ {each[0].upper()}{each[1:]}." for each in matters))
        self._said.setVisible(bool(matters))


def interoperability_extra(context: PageContext, ids: Sequence[str]) -> QWidget | None:
    """What belongs below the form of one test case."""
    return ResultsPanel(context, ids[0]) if len(ids) == 1 else None


class AimPanel(QWidget):
    """The test cases of an interoperability objective with their results."""

    def __init__(self, context: PageContext, row_id: str) -> None:
        super().__init__()
        self._cases = LinkedList(
            "Test cases",
            context.show,
            nothing="No test case shows whether it is met.",
            detail=lambda row: row.detail or "–",
        )
        layout = QVBoxLayout(self)
        tight(layout, 4)
        layout.addWidget(line())
        layout.addWidget(self._cases)
        context.follow(self, cases_of, self._cases.show_rows, row_id)


def aim_extra(context: PageContext, ids: Sequence[str]) -> QWidget | None:
    """What belongs below the form of one interoperability objective."""
    return AimPanel(context, ids[0]) if len(ids) == 1 else None
