"""The sample exercise and an empty one, made once and copied for every test that wants them."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from exerciseplanner.exchange.sample import sample_intake
from exerciseplanner.workspace.workspace import Workspace


def sample_at(path: Path) -> Path:
    """A copy of the sample exercise at `path`."""
    shutil.copy(_made("sample"), path)
    return path


def empty_at(path: Path) -> Path:
    """A copy of an exercise with nothing in it at `path`."""
    shutil.copy(_made("empty"), path)
    return path


@cache
def _made(kind: str) -> Path:
    path = Path(mkdtemp(prefix="exercises-")) / f"{kind}.exercise"
    content = sample_intake() if kind == "sample" else None
    Workspace.create(path, "EMPTY" if content is None else "SAMPLE", content=content).close()
    return path
