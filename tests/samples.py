"""The sample exercise and others, made once and copied for every test that wants them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from exerciseplanner import paths
from exerciseplanner.exchange.sample import sample_intake
from exerciseplanner.workspace.workspace import Workspace

_made: dict[str, Path] = {}


def sample_at(path: Path) -> Path:
    """A copy of the sample exercise at `path`."""
    return copied(
        "sample", path, lambda made: Workspace.create(made, "SAMPLE", content=sample_intake())
    )


def empty_at(path: Path) -> Path:
    """A copy of an exercise with nothing in it at `path`."""
    return copied("empty", path, lambda made: Workspace.create(made, "EMPTY"))


def copied(kind: str, path: Path, make: Callable[[Path], Workspace]) -> Path:
    """A copy at `path` of what `make` made, given a path, when its kind was first wanted.

    It is made in a home of its own, so that the first test to want it sees what every other sees.
    """
    if kind not in _made:
        folder = Path(_folder().name) / kind
        folder.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(paths.HOME_VARIABLE, str(folder / "home"))
            make(folder / "made.exercise").close()
        _made[kind] = folder / "made.exercise"
    return Path(shutil.copyfile(_made[kind], path))


@cache
def _folder() -> TemporaryDirectory[str]:
    """Where they are kept; gone with the process."""
    return TemporaryDirectory(prefix="exercises-")
