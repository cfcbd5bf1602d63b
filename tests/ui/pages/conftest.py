"""A window on the sample, on an empty exercise, or on any file."""

from __future__ import annotations

import pytest

from exerciseplanner.ui.shell.main_window import MainWindow
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import empty_at, sample_at


@pytest.fixture
def opened(qapp, qtbot, tmp_path):
    """Open an exercise file in a window of 1366 by 768: `opened("sample", "overview")`."""

    def open_window(kind: str, page: str, *, scale: float = 1.0, theme_name: str = "light"):
        maker = {"sample": sample_at, "empty": empty_at}[kind]
        path = maker(tmp_path / f"{kind}.exercise")
        theme.apply(qapp, theme_name, scale=scale)
        window = MainWindow(Workspace.open(path), settings=Settings(None, kept=False))
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.go(page)
        qtbot.waitUntil(lambda: not window.is_busy, timeout=20_000)
        return window

    yield open_window
    theme.apply(qapp, "light")


@pytest.fixture
def page_of():
    """The page that a window shows."""
    return lambda window: window.body.pages.page()
