"""What can be done on the Objectives page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from exerciseplanner.ui.pages.objectives.aim_tree import AimTree
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.noun_table import NounTable, counted, edit_cell
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.segments import Segments
from exerciseplanner.workspace.operations.objective_plan import (
    order_by_weight,
    remove_from_objectives,
)
from exerciseplanner.workspace.operations.objectives import add_criterion, add_objective
from exerciseplanner.workspace.queries.objective_plan import AimRow
from exerciseplanner.workspace.queries.overview import counts
from exerciseplanner.workspace.queries.records import names


class ObjectiveViews(Protocol):
    """The views of the page that the verbs work on."""

    context: PageContext
    segments: Segments
    tree: AimTree
    standards: NounTable
    threats: NounTable

    def view(self) -> AimTree | RecordTable | None:
        """The view that is open, None for one without rows."""
        ...


class ObjectiveVerbs:
    """Adds, orders and removes; what is new is selected, and its title is typed at once."""

    def __init__(self, page: ObjectiveViews) -> None:
        self._page = page

    def actions(self) -> dict[str, ActionSpec]:
        """Everything that can be done on the page, by its short name."""
        lines: tuple[tuple[str, str, Callable[[], object], str, str, str], ...] = (
            ("training", "New training objective", self.add_training, "plus", "Ctrl+N",
             "Below the exercise objective selected"),
            ("criterion", "New criterion", self.add_criterion, "list-check", "Ctrl+Shift+C",
             "Of the objective selected"),
            ("threat", "New threat", self.add_threat, "flame", "Ctrl+Shift+H", ""),
            ("exercise", "New exercise objective", self.add_exercise, "target", "Ctrl+Shift+X", ""),
            ("standard", "New standard", self.add_standard, "books", "", ""),
            ("weight", "Order by weight", self.order, "sort-descending", "",
             "The heaviest first, among objectives and among the criteria of each"),
            ("remove", "Remove", self.remove_selected, "trash", "", "What is selected"),
        )  # fmt: skip
        context = self._page.context
        return {
            name: ActionSpec(
                f"objectives.{name}", label, run, icon, keys,
                enabled_when=lambda: not context.read_only,
                menu="Page", page="objectives", primary=name == "training", tip=tip,
            )
            for name, label, run, icon, keys, tip in lines
        }  # fmt: skip

    def add_exercise(self) -> None:
        """Add an exercise objective and begin to type its title."""
        code = self._free("objective", "EO-{}", 1)
        self._add_aim({"kind": "exercise", "code": code, "title": "New exercise objective"})

    def add_training(self) -> None:
        """Add a training objective below the exercise objective selected."""
        code = self._free("objective", "TO-{:02d}", 1)
        values = {"kind": "training", "code": code, "title": "New training objective"}
        self._add_aim({**values, "parent_id": self._exercise_objective()})

    def add_criterion(self) -> None:
        """Add a criterion to the objective selected."""
        page = self._page
        owner = self._objective()
        if owner is None:
            page.context.notices.say("A criterion measures an objective. Select one first.", "warn")
            return
        rows = [row for row in page.tree.model.rows() if row.parent_id == owner.id]
        taken = {row.code for row in rows}
        code = _first_free(taken, owner.code + ".{}")
        values = {"objective_id": owner.id, "code": code, "title": "New criterion"}
        page.segments.open("objectives")
        self._begin(page.context.do(add_criterion, values))

    def add_threat(self) -> None:
        """Add a threat and begin to type its title."""
        self._page.segments.open("threats")
        code = self._free("threat", "THR-{:02d}", 1)
        self._page.threats.add({"code": code, "title": "New threat"})

    def add_standard(self) -> None:
        """Add a standard and begin to type its title."""
        self._page.segments.open("standards")
        code = self._free("standard", "STD-{}", 1)
        self._page.standards.add({"code": code, "title": "New standard"})

    def order(self) -> None:
        """Let the heaviest stand first."""
        context = self._page.context
        head = context.workspace.head
        context.do(order_by_weight)
        if context.workspace.head != head:
            context.offer_undo("Objectives stand by weight")

    def remove_selected(self) -> None:
        """Remove what is selected in the view that is open."""
        view = self._page.view()
        if isinstance(view, NounTable):
            view.remove_selected()
        elif isinstance(view, AimTree) and view.selected_ids():
            self._remove(view.selected_ids())

    def _add_aim(self, values: Mapping[str, object]) -> None:
        self._page.segments.open("objectives")
        self._begin(self._page.context.do(add_objective, values))

    def _begin(self, row_id: str | None) -> None:
        if row_id:
            self._page.tree.select([row_id])
            edit_cell(self._page.tree, row_id, "title")

    def _free(self, noun: str, pattern: str, first: int) -> str:
        taken = {each.code for each in self._page.context.ask(names, noun)}
        return _first_free(taken, pattern, first)

    def _selected(self) -> AimRow | None:
        rows = self._page.tree.selected_rows()
        return rows[0] if rows else None

    def _objective(self) -> AimRow | None:
        row = self._selected()
        if row is not None and row.noun == "criterion":
            return next((r for r in self._page.tree.model.rows() if r.id == row.parent_id), None)
        return row

    def _exercise_objective(self) -> str | None:
        row = self._objective()
        if row is None:
            return None
        return row.id if row.level == "exercise" else row.parent_id

    def _remove(self, ids: Sequence[str]) -> None:
        context = self._page.context
        before = context.ask(counts)
        context.do(remove_from_objectives, ids)
        after = context.ask(counts)
        gone = [(noun, before[noun] - after[noun]) for noun in ("objective", "criterion")]
        said = " and ".join(counted(count, noun) for noun, count in gone if count)
        if said:
            context.offer_undo(f"{said} removed")


def _first_free(taken: Iterable[str], pattern: str, first: int = 1) -> str:
    known = set(taken)
    number = first + len(known)
    while pattern.format(number) in known:
        number += 1
    for lower in range(number - 1, first - 1, -1):
        if pattern.format(lower) in known:
            return pattern.format(lower + 1)
    return pattern.format(first)
