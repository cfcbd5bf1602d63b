"""Real lists that nobody here wrote, row by row."""

from __future__ import annotations

from datetime import time

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets.intake import propose
from exerciseplanner.exchange.spreadsheets.proposing import propose_mapping
from exerciseplanner.exchange.spreadsheets.reading import read_workbook
from tests.exchange.spreadsheets.builders import CONTEXT, SAMPLES, injects, said

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")


def intake_from(name):
    return propose(read_workbook(SAMPLES / "injects" / name), None, CONTEXT)


def column(intake, name):
    return [values.get(name) for values in injects(intake)]


def test_that_the_named_columns_of_a_homeland_security_list_are_taken_whole():
    path = SAMPLES / "injects/NFL_Draft_MSEL_Cadence_Import.xlsx"
    book = read_workbook(path)
    intake = propose(book, None, CONTEXT)
    rows = book.sheets[0].rows
    head = {name: place for place, name in enumerate(rows[0])}
    assert len(injects(intake)) == 30
    for values, cells in zip(injects(intake), rows[1:], strict=True):
        for name, heading in {
            "serial": "SourceReference",
            "title": "Title",
            "message": "Description",
            "sender": "Source",
            "addressees": "Target",
            "expected_action": "ExpectedAction",
            "responsible": "ResponsibleController",
            "location_name": "LocationName",
        }.items():
            assert values[name] == cells[head[heading]]
        clock = time.fromisoformat(cells[head["ScheduledTime"]])
        assert values["start"] == 60 * clock.hour + clock.minute - 360
        assert values["note"].startswith(cells[head["Notes"]])
        for kept in ("Phase", "Priority", "TriggerType", "LocationType"):
            assert f"{kept}: {cells[head[kept]]}" in values["note"]
    assert set(column(intake, "means")) == {"ROLE-PLAYER", "RADIO-VOICE"}
    assert injects(intake)[18]["cue"] == "No escalation beyond initial cases."
    storylines = [row.values["title"] for row in intake.rows if row.noun == "strand"]
    assert len(storylines) == 12
    assert "Sheet 'Lookups': 13 rows left out: it holds look-up lists" in said(intake)
    assert "Sheet 'Metadata': 7 rows left out" in said(intake)


def test_that_two_time_columns_are_delivery_and_scenario():
    intake = intake_from("blueprint-PlaywrightMSEL.xlsx")
    first, second = injects(intake)
    assert first == {
        "title": "STARTEX",
        "sender": "FEMA",
        "cell": "OCCIP",
        "addressees": "ALL",
        "state": "draft",
        "start": 0,
        "scenario_start": 0,
        "note": "Move: 1",
    }
    assert (second["title"], second["message"], second["background"]) == (
        "Attack-1",
        "nothing",
        "XSS Reported",
    )
    assert (second["start"], second["scenario_start"], second["state"]) == (-594, -594, "approved")
    assert "the row called STARTEX is taken as STARTEX" in said(intake)


def test_that_numbers_beginning_anew_in_each_move_and_clock_digits_are_understood():
    intake = intake_from("blueprint-newcode.xlsx")
    assert column(intake, "serial") == [
        "0-0", "1-0", "1-1", "1-2", "1-3", "1-4", "1-5", "1-6", "2-1", "2-2", "2-3",
    ]  # fmt: skip
    assert column(intake, "start") == [180, 240, 240, 255, 255, 255, 255, 255, 270, 285, 295]
    assert column(intake, "title")[:3] == ["Comms Check", "STARTEX", "NOAA Hurricane alert"]
    assert column(intake, "message")[9].startswith("Hurricane enters Galveston Bay")
    assert injects(intake)[0]["note"] == "Move: 0\nbonus: 100"


def test_that_minutes_from_start_and_a_list_without_titles_are_understood():
    intake = intake_from("ir-ttx-msel.csv")
    assert column(intake, "start") == [5, 12, 25, 45, 70, 95]
    assert column(intake, "serial") == ["1", "2", "3", "4", "5", "6"]
    assert column(intake, "means") == ["VERBAL", "COURIER", "CHAT", "VERBAL", "EMAIL", "VERBAL"]
    assert column(intake, "attachments")[3:] == ["evidence/cloudtrail_logs.jsonl", None, None]
    assert column(intake, "message")[4] == "Request for customer comms & ETA"
    assert column(intake, "title")[1:4] == [
        "FinOps cost anomaly",
        "S3 access attempts on bucket acme-cust-data over past 24h",
        "IAM changes",
    ]
    assert all(column(intake, "expected_action"))
    assert all(column(intake, "cue"))


def test_that_a_list_without_headings_beginning_in_column_b_is_understood():
    intake = intake_from("openaev-test_file_1.xlsx")
    first, second, third = injects(intake)
    assert first == {
        "start": -60 * 1440,
        "means": "CHAT",
        "addressees": "team1",
        "message": "message1",
        "background": "description",
        "expected_action": "expectation",
        "cue": "expectation done",
        "title": "message1",
        "note": "Column J: 100",
    }
    assert (second["title"], second["message"], second["means"]) == ("subject", "message2", "EMAIL")
    assert (second["start"], third["start"], third["title"]) == (-30 * 1440, -30 * 1440, "???")
    assert "neither title nor message" in said(intake)


def test_that_relative_and_absolute_times_stand_in_one_column():
    intake = intake_from("openaev-test_file_3.xlsx")
    assert column(intake, "start") == [-1440, 180, 1440, 190, 185]
    assert column(intake, "addressees") == ["team2", "team1", "team2", None, None]
    assert [row.place for row in intake.rows][-1] == "Sheet 'CHECKLIST', row 5"
    assert len({row.key for row in intake.rows}) == 5


def test_that_every_cell_of_every_sample_is_somewhere():
    for path in sorted((SAMPLES / "injects").iterdir()):
        book = read_workbook(path)
        intake = propose(book, None, CONTEXT)
        mapping = propose_mapping(book).taken[0]
        kept = "\n".join(str(dict(row.values)) for row in intake.rows)
        sheet = next(one for one in book.sheets if one.name == mapping.sheet)
        coded = {"start", "scenario_start", "means", "state", "kind"}
        for row in sheet.rows[mapping.header.first_data_row :]:
            for taken in mapping.columns:
                value = row[taken.index]
                if taken.field not in coded and value not in ("", "-"):
                    assert repr(str(value))[1:-1] in kept, (path.name, value)


def test_that_a_catalogue_of_techniques_is_no_list_of_injects():
    book = read_workbook(SAMPLES / "threats/DISARM_FRAMEWORKS_MASTER.xlsx")
    with pytest.raises(Refusal, match="recognised as a MSEL"):
        propose(book, None, CONTEXT)
