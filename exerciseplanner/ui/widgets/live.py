"""Queries that are asked again by themselves: at once where they are seen, later where not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from exerciseplanner.workspace.changes import Changes
from exerciseplanner.workspace.query import Query
from exerciseplanner.workspace.workspace import Workspace


class Live(QObject):
    """The notices of one workspace as a Qt signal, which ends with whoever listens."""

    changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._unsubscribe: Callable[[], None] | None = workspace.subscribe(self._hear)

    def _hear(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def close(self) -> None:
        """Stop listening to the workspace."""
        if self._unsubscribe:
            self._unsubscribe()
            self._unsubscribe = None


class LiveQuery(QObject):
    """A query bound to a widget: answered while the widget is seen, stale while it is hidden."""

    answered = Signal(object)

    def __init__(self, live: Live, widget: QWidget, query: Query[..., Any], *args: Any) -> None:
        super().__init__(widget)
        self._live = live
        self._widget = widget
        self._query = query
        self._args = args
        self._stale = True
        live.changed.connect(self._hear)
        widget.installEventFilter(self)

    def ask(self, *args: Any) -> None:
        """Ask with other arguments from now on: at once where seen, else when shown."""
        self._args = args
        self._refresh()

    def refresh(self) -> None:
        """Ask now, seen or not."""
        self._stale = False
        self.answered.emit(self._live.workspace.ask(self._query, *self._args))

    @property
    def is_stale(self) -> bool:
        """Whether what is shown may no longer be true."""
        return self._stale

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask when the widget comes into sight and its answer is stale."""
        if event.type() == QEvent.Type.Show and self._stale and watched is self._widget:
            self.refresh()
        return False

    def _hear(self, changes: Changes) -> None:
        if changes.touches(self._query.watches):
            self._refresh()

    def _refresh(self) -> None:
        self._stale = True
        if self._widget.isVisible():
            self.refresh()
