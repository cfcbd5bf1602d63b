"""Rows, columns and workspaces for the tests of widgets."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from exerciseplanner.domain.fields import Field
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.live import Live
from exerciseplanner.ui.widgets.lookups import WorkspaceLists
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.injects import add_inject
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import copied


class Thing(NamedTuple):
    id: str
    title: str
    number: int | None = None
    parent_id: str | None = None


@pytest.fixture
def things():
    """Columns over `Thing` rows, the first of which can be edited."""
    return (
        ColumnSpec("title", "Title", field=Field("title", "Title"), editable=True),
        ColumnSpec("number", "Number", align="right", tone=lambda row: "warn"),
    )


@pytest.fixture
def themed(qapp):
    """The application in the light theme."""
    theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def workspace(tmp_path):
    """A new exercise with three injects, STARTEX 14 September 2026 0600 UTC."""
    opened = Workspace.open(copied("three injects", tmp_path / "trial.exercise", _three_injects))
    yield opened
    opened.close()


def _three_injects(path):
    made = Workspace.create(path, "Trial")
    made.do(edit_exercise, {"startex": "2026-09-14T06:00:00Z"})
    for number, title in enumerate(("Cable cut", "Port closed", "Drone seen")):
        made.do(add_inject, {"title": title, "start": number * 60})
    return made


@pytest.fixture
def live(workspace, qapp):
    made = Live(workspace)
    yield made
    made.close()


@pytest.fixture
def vocabulary(workspace):
    return Vocabulary(WorkspaceLists(workspace))
