"""The header is found wherever it stands, in one line or several, or not at all."""

from __future__ import annotations

import pytest

from exerciseplanner.exchange.spreadsheets.headers import find_header, repeats_header
from tests.exchange.spreadsheets.builders import LONG, sheet

HEAD = ["Serial", "Time", "From", "To", "Subject"]
BODY = [["1", "0900", "HICON", "3 Bde", "Mine struck"], ["2", "1000", "LOCON", "3 Bde", "Convoy"]]


@pytest.mark.parametrize("above", [0, 1, 5, 30])
def test_that_the_header_is_found_below_any_title(above):
    banner = [["EXERCISE NORTHERN SHIELD", "", "", "", ""]] * above
    found = find_header(sheet([*banner, HEAD, *BODY]))
    assert (found.rows, found.first_data_row) == ((above,), above + 1)


def test_that_facts_about_the_exercise_above_are_no_header():
    banner = [["Exercise:", "NORTHERN SHIELD", "", "", ""], ["Date:", "14 Sep 2026", "", "", ""]]
    assert find_header(sheet([*banner, ["", "", "", "", ""], HEAD, *BODY])).rows == (3,)


def test_that_a_row_with_times_is_data_even_where_its_words_are_headings():
    rows = [["Email", "J-60", "team1", "message", "description", "expectation", 100]] * 3
    assert find_header(sheet(rows)).rows == ()


def test_that_a_header_of_two_lines_is_read_together():
    rows = [
        ["Inject", "", "Delivery", "", ""],
        ["No", "Day", "Time", "From", "To"],
        *BODY,
    ]
    found = find_header(sheet(rows, spans=[(0, 0, 0, 1), (0, 2, 0, 4)]))
    assert found.rows == (0, 1)
    assert found.texts[3] == "Delivery › From"


def test_that_a_second_line_of_units_belongs_to_the_header():
    rows = [HEAD, ["", "(Zulu)", "(played)", "(audience)", ""], *BODY]
    assert find_header(sheet(rows)).rows == (0, 1)


def test_that_headings_merged_over_two_rows_count_once():
    rows = [
        ["Serial", "Time", "Parties", "", "Subject"],
        ["Serial", "Time", "From", "To", "Subject"],
    ]
    spans = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4)]
    found = find_header(sheet([*rows, *BODY], spans=spans))
    assert found.rows == (0, 1)
    assert found.texts == ("Serial", "Time", "Parties › From", "Parties › To", "Subject")


def test_that_a_repeated_header_is_known():
    found = find_header(sheet([HEAD, *BODY]))
    assert repeats_header(tuple(HEAD), found)
    assert not repeats_header(tuple(BODY[0]), found)


def test_that_an_empty_sheet_has_no_header():
    assert find_header(sheet([])).rows == ()


def test_that_long_texts_are_no_headings():
    assert find_header(sheet([[LONG, LONG + LONG], [LONG, LONG + LONG]])).rows == ()
