"""Lists of units as people write them: known by their headings, understood, or said to be odd."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from exerciseplanner.domain.intake import Link
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.reading import read
from exerciseplanner.exchange.spreadsheets.reading import read_workbook
from exerciseplanner.exchange.spreadsheets.sheets import Sheet, Workbook
from exerciseplanner.exchange.unit_sheets.cells import (
    count_of,
    echelon_of,
    identity_of,
    notice_of,
    place_of,
    planned_of,
    symbol_of,
    text_of,
)
from exerciseplanner.exchange.unit_sheets.headings import columns_of, tells_units
from exerciseplanner.exchange.unit_sheets.owners import Plan
from exerciseplanner.exchange.unit_sheets.reading import is_unit_list, read_units
from exerciseplanner.workspace.operations.intake import take_in
from tests.exchange.forces_at_hand import exercise_at, picture_of

INJECTS = Path(__file__).parents[3] / "../shared/samples/injects"
START = datetime(2026, 11, 2, 6, tzinfo=UTC)


def listed(*rows, plan=None, name="units"):
    width = max(map(len, rows))
    filled = tuple((*row, *("",) * (width - len(row))) for row in rows)
    return read_units(Workbook("forces.csv", (Sheet(name, filled),)), plan or Plan())


def units(intake):
    return [row for row in intake.rows if row.noun == "unit"]


def said(intake):
    return " | ".join(f"{each.place}: {each.message}" for each in intake.doubts)


@pytest.mark.parametrize(
    "headings",
    [
        ("Name", "Superior", "Echelon", "Symbol code (SIDC)"),
        ("UNIT", "Parent unit", "Size", "Nation"),
        ("Unit name", "Higher HQ", "SIDC", "Lat", "Long"),
        ("Einheit", "Unterstellt", "Ebene", "Sollstärke"),
        ("Unité", "Supérieur", "Effectif", "Préavis"),
        ("Formation", "Personnel", "NTM (days)", "Grid reference"),
        ("Force element", "Readiness", "Notice to move", "Required by", "Status"),
    ],
)
def test_that_a_list_of_units_is_known_by_its_headings(headings):
    assert tells_units(headings)


@pytest.mark.parametrize(
    "headings",
    [
        ("Serial", "Time", "From", "To", "Message", "Expected action"),
        ("Inject", "Unit", "Time", "Status", "Notes"),
        ("Title", "Description", "Unit", "Level", "Readiness", "Objective"),
        ("Name", "Status", "Location", "Note"),
        ("Name", "E-mail", "Role"),
        ("Message", "Higher headquarters", "Unit", "Strength", "DTG", "Method"),
        (),
        ("", 3, None),
    ],
)
def test_that_other_lists_are_none_of_units(headings):
    assert not tells_units(headings)


@pytest.mark.parametrize("path", sorted(INJECTS.glob("*")), ids=lambda path: path.name)
def test_that_no_real_list_of_injects_is_taken_for_units(path):
    assert not is_unit_list(read_workbook(path))


def test_that_headings_are_known_whatever_their_case_accents_and_signs():
    assert columns_of(("  NAME ", "Notice to move [days]", "Stärke", "Réf", "Lat.")) == {
        "name": 0,
        "notice_days": 1,
        "latitude": 4,
    }


def test_that_superiors_are_found_by_id_by_name_and_by_short_name_wherever_they_stand():
    intake = listed(
        ("Id", "Name", "Short name", "Superior"),
        ("3", "Platoon", "", "2 coy"),
        ("2", "Second Company", "2 Coy", "1 BATTALION"),
        ("4", "Mortars", "", "1"),
        ("1", "1 Battalion", "", ""),
    )
    above = {row.values["name"]: row.values["parent_id"] for row in units(intake)}
    assert above == {
        "Platoon": Link("unit", "2"),
        "Second Company": Link("unit", "1"),
        "Mortars": Link("unit", "1"),
        "1 Battalion": None,
    }
    assert intake.doubts == ()
    assert intake.read == {"units": 4}


def test_that_duplicates_orphans_and_circles_are_said_and_lose_no_unit(tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text(
        "Id,Name,Superior,Echelon\n"
        "1,Company,Battalion,COY\n1,Company,Nobody,COY\n2,Battalion,Brigade,BN\n"
        "3,Brigade,Battalion,BDE\n4,Narcissus,Narcissus,BN\n5,Platoon,Company,PLT\n6,,Company,PLT\n",
        encoding="utf-8",
    )
    workspace = exercise_at(tmp_path)
    intake = read(path, workspace)
    weighing = workspace.do(take_in, intake)
    told = " ".join(each.message for each in weighing.doubts)
    assert weighing.count("added") == len(picture_of(workspace).units) == 6
    assert "Another unit has the id “1” too; both were taken." in told
    assert "There is no unit “Nobody”." in told
    assert "A unit cannot be part of itself" in told
    assert "It is its own superior; put at the top." in told
    assert "There are 2 units “Company”; the first was taken as superior." in told
    assert "It names no unit and was left out." in told
    workspace.close()


def test_that_sides_and_nations_are_those_of_the_plan_or_new_ones():
    plan = Plan(sides={"blue": "Blue"}, providers={"norway": "NOR", "nor": "NOR"})
    intake = listed(
        ("Name", "Superior", "Echelon", "Side", "Affiliation", "Nation"),
        ("A", "", "BN", "BLUE", "Friend", "Norway"),
        ("B", "", "BN", "Red forces", "hostile", "Germany"),
        ("C", "", "BN", "Locals", "", "DEU"),
        ("D", "B", "COY", "Red forces", "Hostile", ""),
        plan=plan,
    )
    rows = {(row.noun, row.key): row.values for row in intake.rows}
    assert rows["side", "Red forces"]["identity"] == "hostile"
    assert rows["side", "Locals"]["identity"] == "unknown"
    assert rows["participant", "DEU"]["name"] == "Germany"
    assert ("side", "Blue") not in rows
    assert rows["unit", "A"]["side_id"] == Link("side", "Blue", match="name")
    assert rows["unit", "A"]["participant_id"] == Link("participant", "NOR", match="code")
    assert rows["unit", "C"]["participant_id"] == rows["unit", "B"]["participant_id"]
    assert "side_id" not in rows["unit", "D"]  # it is on that of its superior
    assert "Whether “Locals” is friend or hostile is not said" in said(intake)


def test_that_places_are_read_from_grids_and_degrees_and_compared():
    intake = listed(
        ("Name", "Superior", "Size", "MGRS", "Latitude", "Longitude"),
        ("Grid", "", "", "33WVQ7430663000", "", ""),
        ("Degrees", "", "", "", 67.28, 14.4),
        ("Letters", "", "", "", "67.28N", "014.4E"),
        ("Both", "", "", "33WVQ7430663000", "67.28", "14,4"),
        ("Apart", "", "", "33WVQ7430663000", "10", "10"),
        ("None", "", "", "by the river", "", ""),
    )
    places = {
        r.values["name"]: (r.values["latitude"], r.values["longitude"]) for r in units(intake)
    }
    for name in ("Grid", "Degrees", "Letters", "Both"):
        assert places[name] == pytest.approx((67.28, 14.4), abs=0.01)
    assert places["Apart"] == (10.0, 10.0)
    assert places["None"] == (None, None)
    assert "33WVQ7430663000 is not where latitude and longitude are" in said(intake)
    assert "Row 7: " in said(intake) or "row 7: " in said(intake)


def test_that_a_rounded_symbol_code_is_not_taken():
    intake = listed(
        ("Name", "Superior", "SIDC"),
        ("A", "", 1.0031000161211e19),
        ("B", "", "1003100016 1211000000"),
    )
    assert [row.values["sidc"] for row in units(intake)] == ["", "10031000161211000000"]
    assert "was rounded to a number" in said(intake)


def test_that_columns_of_no_field_and_sheets_of_no_units_are_in_the_loss_report():
    rows = (("Name", "Superior", "Size", "Colour"), ("A", "", "", "green"))
    other = Sheet("Readme", (("About this file",),))
    intake = read_units(Workbook("f.xlsx", (other, Sheet("Units", rows))), Plan())
    told = [(each.place, each.message) for each in intake.left_out]
    assert ("Sheet 'Units'", "Column “Colour” is none of a unit's: 1 values.") in told
    assert ("Sheet 'Readme'", "It is no list of units and was left out.") in told


def test_that_headings_repeated_on_each_page_are_no_units():
    head = ("Name", "Superior", "Size")
    assert len(units(listed(("Forces",), head, ("A",), head, ("B",), ("", "", "")))) == 2


def test_that_a_date_needs_startex_and_an_offset_does_not(tmp_path):
    rows = (("Name", "Superior", "Size", "Required by"), ("A", "", "", "2026-11-03 08:00"))
    assert "STARTEX has none" in said(listed(*rows))
    dated = listed(*rows, plan=Plan(startex=START))
    assert units(dated)[0].values["required_by"] == 26 * 60
    assert planned_of("STARTEX+2 H+9", None, "Z") == 2 * 1440 + 540
    assert planned_of(datetime(2026, 11, 3, 8), START, "Z") == 26 * 60  # noqa: DTZ001
    assert planned_of("", None, "Z") is None
    with pytest.raises(Refusal):
        planned_of("soon", START, "Z")


@pytest.mark.parametrize(
    ("read_cell", "cell", "value"),
    [
        (count_of, "1 200", 1200),
        (count_of, "4.200", 4200),
        (count_of, 12.0, 12.0),
        (count_of, "many", "many"),
        (notice_of, "10 days", 10),
        (notice_of, "48h", 2),
        (notice_of, "36 hours", 2),
        (notice_of, "2 weeks", 14),
        (notice_of, 5, 5),
        (notice_of, "soon", "soon"),
        (echelon_of, "Bn", "BATTALION"),
        (echelon_of, "XX", "DIVISION"),
        (echelon_of, "Wing", "Wing"),
        (identity_of, "Enemy", "hostile"),
        (identity_of, "violet", ""),
        (symbol_of, "SFGPUCI----D---", "SFGPUCI----D---"),
        (text_of, "'=1+1", "=1+1"),
        (text_of, "'quoted'", "'quoted'"),
        (text_of, "n/a", ""),
    ],
)
def test_that_cells_are_understood_as_people_write_them(read_cell, cell, value):
    assert read_cell(cell) == value


def test_that_what_is_no_place_is_left_to_be_refused():
    assert place_of("here", "there") == ("here", "there")
    assert place_of("", 14.0) == (None, "14")


def test_that_numbers_beyond_every_measure_stay_texts_for_the_plan_to_refuse():
    assert notice_of("9" * 400 + " days") == "9" * 400 + " days"
    grouped = "9" + ",999" * 1500
    assert count_of(grouped) == grouped
    assert count_of("12,000,000") == 12_000_000


@pytest.mark.parametrize("latitude", ["1e999", "nan", "-1e300", "91"])
def test_that_a_grid_beside_degrees_that_are_none_is_no_error(latitude):
    headings = ("Name", "Superior", "MGRS", "Latitude", "Longitude", "Strength")
    intake = listed(headings, ("1 Bn", "", "33XTV9336399233", latitude, "9", "5"))
    assert "33XTV9336399233 is not where latitude and longitude are" in said(intake)
