"""A window on a small exercise."""

from __future__ import annotations

import pytest

from exerciseplanner.ui.shell.main_window import MainWindow
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.operations.forces import add_unit
from exerciseplanner.workspace.operations.injects import add_inject
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import copied
from tests.ui.shell.demo_page import DEMO


@pytest.fixture
def workspace(tmp_path):
    """An exercise with three injects and a unit; the window closes it."""
    return Workspace.open(copied("injects and a unit", tmp_path / "trial.exercise", _small))


def _small(path):
    made = Workspace.create(path, "Trial")
    for number, title in enumerate(("Cable cut", "Port closed", "Drone seen")):
        made.do(add_inject, {"title": title, "start": number * 60})
    made.do(add_unit, {"name": "Brigade"})
    return made


@pytest.fixture
def settings():
    return Settings(kept=False)


@pytest.fixture
def empty_window(qapp, qtbot, settings):
    """The window on its start screen."""
    theme.apply(qapp, "light")
    made = MainWindow(specs=DEMO, settings=settings)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def window(empty_window, workspace):
    """The window on the small exercise."""
    empty_window.open_workspace(workspace)
    return empty_window
