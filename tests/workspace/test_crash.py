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
LONGEST_LIFE = 0.12
"""Seconds from the start of a planner to the kill: some die while the file is opened."""


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


def killed(planners, path, life):
    """Start a planner, kill it, and give the lines that it said."""
    planners.stdin.write(f"{path}\n")
    planners.stdin.flush()
    said = []
    while not (line := planners.stdout.readline()).startswith("child "):
        said.append(line)
    child = int(line.split()[1])
    time.sleep(life)
    os.kill(child, signal.SIGKILL)
    while (line := planners.stdout.readline()) != "gone\n":
        said.append(line)
    return [line.strip() for line in said]


def test_that_no_committed_edit_is_lost_however_often_the_program_is_killed(planners, tmp_path):
    workspace = begun(tmp_path, small_intake())
    workspace.close()
    chance = random.Random(3)
    committed, kills, recovered = [], 0, 0
    while kills < KILLS or len(committed) < EDITS:
        said = killed(planners, workspace.path, chance.uniform(0, LONGEST_LIFE))
        kills += 1
        assert not [line for line in said if line.startswith("refused")], said
        committed += [line.split()[1] for line in said if line.startswith("commit")]
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
