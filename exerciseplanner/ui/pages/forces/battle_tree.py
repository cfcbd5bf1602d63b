"""The order of battle as a tree of sides and units, and all units as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages.forces.affiliation import AffiliationDelegate
from exerciseplanner.ui.pages.forces.columns import OF_SIDES, table_columns, tree_columns
from exerciseplanner.ui.pages.forces.command_dialog import CommandDialog
from exerciseplanner.ui.pages.forces.placing import dropped
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.choosing import chosen_count
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.page_context import Commit, PageContext
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.record_tree import RecordTree
from exerciseplanner.ui.widgets.record_view import RecordView
from exerciseplanner.ui.widgets.sifting import Predicate
from exerciseplanner.ui.widgets.tsv_exchange import Adding
from exerciseplanner.workspace.operations.forces import add_unit
from exerciseplanner.workspace.operations.order_of_battle import subordinate_units
from exerciseplanner.workspace.queries.forces import sides, units
from exerciseplanner.workspace.queries.order_of_battle import ForceRow, order_of_battle, unit_list

_INDENT = 15
_OPEN_UP_TO = 250
"""Rows up to which the tree opens every branch by itself."""


class BattleTree(RecordTree):
    """Sides with their units; units can be dragged under another superior.

    Dragged with Ctrl they keep their place and come under its command for a time.
    """

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._nouns: dict[str, str] = {}
        self._opened = False
        super().__init__(
            context.live,
            tree_columns(context.vocabulary),
            order_of_battle,
            name="forces.tree",
            noun="unit",
            vocabulary=context.vocabulary,
            parent_of=_parent,
            commit=_writer(context, self._nouns),
            settings=context.settings,
            movable=not context.read_only,
        )
        _draw_frames(self)
        self.adding = _adder(context, self)
        self._tree.setIndentation(theme.scaled(_INDENT))
        self.rows_dropped.connect(self._drop)

    def set_predicate(self, predicate: Predicate | None) -> None:
        """Show only units for which the predicate is true, and what they are under."""
        super().set_predicate(predicate)
        if predicate is not None:
            self.expand_all()

    def _show(self, rows: Sequence[Any]) -> None:
        self._nouns.clear()
        self._nouns.update((row.id, row.noun) for row in rows)
        super()._show(rows)
        if rows and not self._opened:
            self._opened = True
            self._open_first(rows)

    def _open_first(self, rows: Sequence[ForceRow]) -> None:
        if len(rows) <= _OPEN_UP_TO:
            self.expand_all()
            return
        tops = {row.id for row in rows if row.parent_id is None}
        for row in rows:
            if row.id in tops or row.parent_id in tops:
                self._tree.expand(self._tree_model.index_of(row.id))

    def _count(self) -> None:
        super()._count()
        units = sum(1 for noun in self._nouns.values() if noun == "unit")
        hits = self._tree_model.hits
        said = counted(units, "unit")
        if hits != len(self._nouns):
            said = f"{hits:,} of {said}"
        selected = chosen_count(self.view.selectionModel())
        self.footer.setText(said + (f"  ·  {selected:,} selected" if selected > 1 else ""))

    def _drop(self, ids: tuple[str, ...], target_id: str | None, place: str) -> None:
        rows = {row.id: row for row in self.model.rows()}
        wish = dropped(rows, ids, target_id, place)
        if wish is None or self._context.read_only:
            return
        if wish.superior_id and _with_control():
            CommandDialog(self, self._context, wish.ids, wish.superior_id).open()
            return
        self._context.do(subordinate_units, wish.ids, wish.superior_id, wish.side_id, wish.order)
        self.select(wish.ids)


class UnitTable(RecordTable):
    """Every unit as a row of a table."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(
            context.live,
            table_columns(context.vocabulary),
            unit_list,
            name="forces.table",
            noun="unit",
            vocabulary=context.vocabulary,
            commit=_writer(context, {}),
            settings=context.settings,
        )
        self.adding = _adder(context, self)
        _draw_frames(self)


def _adder(context: PageContext, view: RecordView) -> Adding | None:
    """How pasted lines become units; None where nothing may be written."""
    return None if context.read_only else partial(_add_pasted, context, view)


def _add_pasted(context: PageContext, view: RecordView, values: dict[str, Any]) -> str:
    """Add a unit on the side of its superior, else of the row selected, else on the only one."""
    on = {row.id: row.side_id for row in context.ask(units)}
    chosen, every = view.selected_rows(), context.ask(sides)
    side = on.get(str(values.get("parent_id") or ""))
    for row in chosen[:1]:
        side = side or on.get(row.id, row.id)
    if side is None and len(every) == 1:
        side = every[0].id
    return context.workspace.do(add_unit, {"name": "New unit", "side_id": side, **values})


def _with_control() -> bool:
    """Whether Ctrl is held: units then come under a command for a time, and stay in the tree."""
    held = QGuiApplication.queryKeyboardModifiers()
    return bool(held & Qt.KeyboardModifier.ControlModifier)


def _draw_frames(view: RecordView) -> None:
    view.view.setItemDelegateForColumn(0, AffiliationDelegate(view.view, view.vocabulary))


def _parent(row: ForceRow) -> str | None:
    return row.parent_id


def _writer(context: PageContext, nouns: Mapping[str, str]) -> Commit | None:
    """How the lists commit: sides and units apart, and a new superior brings its side along."""
    unit, side = context.commit("unit"), context.commit("side")
    if unit is None or side is None:
        return None

    def commit(ids: tuple[str, ...], column: str, value: Any) -> None:
        sides = tuple(row_id for row_id in ids if nouns.get(row_id) == "side")
        units = tuple(row_id for row_id in ids if nouns.get(row_id, "unit") == "unit")
        if sides and column not in OF_SIDES:
            raise Refusal("A side has no such value.", field=column)
        if sides:
            side(sides, column, value)
        if units and column == "parent_id" and value:
            context.workspace.do(subordinate_units, units, value)
        elif units:
            unit(units, column, value)

    return commit
