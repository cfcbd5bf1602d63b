"""What the window shows when something fails that is no fault of the planner."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

import exerciseplanner
from exerciseplanner import paths
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.faults import Fault
from exerciseplanner.ui.widgets import dialogs, theme
from exerciseplanner.ui.widgets.parts import body, muted

_LOG = logging.getLogger("exerciseplanner")
_MOST = 3


def report_of(error: BaseException) -> str:
    """Everything somebody needs to find the cause; nothing of the exercise's content."""
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    about = (
        f"exerciseplanner {exerciseplanner.__version__}, Python {platform.python_version()}, "
        f"Qt {qt_version}, {platform.platform()}"
    )
    return f"{about}\n\n{''.join(lines)}"


def show_failure(parent: QWidget | None, error: BaseException, while_doing: str = "") -> QWidget:
    """The failure window: what happened, what is safe, and the details to copy."""
    details = report_of(error)
    doing = f" while working on “{while_doing}”" if while_doing else ""
    dialog = dialogs.Dialog(parent, "The program made a mistake", 620)
    dialog.content.addWidget(
        body(
            f"Something went wrong inside the program{doing}. What it was doing was taken back, "
            "and everything before it is safe in the exercise file. You can go on working."
        )
    )
    dialog.content.addWidget(muted("These details help to find the cause:"))
    text = QPlainTextEdit(details)
    text.setReadOnly(True)
    text.setAccessibleName("Details of the failure")
    text.setMinimumHeight(theme.scaled(180))
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    dialog.content.addWidget(text)
    dialog.add_button("Copy the details", lambda: QApplication.clipboard().setText(details))
    dialog.add_button("Close", primary=True)
    dialog.open()
    return dialog


def show_fault(parent: QWidget | None, fault: Fault) -> QWidget:
    """What happened to the file, what is safe and what to do."""
    return dialogs.tell(parent, fault.happened, (fault.safe, fault.remedy))


class FailureWatch(QObject):
    """Catches what nobody else caught, from any thread, and hands it to the main thread."""

    failed = Signal(object)

    def __init__(self, show: Callable[[BaseException], object], parent: QObject) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook)
        self._show = show
        self._shown = 0
        self.failed.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def stop(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook = self._before

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        _LOG.error("Not caught", exc_info=(kind, error, trace))
        self.failed.emit(error)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _hear(self, error: BaseException) -> None:
        if isinstance(error, Refusal | Fault) or self._shown < _MOST:
            self._shown += not isinstance(error, Refusal | Fault)
            self._show(error)


def log_to_file() -> logging.Handler:
    """Write the log that a failure report quotes; returns its handler."""
    handler = logging.FileHandler(paths.log_dir() / "exerciseplanner.log", encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    _LOG.addHandler(handler)
    return handler
