"""Long work off the main thread."""

from __future__ import annotations

import gc
import threading
import time

import pytest

from exerciseplanner.ui.widgets.jobs import JobRunner
from exerciseplanner.workspace.jobs import Progress
from exerciseplanner.workspace.operations.injects import remove_injects
from exerciseplanner.workspace.queries.injects import injects


@pytest.fixture
def runner(workspace, qapp):
    made = JobRunner(workspace)
    yield made
    made.stop()
    made.deleteLater()


def _count(snapshot):
    rows = snapshot.ask(injects)
    for done, row in enumerate(rows):
        yield Progress(done, len(rows), row.title)
    return len(rows), threading.current_thread() is threading.main_thread()


def _endless(snapshot):
    done = 0
    while True:
        time.sleep(0.002)
        done += 1
        yield Progress(done, 0, "Counting")


def test_that_work_runs_elsewhere_and_its_result_arrives_here(runner, qtbot):
    found = []
    runner.run("Count", _count, lambda result: found.append((result, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(found))
    assert found == [((3, False), threading.main_thread())]


def test_that_a_job_does_not_see_what_is_changed_after_it_began(runner, workspace, qtbot):
    began, found = threading.Event(), []

    def late(snapshot):
        began.wait(2)
        yield Progress(0, 1, "")
        return len(snapshot.ask(injects))

    runner.run("Count", late, found.append)
    workspace.do(remove_injects, [row.id for row in workspace.ask(injects)])
    began.set()
    qtbot.waitUntil(lambda: bool(found))
    assert found == [3]


def test_that_progress_is_told(runner, qtbot):
    told, ended = [], []
    job = runner.run("Count", _count, ended.append)
    job.progressed.connect(told.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert [p.what for p in told] == ["Cable cut", "Port closed", "Drone seen"]


def test_that_cancel_stops_the_work_and_gives_no_result(runner, qtbot):
    found = []
    job = runner.run("Endless", _endless, found.append, found.append)
    states = []
    job.ended.connect(lambda: states.append(job.state))
    job.cancel()
    qtbot.waitUntil(lambda: not runner.running())
    assert states == ["cancelled"]
    assert found == []


def test_that_a_cancelled_job_tidies_up_after_itself(runner, qtbot):
    tidied = threading.Event()

    def careful(snapshot):
        try:
            yield from _endless(snapshot)
        finally:
            tidied.set()

    runner.run("Careful", careful).cancel()
    qtbot.waitUntil(lambda: not runner.running())
    assert tidied.is_set()


def test_that_a_failure_arrives_here_and_not_in_the_worker(runner, qtbot):
    def broken(snapshot):
        yield Progress(0, 1, "")
        raise ValueError("broken")

    failures = []
    runner.run("Broken", broken, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0]) == "broken"


def test_that_collection_is_held_back_only_while_jobs_run(runner, qtbot):
    job = runner.run("Endless", _endless)
    assert not gc.isenabled()
    job.cancel()
    qtbot.waitUntil(lambda: not runner.running())
    assert gc.isenabled()


def test_that_closing_waits_for_every_job(workspace, qapp):
    runner = JobRunner(workspace)
    runner.run("Endless", _endless)
    runner.run("Endless too", _endless)
    runner.stop()
    assert not [t for t in threading.enumerate() if t.name == "job"]
    assert gc.isenabled()
    runner.deleteLater()
