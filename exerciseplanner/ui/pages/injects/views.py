"""The two views of the MEL/MIL: the tree of strands and the table of injects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from exerciseplanner.ui.pages.injects.columns import table_columns, tree_columns
from exerciseplanner.ui.pages.injects.lanes import LaneDelegate
from exerciseplanner.ui.pages.injects.states import States
from exerciseplanner.ui.pages.injects.writing import can_write, writer
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.record_tree import RecordTree
from exerciseplanner.ui.widgets.sifting import Predicate
from exerciseplanner.workspace.queries import script
from exerciseplanner.workspace.queries.script import ScriptRow

_OPEN_UP_TO = 400
"""Rows up to which the tree opens every branch by itself."""


class ScriptTable(RecordTable):
    """Every inject as a row of a table."""

    def __init__(self, context: PageContext, states: States) -> None:
        nouns: dict[str, str] = {}
        super().__init__(
            context.live,
            _guarded(table_columns(states, context.vocabulary)),
            script.script_injects,
            name="injects.table",
            noun="inject",
            vocabulary=context.vocabulary,
            commit=writer(context, nouns),
            settings=context.settings,
        )
        _mark_lanes(self, "serial")

    def edit(self, row_id: str, column: str = "title") -> None:
        """Begin to edit a cell."""
        _edit(self, row_id, column)


class ScriptTree(RecordTree):
    """Strands with what is in them; counts injects and not rows."""

    def __init__(self, context: PageContext, states: States) -> None:
        self._nouns: dict[str, str] = {}
        self._injects = 0
        self._opened = False
        super().__init__(
            context.live,
            _guarded(tree_columns(states, context.vocabulary)),
            script.script,
            name="injects.tree",
            noun="inject",
            vocabulary=context.vocabulary,
            parent_of=_parent,
            commit=writer(context, self._nouns),
            settings=context.settings,
            movable=not context.read_only,
        )
        _mark_lanes(self, "title")

    def edit(self, row_id: str, column: str = "title") -> None:
        """Begin to edit a cell."""
        self.expand_to(row_id)
        _edit(self, row_id, column)

    def set_predicate(self, predicate: Predicate | None) -> None:
        """Show only injects for which the predicate is true, and what they are part of."""
        super().set_predicate(predicate)
        if predicate is not None:
            self.open_hits()

    def _show(self, rows: Sequence[Any]) -> None:
        self._nouns.clear()
        self._nouns.update((row.id, row.noun) for row in rows)
        self._injects = sum(row.noun == "inject" for row in rows)
        super()._show(rows)
        if rows and not self._opened:
            self._opened = True
            self.open_first()

    def open_first(self) -> None:
        """Open the branches as far as the eye can still take them in."""
        if len(self.model.rows()) <= _OPEN_UP_TO:
            self.expand_all()
        else:
            self.collapse_all()

    def _count(self) -> None:
        super()._count()
        strands = len(self.model.rows()) - self._injects
        parts = [_counted(self._injects, "inject", "injects")]
        if self.model.is_narrowed:
            shown = sum(row.noun == "inject" for row in self.model.shown())
            parts = [f"{shown:,} of {parts[0]}"]
        elif strands:
            tops = sum(row.level == "storyline" for row in self.model.rows())
            parts.append(_counted(tops, "storyline", "storylines"))
        selected = len(self.view.selectionModel().selectedRows())
        if selected > 1:
            parts.append(f"{selected:,} selected")
        self.footer.setText("  ·  ".join(parts))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _parent(row: ScriptRow) -> str | None:
    return row.parent_id


def _guarded(columns: Sequence[ColumnSpec]) -> tuple[ColumnSpec, ...]:
    return tuple(replace(column, editable_in=partial(can_write, column.name)) for column in columns)


def _mark_lanes(view: RecordTable | RecordTree, column: str) -> None:
    delegate = LaneDelegate(view.view, view.vocabulary)
    view.view.setItemDelegateForColumn(_place(view, column), delegate)


def _place(view: RecordTable | RecordTree, column: str) -> int:
    return [each.name for each in view.model.columns].index(column)


def _edit(view: RecordTable | RecordTree, row_id: str, column: str) -> None:
    index = view.model.index_of(row_id, _place(view, column))
    if index.isValid():
        view.view.setCurrentIndex(index)
        view.view.scrollTo(index)
        view.view.edit(index)


def rows_by_id(view: RecordTable | RecordTree) -> Mapping[str, ScriptRow]:
    """Every row of a view by its id."""
    return {row.id: row for row in view.model.rows()}
