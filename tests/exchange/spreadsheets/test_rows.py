"""What each row of a list becomes: titles, terms, links, strands, joined rows and losses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exerciseplanner.domain.intake import Link
from exerciseplanner.exchange.spreadsheets.context import Vocabulary
from exerciseplanner.exchange.spreadsheets.intake import propose
from exerciseplanner.exchange.spreadsheets.proposing import propose_mapping
from exerciseplanner.exchange.spreadsheets.rows import shortened
from exerciseplanner.exchange.spreadsheets.sheets import Workbook
from exerciseplanner.exchange.spreadsheets.terms import TermMatcher
from tests.exchange.spreadsheets.builders import (
    CONTEXT,
    HEAD,
    LONG,
    VOCABULARY,
    injects,
    intake_of,
    row,
    said,
    sheet,
)


def test_that_every_cell_finds_its_field():
    assert injects(intake_of([HEAD, row(1)]))[0] == {
        "serial": "1",
        "start": 180,
        "sender": "HICON",
        "addressees": "3 Bde",
        "means": "EMAIL",
        "title": "Mine 1 struck",
        "message": f"{LONG} 1",
        "expected_action": "Report",
    }


def test_that_each_row_says_where_it_stood():
    intake = intake_of([["EXERCISE X"] + [""] * 7, HEAD, row(1)])
    assert intake.rows[0].place == "Sheet 'MSEL', row 3"


def test_that_a_missing_title_is_the_beginning_of_the_message():
    intake = intake_of([HEAD, row(1, Subject="", Text="Mine struck. Two wounded.")])
    assert injects(intake)[0]["title"] == "Mine struck"
    assert "there is no title" in said(intake)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mine struck", "Mine struck"),
        ("First line\nsecond line", "First line"),
        ("word " * 40, "word " * 17 + "word …"),
    ],
)
def test_that_a_title_made_of_a_message_is_short(text, title):
    assert shortened(text) == title
    assert len(shortened(text)) <= 92


def test_that_a_row_with_nothing_but_a_time_is_kept_and_doubted():
    intake = intake_of([HEAD, row(1), ["", "1000", "", "", "???", "", "", ""]])
    assert injects(intake)[1]["title"] == "???"
    assert "neither title nor message" in said(intake)


def test_that_unmapped_columns_are_kept_in_the_note():
    rows = [[*HEAD, "Bonus", "Notes"], [*row(1), 100, "Bring maps"]]
    assert injects(intake_of(rows))[0]["note"] == "Bring maps\nBonus: 100"


def test_that_unmapped_columns_may_be_left_out_and_are_then_reported():
    book = Workbook("x", (sheet([[*HEAD, "Bonus"], [*row(1), 100]]),))
    mapping = replace(propose_mapping(book), keep_unmapped=False)
    intake = propose(book, mapping, CONTEXT)
    assert "note" not in injects(intake)[0]
    assert "column I 'Bonus' is left out" in said(intake)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Email", "EMAIL"),
        ("e-mail", "EMAIL"),
        ("Send a mail", "EMAIL"),
        ("Courriel", "EMAIL"),
        ("Telephone", "PHONE"),
        ("Radio", "RADIO-VOICE"),
        ("In Person", "ROLE-PLAYER"),
        ("Role player", "ROLE-PLAYER"),
        ("SMS", "CHAT"),
        ("twitter", "SOCIAL"),
        ("PHONE", "PHONE"),
        ("Email from exec", "EMAIL"),
        ("carrier pigeon", ""),
    ],
)
def test_that_means_of_delivery_are_known_by_many_names(text, code):
    assert TermMatcher("means", VOCABULARY.means).match(text)[0] == code


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("states", "Pending", "draft"),
        ("states", "approved", "approved"),
        ("states", "Synchronized", "ready"),
        ("states", "Deleted", "cancelled"),
        ("kinds", "Contingency", "contingency"),
        ("kinds", "Expected Player Action", "expected_action"),
        ("kinds", "Standard", "inject"),
        ("levels", "NATO Unclassified", "NU"),
        ("levels", "nr", "NR"),
    ],
)
def test_that_other_terms_are_known_by_many_names(kind, text, code):
    assert TermMatcher(kind, getattr(VOCABULARY, kind)).match(text)[0] == code


def test_that_a_term_nobody_knows_is_kept_and_doubted():
    intake = intake_of([HEAD, row(1, Means="Carrier pigeon")])
    assert "means" not in injects(intake)[0]
    assert injects(intake)[0]["note"] == "Means of delivery: Carrier pigeon"
    assert "'Carrier pigeon' is no means of delivery" in said(intake)


def test_that_several_means_keep_their_words():
    values = injects(intake_of([HEAD, row(1, Means="Phone / Email")]))[0]
    assert (values["means"], values["note"]) == ("PHONE", "Means of delivery: Phone / Email")


def test_that_without_a_vocabulary_words_stay_as_they_are():
    context = replace(CONTEXT, vocabulary=Vocabulary())
    assert (
        injects(intake_of([HEAD, row(1, Means="Pigeon")], context=context))[0]["means"] == "Pigeon"
    )


def test_that_objectives_are_linked_by_code_and_strangers_kept():
    rows = [[*HEAD, "Objective"], [*row(1), "TO 01; TO-2"], [*row(2), "Manoeuvre"]]
    intake = intake_of(rows)
    links = [inject.links.get("objectives") for inject in intake.rows]
    assert links == [
        (Link("objective", "TO-01", "code"),),
        (Link("objective", "TO-02", "code"),),
    ]
    assert injects(intake)[0]["note"] == "Objectives: TO 01; TO-2"
    assert "among no objectives" in said(intake)


def test_that_units_among_the_addressees_are_linked():
    intake = intake_of([HEAD, row(1, To="3 BDE, EOC")])
    assert intake.rows[0].links["units"] == (Link("unit", "3rd Brigade", "name"),)
    assert injects(intake)[0]["addressees"] == "3 BDE, EOC"


def test_that_releases_and_classification_are_codes():
    rows = [[*HEAD, "Classification", "Releasable to"], [*row(1), "NATO UNCLASSIFIED", "EU, PfP"]]
    values = injects(intake_of(rows))[0]
    assert (values["marking_level"], values["marking_releases"]) == ("NU", ["EU", "PfP"])


def test_that_a_release_nobody_knows_is_kept():
    rows = [[*HEAD, "Releasable to"], [*row(1), "Atlantis"]]
    assert injects(intake_of(rows))[0]["note"] == "Releasable to: Atlantis"


def test_that_places_on_earth_are_degrees():
    rows = [[*HEAD, "Latitude", "Longitude"], [*row(1), "59,91°", 10.75], [*row(2), 59.0, 10.0]]
    values = injects(intake_of(rows))
    assert (values[0]["latitude"], values[0]["longitude"]) == (59.91, 10.75)


def test_that_serials_that_begin_anew_in_each_move_carry_the_move():
    head = ["Move", "Inject", "Time", "Title", "To"]
    rows = [head] + [
        [m, n, f"{8 + m:02}{n}0", f"Call {m}{n}", "HQ"] for m in (1, 2) for n in (1, 2, 3)
    ]
    intake = intake_of(rows)
    assert [v["serial"] for v in injects(intake)] == ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3"]
    assert "begin anew in every move" in said(intake)


def test_that_rows_are_known_again_by_serial():
    assert [r.key for r in intake_of([HEAD, row(1), row(2)]).rows] == ["serial:1", "serial:2"]


def test_that_rows_without_a_serial_are_known_again_by_what_they_say():
    rows = [HEAD[1:], row(1)[1:], row(2)[1:], row(1)[1:]]
    keys = [r.key for r in intake_of(rows).rows]
    turned = [r.key for r in intake_of([rows[0], rows[2], rows[1], rows[3]]).rows]
    assert keys[0].endswith("#1")
    assert keys[2] == keys[0].replace("#1", "#2")
    assert sorted(keys) == sorted(turned)


def test_that_a_row_that_comes_twice_is_taken_once():
    intake = intake_of([HEAD, row(1), row(1), row(2)])
    assert len(injects(intake)) == 2
    assert "repeats the row with serial 1" in said(intake)


def test_that_two_rows_with_one_serial_are_both_taken_and_doubted():
    intake = intake_of([HEAD, row(1), row(1, Subject="Other"), row(2), row(3), row(4)])
    assert [r.key for r in intake.rows][:2] == ["serial:1", "serial:1#2"]
    assert "serial 1 comes again" in said(intake)


def test_that_several_lists_in_one_workbook_are_all_taken():
    book = Workbook("x", (sheet([HEAD, row(1)], "Land"), sheet([HEAD, row(2)], "Sea")))
    intake = propose(book, None, CONTEXT)
    assert [v["serial"] for v in injects(intake)] == ["1", "2"]
    assert intake.read == {"rows": 2, "sheets": 2}


def test_that_a_doubt_about_many_rows_is_told_once():
    intake = intake_of([HEAD, *(row(n, Means="Pigeon") for n in (1, 2, 3, 5, 6))])
    told = [d for d in intake.doubts if "Pigeon" in d.message]
    assert [d.place for d in told] == ["Sheet 'MSEL', rows 2–6"]


def test_that_what_stands_above_the_table_is_reported():
    intake = intake_of([["EXERCISE NORTHERN SHIELD"] + [""] * 7, HEAD, row(1)])
    assert "'EXERCISE NORTHERN SHIELD' stands above the table" in said(intake)


def test_that_a_contingency_points_to_its_main_inject():
    rows = [[*HEAD, "Contingency for"], [*row(1), ""], [*row(2), "1"]]
    assert injects(intake_of(rows))[1]["contingency_for_id"] == Link("inject", "serial:1", "serial")
