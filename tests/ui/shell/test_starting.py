"""The window as a program of its own: it starts, and it ends without a word."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from exerciseplanner import paths
from tests.samples import sample_at

CLOSED_AFTER_A_WHILE = """
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from exerciseplanner import app
from exerciseplanner.ui.shell import start


def watched(window, file):
    opened(window, file)
    for page in sys.argv[2].split():
        window.go(page)
    QTimer.singleShot(int(sys.argv[3]), window.close)


opened, start.open_in = start.open_in, watched
code = app.open_window(Path(sys.argv[1]))
import gc

print(code, gc.isenabled())
"""


@pytest.mark.parametrize("pages", ["", "forces injects documents readiness"])
@pytest.mark.parametrize("after", [0, 600])
def test_that_a_window_that_is_closed_ends_the_program_cleanly(pages, after, tmp_path):
    file = sample_at(tmp_path / "a.exercise")
    done = subprocess.run(
        [sys.executable, "-c", CLOSED_AFTER_A_WHILE, str(file), pages, str(after)],
        capture_output=True,
        check=False,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            paths.HOME_VARIABLE: str(tmp_path / "home"),
        },
        text=True,
        timeout=120,
    )
    complaints = [line for line in done.stderr.splitlines() if "This plugin" not in line]
    assert (done.returncode, done.stdout, complaints) == (0, "0 True\n", [])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.exercise", "home"]


@pytest.mark.parametrize(
    "module", ["alembic", "lxml", "python_calamine", "reportlab", "typer", "pypdfium2"]
)
def test_that_what_opening_does_not_need_is_not_loaded(module, tmp_path):
    """Each of these would be waited for at every start."""
    code = (
        "import sys\n"
        "from exerciseplanner.cli.running import run\n"
        "import exerciseplanner.ui.shell.start\n"
        "import exerciseplanner.ui.pages.overview.page\n"
        f"sys.exit({module!r} in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
