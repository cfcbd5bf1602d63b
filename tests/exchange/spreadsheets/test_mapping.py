"""All columns are weighed against all fields together, by heading and by what the cells hold."""

from __future__ import annotations

from datetime import time

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets.proposing import propose_mapping, with_header
from exerciseplanner.exchange.spreadsheets.sheets import Workbook
from exerciseplanner.exchange.spreadsheets.targets import TARGETS
from tests.exchange.spreadsheets.builders import LONG, fields_of, sheet, workbook

REAL_HEADERS = {
    "a DTG column before the subject, and a time in free text": (
        [
            [
                "EVENT #",
                "INJECT DTG",
                "TIME",
                "FROM",
                "TO",
                "SUBJECT",
                "METHOD",
                "INJECT",
                "REMARKS",
            ],
            [1, "210900AUG2011", "Morning", "State EOC", "EOC", "Warning", "Email", LONG, ""],
            [2, "210930AUG2011", "After brief", "NWS", "EOC", "Shelter", "Phone", LONG + " 2", ""],
            [3, "211015AUG2011", "Noon or so", "Media", "PIO", "Query", "Phone", LONG + " 3", "ok"],
        ],
        "serial start - sender addressees title means message note",
    ),
    "the same with other words and the DTG last": (
        [
            ["MSEL #", "TIME", "SUBJECT", "RECIPIENT", "EVENT DESCRIPTION", "INJECT DTG"],
            [1, "first thing", "Warning", "EOC", LONG, "210900AUG2011"],
            [2, "soon after", "Shelter", "EOC", LONG + " 2", "210930AUG2011"],
        ],
        "serial - title addressees message start",
    ),
    "an event number before an exact subject": (
        [
            ["EVENT #", "TIME", "EVENT", "SUBJECT", "RESPONSIBLE", "EXPECTED OUTCOME"],
            [1, "0900", LONG, "Explosion", "SimCell", "Unified command set up"],
            [2, "0910", LONG + " 2", "Bomb threat", "SimCell", "Bomb squad called"],
        ],
        "serial start message title responsible expected_action",
    ),
    "an event summary and no description": (
        [
            ["Event #", "Event Time", "Event Summary", "Inject Method", "From", "To", "Response"],
            ["1", "17 0855Z JUN 19", LONG, "Phone", "Utility", "EOC", ""],
            ["2", "17 0910Z JUN 19", LONG + " 2", "Radio", "Hospital", "EOC", ""],
        ],
        "serial start message means sender addressees response",
    ),
    "an event number, an event summary and a subject": (
        [
            ["EVENT #", "EVENT SUMMARY", "SUBJECT", "SCHEDULED", "PLAYER"],
            [1, LONG, "Explosion", "0900", "EOC"],
            [2, LONG + " 2", "Bomb threat", "0910", "EOC"],
        ],
        "serial message title start addressees",
    ),
    "a time whose heading says more than time": (
        [
            [
                "MSEL #",
                "Inject Time (Est)",
                "Storyline",
                "Inject Title",
                "Inject Description",
                "Given to",
            ],
            ["W-1", time(9, 0), "Snow", "First snow", LONG, "DOT"],
            ["W-2", time(9, 45), "Snow", "Road closed", LONG + " 2", "DOT"],
            ["W-3", time(10, 0), "Power", "Outage", LONG + " 3", "Utility"],
        ],
        "serial start storyline title message addressees",
    ),
    "two headings that differ only in capitals": (
        [
            ["Serial", "DTG", "From", "To", "Means", "Subject", "Text", "Expected action", "TO"],
            [
                "101",
                "140900ZSEP26",
                "HICON",
                "3 Bde",
                "Email",
                "Order",
                LONG,
                "Issue order",
                "TO-01",
            ],
            ["102", "141000ZSEP26", "LOCON", "3 Bde", "Phone", "Mines", LONG + " 2", "Go", "TO-02"],
        ],
        "serial start sender addressees means title message expected_action objectives",
    ),
    "a French chronogramme": (
        [
            ["N°", "Heure", "Émetteur", "Destinataire", "Moyen", "Contenu", "Attendu"],
            [1, "08h30", "CODIS", "Préfecture", "Téléphone", LONG, "Activation du COD"],
            [2, "08h45", "Maire", "Préfecture", "Courriel", LONG + " 2", "Réponse"],
        ],
        "serial start sender addressees means message expected_action",
    ),
    "a German Drehbuch": (
        [
            [
                "Lfd. Nr.",
                "Datum",
                "Uhrzeit",
                "Absender",
                "Empfänger",
                "Mittel",
                "Einlage",
                "Erwartete Reaktion",
                "Bemerkungen",
            ],
            [1, "14.09.2026", "08:00", "Leitung", "Stab", "Telefon", LONG, "Lagefeststellung", ""],
            [2, "14.09.2026", "08:20", "Polizei", "Stab", "Funk", LONG + " 2", "Alarmierung", ""],
        ],
        "serial start_date start sender addressees means message expected_action note",
    ),
    "an event list of an online platform": (
        [
            ["Serial", "Time", "Method", "From (persona)", "To", "Team", "Subject", "Message"],
            ["1", "+00:00", "Email", "COS", "CIO", "Blue", "Kick off", LONG],
            ["2", "+00:15", "Microblog", "@citizen", "All", "Blue", "Rumour", LONG + " 2"],
        ],
        "serial start means sender addressees - title message",
    ),
    "a homeland security list with only a scenario time": (
        [
            [
                "Event Number",
                "Designated Scenario Time",
                "Event Type",
                "Inject Mode",
                "From",
                "To",
                "Message",
                "Expected Participant Response",
                "Exercise Objective",
                "Notes",
            ],
            [1, "0800", "Inject", "Phone", "SimCell", "EOC", LONG, "Notify", "Objective 1", ""],
            [
                2,
                "0815",
                "Contingency Inject",
                "Email",
                "SimCell",
                "EOC",
                LONG + " 2",
                "Go",
                "Objective 2",
                "",
            ],
        ],
        "serial start kind means sender addressees message expected_action objectives note",
    ),
    "a cyber exercise list": (
        [
            [
                "ID",
                "Delivery Method",
                "Local Time",
                "Target",
                "Title",
                "Description",
                "Assumptions",
                "Notes",
                "Expected Actions",
                "Measure of Performance",
            ],
            [
                "C1",
                "Email",
                "09:00",
                "SOC",
                "Phish",
                LONG,
                "Filter off",
                "",
                "Quarantine",
                "minutes",
            ],
            ["C2", "Phone", "09:30", "SOC", "Call", LONG + " 2", "", "", "Open ticket", "opened"],
        ],
        "serial means start addressees title message background note expected_action cue",
    ),
    "real time and exercise time": (
        [
            ["Inject #", "Real Time", "Exercise Time", "Subject", "Details", "Player"],
            [1, "09:00", "D+1 0600", "Checkpoint", LONG, "BCT"],
            [2, "09:30", "D+1 1200", "Bribe", LONG + " 2", "BCT"],
        ],
        "serial start scenario_start title message addressees",
    ),
    "slips of the pen": (
        [
            ["Inject Numbr", "Tme", "Recipent", "Inject Desciption", "Expcted Actions"],
            ["A1", "0900", "HQ", LONG, "Report"],
            ["A2", "0910", "HQ", LONG + " 2", "Report"],
        ],
        "serial start addressees message expected_action",
    ),
}


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
