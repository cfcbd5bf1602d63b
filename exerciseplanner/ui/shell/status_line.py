"""The line at the bottom: saved, what an undo would take back, jobs, the drawer's doors."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from exerciseplanner.ui.shell.job_list import JobStrip
from exerciseplanner.ui.widgets import icons, theme
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import caption, flat_button
from exerciseplanner.ui.widgets.problems import SIGNS
from exerciseplanner.workspace.changes import Changes

_SAID = 4000


class StatusLine(QWidget):
    """Says that everything is saved, and what was last done."""

    def __init__(
        self,
        context: PageContext,
        open_drawer: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Status")
        self._context = context
        self._tick = QLabel()
        self._saved = caption("")
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(_SAID)
        self._said.timeout.connect(self._rest)
        self.problems = flat_button("alert-triangle", "Problems", lambda: open_drawer("problems"))
        self.history = flat_button("history", "History", lambda: open_drawer("history"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 2, 12, 2)
        layout.setSpacing(6)
        layout.addWidget(self._tick)
        layout.addWidget(self._saved)
        layout.addStretch(1)
        layout.addWidget(JobStrip(context.jobs))
        layout.addWidget(self.problems)
        layout.addWidget(self.history)
        for made in (self.problems, self.history):
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        context.live.changed.connect(self._hear)
        context.problems.changed.connect(self._count)
        theme.changed().changed.connect(self._draw)
        self._draw()
        self._rest()
        self._count()

    @property
    def text(self) -> str:
        """What the line says at the moment."""
        return self._saved.text()

    def _hear(self, changes: Changes) -> None:
        words = {"work": "Saved: ", "undo": "Taken back: ", "redo": "Brought back: "}
        self._saved.setText(words[changes.kind] + changes.label)
        self._said.start()

    def _rest(self) -> None:
        if self._context.read_only:
            self._saved.setText("Open for reading only")
        else:
            self._saved.setText(f"All changes are in {self._context.workspace.path.name}")

    def _count(self) -> None:
        problems = self._context.problems
        icon, _, token = SIGNS[problems.worst] if problems.worst else ("circle-check", "", "ok")
        said = problems.counts or ("No problems" if problems.are_known else "Being checked")
        self.problems.setIcon(icons.icon(icon, token if problems.are_known else "muted"))
        self.problems.setText(said)
        self.problems.setAccessibleName(f"Problems: {said}")
        self.problems.setToolTip("Show or hide the problems")
        self.history.setText("History")

    def _draw(self) -> None:
        name = "lock" if self._context.read_only else "check"
        self._tick.setPixmap(icons.pixmap(name, "ok", 14, self.devicePixelRatioF()))
