"""How fast the MEL/MIL page is on ten thousand injects, in its own processor time.

Limits: first paint 200 ms after the query, a keystroke in the filter 50 ms, a frame of scrolling
16 ms, each as the median of its rounds in a window of 1920 by 1080.
"""

from __future__ import annotations

import statistics
import time
from itertools import cycle

import pytest
from PySide6.QtWidgets import QApplication

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.ui.pages.injects import PAGE
from exerciseplanner.ui.shell.main_window import MainWindow
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.queries import script
from exerciseplanner.workspace.workspace import Workspace
from tests.benchmarks.conftest import _LINES

INJECTS = 10_000
STATES = ("draft", "in_review", "approved", "ready", "released", "closed")
MESSAGE = "What has been seen, by whom, when and where, and what is asked of the addressee. " * 4
WORDS = ("r", "re", "rep", "report", "report 1", "report 12", "report 123", "report", "r", "")


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """A plan of ten thousand injects in twelve storylines of five events."""
    path = tmp_path_factory.mktemp("plan") / "large.exercise"
    Workspace.create(path, "Large", content=Intake("large", "test", tuple(_rows()))).close()
    return path


def _rows():
    for number in range(24):
        code = f"TO-{number + 1:02}"
        yield Proposed("objective", code, code, {"code": code, "title": f"Objective {number}"})
    for line in range(12):
        key = f"SL{line + 1:02}"
        yield Proposed("strand", key, key, {"serial": key, "title": f"Storyline {line}"})
        for event in range(5):
            own = f"{key}-E{event + 1:02}"
            values = {"serial": own, "kind": "event", "title": f"Event {event}"}
            yield Proposed("strand", own, own, {**values, "parent_id": Link("strand", key)})
    for number in range(INJECTS):
        yield _inject(number)


def _inject(number):
    strand = f"SL{number % 12 + 1:02}-E{number % 5 + 1:02}"
    values = {
        "title": f"Report {number} of unusual activity in sector {number % 97}",
        "strand_id": Link("strand", strand),
        "start": (number * 13) % (9 * 1440) if number % 50 else None,
        "state": STATES[number % len(STATES)],
        "means": ("EMAIL", "PHONE", "CHAT", "SIM")[number % 4],
        "addressees": f"JTF HQ J{number % 9}",
        "cell": ("HICON", "LOCON", "OPFOR")[number % 3],
        "message": MESSAGE,
    }
    links = {"objectives": (Link("objective", f"TO-{number % 24 + 1:02}"),)}
    return Proposed("inject", str(number), str(number), values, links)


@pytest.fixture
def page(plan, qapp, qtbot):
    """The page on the large plan, settled."""
    theme.apply(qapp, "light")
    window = MainWindow(Workspace.open(plan), specs=(PAGE,), settings=Settings(None, kept=False))
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    window.go("injects")
    _settle()
    return window.body.pages.page()


def _settle():
    end = time.monotonic() + 2
    while time.monotonic() < end:
        QApplication.processEvents()


def _taken(run):
    """Milliseconds of processor time for something and the painting it brings."""
    began = time.process_time()
    run()
    QApplication.processEvents()
    return (time.process_time() - began) * 1000


def _report(what, taken, limit):
    median = statistics.median(taken)
    _LINES.append((what, f"{median:.0f} ms", "processor time", f"≤ {limit} ms"))
    return median


@pytest.mark.parametrize("view", ["tree", "table"])
def test_that_the_first_paint_comes_within_200_ms_of_the_query(page, view):
    query = script.script if view == "tree" else script.script_injects
    page.show_view("table" if view == "tree" else "tree")
    _settle()
    taken = []
    for _ in range(5):
        asked = _taken(lambda: page.context.ask(query))
        page._views.pop(view, None)
        whole = _taken(lambda: page.show_view(view))
        page._stack.removeWidget(page._views[view])
        page.show_view("table" if view == "tree" else "tree")
        taken.append(whole - asked)
    assert _report(f"MEL/MIL {view}: first paint after the query", taken, 200) <= 200


@pytest.mark.parametrize("view", ["tree", "table"])
def test_that_a_keystroke_in_the_filter_takes_at_most_50_ms(page, view):
    page.show_view(view)
    _settle()
    taken = [_taken(lambda word=word: page.apply_filter(word)) for word in WORDS * 3]
    assert _report(f"MEL/MIL {view}: a keystroke in the filter", taken, 50) <= 50


@pytest.mark.parametrize("view", ["tree", "table"])
def test_that_a_frame_of_scrolling_takes_at_most_16_ms(page, view):
    page.show_view(view)
    if view == "tree":
        page.view.expand_all()
    _settle()
    bar = page.view.view.verticalScrollBar()
    steps = cycle(range(84, bar.maximum(), 84))
    taken = [_taken(lambda: bar.setValue(next(steps))) for _ in range(60)]
    assert _report(f"MEL/MIL {view}: a frame of scrolling", taken, 16) <= 16


def test_that_selecting_every_row_takes_at_most_a_second(page):
    page.show_view("table")
    _settle()
    taken = [_taken(page.view.view.selectAll)]
    assert _report("MEL/MIL table: selecting 10,000 rows", taken, 1000) <= 1000
