"""The history of the exercise file: every step with who and when, and a way back to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from exerciseplanner.domain.dtg import format_dtg
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.actions import ActionSpec, popup_menu
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.page_context import PageContext

_STEP = Qt.ItemDataRole.UserRole
_ICONS = {"work": "point", "undo": "arrow-back-up", "redo": "arrow-forward-up"}
_WORDS = {"work": "", "undo": "Undo: ", "redo": "Redo: "}


class HistoryList(QListWidget):
    """The newest steps first; a double click takes everything back down to before a step."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self.setAccessibleName("History")
        self.setUniformItemSizes(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.itemActivated.connect(self._go_back_to)
        context.live.changed.connect(self._hear)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the history when it comes into sight."""
        super().showEvent(event)
        if self._stale:
            self._fill()

    def _hear(self) -> None:
        self._stale = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        self._stale = False
        self.clear()
        workspace = self._context.workspace
        zone = self._context.vocabulary.zone
        for step in workspace.history():
            item = QListWidgetItem(icon(_ICONS.get(step.kind, "point"), "muted"), _line(step, zone))
            item.setData(_STEP, step.id)
            item.setToolTip(f"Step {step.id} by {step.author} on {step.workstation}")
            if not workspace.can_undo_to(step.id):
                item.setForeground(self.palette().placeholderText())
            self.addItem(item)

    def _go_back_to(self, item: QListWidgetItem) -> None:
        step = int(item.data(_STEP))
        try:
            count = self._context.workspace.undo_to(step)
        except Refusal as refusal:
            self._context.notices.say(str(refusal), "warn")
            return
        word = "step" if count == 1 else "steps"
        self._context.notices.say(f"{count} {word} taken back. Redo brings them back.", "ok")

    def _open_menu(self, point: Any) -> None:
        item = self.itemAt(point)
        if item is None:
            return
        can = self._context.workspace.can_undo_to(int(item.data(_STEP)))
        spec = ActionSpec(
            "history.back",
            "Take back to before this step",
            lambda: self._go_back_to(item),
            "arrow-back-up",
            enabled_when=lambda: can,
        )
        popup_menu(self, [spec]).popup(self.viewport().mapToGlobal(point))


def _line(step: Any, zone: str) -> str:
    when = format_dtg(datetime.fromisoformat(step.at), zone)
    word = _WORDS.get(step.kind, "")
    return f"{when}   {word}{step.label}   {step.author}"
