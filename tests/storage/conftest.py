"""An exercise file to open, damage, lock and restore."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from pathlib import Path

import pytest

from tests.workspace.plans import small

NOBODY = 65534


@pytest.fixture
def plan(tmp_path):
    """A closed exercise file with a small plan in it."""
    workspace = small(tmp_path)
    workspace.close()
    return workspace.path


@pytest.fixture
def public_folder():
    """A folder that anybody may reach, outside the private folders of the tests."""
    folder = Path(tempfile.mkdtemp(prefix="exercise-"))
    folder.chmod(0o777)
    yield folder
    for each in (folder, *folder.rglob("*")):
        each.chmod(stat.S_IRWXU)
    shutil.rmtree(folder)


@pytest.fixture
def as_somebody_else():
    """A context in which permissions hold, which they do not for the administrator."""
    if os.name == "nt":
        pytest.skip("permissions are told otherwise there")

    @contextlib.contextmanager
    def somebody_else():
        if os.geteuid() != 0:
            yield
            return
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)

    return somebody_else
