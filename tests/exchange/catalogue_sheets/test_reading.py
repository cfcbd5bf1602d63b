"""The catalogue grows by lists of standards: known by headings, merged by code, undone in one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from exerciseplanner.domain.intake import Intake, Proposed
from exerciseplanner.exchange.catalogue_sheets.cells import date_of, spirals_of, stanag_of
from exerciseplanner.exchange.catalogue_sheets.lists import CAPABILITIES, STANDARDS
from exerciseplanner.exchange.catalogue_sheets.reading import is_catalogue, read_catalogue
from exerciseplanner.exchange.reading import read
from exerciseplanner.exchange.spreadsheets.reading import read_workbook
from exerciseplanner.exchange.spreadsheets.sheets import Sheet, Workbook
from exerciseplanner.exchange.unit_sheets.headings import tells_units
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.intake import dry_run
from exerciseplanner.workspace.queries.interoperability import standards
from exerciseplanner.workspace.workspace import Workspace

INJECTS = Path(__file__).parents[3] / "../shared/samples/injects"
LIST = (
    "STANAG,Covering standard,Title,Edition,Date,Status,Domain,FMN spirals,Source,Evidence,Owner\n"
    "5516,ATDLP-5.16,Link 16,Ed C V1,2025-03-14,Promulgated,TDL,Spiral 4-6,Register of March,C,A\n"
    "STANAG 4817,AEP-4817,Control of unmanned systems,Ed 1,2024-02-01,promulgated,ISR,6,,C,\n"
    ",APP-99,Reports,Ed A,,draft,Messages,,,,\n"
    ",,Nameless,,,,,,,,\n"
)


@pytest.fixture
def workspace(tmp_path):
    opened = Workspace.create(tmp_path / "a.exercise", "A")
    yield opened
    opened.close()


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "anything.txt"
    path.write_text(LIST, encoding="utf-8")
    return path


def held(workspace):
    return {row.code: row for row in workspace.ask(standards)}


def sheet(name, *rows):
    width = max(map(len, rows))
    return Sheet(name, tuple((*row, *("",) * (width - len(row))) for row in rows))


def plain(workspace):
    """Every standard without the moment of its last change."""
    return [
        (r.code, r.cover, r.title, r.edition, r.date, r.status, r.domain, r.spirals, r.source)
        for r in workspace.ask(standards)
    ]


@pytest.mark.parametrize(
    "headings",
    [
        ("Code", "Covering standard", "Title", "Edition", "Date", "Status", "Domain"),
        ("STANAG", "Title", "Edition"),
        ("Standard", "Name", "Version", "FMN spirals", "Description"),
        ("Code", "Edition", "Date"),
        ("STANAG No.", "AP", "Title", "Promulgation date"),
    ],
)
def test_that_a_list_of_standards_is_known_by_its_headings(headings):
    assert STANDARDS.is_told_by(headings)
    assert not tells_units(headings)


@pytest.mark.parametrize(
    "headings",
    [
        ("Code", "Capability", "Capability area", "Technologies", "Note"),
        ("Capability code", "Title", "Capability area"),
    ],
)
def test_that_a_list_of_capabilities_is_known_by_its_headings(headings):
    assert CAPABILITIES.is_told_by(headings)
    assert not STANDARDS.is_told_by(headings)


@pytest.mark.parametrize(
    "headings",
    [
        ("Code", "Title", "Status", "Domain"),
        ("Serial", "Time", "From", "To", "Message", "Standard"),
        ("Inject number", "Code", "Title", "Edition", "Expected action"),
        ("Code", "Time", "Core capability", "Inject", "From", "To"),
        ("Name", "Superior", "Echelon", "Symbol code (SIDC)", "Status"),
        ("Id", "Name", "Standard identity", "Superior", "Domain", "Strength"),
        (),
        ("", 3, None),
    ],
)
def test_that_other_lists_are_no_catalogue(headings):
    assert not any(listed.is_told_by(headings) for listed in (STANDARDS, CAPABILITIES))


@pytest.mark.parametrize("path", sorted(INJECTS.glob("*")), ids=lambda path: path.name)
def test_that_no_real_list_of_injects_is_taken_for_a_catalogue(path):
    assert not is_catalogue(read_workbook(path))


def test_that_a_workbook_of_injects_stays_one_beside_a_sheet_of_standards():
    injects = sheet("MEL", ("Serial", "Time", "From", "To", "Message"), ("1", "D+1", "A", "B", "C"))
    cited = sheet("Standards", ("STANAG", "Title", "Edition"), ("5516", "Link 16", "Ed B"))
    readme = sheet("Readme", ("Sent by the custodian", ""))
    assert not is_catalogue(Workbook("m.xlsx", (injects, cited)))
    assert is_catalogue(Workbook("m.xlsx", (readme, cited)))
    told = read_catalogue(Workbook("m.xlsx", (readme, cited))).left_out
    assert [(each.place, each.message) for each in told] == [
        ("Sheet 'Readme'", "It is no list of standards or capabilities and was left out.")
    ]


def test_that_standards_are_merged_by_code_and_nobody_is_doubled(workspace, listed):
    before = held(workspace)
    weighing = workspace.do(take_in, read(listed, workspace))
    after = held(workspace)
    assert after.keys() - before.keys() == {"STANAG 4817", "APP-99"}
    link = after["STANAG 5516"]
    assert link.id == before["STANAG 5516"].id
    assert (link.edition, link.date, link.status) == ("Ed C V1", "2025-03-14", "promulgated")
    assert link.spirals == "4, 5, 6"
    assert after["STANAG 4817"].title == "Control of unmanned systems"
    assert (weighing.count("added"), weighing.count("changed")) == (2, 1)


def test_that_one_undo_takes_a_whole_list_back(workspace, listed):
    before = plain(workspace)
    workspace.do(take_in, read(listed, workspace))
    assert plain(workspace) != before
    workspace.undo()
    assert plain(workspace) == before


def test_that_a_dry_run_says_the_same_and_changes_nothing(workspace, listed):
    before = plain(workspace)
    tried = workspace.ask(dry_run, read(listed, workspace))
    assert plain(workspace) == before
    done = workspace.do(take_in, read(listed, workspace))
    assert [each.what for each in tried.rows] == [each.what for each in done.rows]


def test_that_what_the_planner_changed_stands_and_what_came_with_the_plan_gives_way(
    workspace, listed
):
    link = held(workspace)["STANAG 5516"]
    workspace.do(VERBS["standard"].edit, [link.id], {"edition": "Ed B V2"})
    weighing = workspace.do(take_in, read(listed, workspace))
    (row,) = [each for each in weighing.rows if each.row_id == link.id]
    assert {each.field: each.taken for each in row.differences}["edition"] is False
    now = held(workspace)["STANAG 5516"]
    assert (now.edition, now.date) == ("Ed B V2", "2025-03-14")
    workspace.do(take_in, read(listed, workspace), overwrite=True)
    assert held(workspace)["STANAG 5516"].edition == "Ed C V1"


def test_that_a_later_list_of_another_name_is_a_later_edition(workspace, listed, tmp_path):
    workspace.do(take_in, read(listed, workspace))
    later = tmp_path / "nisp-2026.csv"
    later.write_text("Code,Title,Edition\nstanag-5516,Link 16,Ed D V1\n", encoding="utf-8")
    weighing = workspace.do(take_in, read(later, workspace))
    assert [each.what for each in weighing.rows] == ["changed"]
    assert held(workspace)["STANAG 5516"].edition == "Ed D V1"


def test_that_a_list_taken_in_again_changes_nothing(workspace, listed):
    workspace.do(take_in, read(listed, workspace))
    again = workspace.do(take_in, read(listed, workspace))
    assert {each.what for each in again.rows} == {"same"}


def test_that_empty_cells_empty_no_field(workspace, tmp_path):
    path = tmp_path / "short.csv"
    path.write_text("Code,Title,Edition,Date\nSTANAG 5522,Link 22,Ed C,\n", encoding="utf-8")
    before = held(workspace)["STANAG 5522"]
    workspace.do(take_in, read(path, workspace))
    after = held(workspace)["STANAG 5522"]
    assert (after.edition, after.date) == ("Ed C", before.date)


def test_that_what_cannot_be_held_is_said(workspace, listed):
    intake = read(listed, workspace)
    told = [(each.place, each.message) for each in (*intake.doubts, *intake.left_out)]
    assert told == [
        ("Row 4", "It has no code; its covering standard “APP-99” stands for it."),
        ("Row 5", "It names no standard by a code and was left out."),
        ("File", "Column “Owner” is none of a standard's: 1 value."),
    ]
    assert intake.read == {"standards": 3}


def test_that_the_first_of_two_rows_with_one_code_is_taken(workspace, tmp_path):
    path = tmp_path / "twice.csv"
    path.write_text("Code,Title,Edition\nNEW-1,First,Ed 1\nnew-1,Second,Ed 2\n", encoding="utf-8")
    weighing = workspace.do(take_in, read(path, workspace))
    assert [each.what for each in weighing.rows] == ["added", "refused"]
    assert held(workspace)["NEW-1"].title == "First"


def test_that_a_workbook_may_hold_standards_and_capabilities(workspace, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Standards of the year"])
    book.active.append(["STANAG", "Title", "Edition", "Promulgation date"])
    book.active.append([4559, "ISR library", "Ed 5", date(2026, 1, 31)])
    held_by = book.create_sheet("Capabilities")
    held_by.append(["Code", "Capability", "Capability area", "Technologies"])
    held_by.append(["CAP-90", "Counter-drone screen", "Counter-unmanned aircraft", "AI; CUAS"])
    path = tmp_path / "book.xlsx"
    book.save(path)
    intake = read(path, workspace)
    assert intake.read == {"standards": 1, "capabilities": 1}
    workspace.do(take_in, intake)
    assert held(workspace)["STANAG 4559"].date == "2026-01-31"
    (row,) = [each for each in workspace.ask(dry_run, intake).rows if each.title.startswith("C")]
    assert (row.what, row.said["capability_area"]) == ("same", "CUAS")
    assert row.said["technologies"] == '["AI", "CUAS"]'


def test_that_values_the_plan_was_founded_with_are_only_a_base_where_they_still_stand(workspace):
    row = Proposed("standard", "XMPP", "", {"code": "XMPP", "edition": "Ed 9"})
    unknown = workspace.ask(dry_run, Intake("a", "test", (row,)))
    assert [each.what for each in unknown.rows] == ["kept"]
    edition = held(workspace)["XMPP"].edition
    founded = {("standard", "XMPP"): {"edition": edition}}
    known = workspace.ask(dry_run, Intake("a", "test", (row,), founded=founded))
    assert [each.what for each in known.rows] == ["changed"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (5516, "STANAG 5516"),
        ("stanag5516", "STANAG 5516"),
        ("STANAG No. 5516", "STANAG 5516"),
        ("STANREC 4849", "STANREC 4849"),
        ("ATDLP-5.16", "ATDLP-5.16"),
        ("MIM  5.0", "MIM 5.0"),
        ("n/a", ""),
    ],
)
def test_that_codes_are_said_as_planners_say_them(written, meant):
    assert stanag_of(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Spiral 3 / Spiral 4", "3, 4"),
        ("3–5", "3, 4, 5"),
        (5, "5"),
        ("4, 4, 5", "4, 5"),
        ("all", "all"),
        ("5-3", "5, 3"),
        ("-", ""),
    ],
)
def test_that_spirals_are_numbers(written, meant):
    assert spirals_of(written) == meant


def test_that_days_are_written_in_full_and_other_texts_stay():
    assert date_of(date(2024, 3, 7)) == "2024-03-07"
    assert date_of(2019) == "2019"
    assert date_of("March 2020") == "March 2020"


def test_that_a_spiral_of_thousands_of_digits_stays_as_it_is_written():
    endless = "9" * 5000
    assert spirals_of(endless) == endless
    assert spirals_of(f"Spiral 1-{endless}") == "1"
