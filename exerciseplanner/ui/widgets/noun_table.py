"""The records of one noun as a page shows them: choosing inspects, removing offers a way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.record_view import RecordView
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.query import Query


class NounTable(RecordTable):
    """A table whose rows are records of a noun that has verbs; `empty` stands where none are."""

    def __init__(
        self,
        context: PageContext,
        noun: str,
        columns: Sequence[ColumnSpec],
        query: Query[..., Any],
        name: str,
        empty: QWidget | None = None,
    ) -> None:
        super().__init__(
            context.live,
            columns,
            query,
            name=name,
            noun=noun,
            commit=context.commit(noun),
            vocabulary=context.vocabulary,
            settings=context.settings,
        )
        self.noun = noun
        self._context = context
        if not context.read_only:
            self.adding = self._add_pasted
        self.chosen.connect(lambda ids: context.inspect(noun, ids))
        self.paste_refused.connect(lambda text: context.notices.say(text, "warn"))
        self.add_actions([removing(context, self.remove_selected)])
        if empty is not None:
            self.set_empty(empty)

    def add(self, values: Mapping[str, object]) -> None:
        """Add a record, select it and begin to type its title."""
        made = self._context.do(VERBS[self.noun].add, values)
        if made:
            self.select([made])
            edit_cell(self, made, NOUNS[self.noun].title)

    def _add_pasted(self, values: dict[str, Any]) -> str:
        return self._context.workspace.do(VERBS[self.noun].add, values)

    def remove_selected(self) -> None:
        """Remove what is selected and offer to take that back."""
        remove_records(self._context, self.noun, self.selected_ids())


def remove_records(context: PageContext, noun: str, ids: Sequence[str]) -> None:
    """Remove records and offer to take that back."""
    if not ids:
        return
    head = context.workspace.head
    context.do(VERBS[noun].remove, ids)
    if context.workspace.head != head:
        context.offer_undo(f"{counted(len(ids), noun)} removed")


def counted(count: int, noun: str) -> str:
    """A number of records in words, such as 3 units."""
    described = NOUNS[noun]
    return f"{count:,} {described.singular if count == 1 else described.plural}"


def removing(context: PageContext, run: Any) -> ActionSpec:
    """The entry of a context menu that removes what is selected."""
    return ActionSpec(
        "rows.remove", "Remove", run, "trash", "Del", enabled_when=lambda: not context.read_only
    )


def edit_cell(view: RecordView, row_id: str, column: str) -> None:
    """Begin to edit a cell of a row that is shown; nothing where it cannot be edited."""
    places = [each.name for each in view.model.columns]
    index = view.model.index_of(row_id, places.index(column)) if column in places else None
    if index is not None and index.isValid():
        view.view.setCurrentIndex(index)
        view.view.scrollTo(index)
        if view.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            view.view.edit(index)
