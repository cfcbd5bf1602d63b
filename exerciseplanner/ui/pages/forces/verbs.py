"""What can be done on the Forces page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from exerciseplanner.domain.forces import UNIT
from exerciseplanner.ui.pages.forces.adding import new_side, new_unit
from exerciseplanner.ui.pages.forces.battle_tree import BattleTree, UnitTable
from exerciseplanner.ui.pages.forces.chart_panel import ChartPanel
from exerciseplanner.ui.pages.forces.command_dialog import CommandDialog
from exerciseplanner.ui.pages.forces.map_panel import MapPanel
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.exporting import open_export
from exerciseplanner.ui.widgets.importing import open_import
from exerciseplanner.ui.widgets.noun_table import NounTable, counted, edit_cell
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.popovers import AskChoice
from exerciseplanner.ui.widgets.segments import Segments
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.forces import add_side, add_unit
from exerciseplanner.workspace.operations.order_of_battle import (
    remove_forces,
    subordinate_units,
)
from exerciseplanner.workspace.queries.forces import units
from exerciseplanner.workspace.queries.means import capabilities
from exerciseplanner.workspace.queries.order_of_battle import ForceRow
from exerciseplanner.workspace.queries.overview import counts


class ForceViews(Protocol):
    """The views of the page that the verbs work on."""

    context: PageContext
    segments: Segments
    tree: BattleTree
    chart: ChartPanel
    capabilities: NounTable
    equipment: NounTable
    units_chosen: tuple[str, ...]

    def view(self) -> BattleTree | UnitTable | ChartPanel | MapPanel | NounTable:
        """The view that is open."""
        ...

    def select(self, row_id: str) -> None:
        """Select a side or a unit."""
        ...


class ForceVerbs:
    """Adds, removes and imports; what is new is selected, and its name is typed at once."""

    def __init__(self, page: ForceViews) -> None:
        self._page = page
        self._added: tuple[str, ForceRow] | None = None

    def actions(self) -> dict[str, ActionSpec]:
        """Everything that can be done on the page, by its short name."""
        lines: tuple[tuple[str, str, Callable[[], object], str, str, str], ...] = (
            ("unit", "New unit", self.add_unit, "plus", "Ctrl+N",
             "Below the unit selected; after one that was just added, beside it"),
            ("import", "Import ORBAT", self.import_orbat, "file-import", "",
             "From ORBAT Mapper, MSDL, C2SIM or a list of units"),
            ("export", "Export forces", self.export_forces, "file-export", "",
             "For other programs, with all that is lost said before"),
            ("side", "New side", self.add_side, "flag-2", "Ctrl+Shift+D", ""),
            ("under", "Re-subordinate", self.resubordinate, "hierarchy-3", "Ctrl+Shift+R",
             "The units selected, under another unit for good; or drag them"),
            ("command", "Place under command", self.place_under_command, "hierarchy-2", "",
             "The units selected, for a time, such as OPCON; or drag them with Ctrl"),
            ("capability", "New capability", self.add_capability, "medal", "", ""),
            ("equipment", "New equipment", self.add_equipment, "truck", "",
             "Of the unit chosen; the unit can be changed in the list"),
            ("caveat", "New caveat", self.add_caveat, "ban", "Ctrl+Shift+C",
             "Of the unit selected and all below it"),
            ("remove", "Remove", self.remove_selected, "trash", "", "What is selected"),
        )  # fmt: skip
        context = self._page.context
        return {
            name: ActionSpec(
                f"forces.{name}", label, run, icon, keys,
                enabled_when=None if name == "export" else lambda: not context.read_only,
                menu="Page", page="forces", primary=name == "unit", tip=tip,
            )
            for name, label, run, icon, keys, tip in lines
        }  # fmt: skip

    def add_unit(self) -> None:
        """Add a unit below the one selected and begin to type its name.

        After one that was just added comes its neighbour: several are typed one after another.
        """
        page, here = self._page, self._page.segments.current
        view = page.tree if here == "tree" else page.chart
        selected = view.selected_rows() if here in ("tree", "chart") else ()
        below = selected[0] if selected else None
        if below and self._added and self._added[0] == below.id:
            above = self._added[1]
            below = above if above.id == below.parent_id else below
        page.segments.open("table" if here == "table" else "tree")
        made = page.context.do(add_unit, new_unit(below))
        self._added = (made, below) if made and below else None
        self._begin(made)

    def add_side(self) -> None:
        """Add a side and begin to type its name."""
        self._page.segments.open("tree")
        self._begin(self._page.context.do(add_side, new_side(self._page.context)))

    def resubordinate(self) -> None:
        """Ask under which unit the units selected come to stand in the tree."""
        page, ids = self._page, self._units_selected()
        context, window = page.context, page.tree.window()
        if not ids:
            context.notices.say("Choose the units that come under another one first.", "warn")
            return

        def run(superior: str) -> None:
            before = context.workspace.head
            context.do(subordinate_units, ids, superior)
            if context.workspace.head != before:
                context.offer_undo(f"{counted(len(ids), 'unit')} re-subordinated")

        field = UNIT.field("parent_id")
        options = [each for each in context.vocabulary.options(field) if each.code not in ids]
        title = f"Put {counted(len(ids), 'unit')} under"
        AskChoice(window, title, options, run).open_at(_middle_of(window))

    def place_under_command(self) -> None:
        """Ask under whose command the units selected come, and for how long."""
        page, ids = self._page, self._units_selected()
        if page.context.ask(counts)["unit"] < 2:
            said = "Command needs two units, one of them to take it. Add units first."
            page.context.notices.say(said, "warn")
            return
        unit = page.units_chosen[0] if page.units_chosen else ""
        CommandDialog(page.tree, page.context, ids, unit=unit).open()

    def add_capability(self) -> None:
        """Add a capability and begin to type its name."""
        page = self._page
        page.segments.open("capabilities")
        taken = {row.code for row in page.context.ask(capabilities)}
        number = len(taken) + 1
        while f"CAP-{number:02d}" in taken:
            number += 1
        page.capabilities.add({"code": f"CAP-{number:02d}", "title": "New capability"})

    def add_equipment(self) -> None:
        """Add equipment to the unit of the row selected, to the unit chosen, or to the first."""
        page = self._page
        chosen = page.equipment.selected_rows()
        unit = next(iter([*(row.unit_id for row in chosen), *page.units_chosen]), "")
        unit = unit or next((row.id for row in page.context.ask(units)), "")
        if not unit:
            page.context.notices.say("Equipment belongs to a unit. Add a unit first.", "warn")
            return
        page.segments.open("equipment")
        page.equipment.add({"unit_id": unit, "title": "New equipment"})

    def add_caveat(self) -> None:
        """Add a caveat of the nation of the unit selected, for that unit, and go to it."""
        context, view = self._page.context, self._page.view()
        rows = () if isinstance(view, NounTable) else view.selected_rows()
        unit = next((row for row in rows if row.noun == "unit" and row.participant_id), None)
        if unit is None:
            context.notices.say("Choose a unit with a nation first; caveats are its own.", "warn")
            return
        values = {"participant_id": unit.participant_id, "unit_id": unit.id}
        made = context.do(VERBS["caveat"].add, {"title": "New caveat", **values})
        if made:
            context.show("caveat", made)

    def remove_selected(self) -> None:
        """Remove what is selected in the view that is open."""
        view = self._page.view()
        if isinstance(view, NounTable):
            view.remove_selected()
            return
        ids = [row.id for row in view.selected_rows() if row.noun]
        if ids:
            self._remove_forces(ids)

    def import_orbat(self) -> None:
        """Read an order of battle from a file."""
        open_import(self._page.tree, self._page.context, wants="forces")

    def export_forces(self) -> None:
        """Write the forces to a file that other programs read."""
        open_export(self._page.tree, self._page.context)

    def _units_selected(self) -> list[str]:
        view = self._page.view()
        if self._page.segments.current == "flow":
            return list(view.selected_ids())
        rows = () if isinstance(view, NounTable) else view.selected_rows()
        return [row.id for row in rows if row.noun == "unit"]

    def _begin(self, row_id: str | None) -> None:
        if row_id:
            self._page.select(row_id)
            view = self._page.view()
            if not isinstance(view, ChartPanel | MapPanel):
                edit_cell(view, row_id, "name")

    def _remove_forces(self, ids: Sequence[str]) -> None:
        context = self._page.context
        before = context.ask(counts)
        context.do(remove_forces, ids)
        after = context.ask(counts)
        gone = [(noun, before[noun] - after[noun]) for noun in ("side", "unit")]
        said = " and ".join(counted(count, noun) for noun, count in gone if count)
        if said:
            context.offer_undo(f"{said} removed")


def _middle_of(window: QWidget) -> QRect:
    """A third of the way down a window, where the palette opens too."""
    size = window.size()
    return QRect(window.mapToGlobal(QPoint(size.width() // 3, size.height() // 4)), QSize(1, 1))
