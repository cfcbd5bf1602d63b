"""One writer for each file: holds, told to others, taken over from the dead."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage import holder
from exerciseplanner.storage.faults import Fault
from exerciseplanner.workspace.operations.injects import add_inject
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.workspace import Workspace

OPENER = """
import sys
from pathlib import Path
from exerciseplanner.workspace.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
print(workspace.read_only_reason or "writing", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def opened_elsewhere(plan):
    """The plan, open for writing in another process."""
    process = subprocess.Popen(
        [sys.executable, "-c", OPENER, str(plan)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout.readline() == "writing\n"
    yield process
    process.kill()
    process.communicate()


def test_that_the_second_window_reads_and_says_who_writes(plan, opened_elsewhere):
    second = Workspace.open(plan)
    assert second.read_only
    mark = json.loads(plan.with_name("plan.exercise.lock").read_text())
    assert mark["process"] == opened_elsewhere.pid
    assert second.read_only_reason == f"{mark['user']} on {mark['workstation']} has it open."
    assert len(second.ask(injects)) == 3
    with pytest.raises(Refusal, match="has it open"):
        second.do(add_inject, {"title": "x"})
    second.close()
    assert plan.with_name("plan.exercise.lock").exists(), "a reader gives up nobody's hold"


def test_that_the_hold_of_a_killed_program_is_taken_over(plan, opened_elsewhere):
    opened_elsewhere.send_signal(signal.SIGKILL)
    opened_elsewhere.wait()
    assert plan.with_name("plan.exercise.lock").exists()
    workspace = Workspace.open(plan)
    assert not workspace.read_only
    workspace.do(add_inject, {"title": "x"})
    workspace.close()
    assert not plan.with_name("plan.exercise.lock").exists()


def test_that_the_process_number_of_a_dead_holder_may_live_on_in_another_program(plan):
    mark = plan.with_name("plan.exercise.lock")
    there = holder.Holder("ada", holder.workstation_name(), os.getppid())
    mark.write_text(json.dumps(vars(there)))
    workspace = Workspace.open(plan)
    assert not workspace.read_only
    workspace.close()


def test_that_a_hold_from_another_workstation_stands_and_says_how_to_end_it(plan):
    mark = plan.with_name("plan.exercise.lock")
    mark.write_text(json.dumps({"user": "ada", "workstation": "oslo-7", "process": 1}))
    workspace = Workspace.open(plan)
    assert workspace.read_only
    assert workspace.read_only_reason.startswith("ada on oslo-7 has it open.")
    assert "delete plan.exercise.lock" in workspace.read_only_reason
    workspace.close()
    assert mark.exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"user": "x"}', "\x00\x00"])
def test_that_a_mark_that_nobody_can_read_keeps_nobody_from_working(text, plan):
    plan.with_name("plan.exercise.lock").write_text(text)
    workspace = Workspace.open(plan)
    assert not workspace.read_only
    workspace.close()


def test_that_two_windows_of_one_program_do_not_both_write(plan):
    first, second = Workspace.open(plan), Workspace.open(plan)
    assert (first.read_only, second.read_only) == (False, True)
    second.close()
    first.do(add_inject, {"title": "x"})
    third = Workspace.open(plan)
    assert third.read_only, "closing the reader must not have ended the writer's hold"
    third.close()
    first.close()
    fourth = Workspace.open(plan)
    assert not fourth.read_only
    fourth.close()


def test_that_a_file_reached_by_another_name_is_the_same_file(plan, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "link.exercise").symlink_to(plan)
    first = Workspace.open(other / "link.exercise")
    second = Workspace.open(plan)
    assert second.read_only
    first.do(add_inject, {"title": "x"})
    second.close()
    first.close()
    assert os.listdir(other) == ["link.exercise"]


def test_that_opening_to_read_takes_no_hold(plan):
    reader = Workspace.open(plan, read_only=True)
    assert reader.read_only_reason == "It was opened to be read."
    writer = Workspace.open(plan)
    assert not writer.read_only
    writer.close()
    reader.close()


def test_that_a_failed_opening_leaves_no_hold_and_ends_nobody_elses(plan):
    workspace = Workspace.open(plan)
    whole = plan.read_bytes()
    plan.write_bytes(whole[:-4096])
    with pytest.raises(Fault):
        Workspace.open(plan)
    assert plan.with_name("plan.exercise.lock").exists()
    plan.write_bytes(whole)
    workspace.close()
    plan.write_bytes(whole[:-4096])
    with pytest.raises(Fault):
        Workspace.open(plan)
    assert os.listdir(plan.parent) == ["plan.exercise"]


def test_that_closing_twice_ends_no_later_hold(plan):
    first = Workspace.open(plan)
    first.close()
    second = Workspace.open(plan)
    first.close()
    third = Workspace.open(plan)
    assert third.read_only
    third.close()
    second.close()


def test_that_holding_is_told_without_taking_it(plan):
    assert holder.holder_of(plan) is None
    workspace = Workspace.open(plan)
    assert holder.holder_of(plan).process == os.getpid()
    workspace.close()
    assert holder.holder_of(plan) is None


def test_that_what_another_program_wrote_meanwhile_is_never_written_over(plan):
    """Where no hold can be seen, as on some network shares, the history itself tells."""
    first = Workspace.open(plan)
    plan.with_name("plan.exercise.lock").unlink()
    second = Workspace.open(plan)
    assert not second.read_only
    second.do(add_inject, {"title": "theirs"})
    with pytest.raises(Fault, match="was changed by another program"):
        first.do(add_inject, {"title": "mine"})
    with pytest.raises(Fault, match="was changed by another program"):
        first.undo() or first.do(add_inject, {"title": "mine"})
    second.do(add_inject, {"title": "theirs again"})
    assert second.verify().sound
    second.close()
    first.close()
