"""A plan of ten thousand injects, floors to compare with, and the table of what was measured."""

from __future__ import annotations

import sqlite3
import statistics
import time

import pytest

from exerciseplanner import paths
from exerciseplanner.domain.intake import Intake, Proposed
from exerciseplanner.storage.engine import _PRAGMAS, _WRITER_PRAGMAS
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import begun

PLANNED = 10_000
_LINES: list[tuple[str, str, str, str]] = []


def many_injects(count):
    """An intake of injects as full as planners write them."""
    return Intake("plan.xlsx", "test", tuple(_inject(number) for number in range(count)))


def _inject(number):
    return Proposed(
        "inject",
        str(number),
        f"row {number}",
        {
            "title": f"Inject {number} about the fibre cable",
            "start": number * 3,
            "duration": 15,
            "sender": "HICON",
            "cell": "Grey cell",
            "addressees": "Brigade North, Maritime Component Command",
            "message": f"At {number} the cable was cut near Tromsø. " * 6,
            "expected_action": "The brigade reports the loss of connection and re-routes.",
            "responsible": "Incident manager",
            "latitude": 60 + number / 1000,
            "longitude": 20.25,
        },
    )


@pytest.fixture(scope="session")
def big_plan(tmp_path_factory):
    """A closed exercise file with ten thousand injects."""
    folder = tmp_path_factory.mktemp("big")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.HOME_VARIABLE, str(folder / "home"))
        workspace = begun(folder)
        workspace.do(take_in, many_injects(PLANNED))
        workspace.close()
    return workspace.path


@pytest.fixture
def plan(big_plan, tmp_path):
    """A copy of the big plan, open."""
    path = tmp_path / "plan.exercise"
    path.write_bytes(big_plan.read_bytes())
    workspace = Workspace.open(path)
    yield workspace
    workspace.close()


@pytest.fixture
def bare(big_plan, tmp_path):
    """Another copy of the big plan under sqlite3 alone, with the same settings."""
    path = tmp_path / "bare.exercise"
    path.write_bytes(big_plan.read_bytes())
    raw = sqlite3.connect(path, isolation_level=None)
    for pragma in _PRAGMAS + _WRITER_PRAGMAS:
        raw.execute(pragma)
    yield raw
    raw.close()


class Race:
    """Measures something against its floor, in turns, and keeps the line for the table."""

    def __init__(self, benchmark):
        self._benchmark = benchmark

    def ratio(self, what, ours, floor, *, limit, rounds, floor_is, before=None):
        """The median of `ours` in medians of `floor`; fails above `limit`.

        `before` makes ready for a round and is not measured.
        """
        floors = []

        def measure_floor():
            if before:
                before()
            started = time.perf_counter()
            floor()
            floors.append(time.perf_counter() - started)

        self._benchmark.pedantic(ours, setup=measure_floor, rounds=rounds, warmup_rounds=1)
        took = self._benchmark.stats.stats.median
        least = statistics.median(floors)
        _LINES.append((what, f"{_shown(took)}", f"{took / least:.2f} × {floor_is}", f"≤ {limit} ×"))
        assert took <= limit * least

    def seconds(self, what, ours, *, limit, rounds, setup=None):
        """The median of `ours` in seconds; fails above `limit`."""
        self._benchmark.pedantic(ours, setup=setup, rounds=rounds)
        took = self._benchmark.stats.stats.median
        _LINES.append((what, _shown(took), "", f"≤ {limit} s"))
        assert took <= limit


def _shown(seconds):
    return f"{seconds * 1000:.2f} ms" if seconds < 0.01 else f"{seconds * 1000:.0f} ms"


@pytest.fixture
def race(benchmark):
    """The measuring of one thing."""
    return Race(benchmark)


def pytest_terminal_summary(terminalreporter):
    """Print the table for the README."""
    if _LINES:
        terminalreporter.section("Speed")
        for what, took, ratio, limit in _LINES:
            terminalreporter.write_line(f"| {what} | {took} | {ratio} | {limit} |")
