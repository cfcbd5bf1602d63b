"""All columns are weighed against all fields together, by heading and by what the cells hold."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets.proposing import propose_mapping, with_header
from exerciseplanner.exchange.spreadsheets.sheets import Workbook
from exerciseplanner.exchange.spreadsheets.targets import TARGETS
from tests.exchange.spreadsheets.builders import LONG, fields_of, sheet, workbook
from tests.exchange.spreadsheets.real_headers import REAL_HEADERS


@pytest.mark.parametrize("name", REAL_HEADERS)
def test_that_columns_of_real_lists_are_told_apart(name):
    rows, expected = REAL_HEADERS[name]
    mapping = propose_mapping(workbook(rows)).sheets[0]
    assert mapping.taken
    assert " ".join(column.field or "-" for column in mapping.columns) == expected


def test_that_the_order_of_columns_does_not_matter():
    rows, expected = REAL_HEADERS["two headings that differ only in capitals"]
    fields = expected.split()
    for turn in range(1, len(fields)):
        turned = [row[turn:] + row[:turn] for row in rows]
        mapping = propose_mapping(workbook(turned)).sheets[0]
        assert [column.field for column in mapping.columns] == fields[turn:] + fields[:turn]


def test_that_duplicate_headings_go_to_different_fields():
    rows = [["No", "Time", "Notes", "Subject", "Notes"], [1, "0900", "a", "Mine struck", "b"]]
    mapping = propose_mapping(workbook(rows)).sheets[0]
    fields = [column.field for column in mapping.columns]
    assert fields.count("note") == 1


def test_that_a_heading_nobody_knows_is_told_by_its_cells():
    rows = [["Zorp", "Blick", "Florn"]] + [
        [f"14{hour:02}00ZSEP26", f"{LONG} {hour}", f"Mine number {hour}"] for hour in range(8)
    ]
    assert fields_of(rows)["Zorp"] == "start"
    assert fields_of(rows)["Blick"] == "message"


def test_that_a_list_without_headings_is_told_by_its_cells():
    rows = [
        [f"X{n}", f"14{n:02}00ZSEP26", "Email" if n % 2 else "Phone", f"{LONG} {n}"]
        for n in range(1, 9)
    ]
    mapping = propose_mapping(workbook(rows)).sheets[0]
    assert mapping.header.rows == ()
    assert [c.field for c in mapping.columns] == ["serial", "start", "means", "message"]


def test_that_every_choice_says_how_sure_it_is_and_what_else_it_could_be():
    rows, _ = REAL_HEADERS["real time and exercise time"]
    mapping = propose_mapping(workbook(rows)).sheets[0]
    start = mapping.column_of("start")
    assert 0 < start.confidence <= 1
    assert start.samples == ("09:00", "09:30")
    assert "message" in dict(mapping.column_of("title").alternatives) or mapping.column_of(
        "message"
    )


def test_that_the_planner_may_correct_a_column():
    proposal = propose_mapping(workbook(REAL_HEADERS["a cyber exercise list"][0]))
    corrected = proposal.with_column(6, "message")
    fields = {column.header: column.field for column in corrected.sheets[0].columns}
    assert (fields["Assumptions"], fields["Description"]) == ("message", None)
    assert corrected.with_column(6, None).sheets[0].column_of("message") is None
    assert proposal.sheets[0].column_of("message").header == "Description"


def test_that_a_correction_of_what_is_not_there_is_refused():
    proposal = propose_mapping(workbook(REAL_HEADERS["a cyber exercise list"][0]))
    with pytest.raises(Refusal):
        proposal.with_column(0, "colour")
    with pytest.raises(Refusal):
        proposal.with_column(99, "title")
    with pytest.raises(Refusal):
        proposal.with_sheet("None", taken=True)


def test_that_the_header_may_be_moved():
    book = workbook(
        [["No", "Time", "Subject"], ["1", "0900", "a"], ["Ser", "When", "What"], [2, "1", "b"]]
    )
    moved = with_header(book, propose_mapping(book), "MSEL", (2,))
    assert moved.sheets[0].header.first_data_row == 3
    without = with_header(book, propose_mapping(book), "MSEL", ())
    assert without.sheets[0].header.rows == ()


def test_that_look_up_and_metadata_sheets_are_left_out_with_a_reason():
    lists = [
        ["Tracks", "", "Methods"],
        ["EOC", "", "Radio"],
        ["Fire", "", "Phone"],
        ["PIO", "", ""],
    ]
    facts = [["Exercise Name", "Draft"], ["Exercise Date", "2026-04-23"], ["Total", 30]]
    rows = REAL_HEADERS["a cyber exercise list"][0]
    book = Workbook("x", (sheet(rows), sheet(lists, "Lookups"), sheet(facts, "Metadata")))
    sheets = propose_mapping(book).sheets
    assert [one.taken for one in sheets] == [True, False, False]
    assert "look-up" in sheets[1].why
    assert "lists no injects" in sheets[2].why


def test_that_a_hidden_list_is_left_out_until_the_planner_takes_it():
    rows = REAL_HEADERS["a cyber exercise list"][0]
    book = Workbook("x", (sheet(rows, hidden=True),))
    proposal = propose_mapping(book)
    assert (proposal.sheets[0].taken, proposal.sheets[0].why) == (False, "it is hidden")
    assert proposal.with_sheet("MSEL", taken=True).taken


def test_that_every_target_has_a_label():
    assert all(label and label != name for name, label in TARGETS.items())
