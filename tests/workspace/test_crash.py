"""A program that is killed at any moment loses no committed edit and leaves a sound file."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import begun, small_intake

KILLS = 70
EDITS = 300
MOST_COMMITS = 9
"""A planner lives for fewer commits than that, however slow the computer is."""
LONGEST_WAIT = 0.03
"""Seconds from its last commit counted to the kill, in which it goes on editing."""
LONGEST_OPENING = 0.12
"""Seconds from the start to the kill where no commit is counted: some die opening the file."""


@pytest.fixture
def planners():
    """A process that starts a planner for every path it is given."""
    if not hasattr(os, "fork"):
        pytest.skip("processes are started otherwise there")
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.workspace.crash_writer"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    yield process
    process.communicate()


def killed(planners, path, commits, wait):
    """Start a planner, kill it `wait` seconds after so many commits, give the lines it said."""
    planners.stdin.write(f"{path}\n")
    planners.stdin.flush()
    said, child = [], None
    while child is None or len(heads(said)) < commits:
        line = heard(planners)
        if line == "gone":
            return said
        if line.startswith("child "):
            child = int(line.split()[1])
        else:
            said.append(line)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    while (line := heard(planners)) != "gone":
        said.append(line)
    return said


def heard(planners):
    """The next line that is said."""
    line = planners.stdout.readline()
    assert line, "the planners are gone"
    return line.strip()


def heads(said):
    """The heads of the commits that were said."""
    return [line.split()[1] for line in said if line.startswith("commit")]


def test_that_no_committed_edit_is_lost_however_often_the_program_is_killed(planners, tmp_path):
    workspace = begun(tmp_path, small_intake())
    workspace.close()
    chance = random.Random(3)
    committed, kills, recovered = [], 0, 0
    while kills < KILLS or len(committed) < EDITS:
        commits = max(0, chance.randrange(-2, MOST_COMMITS))
        wait = chance.uniform(0, LONGEST_WAIT if commits else LONGEST_OPENING)
        said = killed(planners, workspace.path, commits, wait)
        kills += 1
        assert not [line for line in said if line.startswith("refused")], said
        committed += heads(said)
        recovered += workspace.path.with_name("plan.exercise-journal").exists()
        if kills % 5 == 0:
            check(workspace.path, committed)
    check(workspace.path, committed)
    assert recovered > 0, "no kill struck while a change was being written"


def check(path, committed):
    """Every commit that was said is in the file, the file is sound, and it can be written."""
    workspace = Workspace.open(path)
    try:
        assert not workspace.read_only
        assert set(committed) <= {step.hash for step in workspace.history(100_000)}
        assert workspace.verify().complaints == ()
    finally:
        workspace.close()
