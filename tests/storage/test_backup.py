"""Backups rotate and are whole; copies hold nothing that was deleted."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys

import pytest

from exerciseplanner import paths
from exerciseplanner.storage.backup import KEPT_BACKUPS, backups, write_copy
from exerciseplanner.storage.faults import Fault
from exerciseplanner.storage.tables.injects import inject
from exerciseplanner.workspace.operation import Operation
from exerciseplanner.workspace.operations.injects import add_inject
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import content

CANARY = "CANARY-7f3a-in-the-coal-mine"


def _much_and_nothing(desk):
    rows = [{"id": str(number), "message": CANARY * 400} for number in range(50)]
    desk.add_all(inject, rows)
    raise ZeroDivisionError


writing_much_and_failing = Operation("Fail", _much_and_nothing)


def kept(plan):
    return backups(plan, paths.backup_dir())


def test_that_opening_keeps_a_backup_of_each_state_once(plan):
    first = kept(plan)
    assert len(first) == 1
    Workspace.open(plan).close()
    assert kept(plan) == first
    workspace = Workspace.open(plan)
    workspace.do(add_inject, {"title": "x"})
    workspace.close()
    Workspace.open(plan).close()
    assert len(kept(plan)) == 2


def test_that_backups_rotate_and_each_is_whole(plan):
    states = []
    for number in range(KEPT_BACKUPS + 3):
        workspace = Workspace.open(plan)
        states.append(content(workspace))
        workspace.do(add_inject, {"title": f"Inject {number}"})
        workspace.close()
    found = kept(plan)
    assert len(found) == KEPT_BACKUPS
    for path, state in zip(found, reversed(states), strict=False):
        copy = Workspace.open(path, read_only=True)
        assert content(copy) == state
        assert copy.verify().sound
        copy.close()


def test_that_two_files_of_one_name_have_backups_of_their_own(plan, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    workspace = Workspace.open(plan)
    workspace.save_version(other / plan.name)
    workspace.close()
    Workspace.open(other / plan.name).close()
    assert kept(plan)[0].parent != kept(other / plan.name)[0].parent


def test_that_reading_alone_makes_no_backup(plan):
    before = kept(plan)
    workspace = Workspace.open(plan)
    workspace.do(add_inject, {"title": "x"})
    Workspace.open(plan, read_only=True).close()
    assert kept(plan) == before
    workspace.close()


def test_that_a_version_is_the_whole_exercise_with_its_history(plan, tmp_path):
    workspace = Workspace.open(plan)
    workspace.do(add_inject, {"title": "x"})
    workspace.save_version(tmp_path / "version.exercise")
    rows, head = content(workspace), workspace.head
    workspace.close()
    version = Workspace.open(tmp_path / "version.exercise")
    assert content(version) == rows
    assert version.head == head
    assert version.undo_label == "Add inject"
    assert version.verify().sound
    version.close()


def test_that_text_which_was_deleted_is_in_no_byte_of_the_file_or_of_a_copy(plan, tmp_path):
    workspace = Workspace.open(plan)
    raw = workspace._database.raw
    workspace.do(add_inject, {"title": "kept", "message": CANARY * 400})
    assert CANARY.encode() in plan.read_bytes()
    with workspace._database.writing():  # what no step records leaves no trace
        raw.execute("DROP TRIGGER journal_inject_delete")
        raw.execute("DELETE FROM inject WHERE message <> ''")
        raw.execute("DELETE FROM change WHERE after LIKE '%CANARY%'")
    workspace.save_version(tmp_path / "version.exercise")
    workspace.close()
    assert CANARY.encode() not in plan.read_bytes()
    assert CANARY.encode() not in (tmp_path / "version.exercise").read_bytes()


def test_that_a_change_that_was_rolled_back_leaves_no_text_behind(plan, tmp_path):
    workspace = Workspace.open(plan)
    raw = workspace._database.raw
    raw.execute("PRAGMA cache_size=5")  # so that pages are written before the end
    with pytest.raises(ZeroDivisionError):
        workspace.do(writing_much_and_failing)
    workspace.save_version(tmp_path / "version.exercise")
    workspace.close()
    assert CANARY.encode() not in (tmp_path / "version.exercise").read_bytes()


def test_that_a_version_never_replaces_a_file_that_is_open(plan, tmp_path):
    workspace = Workspace.open(plan)
    other = tmp_path / "other.exercise"
    workspace.save_version(other)
    with pytest.raises(Fault, match="is open and cannot be replaced"):
        workspace.save_version(plan)
    (tmp_path / "link.exercise").symlink_to(plan)
    with pytest.raises(Fault, match="is open and cannot be replaced"):
        workspace.save_version(tmp_path / "link.exercise")
    second = Workspace.open(other)
    with pytest.raises(Fault, match="is open and cannot be replaced"):
        workspace.save_version(other)
    second.close()
    workspace.save_version(other)
    workspace.do(add_inject, {"title": "x"})
    workspace.close()


def test_that_a_version_that_cannot_be_written_leaves_nothing_and_the_old_one(plan, tmp_path):
    workspace = Workspace.open(plan)
    for target in (tmp_path / "gone" / "a.exercise", tmp_path / ("a" * 250 + ".exercise")):
        with pytest.raises(Fault, match="could not be written"):
            workspace.save_version(target)
    (tmp_path / "folder.exercise").mkdir()
    with pytest.raises(Fault, match="could not be written"):
        workspace.save_version(tmp_path / "folder.exercise")
    workspace.do(add_inject, {"title": "x"})
    workspace.close()
    assert sorted(os.listdir(tmp_path)) == ["folder.exercise", "plan.exercise"]


WRITER = """
import sys
import time
from pathlib import Path
from exerciseplanner.workspace.operations.injects import shift_injects
from exerciseplanner.workspace.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
ids = [row[0] for row in workspace._database.raw.execute("SELECT id FROM inject")]
print("writing", flush=True)
while True:
    workspace.do(shift_injects, ids, 1)
    time.sleep(0.005)  # a planner breathes, and so may whoever copies
"""


def test_that_a_copy_made_while_another_program_writes_is_whole(plan, tmp_path):
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(plan)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert writer.stdout.readline() == "writing\n"
        raw = sqlite3.connect(plan, isolation_level=None)
        for number in range(5):
            target = tmp_path / f"copy{number}.exercise"
            write_copy(raw, target)
            copy = Workspace.open(target)
            assert copy.verify().sound
            copy.close()
        raw.close()
    finally:
        writer.kill()
        writer.communicate()
