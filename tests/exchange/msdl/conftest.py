"""What tests of MSDL share."""

from __future__ import annotations

from pathlib import Path

import pytest

from exerciseplanner.exchange.msdl.reading import read_msdl
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace import plans


@pytest.fixture
def read(tmp_path):
    """Reads a scenario given as text."""

    def reader(content, viewpoint=""):
        path = tmp_path / "forces.xml"
        path.write_text(content, encoding="utf-8")
        return read_msdl(path, viewpoint)

    return reader


@pytest.fixture
def workspace(tmp_path: Path):
    """An empty plan, open."""
    opened: Workspace = plans.begun(tmp_path)
    yield opened
    opened.close()
