"""`export`: forces in the formats of others, every loss said, and targets that are refused."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from exerciseplanner.exchange.force_formats import force_formats
from exerciseplanner.workspace.workspace import Workspace
from tests.cli.conftest import fingerprint, is_one_line_for_people
from tests.cli.test_steps import HOLD


@pytest.mark.parametrize("name", sorted(force_formats()))
def test_that_the_forces_are_written_in_every_format(planner, sample, tmp_path, name):
    target = tmp_path / f"forces{force_formats()[name].suffix}"
    answer = planner("export", sample, target, "--format", name)
    assert answer.code == 0
    assert answer.err == ""
    assert "sides and" in answer.out
    assert target.stat().st_size > 1000


@pytest.mark.parametrize("name", sorted(force_formats()))
def test_that_a_dry_run_says_what_would_be_lost_and_writes_nothing(planner, sample, tmp_path, name):
    before = fingerprint(sample)
    target = tmp_path / "forces.out"
    dry = planner("export", sample, target, "--format", name, "--dry-run", "--json").json
    assert not target.exists()
    assert fingerprint(sample) == before
    done = planner("export", sample, target, "--format", name, "--json").json
    assert dry["losses"] == done["losses"]
    assert dry["losses"] or name == "xlsx"
    assert done["bytes"] == target.stat().st_size


def test_that_the_help_names_every_format(planner):
    help_text = " ".join(planner("export", "--help").out.split())
    for name in force_formats():
        assert name in help_text


def test_that_what_comes_back_with_one_change_changes_one_unit(planner, sample, tmp_path):
    target = tmp_path / "forces.json"
    planner("export", sample, target, "--format", "orbat-mapper")
    text = target.read_text(encoding="utf-8").replace('"JTF HQ"', '"JHQ"')
    (tmp_path / "renamed.json").write_text(text, encoding="utf-8")
    counts = planner("import", sample, tmp_path / "renamed.json", "--json").json["counts"]
    assert (counts["added"], counts["changed"], counts["kept"]) == (0, 1, 0)


def test_that_a_side_can_be_chosen_whose_picture_it_is(planner, sample, tmp_path):
    target = tmp_path / "forces.geojson"
    red = "Tarvania and its proxies (OPFOR)"
    planner("export", sample, target, "--format", "geojson", "--viewpoint", red.upper())
    features = json.loads(target.read_text(encoding="utf-8"))["features"]
    seen = {each["properties"]["side"]: each["properties"]["identity"] for each in features}
    assert seen[red] == "friend"
    assert seen["Joint Task Force Lantern"] == "hostile"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "morse"), "There is no format “morse”"),
        (("--format", "kml", "--viewpoint", "Nobody"), "There is no side “Nobody”"),
    ],
)
def test_that_what_there_is_not_is_refused_and_nothing_written(
    planner, sample, tmp_path, options, said
):
    answer = planner("export", sample, tmp_path / "o", *options)
    assert answer.code == 1
    assert said in answer.err
    assert is_one_line_for_people(answer.err)
    assert not (tmp_path / "o").exists()


def test_that_a_file_that_is_there_is_only_replaced_when_told(planner, sample, tmp_path):
    target = tmp_path / "o.kml"
    target.write_text("mine", encoding="utf-8")
    answer = planner("export", sample, target, "--format", "kml")
    assert answer.code == 1
    assert "is there already" in answer.err
    assert target.read_text(encoding="utf-8") == "mine"
    assert planner("export", sample, target, "--format", "kml", "--replace").code == 0
    assert target.read_text(encoding="utf-8").startswith("<?xml")


def test_that_the_exercise_itself_a_folder_and_a_missing_folder_are_no_targets(
    planner, sample, tmp_path
):
    before = fingerprint(sample)
    for target in (sample, tmp_path, tmp_path / "none" / "o.kml"):
        answer = planner("export", sample, target, "--format", "kml", "--replace")
        assert answer.code == 1
        assert is_one_line_for_people(answer.err)
    assert fingerprint(sample) == before


def test_that_a_file_open_elsewhere_is_exported_and_said_to_be_forgotten(planner, sample, tmp_path):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(sample)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        holder.stdout.readline()
        answer = planner("export", sample, tmp_path / "o.json", "--format", "orbat-mapper")
    finally:
        holder.communicate(b"\n")
    assert answer.code == 0
    assert "what went out is not remembered" in answer.err
    assert (tmp_path / "o.json").exists()


def test_that_an_export_is_a_step_in_the_history(planner, sample, tmp_path):
    planner("export", sample, tmp_path / "o.json", "--format", "orbat-mapper")
    workspace = Workspace.open(sample)
    assert workspace.history(1)[0].label == "Export"
    workspace.close()
