"""`import`: what each row becomes, what is doubtful or lost, and files that are refused."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from exerciseplanner.exchange.spreadsheets.profiles import profile_of, save_profile
from exerciseplanner.exchange.spreadsheets.proposing import propose_mapping
from exerciseplanner.exchange.spreadsheets.reading import read_workbook
from exerciseplanner.workspace.operations.forces import edit_units
from exerciseplanner.workspace.workspace import Workspace
from tests.cli.conftest import fingerprint, is_one_line_for_people
from tests.cli.test_steps import HOLD
from tests.exchange.orbat_mapper.scenarios import scenario, side, unit

MSEL = (
    "Serial,Time,From,To,Means,Title,Message,Expected action\n"
    "1,D+1 0900,Ministry,JOC,E-mail,Cable cut,Cable 7 is cut.,Report to higher\n"
    "2,D+1 1030,Press,PAO,Telephone,Press call,A journalist asks.,Answer with the line to take\n"
    "3,D+2 0800,Navy,MCC,Chat,Vessel sighted,A vessel without AIS.,Send a patrol\n"
)


@pytest.fixture
def orbat(tmp_path):
    path = tmp_path / "forces.json"
    path.write_text(
        json.dumps(scenario(side("Blue", unit("1 Bde", "10031000181211000000", unit("A Coy"))))),
        encoding="utf-8",
    )
    return path


@pytest.fixture
def msel(tmp_path):
    path = tmp_path / "msel.csv"
    path.write_text(MSEL, encoding="utf-8")
    return path


def workbook(path, rows):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("MSEL")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def test_that_an_order_of_battle_is_taken_over_and_one_undo_takes_it_back(planner, empty, orbat):
    answer = planner("import", empty, orbat)
    assert answer.code == 0
    assert answer.err == ""
    assert "forces.json holds 1 side, 1 group, 2 units." in answer.out
    assert "Taken into empty.exercise: 4 new." in answer.out
    names = [each["name"] for each in planner("show", empty, "forces", "--json").json]
    assert names == ["Land", "1 Bde", "A Coy"]
    assert planner("undo", empty).code == 0
    assert planner("show", empty, "forces", "--json").json == []
    assert planner("show", empty, "sides", "--json").json == []


def test_that_a_list_of_injects_is_taken_over_with_times_and_texts(planner, empty, msel):
    assert planner("import", empty, msel).code == 0
    injects = planner("show", empty, "injects", "--json").json
    assert [each["title"] for each in injects] == ["Cable cut", "Press call", "Vessel sighted"]
    assert [each["start_offset"] for each in injects] == [
        "STARTEX+1 0900",
        "STARTEX+1 1030",
        "STARTEX+2 0800",
    ]
    assert injects[0]["message"] == "Cable 7 is cut."


def test_that_a_dry_run_says_what_would_become_of_each_row_and_changes_nothing(
    planner, empty, msel
):
    before = fingerprint(empty)
    answer = planner("import", empty, msel, "--dry-run")
    assert answer.code == 0
    for title in ("Cable cut", "Press call", "Vessel sighted"):
        assert any("new" in line and title in line for line in answer.out.splitlines())
    assert "Dry run: 3 new. empty.exercise was not changed." in answer.out
    assert fingerprint(empty) == before


def test_that_what_was_done_comes_as_an_object(planner, empty, orbat):
    dry = planner("import", empty, orbat, "--dry-run", "--json").json
    assert dry["dry_run"] is True
    assert dry["counts"] == {"added": 4, "changed": 0, "same": 0, "kept": 0, "refused": 0}
    done = planner("import", empty, orbat, "--json").json
    assert [row["title"] for row in done["rows"]] == ["Blue", "Land", "1 Bde", "A Coy"]
    assert {row["what"] for row in done["rows"]} == {"added"}
    assert done["read"] == {"sides": 1, "groups": 1, "units": 2}
    assert done["left_out"]


def test_that_the_same_file_again_adds_nothing_and_makes_no_step(planner, empty, orbat):
    planner("import", empty, orbat)
    before = fingerprint(empty)
    answer = planner("import", empty, orbat)
    assert answer.code == 0
    assert "4 as it is" in answer.out
    assert "stays as it was" in answer.out
    assert fingerprint(empty) == before


def test_that_your_own_change_is_kept_until_theirs_is_asked_for(planner, empty, orbat):
    planner("import", empty, orbat)
    company = planner("show", empty, "forces", "--json").json[2]
    workspace = Workspace.open(empty)
    workspace.do(edit_units, [company["id"]], {"name": "Alpha"})
    workspace.close()
    text = orbat.read_text(encoding="utf-8").replace("A Coy", "A Company")
    orbat.write_text(text, encoding="utf-8")
    for _ in range(2):  # until somebody decides, each time anew
        kept = planner("import", empty, orbat)
        assert any("kept yours" in line and "A Company" in line for line in kept.out.splitlines())
        assert "`--take-theirs` takes the source's values instead." in kept.out
        assert planner("show", empty, "forces", "--json").json[2]["name"] == "Alpha"
    assert planner("import", empty, orbat, "--take-theirs").code == 0
    assert planner("show", empty, "forces", "--json").json[2]["name"] == "A Company"
    assert "4 as it is" in planner("import", empty, orbat).out


def empty_file(folder):
    path = folder / "msel.xlsx"
    path.touch()
    return path


def truncated_workbook(folder):
    path = workbook(folder / "msel.xlsx", [line.split(",") for line in MSEL.splitlines()])
    path.write_bytes(path.read_bytes()[:-400])
    return path


def json_of_something_else(folder):
    path = folder / "menu.json"
    path.write_text('{"menu": {"id": "file", "items": [1, 2]}}', encoding="utf-8")
    return path


def broken_json(folder):
    path = folder / "forces.json"
    path.write_text('{"type": "ORBAT-mapper", "sides": [', encoding="utf-8")
    return path


def pdf_in_disguise(folder):
    path = folder / "msel.xlsx"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n")
    return path


def no_column_known(folder):
    rows = [("Colour", "Weight"), *((colour, 3) for colour in ("red", "green", "blue"))]
    return workbook(folder / "colours.xlsx", rows)


def zip_bomb(folder):
    path = workbook(folder / "msel.xlsx", [("Title", "Time"), ("One", "D+1 0900")])
    bomb = folder / "bomb.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as out:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", b" " * 300_000_000 + b"</sheetData>")
            out.writestr(member.filename, content)
    path.unlink()
    return bomb


REFUSED = {
    "an empty file": (empty_file, "empty"),
    "a truncated workbook": (truncated_workbook, "damaged"),
    "JSON of something else": (json_of_something_else, "not a scenario of ORBAT Mapper"),
    "broken JSON": (broken_json, "damaged"),
    "a PDF renamed": (pdf_in_disguise, "PDF"),
    "no column known": (no_column_known, "recognised"),
    "a zip bomb": (zip_bomb, "far more than a MSEL needs"),
}


@pytest.mark.parametrize("kind", REFUSED)
@pytest.mark.parametrize("flags", [(), ("--dry-run",)], ids=["import", "dry run"])
def test_that_what_cannot_be_used_is_refused_and_the_exercise_unchanged(
    planner, sample, tmp_path, kind, flags
):
    make, said = REFUSED[kind]
    source = make(tmp_path)
    before = fingerprint(sample)
    answer = planner("import", sample, source, *flags)
    assert answer.code == 1
    assert answer.out == ""
    assert said in answer.err
    assert source.name in answer.err
    assert is_one_line_for_people(answer.err)
    assert fingerprint(sample) == before


@pytest.mark.parametrize("name", ["nowhere.csv", "."])
def test_that_a_source_that_is_not_there_is_refused(planner, empty, tmp_path, name):
    answer = planner("import", empty, tmp_path / name)
    assert answer.code == 1
    assert is_one_line_for_people(answer.err)


def test_that_a_profile_nobody_saved_is_refused(planner, empty, msel):
    answer = planner("import", empty, msel, "--profile", "ours")
    assert answer.code == 1
    assert "There is no import profile" in answer.err


def test_that_a_saved_profile_decides_over_the_columns(planner, empty, tmp_path):
    path = tmp_path / "strange.csv"
    path.write_text(
        "Time,Title,Text,Zettel\nD+1 0900,Cable cut,Cable 7 is cut.,Ministry\n", encoding="utf-8"
    )
    workbook_read = read_workbook(path)
    mapping = propose_mapping(workbook_read).with_column(3, "sender")
    save_profile(profile_of(mapping, "ours"))
    assert planner("import", empty, path, "--profile", "ours").code == 0
    (inject,) = planner("show", empty, "injects", "--json").json
    assert (inject["title"], inject["sender"]) == ("Cable cut", "Ministry")


def test_that_an_order_of_battle_takes_no_profile(planner, empty, orbat):
    answer = planner("import", empty, orbat, "--profile", "ours")
    assert answer.code == 1
    assert "no columns to map" in answer.err


def test_that_nothing_is_imported_while_a_window_has_the_exercise_open(planner, empty, orbat):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(empty)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == "open\n"
        before = fingerprint(empty)
        refused = planner("import", empty, orbat)
        assert refused.code == 1
        assert "has it open" in refused.err
        assert planner("import", empty, orbat, "--dry-run").code == 0
        assert fingerprint(empty) == before
    finally:
        holder.communicate("\n", timeout=30)


SAMPLES = Path(__file__).parents[2] / "../shared/samples"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not here")
def test_that_every_shared_sample_is_taken_and_one_undo_each_takes_it_back(planner, empty):
    files = [*sorted((SAMPLES / "forces").glob("*.json")), *sorted((SAMPLES / "injects").iterdir())]
    steps = 0
    for path in files:
        taken = planner("import", empty, path, "--json")
        assert taken.code == 0, path
        assert taken.json["counts"]["refused"] == 0, path
        steps += bool(taken.json["rows"])
    assert len(planner("show", empty, "forces", "--json").json) == 42
    assert len(planner("show", empty, "injects", "--json").json) >= 57
    for _ in range(steps):
        assert planner("undo", empty).code == 0
    assert planner("show", empty, "injects", "--json").json == []
    assert planner("show", empty, "forces", "--json").json == []
    assert planner("verify", empty).code == 0
