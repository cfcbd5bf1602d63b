"""The sample exercise as a file, made once; every test gets a copy of its own."""

from __future__ import annotations

import shutil

import pytest

from exerciseplanner import paths
from exerciseplanner.exchange.sample import sample_intake
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import begun


@pytest.fixture(scope="session")
def _sample_file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.HOME_VARIABLE, str(folder / "home"))
        begun(folder, sample_intake()).close()
    return folder / "plan.exercise"


@pytest.fixture
def sample(_sample_file, tmp_path):
    """The sample exercise, open."""
    path = tmp_path / "sample.exercise"
    shutil.copyfile(_sample_file, path)
    workspace = Workspace.open(path)
    yield workspace
    workspace.close()


@pytest.fixture
def empty(tmp_path):
    """An exercise that has just begun, open."""
    workspace = begun(tmp_path)
    yield workspace
    workspace.close()
