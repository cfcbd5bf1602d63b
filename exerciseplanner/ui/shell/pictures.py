"""A page as a picture, without a screen."""

from __future__ import annotations

import os
import time

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages import page_specs
from exerciseplanner.ui.shell.main_window import MainWindow
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.workspace import Workspace

_ROUNDS = 12
_WAIT = 40
_MOST = 60.0
_PAUSE = 0.005
SMALLEST = QSize(680, 380)


def application() -> QApplication:
    """The application, made off screen where there is none yet."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    if not any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QApplication(["exerciseplanner"])


def picture(
    workspace: Workspace,
    page: str,
    theme_name: str = "light",
    size: tuple[int, int] = (1366, 768),
    *,
    select: tuple[str, str] | None = None,
    view: str = "",
) -> QImage:
    """The window at a page as an image of `size` pixels; the workspace is closed with it.

    `select` is (noun, id) of a record to be inspected, `view` the one of the page's views that is
    open, such as the map of the forces.

    Raises:
        Refusal: there is no such page, or the size is too small to show anything.
    """
    _check(page, size)
    app = application()
    theme.apply(app, theme_name)
    settings = Settings(None, kept=False)
    settings.put(f"segments/{page}", view)
    window = MainWindow(workspace, settings=settings)
    window.resize(QSize(*size))
    window.show()
    window.go(page)
    if select:
        window.show_record(*select)
    _settle(window)
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    window.close()
    window.deleteLater()
    _settle()
    return image


def _check(page: str, size: tuple[int, int]) -> None:
    names = [spec.name for spec in page_specs()]
    if page not in names:
        raise Refusal(f"There is no page {page}.", remedy=f"There are: {', '.join(names)}.")
    if size[0] < SMALLEST.width() or size[1] < SMALLEST.height():
        raise Refusal(
            f"{size[0]}x{size[1]} is too small for a page.",
            remedy=f"Give at least {SMALLEST.width()}x{SMALLEST.height()}.",
        )


def _settle(window: MainWindow | None = None) -> None:
    quiet, deadline = 0, time.monotonic() + _MOST
    while quiet < _ROUNDS:
        time.sleep(_PAUSE)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _WAIT)
        busy = window is not None and window.is_busy and time.monotonic() < deadline
        quiet = 0 if busy else quiet + 1
    QCoreApplication.sendPostedEvents(None, 52)
