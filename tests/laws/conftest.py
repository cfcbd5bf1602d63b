"""The sample exercise and an empty one; every test gets a copy of its own."""

from __future__ import annotations

import pytest

from exerciseplanner.workspace.workspace import Workspace
from tests.samples import sample_at
from tests.workspace.plans import fresh


@pytest.fixture
def sample(tmp_path):
    """The sample exercise, open."""
    workspace = Workspace.open(sample_at(tmp_path / "sample.exercise"))
    yield workspace
    workspace.close()


@pytest.fixture
def empty(tmp_path):
    """An exercise that has just begun, open."""
    workspace = fresh(tmp_path)
    yield workspace
    workspace.close()
