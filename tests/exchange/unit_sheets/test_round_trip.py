"""Lists of units out of the plan and back, as workbooks and as delimited text."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from exerciseplanner.domain.intake import Link, Proposed
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.delivery import composed, export_forces
from exerciseplanner.exchange.force_formats import force_format
from exerciseplanner.exchange.reading import read
from exerciseplanner.exchange.writing import Choices
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.intake import take_in
from tests.exchange.forces_at_hand import (
    AWKWARD,
    awkward_units,
    exercise_at,
    full_unit,
    many_units,
    picture_of,
    plain,
    sides,
    taken_back,
)

FORMATS = ("csv", "xlsx")


def exported(workspace, path, **choices):
    return export_forces(workspace, path, force_format(path.suffix[1:]), Choices(**choices))


def table(path):
    """The cells of a list, whichever kind of file it is."""
    if path.suffix == ".csv":
        return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    sheet = openpyxl.load_workbook(path).active
    return [["" if cell is None else cell for cell in row] for row in sheet.values]


def saved(path, rows):
    """Save cells as a list."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def dated(workspace):
    workspace.do(edit_exercise, {"startex": "2026-11-02T06:00:00Z", "zone": "A"})
    return workspace


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("with_date", [False, True])
def test_that_a_list_comes_back_equal_into_an_exercise_with_nothing_in_it(
    tmp_path, suffix, with_date
):
    first = exercise_at(tmp_path, "FIRST", *sides(), *awkward_units())
    second = exercise_at(tmp_path, "SECOND")
    if with_date:
        dated(first)
        dated(second)
    exported(first, tmp_path / f"a.{suffix}")
    taken_back(tmp_path / f"a.{suffix}", second)
    nouns = ("unit", "participant")
    without = ("external_id",)
    tidied = "@home, inc; tab"  # a tab is no part of a name
    found, stood = plain(second, nouns, without), plain(first, nouns, without)
    assert repr(found) == repr(stood).replace("@home, inc; \\ttab", tidied)
    assert [side.name for side in picture_of(second).sides] == ["Blue"]
    assert picture_of(second).sides[0].identity == "friend"
    first.close()
    second.close()


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("count", [0, 1, 400])
def test_that_a_list_that_comes_back_as_it_went_changes_nothing(tmp_path, suffix, count):
    workspace = exercise_at(tmp_path, "FIRST", *sides(), *(many_units(count) if count else ()))
    exported(workspace, tmp_path / f"a.{suffix}")
    before = plain(workspace)
    expected = {"added": 0, "changed": 0, "kept": 0}
    assert taken_back(tmp_path / f"a.{suffix}", workspace) == expected
    (tmp_path / f"a.{suffix}").rename(tmp_path / f"renamed.{suffix}")
    assert taken_back(tmp_path / f"renamed.{suffix}", workspace) == expected
    assert plain(workspace) == before
    workspace.close()


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", ["a", "returned"])
def test_that_one_name_changed_in_the_list_is_one_change(tmp_path, suffix, name):
    workspace = exercise_at(tmp_path, "FIRST", *sides(), *many_units(30))
    exported(workspace, tmp_path / f"a.{suffix}")
    rows = table(tmp_path / f"a.{suffix}")
    at = rows[0].index("Name")
    rows[9][at] = "Renamed"
    path = saved(tmp_path / f"{name}.{suffix}", rows)
    assert taken_back(path, workspace) == {"added": 0, "changed": 1, "kept": 0}
    assert "Renamed" in {unit.name for unit in picture_of(workspace).units}
    workspace.close()


def test_that_a_new_row_is_a_new_unit_and_a_new_superior_moves_one(tmp_path):
    workspace = exercise_at(tmp_path, "FIRST", *sides(), *many_units(6))
    exported(workspace, tmp_path / "a.csv")
    rows = table(tmp_path / "a.csv")
    name, above = rows[0].index("Name"), rows[0].index("Superior")
    fresh = [""] * len(rows[0])
    fresh[name], fresh[above] = "Medical Company", "Headquarters"
    rows[3][above] = "Medical Company"
    saved(tmp_path / "a.csv", [*rows, fresh])
    assert taken_back(tmp_path / "a.csv", workspace) == {"added": 1, "changed": 1, "kept": 0}
    units = {unit.name: unit for unit in picture_of(workspace).units}
    assert units[rows[3][name]].parent_id == units["Medical Company"].id
    workspace.close()


def test_that_units_of_one_name_keep_their_superiors_by_id(tmp_path):
    rows = (
        full_unit("a", "HQ Company"),
        full_unit("b", "HQ Company", short_name="2"),
        Proposed("unit", "c", "", {"name": "Below the second", "parent_id": Link("unit", "b")}),
    )
    first = exercise_at(tmp_path, "FIRST", *sides(), *rows)
    exported(first, tmp_path / "a.csv")
    second = exercise_at(tmp_path, "SECOND")
    taken_back(tmp_path / "a.csv", second)
    units = {unit.id: unit for unit in picture_of(second).units}
    below = next(unit for unit in units.values() if unit.name == "Below the second")
    assert units[below.parent_id].short_name == "2"
    first.close()
    second.close()


def test_that_no_text_is_taken_for_a_formula_and_no_symbol_code_for_a_number(tmp_path):
    nasty = full_unit("n", "=cmd|' /C calc'!A0", contact="+49 30", note="-1", short_name="@SUM(1)")
    workspace = exercise_at(tmp_path, "FIRST", *sides(), nasty)
    exported(workspace, tmp_path / "a.csv")
    heading, row = table(tmp_path / "a.csv")
    said = dict(zip(heading, row, strict=True))
    assert said["Name"] == "'=cmd|' /C calc'!A0"
    assert (said["Point of contact"], said["Note"]) == ("'+49 30", "'-1")
    assert said["Short name"] == "'@SUM(1)"
    assert said["Symbol code (SIDC)"] == "1003100018 1211020000"
    exported(workspace, tmp_path / "a.xlsx")
    cells = [cell for line in openpyxl.load_workbook(tmp_path / "a.xlsx").active for cell in line]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert "=cmd|' /C calc'!A0" in [cell.value for cell in cells]
    workspace.close()


@pytest.mark.parametrize("suffix", FORMATS)
def test_that_the_columns_are_called_as_the_fields_are(tmp_path, suffix):
    workspace = dated(exercise_at(tmp_path, "FIRST", *sides(), full_unit()))
    exported(workspace, tmp_path / f"a.{suffix}")
    heading, row = table(tmp_path / f"a.{suffix}")
    said = {name: str(value) for name, value in zip(heading, row, strict=True)}
    assert said["Superior"] == ""
    assert (said["Side"], said["Standard identity"]) == ("Blue", "Friend")
    assert (said["Provided by"], said["Echelon"]) == ("NOR", "Brigade")
    assert said["Strength on paper"] == "4200"
    assert said["Required by"] == "STARTEX-1 0700"
    assert said["MGRS"].startswith("33WVQ")
    workspace.close()


def test_that_a_viewpoint_turns_the_identities_round(tmp_path):
    workspace = exercise_at(tmp_path, "FIRST", *sides(), full_unit())
    red = next(side.id for side in picture_of(workspace).sides if side.name == "Red")
    exported(workspace, tmp_path / "a.csv", viewpoint=red)
    heading, row = table(tmp_path / "a.csv")
    said = dict(zip(heading, row, strict=True))
    assert said["Standard identity"] == "Hostile"
    assert said["Symbol code (SIDC)"].startswith("1006")
    workspace.close()


@pytest.mark.parametrize("suffix", FORMATS)
def test_that_what_a_list_has_no_column_for_is_said(tmp_path, suffix):
    tank = Proposed("equipment", "e", "", {"unit_id": Link("unit", "u1"), "title": "Tank"})
    workspace = exercise_at(tmp_path, "FIRST", *sides(), full_unit(), tank)
    written = composed(workspace, force_format(suffix), Choices())
    lost = {each.what: each.examples for each in written.losses}
    assert lost["Items of equipment"] == ("1st Brigade",)
    assert lost["Sides without units"] == ("Red",)
    assert composed(workspace, force_format(suffix), Choices()).content == written.content
    workspace.close()


def test_that_a_workbook_is_one_that_other_programs_open(tmp_path):
    workspace = exercise_at(tmp_path, "FIRST", *sides(), *awkward_units())
    exported(workspace, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = book["Units"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:Z{len(AWKWARD) + 2}"
    assert sheet["A1"].font.bold
    assert {row[1] for row in sheet.iter_rows(min_row=3, values_only=True)} == set(AWKWARD)
    workspace.close()


def test_that_a_list_taken_in_twice_from_somebody_else_is_the_same(tmp_path):
    path = tmp_path / "forces.csv"
    path.write_text(
        "Unit;Higher HQ;Size;Nation;Side\n1 Bde;;Bde;Norway;Blue\nA Coy;1 Bde;Coy;NOR;Blue\n",
        encoding="utf-8",
    )
    workspace = exercise_at(tmp_path, "FIRST")
    assert taken_back(path, workspace)["added"] == 4
    again = workspace.do(take_in, read(path, workspace))
    assert again.count("added", "changed", "kept", "refused") == 0
    workspace.close()


@pytest.mark.parametrize("damage", ["cut", "garbled", "empty"])
@pytest.mark.parametrize("suffix", FORMATS)
def test_that_a_damaged_list_is_refused_and_changes_nothing(tmp_path, suffix, damage):
    workspace = exercise_at(tmp_path, "FIRST", *sides(), full_unit())
    path = tmp_path / f"a.{suffix}"
    exported(workspace, path)
    content = path.read_bytes()
    broken = {"cut": content[: len(content) // 2], "garbled": b"\x00\x01\x02" * 400, "empty": b""}
    path.write_bytes(broken[damage])
    before = plain(workspace)
    if (suffix, damage) == ("csv", "cut"):  # a shorter list is a list
        assert taken_back(path, workspace)["added"] == 0
    else:
        with pytest.raises(Refusal):
            read(path, workspace)
        assert plain(workspace) == before
    workspace.close()


@pytest.mark.parametrize("suffix", FORMATS)
def test_that_a_unit_called_by_a_mark_for_nothing_is_no_empty_row(tmp_path, suffix):
    marks = ("n/a", "-", ".", "#", "—")
    units = [
        Proposed("unit", f"u{n}", "", {"name": mark, "contact": "n/a"})
        for n, mark in enumerate(marks)
    ]
    first, second = exercise_at(tmp_path, "FIRST", *units), exercise_at(tmp_path, "SECOND")
    exported(first, tmp_path / f"a.{suffix}")
    assert read(tmp_path / f"a.{suffix}", first).doubts == ()
    taken_back(tmp_path / f"a.{suffix}", second)
    assert {(row.name, row.contact) for row in picture_of(second).units} == {
        (mark, "n/a") for mark in marks
    }


@pytest.mark.parametrize("suffix", FORMATS)
def test_that_a_grid_at_the_end_of_the_earth_is_where_its_degrees_are(tmp_path, suffix):
    places = [(90.0, 180.0), (-90.0, -180.0), (89.9999, -120.0), (0.0, 180.0), (-79.99, -180.0)]
    units = [
        Proposed("unit", f"u{n}", "", {"name": f"{n}", "latitude": north, "longitude": east})
        for n, (north, east) in enumerate(places)
    ]
    first = exercise_at(tmp_path, "FIRST", *units)
    exported(first, tmp_path / f"a.{suffix}")
    assert read(tmp_path / f"a.{suffix}", first).doubts == ()


@pytest.mark.parametrize("suffix", FORMATS)
def test_that_sides_of_one_name_are_said_to_become_one(tmp_path, suffix):
    other = Proposed("side", "other", "", {"name": "BLUE", "identity": "unknown"})
    guest = Proposed("unit", "g", "", {"name": "Guest", "side_id": Link("side", "other")})
    workspace = exercise_at(tmp_path, "FIRST", *sides(), other, full_unit(), guest)
    (loss,) = [
        each
        for each in exported(workspace, tmp_path / f"a.{suffix}").losses
        if each.what == "Sides called as another, which become one"
    ]
    assert loss.examples == ("BLUE",)
