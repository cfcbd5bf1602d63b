"""Making and opening exercise files, and refusing what cannot be opened, unchanged."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage import backup, engine
from exerciseplanner.storage.exercise_file import APPLICATION_ID
from exerciseplanner.storage.faults import Fault
from exerciseplanner.storage.upgrade import SCHEMA
from exerciseplanner.workspace.operations.injects import add_inject
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import begun, content, small_intake


def refused(path):
    """The sentence with which a path is refused; its bytes and its folder stay as they are."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(os.listdir(path.parent))
    with pytest.raises(Fault) as told:
        Workspace.open(path).close()
    after = path.read_bytes() if path.is_file() else None
    assert after == before
    assert sorted(os.listdir(path.parent)) == beside
    fault = told.value
    assert fault.happened.endswith(".")
    assert fault.safe
    assert fault.remedy
    return str(fault)


def poke(path, *statements):
    """Change a file behind the program's back."""
    raw = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        raw.execute(statement)
    raw.close()


def test_that_a_new_file_carries_the_application_id_and_schema_and_stands_alone(tmp_path):
    begun(tmp_path).close()
    header = (tmp_path / "plan.exercise").read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == SCHEMA
    assert os.listdir(tmp_path) == ["plan.exercise"]


def test_that_the_settings_of_the_writing_connection_are_in_force(plan):
    workspace = Workspace.open(plan)
    asked = {
        "journal_mode": "delete",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
    }
    found = {
        name: workspace._database.raw.execute(f"PRAGMA {name}").fetchone()[0] for name in asked
    }
    workspace.close()
    assert found == asked


def test_that_an_existing_file_is_never_replaced_by_a_new_one(plan):
    before = plan.read_bytes()
    with pytest.raises(Fault, match="exists already"):
        Workspace.create(plan, "Another")
    assert plan.read_bytes() == before


def test_that_a_link_to_nothing_is_not_taken_for_a_free_name(tmp_path):
    (tmp_path / "link.exercise").symlink_to(tmp_path / "gone.exercise")
    with pytest.raises(Fault, match="exists already"):
        Workspace.create(tmp_path / "link.exercise", "Another")


@pytest.mark.parametrize("name", ["no-such-folder/a.exercise", "a" * 300 + ".exercise"])
def test_that_a_file_that_cannot_be_made_is_told_and_leaves_nothing(name, tmp_path):
    with pytest.raises(Fault) as told:
        Workspace.create(tmp_path / name, "Plan")
    assert told.value.remedy
    assert os.listdir(tmp_path) == []


def test_that_an_exercise_without_a_name_or_with_an_unknown_pack_leaves_nothing(tmp_path):
    with pytest.raises(Refusal):
        Workspace.create(tmp_path / "a.exercise", "  ")
    with pytest.raises(Refusal):
        Workspace.create(tmp_path / "a.exercise", "Plan", doctrine="no-such-pack")
    assert os.listdir(tmp_path) == []


def test_that_first_content_that_is_no_intake_leaves_no_half_made_file(tmp_path):
    with pytest.raises(AttributeError):
        begun(tmp_path, content="not an intake")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("name", ["Übung Łódź 演習 #1?%20.exercise", 'it\'s "the" plan.exercise'])
def test_that_any_file_name_works(name, tmp_path):
    Workspace.create(tmp_path / name, "Plan").close()
    workspace = Workspace.open(tmp_path / name)
    workspace.do(add_inject, {"title": "x"})
    assert workspace.verify().sound
    workspace.save_version(tmp_path / ("copy of " + name))
    workspace.close()
    assert sorted(os.listdir(tmp_path)) == sorted([name, "copy of " + name])


def test_that_a_missing_file_is_not_made_by_opening_it(tmp_path):
    assert "There is no file gone.exercise" in refused(tmp_path / "gone.exercise")
    assert "There is no file" in refused(tmp_path / "a\x00b.exercise")


def test_that_what_is_not_a_file_is_told(tmp_path):
    (tmp_path / "folder.exercise").mkdir()
    assert "is a folder" in refused(tmp_path / "folder.exercise")
    os.mkfifo(tmp_path / "pipe.exercise")
    assert "is not a file" in refused(tmp_path / "pipe.exercise")


def test_that_an_empty_file_is_not_an_empty_exercise(tmp_path):
    (tmp_path / "a.exercise").write_bytes(b"")
    assert "is empty (0 bytes)" in refused(tmp_path / "a.exercise")


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7\n", b"{}", b"SQLite format 2\x00"])
def test_that_a_file_of_another_kind_is_told_with_the_way_to_import_it(start, tmp_path):
    (tmp_path / "a.exercise").write_bytes(start + b"x" * 4096)
    assert "is not an exercise file" in refused(tmp_path / "a.exercise")


def test_that_a_database_of_another_program_is_not_touched_even_where_it_keeps_a_log(tmp_path):
    poke(tmp_path / "a.exercise", "PRAGMA journal_mode=WAL", "CREATE TABLE t (x)")
    assert "another program" in refused(tmp_path / "a.exercise")
    poke(tmp_path / "a.exercise", "PRAGMA application_id=1")
    assert "another program" in refused(tmp_path / "a.exercise")


def test_that_a_newer_file_is_refused_and_not_migrated_down(plan):
    poke(plan, f"PRAGMA user_version={SCHEMA + 1}")
    assert "newer version" in refused(plan)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW v AS SELECT * FROM inject",
        "CREATE TRIGGER t AFTER INSERT ON inject BEGIN DELETE FROM inject; END",
        "CREATE VIRTUAL TABLE hidden USING fts5(x)",
    ],
)
def test_that_a_file_with_instructions_in_it_is_refused(statement, plan):
    poke(plan, statement)
    assert "instructions that no exercise file contains" in refused(plan)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE lesson",
        "ALTER TABLE inject DROP COLUMN cue",
        "ALTER TABLE inject ADD COLUMN more",
        "DELETE FROM exercise",
        "INSERT INTO exercise (id) VALUES ('second')",
    ],
)
def test_that_a_file_whose_tables_are_not_ours_is_refused(statement, plan):
    poke(plan, statement)
    assert "is incomplete" in refused(plan)


def cuts(size):
    """Lengths at which a file is cut: at pages, beside pages, and anywhere."""
    pages = [4096 * number for number in (1, 2, 3, 10, 50, 100) if 4096 * number < size]
    anywhere = random.Random(7).sample(range(20, size), 16)
    return [
        16,
        50,
        99,
        100,
        *pages,
        *(page + 1 for page in pages),
        size - 4096,
        size - 1,
        *anywhere,
    ]


def test_that_a_truncated_file_is_found_damaged_wherever_it_was_cut(plan):
    whole = plan.read_bytes()
    lengths = cuts(len(whole))
    assert len(lengths) > 30
    for length in lengths:
        plan.write_bytes(whole[:length])
        assert "is damaged" in refused(plan), length


def test_that_no_bit_that_flips_stays_unseen_by_opening_or_by_verifying(plan):
    """What SQLite itself does not see the journal does, unless the bit lies in unused bytes."""
    whole = plan.read_bytes()
    workspace = Workspace.open(plan)
    rows = content(workspace)
    workspace.close()
    chance = random.Random(11)
    written = [place for place, byte in enumerate(whole) if byte]
    seen, flips = 0, 100
    for place in chance.sample(written, flips):
        bit = 1 << chance.randrange(8)
        plan.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        try:
            workspace = Workspace.open(plan)
        except Fault:
            seen += 1
            continue
        try:
            if workspace.verify().sound:
                assert content(workspace) == rows
            else:
                seen += 1
        finally:
            workspace.close()
    assert seen > 0.9 * flips


def test_that_a_damaged_file_names_its_newest_backup_which_opens(plan):
    workspace = Workspace.open(plan)
    workspace.do(add_inject, {"title": "Kept"})
    workspace.close()
    workspace = Workspace.open(plan)
    rows = content(workspace)
    workspace.close()
    for bytes_ in (b"", b"x" * 5000, plan.read_bytes()[:9000]):
        plan.write_bytes(bytes_)
        sentence = refused(plan)
        assert "Open the newest backup: " in sentence
    named = sentence.partition("Open the newest backup: ")[2].removesuffix(".")
    kept = Workspace.open(plan.parent / named)
    assert content(kept) == rows
    assert kept.verify().sound
    kept.close()


LOCKER = """
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""


def test_that_a_file_locked_by_another_program_is_told_and_opens_when_it_is_free(plan, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    locker = subprocess.Popen(
        [sys.executable, "-c", LOCKER, str(plan)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert locker.stdout.readline() == "locked\n"
        with pytest.raises(Fault, match=r"Another program is writing to plan\.exercise"):
            Workspace.open(plan)
    finally:
        locker.communicate("")
    Workspace.open(plan).close()


def test_that_a_lock_that_comes_later_refuses_the_change_and_nothing_is_lost(plan, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    workspace = Workspace.open(plan)
    before = content(workspace)
    other = sqlite3.connect(plan, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Fault, match="Another program is writing"):
        workspace.do(add_inject, {"title": "x"})
    other.execute("ROLLBACK")
    other.close()
    assert content(workspace) == before
    workspace.do(add_inject, {"title": "x"})
    assert workspace.verify().sound
    workspace.close()


def test_that_a_file_that_may_only_be_read_opens_to_be_read(public_folder, as_somebody_else):
    path = begun(public_folder, small_intake()).path
    os.remove(f"{path}.lock")
    path.chmod(0o444)
    with as_somebody_else():
        workspace = Workspace.open(path)
        assert workspace.read_only
        assert "may not be written" in workspace.read_only_reason
        assert len(workspace.ask(injects)) == 3
        assert workspace.verify().sound
        with pytest.raises(Refusal, match="open for reading only"):
            workspace.do(add_inject, {"title": "x"})
        assert workspace.undo() is None or pytest.fail("nothing may be undone")
        assert os.listdir(public_folder) == ["plan.exercise"], "no hold keeps others from writing"
        workspace.close()


def test_that_a_file_in_a_folder_that_may_only_be_read_opens_to_be_read(
    public_folder, as_somebody_else
):
    path = begun(public_folder, small_intake()).path
    os.remove(f"{path}.lock")
    path.chmod(0o666)
    public_folder.chmod(0o555)
    with as_somebody_else():
        workspace = Workspace.open(path)
        assert workspace.read_only
        assert "may not be written" in workspace.read_only_reason
        assert len(workspace.ask(injects)) == 3
        with pytest.raises(Fault, match="could not be written"):
            workspace.save_version(public_folder / "version.exercise")
        with pytest.raises(Fault, match="could not be made"):
            Workspace.create(public_folder / "new.exercise", "New")
        workspace.close()


def test_that_a_file_that_may_not_be_read_is_told(public_folder, as_somebody_else):
    path = begun(public_folder).path
    path.chmod(0o000)
    public_folder.chmod(0o755)
    with as_somebody_else(), pytest.raises(Fault, match="cannot be read"):
        Workspace.open(path)
    path.chmod(0o600)
    public_folder.chmod(0o000)
    with as_somebody_else(), pytest.raises(Fault, match="cannot be read"):
        Workspace.open(path)


def test_that_a_file_moved_away_while_it_is_open_takes_no_change_and_says_so(plan):
    workspace = Workspace.open(plan)
    plan.rename(plan.with_name("elsewhere.exercise"))
    with pytest.raises(Fault, match="moved, renamed or deleted"):
        workspace.do(add_inject, {"title": "x"})
    workspace.save_version(plan.with_name("saved.exercise"))
    workspace.close()
    Workspace.open(plan.with_name("saved.exercise")).close()


def test_that_a_hot_journal_of_a_killed_program_is_rolled_back_on_opening(plan):
    writer = (
        "import sqlite3, os, sys\n"
        "raw = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "raw.execute('PRAGMA cache_size=1')\n"
        "raw.execute('BEGIN IMMEDIATE')\n"
        'raw.execute("UPDATE inject SET message = hex(randomblob(200000))")\n'
        "os._exit(9)\n"
    )
    workspace = Workspace.open(plan)
    rows = content(workspace)
    workspace.close()
    subprocess.run([sys.executable, "-c", writer, str(plan)], check=False)
    assert plan.with_name("plan.exercise-journal").exists()
    workspace = Workspace.open(plan)
    assert content(workspace) == rows
    assert workspace.verify().sound
    workspace.close()


def test_that_planning_goes_on_where_no_backup_can_be_made(plan, monkeypatch, tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    monkeypatch.setenv("EXERCISEPLANNER_HOME", str(tmp_path / "home"))
    workspace = Workspace.open(plan)
    workspace.do(add_inject, {"title": "x"})
    workspace.close()


def test_that_a_crash_while_making_a_file_leaves_none_of_its_name(tmp_path, monkeypatch):
    def crash(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(backup, "put_in_place", crash)
    monkeypatch.setattr("exerciseplanner.storage.exercise_file.put_in_place", crash)
    with pytest.raises(KeyboardInterrupt):
        begun(tmp_path)
    assert os.listdir(tmp_path) == []


def test_that_a_copy_of_the_file_opens_beside_it(plan):
    first = Workspace.open(plan)
    shutil.copyfile(plan, plan.with_name("copy.exercise"))
    second = Workspace.open(plan.with_name("copy.exercise"))
    assert not first.read_only
    assert not second.read_only
    first.close()
    second.close()
