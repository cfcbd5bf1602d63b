"""A file is there whole or not at all, and what stood there stays until then."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange import delivery
from exerciseplanner.exchange.delivery import export_forces, write_whole
from exerciseplanner.exchange.force_formats import force_format, force_formats
from exerciseplanner.exchange.writing import LossCount, fields_lost, outer_ids
from exerciseplanner.storage.faults import Fault
from tests.exchange.forces_at_hand import exercise_at, full_unit, picture_of, sides


@pytest.fixture
def workspace(tmp_path):
    """A plan of one unit, open."""
    opened = exercise_at(tmp_path, "PLAN", *sides(), full_unit())
    yield opened
    opened.close()


def test_that_a_file_that_is_there_stays_unless_it_may_be_replaced(workspace, tmp_path):
    target = tmp_path / "forces.json"
    target.write_bytes(b"mine")
    with pytest.raises(Refusal, match="is there already"):
        export_forces(workspace, target, force_format("orbat-mapper"))
    assert target.read_bytes() == b"mine"
    assert workspace.undo_label == "Import"
    export_forces(workspace, target, force_format("orbat-mapper"), replace=True)
    assert target.read_bytes().startswith(b"{")
    assert workspace.undo_label == "Export"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_that_a_full_disk_leaves_the_old_file(tmp_path):
    target = tmp_path / "forces.json"
    target.write_bytes(b"old")
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    beside.symlink_to("/dev/full")
    with pytest.raises(Fault, match="No space left"):
        write_whole(target, b"new" * 100_000)
    assert target.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["forces.json"]


def test_that_a_target_that_cannot_be_replaced_is_a_fault_and_leaves_nothing_behind(tmp_path):
    target = tmp_path / "taken"
    target.mkdir()
    with pytest.raises(Fault, match="cannot be written"):
        write_whole(target, b"content")
    assert [each.name for each in tmp_path.iterdir()] == ["taken"]


def test_that_an_interrupted_writer_leaves_no_half_file(workspace, tmp_path, monkeypatch):
    def stop(_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(delivery.os, "fsync", stop)
    with pytest.raises(Fault):
        export_forces(workspace, tmp_path / "forces.kml", force_format("kml"))
    assert not list(tmp_path.glob("*forces*"))


@pytest.mark.parametrize("name", sorted(force_formats()))
def test_that_what_a_format_says_it_holds_are_fields_that_there_are(name):
    for noun, fields in force_format(name).holds.items():
        known = {each.name for each in NOUNS[noun].columns} | {"external_id"}
        assert fields <= known
    assert force_format(name).summary.endswith(".")
    assert force_format(name).suffix.startswith(".")


def test_that_every_filled_field_that_is_not_held_is_a_loss(workspace):
    losses = LossCount()
    fields_lost("unit", picture_of(workspace).units, {"name", "short_name"}, losses)
    lost = {each.what for each in losses.losses()}
    assert {"Unit: Note", "Unit: Arrival", "Unit: Readiness band", "Unit: Provided by"} <= lost
    assert "Unit: Superior" not in lost
    assert "Unit: Name" not in lost


def test_that_losses_name_a_few_once_each():
    losses = LossCount()
    for number in range(20):
        losses.add("Note", f"Unit {number % 8}")
    (loss,) = losses.losses()
    assert (loss.count, loss.examples) == (20, tuple(f"Unit {n}" for n in range(5)))


def test_that_no_two_rows_go_out_under_one_id(workspace):
    unit = picture_of(workspace).units[0]
    rows = [unit._replace(id=f"own{n}", external_id="theirs") for n in range(3)]
    assert outer_ids(rows) == {"own0": "theirs", "own1": "own1", "own2": "own2"}


def test_that_a_file_may_be_called_as_long_as_the_system_lets_it(tmp_path):
    target = tmp_path / f"{'ø' * 120}.csv"
    write_whole(target, b"forces")
    assert target.read_bytes() == b"forces"
    assert list(tmp_path.iterdir()) == [target]
