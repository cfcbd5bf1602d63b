"""The tree of exercise objectives, training objectives and criteria."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages.objectives.columns import OF_CRITERIA, aim_columns
from exerciseplanner.ui.widgets.cell_delegate import CellDelegate
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.page_context import Commit, PageContext
from exerciseplanner.ui.widgets.record_tree import RecordTree
from exerciseplanner.workspace.operations.objective_plan import move_objectives
from exerciseplanner.workspace.queries.objective_plan import AimRow, objective_plan


class AimDelegate(CellDelegate):
    """Lets exercise objectives stand out."""

    def is_strong(self, row: Any) -> bool:
        """Exercise objectives, which the others serve."""
        return bool(row.level == "exercise")


class AimTree(RecordTree):
    """Objectives with their criteria; they can be dragged to where they belong."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._nouns: dict[str, str] = {}
        self._opened = False
        super().__init__(
            context.live,
            aim_columns(context.vocabulary),
            objective_plan,
            name="objectives.tree",
            noun="objective",
            vocabulary=context.vocabulary,
            parent_of=_parent,
            commit=_writer(context, self._nouns),
            settings=context.settings,
            movable=not context.read_only,
        )
        for column in (0, 1):
            self.view.setItemDelegateForColumn(column, AimDelegate(self.view, self.vocabulary))
        self.rows_dropped.connect(self._drop)

    def _show(self, rows: Sequence[Any]) -> None:
        self._nouns.clear()
        self._nouns.update((row.id, row.noun) for row in rows)
        super()._show(rows)
        if rows and not self._opened:
            self._opened = True
            for row in rows:
                if row.level == "exercise":
                    self._tree.expand(self._tree_model.index_of(row.id))

    def _count(self) -> None:
        super()._count()
        criteria = sum(1 for noun in self._nouns.values() if noun == "criterion")
        parts = [
            counted(len(self._nouns) - criteria, "objective"),
            counted(criteria, "criterion"),
        ]
        if self._tree_model.hits != len(self._nouns):
            parts.insert(0, f"{self._tree_model.hits:,} found")
        selected = len(self.view.selectionModel().selectedRows())
        if selected > 1:
            parts.append(f"{selected:,} selected")
        self.footer.setText("  ·  ".join(parts))

    def _drop(self, ids: tuple[str, ...], target_id: str | None, place: str) -> None:
        rows = {row.id: row for row in self.model.rows()}
        target = rows.get(target_id) if target_id else None
        if self._context.read_only or not ids:
            return
        if target is None:
            self._context.do(move_objectives, ids, None)
        elif place == "into" and target.level != _level_of(rows, ids):
            self._context.do(move_objectives, ids, _home(target))
        else:
            order = _beside(rows, ids, target, place)
            self._context.do(move_objectives, ids, target.parent_id, order)
        self.select(ids)


def _parent(row: AimRow) -> str | None:
    return row.parent_id


def _home(target: AimRow) -> str | None:
    return target.parent_id if target.noun == "criterion" else target.id


def _level_of(rows: Mapping[str, AimRow], ids: Sequence[str]) -> str:
    return rows[ids[0]].level


def _beside(
    rows: Mapping[str, AimRow], ids: Sequence[str], target: AimRow, place: str
) -> tuple[str, ...]:
    like = [
        row.id
        for row in rows.values()
        if row.parent_id == target.parent_id and row.noun == target.noun
    ]
    rest = [row_id for row_id in like if row_id not in ids]
    if target.id in ids:
        return (*rest, *ids)
    at = rest.index(target.id) + (place != "before")
    return (*rest[:at], *ids, *rest[at:])


def _writer(context: PageContext, nouns: Mapping[str, str]) -> Commit | None:
    objective, criterion = context.commit("objective"), context.commit("criterion")
    if objective is None or criterion is None:
        return None

    def commit(ids: tuple[str, ...], column: str, value: Any) -> None:
        measures = tuple(row_id for row_id in ids if nouns.get(row_id) == "criterion")
        aims = tuple(row_id for row_id in ids if row_id not in measures)
        if measures and column not in OF_CRITERIA:
            raise Refusal("A criterion has no such value.", field=column)
        if measures:
            criterion(measures, column, value)
        if aims:
            objective(aims, column, value)

    return commit
