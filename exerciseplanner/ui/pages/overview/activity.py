"""What happened last in the file."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from exerciseplanner.domain.dtg import format_dtg
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets.parts import Card, body, caption, clear
from exerciseplanner.workspace.changes import Changes

_SHOWN = 6
_VERBS = {"undo": "Undid: ", "redo": "Redid: "}


class ActivityCard(Card):
    """The newest steps of the history."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("Last changes", parent)
        self._context = context
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.content.addLayout(self._grid)
        self.content.addStretch(1)
        context.live.changed.connect(self._hear)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened while out of sight."""
        super().showEvent(event)
        self._show()

    def _hear(self, _changes: Changes) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        clear(self._grid)
        for place, step in enumerate(self._context.workspace.history(_SHOWN)):
            words = body(f"{_VERBS.get(step.kind, '')}{step.label}")
            self._grid.addWidget(words, place, 0)
            self._grid.addWidget(caption(step.author), place, 1)
            self._grid.addWidget(caption(format_dtg(datetime.fromisoformat(step.at))), place, 2)
