"""Starting the window: application, theme, failures watched, window, event loop."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.faults import Fault
from exerciseplanner.ui.shell.failures import FailureWatch, log_to_file
from exerciseplanner.ui.shell.main_window import MainWindow
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.workspace import Workspace

_LOOK = 200
"""Milliseconds between looks whether the window has come to rest after starting."""


def run(file: Path | None = None) -> int:
    """Show the window, with the exercise of that file if one is given; returns the exit code.

    A file that cannot be opened is told in the window, over the start screen.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("exerciseplanner")
    app.setApplicationDisplayName("Exercise planner")
    log = log_to_file()
    window = make_window(app, Settings())
    watch = FailureWatch(window.show_reason, window)
    if file is not None:
        open_in(window, file)
    window.show()
    _collect_when_idle(window)
    try:
        return app.exec()
    finally:
        watch.stop()
        log.close()
        _end(window)
        gc.enable()


def make_window(app: QApplication, settings: Settings) -> MainWindow:
    """A window as the planner prefers it, not yet shown."""
    window = MainWindow(settings=settings)
    window.apply_preferences()
    app.setWindowIcon(icon("target-arrow", "accent"))
    return window


def open_in(window: MainWindow, file: Path) -> None:
    """Open a file in a window, or tell over the window why it cannot be opened."""
    try:
        window.open_workspace(Workspace.open(file))
    except (Refusal, Fault) as reason:
        window.show()
        window.show_reason(reason)


def _collect_when_idle(window: MainWindow) -> None:
    """Leave alone what starting made, which stays, and collect what comes after it.

    A job beside the window keeps the collection held back: it could destroy Qt objects there.
    """

    def look() -> None:
        if not window.is_busy:
            timer.stop()
            gc.freeze()
            gc.enable()

    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(_LOOK)


def _end(window: MainWindow) -> None:
    """Destroy the window while Qt still stands, not whenever the interpreter comes to it."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
