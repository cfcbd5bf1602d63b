"""The moves between states: which are allowed, and by whom."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.domain.doctrine_kinds import term_kind
from exerciseplanner.domain.fields import Field, sentence_case
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.editors import editor_for
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.parts import button, caption, heading, row, tight
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.workspace.operations.transitions import (
    add_transition,
    edit_transitions,
    remove_transitions,
)
from exerciseplanner.workspace.queries.doctrine import moves

_ROLE = Field("role", "By", "choice", "role")


class MovesPanel(QWidget):
    """The moves between the states of one kind, with a line to allow another."""

    def __init__(self, context: PageContext, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = kind
        state = sentence_case(term_kind(kind).singular)
        self.start = editor_for(Field("from_code", f"{state} left", "choice", kind),
                                context.vocabulary)  # fmt: skip
        self.end = editor_for(Field("to_code", f"{state} entered", "choice", kind),
                              context.vocabulary)  # fmt: skip
        self.role = editor_for(_ROLE, context.vocabulary)
        self.table = self._table()
        add = button("Allow move", "plus", run=self.add)
        above = row(
            heading("Moves"), None, caption("From"), self.start, caption("to"), self.end,
            caption("by"), self.role, add, margins=(11, 8, 16, 4),
        )  # fmt: skip
        for part in (self.start, self.end, self.role, add):
            part.setEnabled(not context.read_only)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(above)
        layout.addWidget(self.table, 1)

    def add(self) -> None:
        """Allow the move that is stated in the line above."""
        try:
            wanted = [str(each.value() or "") for each in (self.start, self.end, self.role)]
        except Refusal as refusal:
            self._context.notices.say(str(refusal), "warn")
            return
        if not wanted[0] or not wanted[1]:
            self._context.notices.say("Choose the state a move leaves and the one it enters.")
            return
        made = self._context.do(add_transition, self._kind, *wanted)
        if made:
            self.table.select([made])
            for each in (self.start, self.end, self.role):
                each.set_value("")

    def remove_selected(self) -> None:
        """Forbid the selected moves."""
        ids = self.table.selected_ids()
        if ids:
            self._context.do(remove_transitions, ids)
            moves_ = "move is" if len(ids) == 1 else "moves are"
            self._context.offer_undo(f"{len(ids)} {moves_} no longer allowed")

    def _table(self) -> RecordTable:
        context = self._context
        table = RecordTable(
            context.live,
            (
                ColumnSpec("from_name", "From", width=200),
                ColumnSpec("to_name", "To", width=200, icon=lambda line: "arrow-right"),
                ColumnSpec("role", "By", text=lambda line: line.role_name, field=_ROLE,
                           editable=True, width=260),
            ),
            moves,
            self._kind,
            name=f"moves-{self._kind}",
            commit=None if context.read_only else self._commit,
            vocabulary=context.vocabulary,
            settings=context.settings,
        )  # fmt: skip
        table.words = ("move", "moves")
        table.view.setAccessibleName("Moves between states")
        table.add_actions([
            ActionSpec("moves.remove", "Remove", self.remove_selected, "trash", "Del",
                       enabled_when=lambda: not context.read_only),
        ])  # fmt: skip
        table.paste_refused.connect(lambda text: context.notices.say(text, "warn"))
        table.set_empty(EmptyState("No move is allowed: whatever is in a state stays there."))
        return table

    def _commit(self, ids: tuple[str, ...], field: str, value: Any) -> None:
        self._context.workspace.do(edit_transitions, ids, {field: value})
