"""Placing units under another command for a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from exerciseplanner.domain.command import COMMAND_RELATION
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.dialogs import Dialog
from exerciseplanner.ui.widgets.editors import FieldEditor, editor_for
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import body, caption, ignoring_arguments, tight
from exerciseplanner.ui.widgets.planned_time_edit import PlannedTimeEdit
from exerciseplanner.workspace.operations.command import place_under_command
from exerciseplanner.workspace.queries.records import record

_FIELDS = ("unit_id", "superior_id", "relation", "start", "finish")
_FIRST = "OPCON"


class CommandDialog(Dialog):
    """Asks for superior, relation and time, and places all units in one step.

    Without units it asks for one of them as well; `unit` is then the one proposed.
    """

    def __init__(
        self,
        parent: QWidget | None,
        context: PageContext,
        ids: Sequence[str],
        superior: str = "",
        unit: str = "",
    ) -> None:
        super().__init__(parent, "Place under command")
        self._context, self._ids = context, tuple(ids)
        self.editors: dict[str, FieldEditor] = {}
        said = _named(context, self._ids) if self._ids else "A unit"
        self.content.addWidget(
            body(f"{said} keeps its place in the tree and comes under another unit for a time.")
        )
        grid = QGridLayout()
        tight(grid, 8)
        for place, name in enumerate(_FIELDS[1:] if self._ids else _FIELDS):
            field = COMMAND_RELATION.field(name)
            editor = editor_for(field, context.vocabulary, self)
            editor.committed.connect(lambda value, of=name: self._take(of, value))
            if isinstance(editor.input, PlannedTimeEdit):
                editor.input.understood.connect(ignoring_arguments(self.make_room))
            self.editors[name] = editor
            grid.addWidget(caption(field.label), place, 0)
            grid.addWidget(editor, place, 1)
        grid.setColumnStretch(1, 1)
        self.content.addLayout(grid)
        known = {"relation": _FIRST, "superior_id": superior, "unit_id": unit}
        self._values: dict[str, object] = {name: value or None for name, value in known.items()}
        for name, value in known.items():
            if value and name in self.editors:
                self.editors[name].set_value(value)
        self.add_button("Cancel")
        self.add_button("Place", self.place, primary=True)

    def place(self) -> None:
        """Place the units; a refusal stands under the field it is about."""
        self.make_room()
        values = self._values
        ids = self._ids or tuple(str(each) for each in (values["unit_id"],) if each)
        if not ids:
            self.editors["unit_id"].show_refusal("Choose the unit that comes under command.")
            return
        superior = values.get("superior_id")
        if not superior:
            self.editors["superior_id"].show_refusal("Choose the unit that takes command.")
            return
        context, before = self._context, self._context.workspace.head
        try:
            context.workspace.do(
                place_under_command,
                ids,
                str(superior),
                str(values.get("relation") or ""),
                _minutes(values.get("start")),
                _minutes(values.get("finish")),
            )
        except Refusal as refusal:
            self.editors.get(refusal.field or "", self.editors["superior_id"]).show_refusal(
                str(refusal)
            )
            return
        self.accept()
        if context.workspace.head != before:
            context.offer_undo(f"{_named(context, ids)} placed under command")

    def _take(self, name: str, value: object) -> None:
        self._values[name] = value
        self.editors[name].set_value(value)


def _named(context: PageContext, ids: Sequence[str]) -> str:
    if len(ids) != 1:
        return counted(len(ids), "unit")
    row = context.ask(record, "unit", ids[0])
    return str(row["short_name"] or row["name"])


def _minutes(value: object) -> int | None:
    return value if isinstance(value, int) else None
