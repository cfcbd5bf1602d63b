"""A disk without room: the change is refused with a sentence, and nothing is lost."""

from __future__ import annotations

import os
import subprocess

import pytest

from exerciseplanner.storage.faults import Fault
from exerciseplanner.workspace.operations.injects import add_inject, edit_injects
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import begun, content, ids, small_intake

MUCH = "The harbour is closed. " * 20_000


def test_that_a_change_without_room_is_refused_and_work_goes_on(plan):
    workspace = Workspace.open(plan)
    raw = workspace._database.raw
    heard = []
    workspace.subscribe(heard.append)
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count={pages + 8}")
    before = content(workspace)
    with pytest.raises(Fault, match="no room left on the disk of plan"):
        workspace.do(add_inject, {"title": "x", "message": MUCH})
    assert content(workspace) == before
    assert heard == []
    assert len(workspace.ask(injects)) == 3
    workspace.do(edit_injects, ids(workspace, "inject")[:1], {"title": "Small"})
    raw.execute("PRAGMA max_page_count=1000000")
    workspace.do(add_inject, {"title": "x", "message": MUCH})
    assert workspace.verify().sound
    assert len(heard) == 2
    workspace.close()


@pytest.fixture
def tiny_disk(tmp_path):
    """A folder on a disk of two and a half megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2500k", "tmpfs", str(folder)]
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only the administrator may make a small disk")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody make a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def save_versions(workspace, folder):
    """Save more versions than a tiny disk holds."""
    for number in range(9):
        workspace.save_version(folder / f"version {number}.exercise")


def test_that_a_real_disk_without_room_loses_nothing(tiny_disk):
    workspace = begun(tiny_disk, small_intake())
    before = content(workspace)
    with pytest.raises(Fault, match="no room left"):
        workspace.do(add_inject, {"title": "x", "message": MUCH * 4})
    assert content(workspace) == before
    workspace.do(edit_injects, ids(workspace, "inject")[:1], {"title": "Small"})
    after = content(workspace)
    with pytest.raises(Fault, match="could not be written"):
        save_versions(workspace, tiny_disk)
    (tiny_disk / "filler").write_bytes(b"")
    with pytest.raises(OSError, match="No space"):
        (tiny_disk / "filler").write_bytes(b"x" * 3_000_000)
    with pytest.raises(Fault):
        Workspace.create(tiny_disk / "another.exercise", "Another")
    with pytest.raises(Fault, match=r"no room left|reported an error"):
        workspace.do(take_in, small_intake("again"))
    assert content(workspace) == after
    workspace.close()
    left = {path.name for path in tiny_disk.iterdir()}
    assert not [name for name in left if name.endswith((".part", "-journal", ".lock"))]
    (tiny_disk / "filler").unlink()
    workspace = Workspace.open(tiny_disk / "plan.exercise")
    assert content(workspace) == after
    assert workspace.verify().sound
    workspace.close()
