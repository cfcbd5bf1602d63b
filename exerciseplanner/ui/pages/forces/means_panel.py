"""What the inspector adds to a unit and to a capability: what the unit has, and who holds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.domain.exchange_requirements import UNIT_STANDARD
from exerciseplanner.domain.means import MATURITIES, UNIT_CAPABILITY
from exerciseplanner.ui.pages.forces.command_dialog import CommandDialog
from exerciseplanner.ui.widgets.linked_list import Linked
from exerciseplanner.ui.widgets.owned_list import OwnedList
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import line, tight
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.queries.records import names
from exerciseplanner.workspace.queries.unit_means import UnitMeans, holders_of, unit_means

_MATURITY = dict(MATURITIES)


class MeansPanel(QWidget):
    """Command, capabilities, equipment, systems and standards of one unit."""

    def __init__(self, context: PageContext, unit_id: str) -> None:
        super().__init__()
        self._context, self._unit = context, unit_id
        vocabulary = context.vocabulary
        self.commands = OwnedList(
            context, "Command", "Place under command", self._place, nothing="As in the tree.",
            detail=_detail,
        )  # fmt: skip
        self.capabilities = OwnedList(
            context, "Capabilities", "Add capability",
            partial(self._hold, "unit_capability", "capability_id"),
            options=lambda: vocabulary.options(UNIT_CAPABILITY.field("capability_id")),
            detail=_maturity,
        )  # fmt: skip
        self.equipment = OwnedList(
            context, "Equipment", "Add equipment", self._equip, detail=_detail
        )
        self.systems = OwnedList(context, "Systems", "Add system", self._connect, detail=_maturity)
        self.standards = OwnedList(
            context, "Standards held", "Add standard",
            partial(self._hold, "unit_standard", "standard_id"),
            options=lambda: vocabulary.options(UNIT_STANDARD.field("standard_id")),
            detail=_detail,
        )  # fmt: skip
        layout = QVBoxLayout(self)
        tight(layout, 4)
        layout.addWidget(line())
        for part in (
            self.commands, self.capabilities, self.systems, self.standards, self.equipment,
        ):  # fmt: skip
            layout.addWidget(part)
        context.follow(self, unit_means, self._show, unit_id)

    def _show(self, found: UnitMeans) -> None:
        self.commands.show_rows(found.commands)
        self.capabilities.show_rows(found.capabilities)
        self.equipment.show_rows(found.equipment)
        self.systems.show_rows(found.systems)
        self.standards.show_rows(found.standards)

    def _hold(self, noun: str, field: str, row_id: str) -> None:
        self._add(noun, {field: row_id})

    def _equip(self, _: str) -> None:
        self._add("equipment", {"title": "New equipment"})

    def _connect(self, _: str) -> None:
        taken = {each.code for each in self._context.ask(names, "system")}
        number = len(taken) + 1
        while f"SYS-{number:02d}" in taken:
            number += 1
        self._add("system", {"code": f"SYS-{number:02d}", "title": "New system"})

    def _add(self, noun: str, values: Mapping[str, object]) -> None:
        made = self._context.do(VERBS[noun].add, {"unit_id": self._unit, **values})
        if made and noun in ("equipment", "system"):
            self._context.inspect(noun, (made,))

    def _place(self, _: str) -> None:
        CommandDialog(self, self._context, (self._unit,)).open()


class HoldersPanel(QWidget):
    """The units that hold a capability."""

    def __init__(self, context: PageContext, capability_id: str) -> None:
        super().__init__()
        self._context, self._capability = context, capability_id
        self.holders = OwnedList(
            context, "Held by", "Add unit", self._add,
            options=lambda: context.vocabulary.options(UNIT_CAPABILITY.field("unit_id")),
            nothing="No unit holds it.", detail=_maturity,
        )  # fmt: skip
        layout = QVBoxLayout(self)
        tight(layout, 4)
        layout.addWidget(line())
        layout.addWidget(self.holders)
        context.follow(self, holders_of, self.holders.show_rows, capability_id)

    def _add(self, unit_id: str) -> None:
        values = {"unit_id": unit_id, "capability_id": self._capability}
        self._context.do(VERBS["unit_capability"].add, values)


def means_extra(context: PageContext, ids: Sequence[str]) -> QWidget | None:
    """What belongs below the form of one unit."""
    return MeansPanel(context, ids[0]) if len(ids) == 1 else None


def holders_extra(context: PageContext, ids: Sequence[str]) -> QWidget | None:
    """What belongs below the form of one capability."""
    return HoldersPanel(context, ids[0]) if len(ids) == 1 else None


def _detail(row: Linked) -> str:
    return row.detail


def _maturity(row: Linked) -> str:
    return _MATURITY.get(row.detail, row.detail)
