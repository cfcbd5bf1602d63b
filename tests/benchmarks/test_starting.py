"""From starting the program to a window that can be used, against an empty window of Qt.

Both are processes of their own that write a line when their window has been painted and has
nothing left to do. They share one warm bytecode cache, as on the machine of a planner who has
started the program before.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

import pytest

from exerciseplanner import paths
from tests.benchmarks.conftest import _LINES
from tests.samples import sample_at

ROUNDS = 9
LIMIT = 6

EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    painted = False

    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.say)

    def say(self):
        print("usable", flush=True)
        self.close()


app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""

OURS = """
import sys

from exerciseplanner.cli.running import run


def open_window(path):
    import exerciseplanner.app
    import gc

    gc.disable()  # as the program itself does before it loads this
    import exerciseplanner.workspace.workspace
    from PySide6.QtCore import QEvent, QObject, QTimer
    from exerciseplanner.ui.shell import start

    class Sight(QObject):
        def eventFilter(self, page, event):
            if event.type() == QEvent.Type.Paint:
                page.removeEventFilter(self)
                QTimer.singleShot(0, self.say)
            return False

        def say(self):
            print("usable", flush=True)
            self.window.close()

    def watched(window, file):
        opened(window, file)
        sight.window = window
        window.body.pages.page().installEventFilter(sight)

    sight, opened = Sight(), start.open_in
    start.open_in = watched
    return exerciseplanner.app.open_window(path)


sys.exit(run(sys.argv[1:], open_window))
"""


@pytest.fixture
def started(tmp_path):
    """Starts a script with arguments; gives the seconds until its window was usable."""
    home = tmp_path / "home"
    environment = {
        **os.environ,
        "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"),
        "QT_QPA_PLATFORM": "offscreen",
        paths.HOME_VARIABLE: str(home),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def start(script, *arguments):
        for remembered in home.rglob("window.ini"):
            remembered.unlink()  # so that each window opens as the first one did
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", script, *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            said = process.stdout.readline()
            took = time.perf_counter() - began
            process.stdout.read()
            complaints = process.stderr.read()
        assert (said, process.returncode) == ("usable\n", 0), complaints
        return took

    return start


def test_that_the_window_is_usable_within_six_empty_windows(started, tmp_path):
    file = str(sample_at(tmp_path / "sample.exercise"))
    for warming in ((EMPTY,), (OURS, file)):
        started(*warming)
    floors, ours = [], []
    for _ in range(ROUNDS):
        floors.append(started(EMPTY))
        ours.append(started(OURS, file))
    took, least = statistics.median(ours), statistics.median(floors)
    _LINES.append(
        (
            "window from start to usable on the sample",
            f"{took * 1000:.0f} ms",
            f"{took / least:.2f} × an empty QMainWindow",
            f"≤ {LIMIT} ×",
        )
    )
    assert took <= LIMIT * least
