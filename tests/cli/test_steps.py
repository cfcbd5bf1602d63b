"""`undo`, `redo`, `history` and `verify`."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap

import pytest

from exerciseplanner.workspace.operations.objectives import add_objective
from exerciseplanner.workspace.workspace import Workspace
from tests.cli.conftest import fingerprint, is_one_line_for_people


@pytest.fixture
def edited(sample):
    workspace = Workspace.open(sample)
    workspace.do(add_objective, {"code": "TO-99", "title": "Ninety-nine"})
    workspace.close()
    return sample


def codes(planner, path):
    return {row["code"] for row in planner("show", path, "objectives", "--json").json}


def test_that_undo_takes_the_newest_step_back_and_redo_brings_it_again(planner, edited):
    assert "TO-99" in codes(planner, edited)
    undone = planner("undo", edited)
    assert undone.code == 0
    assert undone.out.startswith("Undone: ")
    assert "(1 row)" in undone.out
    assert "TO-99" not in codes(planner, edited)
    assert planner("redo", edited).out.startswith("Redone: ")
    assert "TO-99" in codes(planner, edited)


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_that_where_there_is_nothing_to_take_back_a_sentence_says_so(planner, empty, command):
    answer = planner(command, empty)
    assert answer.code == 1
    assert answer.err == f"There is nothing to {command} in {empty.name}.\n"


def test_that_the_history_names_every_step_newest_first(planner, edited):
    planner("undo", edited)
    steps = planner("history", edited, "--json").json
    kinds = [step["kind"] for step in steps]
    assert kinds[:2] == ["undo", "work"]
    assert kinds[-1] == "base"
    assert set(kinds[1:-1]) == {"work"}
    assert steps[0]["reverses"] == steps[1]["step"]
    assert len(planner("history", edited, "--limit", "1", "--json").json) == 1
    text = planner("history", edited).out
    assert "Undo Add objective" in text
    assert "New exercise" in text


def test_that_a_sound_file_verifies(planner, edited):
    answer = planner("verify", edited)
    assert answer.code == 0
    assert "is sound" in answer.out
    assert planner("history", edited, "--json").json[0]["hash"] in answer.out


def test_that_a_row_changed_behind_the_journal_is_found(planner, edited):
    raw = sqlite3.connect(edited)
    raw.execute("UPDATE objective SET title = 'Altered' WHERE code = 'TO-99'")
    raw.commit()
    raw.close()
    answer = planner("verify", edited)
    assert answer.code == 1
    assert "objective" in answer.err
    assert "is not sound" in answer.err
    assert "Nothing was changed." in answer.err


def test_that_a_truncated_file_is_refused(planner, sample):
    sample.write_bytes(sample.read_bytes()[:20_000])
    answer = planner("verify", sample)
    assert answer.code == 1
    assert is_one_line_for_people(answer.err)


def test_that_reading_works_and_writing_names_the_holder_while_a_window_has_it_open(
    planner, edited
):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(edited)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == "open\n"
        before = fingerprint(edited)
        assert planner("show", edited, "objectives").code == 0
        assert planner("verify", edited).code == 0
        answer = planner("undo", edited)
        assert answer.code == 1
        assert "has it open" in answer.err
        assert fingerprint(edited) == before
    finally:
        holder.communicate("\n", timeout=30)
    assert planner("undo", edited).code == 0


HOLD = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from exerciseplanner.workspace.workspace import Workspace
    workspace = Workspace.open(Path(sys.argv[1]))
    print("open", flush=True)
    sys.stdin.readline()
    workspace.close()
    """
)


def test_that_a_change_left_half_done_by_a_program_that_died_is_rolled_back_first(planner, edited):
    died = subprocess.run([sys.executable, "-c", DIE, str(edited)], check=False)
    assert died.returncode == 9
    assert edited.with_name("sample.exercise-journal").stat().st_size > 0
    assert "TO-99" in codes(planner, edited)
    assert planner("verify", edited).code == 0


DIE = textwrap.dedent(
    """
    import os, sqlite3, sys
    raw = sqlite3.connect(sys.argv[1], isolation_level=None)
    raw.execute("PRAGMA cache_size=2")
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE inject SET title = title || hex(zeroblob(2000))")
    raw.execute("UPDATE objective SET title = 'Half'")
    os._exit(9)
    """
)
