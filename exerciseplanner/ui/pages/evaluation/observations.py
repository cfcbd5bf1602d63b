"""Observations in the O-D-C-R form as a table; the inspector holds the form."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.columns import ColumnSpec, columns_for
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.workspace.operations.lessons import add_lesson, remove_lessons
from exerciseplanner.workspace.queries.evaluation_sheet import SheetRow
from exerciseplanner.workspace.queries.lessons import lessons
from exerciseplanner.workspace.queries.records import record

_COLUMNS = {
    "serial": 84, "title": 280, "kind": 80, "state": 146, "observed_at": 118, "evaluator_id": 130,
    "objective_id": 130, "inject_id": 160, "unit_id": 160, "recommendation": 240, "owner": 120,
    "due": 92,
}  # fmt: skip
_SPARE = ("inject_id", "unit_id", "recommendation")
_EDITABLE = ("title", "kind", "state", "owner", "due", "recommendation")


class ObservationsPanel(QWidget):
    """The table of observations."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.table = RecordTable(
            context.live,
            _columns(context),
            lessons,
            name="observations",
            noun="lesson",
            commit=context.commit("lesson"),
            vocabulary=context.vocabulary,
            settings=context.settings,
        )
        self.table.chosen.connect(lambda ids: context.inspect("lesson", ids))
        self.table.add_actions(
            [
                ActionSpec(
                    "observations.remove",
                    "Remove",
                    self._remove,
                    "trash",
                    "Del",
                    enabled_when=lambda: not context.read_only,
                )
            ]
        )
        self.table.set_empty(
            EmptyState(
                "What evaluators see is written here as observation, discussion, conclusion and "
                "recommendation. It becomes a lesson when something changes.",
                [ActionSpec("observations.first", "New observation", self._add, "plus")],
                icon_name="notes",
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def add(self, evaluator_id: str, about: SheetRow | None = None) -> None:
        """Add an observation by an evaluator about a criterion or an inject, and inspect it."""
        values: dict[str, object] = {"title": "New observation"}
        if evaluator_id:
            values["evaluator_id"] = evaluator_id
        if about is not None and about.noun == "inject":
            values["inject_id"] = about.id
        elif about is not None and about.noun == "criterion":
            found = self._context.ask(record, "criterion", about.id)
            values["objective_id"] = found["objective_id"]
        made = self._context.do(add_lesson, values)
        if made:
            self.table.select([made])

    def _add(self) -> None:
        self.add("")

    def _remove(self) -> None:
        ids = self.table.selected_ids()
        if ids:
            self._context.do(remove_lessons, ids)
            self._context.offer_undo(f"{counted(len(ids), 'lesson')} removed")


def _columns(context: PageContext) -> tuple[ColumnSpec, ...]:
    made = columns_for("lesson", _COLUMNS, context.vocabulary, editable=_EDITABLE, hidden=_SPARE)
    return tuple(replace(each, width=_COLUMNS[each.name]) for each in made)
