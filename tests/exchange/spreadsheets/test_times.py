"""Times of every form come out as minutes from STARTEX, 14 September 2026 at 0600Z."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exerciseplanner.domain.dtg import format_dtg
from exerciseplanner.exchange.spreadsheets.clocking import length_of
from exerciseplanner.exchange.spreadsheets.intake import propose, time_examples
from exerciseplanner.exchange.spreadsheets.mapping import TimeSettings
from exerciseplanner.exchange.spreadsheets.proposing import propose_mapping
from exerciseplanner.exchange.spreadsheets.sheets import Workbook
from exerciseplanner.exchange.spreadsheets.walking import Entry, day_in
from tests.exchange.spreadsheets.builders import (
    CONTEXT,
    HEAD_OF_TIMES,
    STARTEX,
    injects,
    intake_of,
    listed,
    said,
    sheet,
    starts,
    workbook,
)

DAY = 1440


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("140900ZSEP26", 180),
        ("14 0855Z SEP 26", 175),
        ("140900SEP2026", 180),
        ("J-60", -60 * DAY),
        ("J+1 H+2 M-5", DAY + 115),
        ("STARTEX+2 H+3", 2 * DAY + 180),
        ("D+2 0900", 2 * DAY + 180),
        ("T+15", 15),
        ("09:05", 185),
        ("0900L", 180),
        ("09h05", 185),
        ("26/09/2026 09h00", 12 * DAY + 180),
        ("15-Sep 0800", DAY + 120),
        ("2026-09-14T10:00+02:00", 120),
        ("2026-09-14T08:00:00.000Z", 120),
        ("9:30 AM", 210),
        (datetime(2026, 9, 15, 6, 0), DAY),  # noqa: DTZ001
        (time(9, 5), 185),
        (0.375, 180),
        (46279.375, 180),
    ],
)
def test_that_every_form_of_time_is_understood(cell, minutes):
    assert starts(listed(cell))[0] == minutes


def test_that_bare_numbers_are_times_of_day_where_all_of_them_can_be():
    assert starts(listed(800, 830, 1415)) == [120, 150, 495]


def test_that_bare_numbers_are_minutes_where_they_cannot_be_times_of_day():
    rows = listed(0, 15, 75, 100)
    assert starts(rows) == [0, 15, 75, 100]
    assert "minutes from STARTEX" in said(intake_of(rows))


@pytest.mark.parametrize(("head", "last"), [("Minutes from start", 130), ("T+min", 130)])
def test_that_the_heading_tells_what_numbers_count(head, last):
    assert starts(listed(0, 100, 130, head=head))[-1] == last


def test_that_hours_from_start_are_hours():
    assert starts(listed(0, 1.5, 3, head="Elapsed hours")) == [0, 90, 180]


def test_that_the_planner_may_say_what_numbers_count():
    book = workbook(listed(800, 830, 1415))
    mapping = propose_mapping(book).with_times(TimeSettings(numbers="minutes"))
    assert [v["start"] for v in injects(propose(book, mapping, CONTEXT))] == [800, 830, 1415]


def test_that_elapsed_hours_and_minutes_are_no_times_of_day():
    cells = [timedelta(minutes=5), timedelta(minutes=70), timedelta(hours=26)]
    assert starts(listed(*cells, head="Elapsed time")) == [5, 70, 26 * 60]


def dated(*rows):
    return [["No", "Date", "Time", "Subject", "To"]] + [
        [number, day, clock, f"Mine {number} struck", "HQ"]
        for number, (day, clock) in enumerate(rows, 1)
    ]


def test_that_date_and_time_in_two_columns_belong_together():
    rows = dated((date(2026, 9, 15), time(8, 0)), ("16 SEP 2026", "0930"), ("17/09/2026", "10:00"))
    assert starts(rows) == [DAY + 120, 2 * DAY + 210, 3 * DAY + 240]


def test_that_a_date_given_once_holds_for_the_rows_below():
    rows = dated(
        (date(2026, 9, 15), "0800"), ("", "0900"), (date(2026, 9, 16), "0800"), ("", "1000")
    )
    assert starts(rows) == [DAY + 120, DAY + 180, 2 * DAY + 120, 2 * DAY + 240]


def test_that_days_of_the_exercise_are_counted_from_one_or_from_nought():
    assert starts(dated((1, "0800"), (2, "0800"))) == [120, DAY + 120]
    assert starts(dated((0, "0800"), (1, "0800"))) == [120, DAY + 120]
    assert starts(dated(("Day 1", "0800"), ("Day 2", "0800"))) == [120, DAY + 120]


def test_that_excel_numbers_in_two_columns_are_date_and_time():
    assert starts(dated((46279, 0.375), (46280, 0.5))) == [180, DAY + 360]


def test_that_american_dates_are_told_by_a_day_above_twelve():
    assert starts(listed("9/14/2026 0800", "9/15/2026 0800")) == [120, DAY + 120]
    assert starts(listed("14/9/2026 0800", "10/9/2026 0800")) == [120, -4 * DAY + 120]


def test_that_american_dates_are_told_by_days_that_follow_each_other():
    assert starts(listed("9/10/2026 0800", "9/11/2026 0800", "9/12/2026 0800")) == [
        -4 * DAY + 120,
        -3 * DAY + 120,
        -2 * DAY + 120,
    ]


def test_that_a_clock_running_past_midnight_runs_into_the_next_day():
    rows = listed("2200", "2330", "0015", "0600", "1900", "0200")
    assert starts(rows) == [960, 1050, 1095, 1440, 2220, 2640]
    assert "past midnight" in said(intake_of(rows))


def test_that_a_list_out_of_order_is_not_taken_for_days_passing():
    assert starts(listed("0900", "0830", "1000", "0200")) == [180, 150, 240, -240]


def test_that_a_time_left_open_is_open_and_one_nobody_can_read_is_kept():
    intake = intake_of(listed("0900", "TBD", "when ready 17"))
    assert [v.get("start") for v in injects(intake)] == [180, None, None]
    assert "when ready 17" in injects(intake)[2]["note"]
    assert "cannot be read" in said(intake)


def test_that_a_day_without_a_clock_is_doubted():
    intake = intake_of(listed("140900ZSEP26", "15 SEP 2026"))
    assert injects(intake)[1]["start"] == 18 * 60
    assert "only a day is given" in said(intake)


def test_that_an_end_or_a_length_gives_the_duration():
    rows = [
        ["No", "Start", "End", "Subject", "To"],
        [1, "0800", "0930", "Mine struck", "HQ"],
        [2, "2300", "0100", "Convoy", "HQ"],
    ]
    assert [v["duration"] for v in injects(intake_of(rows))] == [90, 120]


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [(45, 45), ("45 min", 45), ("1h30", 90), ("2 hours", 120), ("1:15", 75), ("1 day", DAY),
     (timedelta(minutes=20), 20), (0.0625, 90), ("a while", None), ("-", None)],
)  # fmt: skip
def test_that_lengths_of_time_are_understood(cell, minutes):
    entry = Entry(sheet([["x"]]), 0, {} if cell == "-" else {"duration": cell}, [])
    assert length_of(entry) == minutes


def test_that_a_span_of_time_gives_start_and_duration():
    values = injects(intake_of(listed("0800-0930", "10:00 - 10:45", "1100")))
    assert [(v["start"], v.get("duration")) for v in values] == [(120, 90), (240, 45), (300, None)]


def test_that_hours_and_minutes_under_elapsed_are_no_times_of_day():
    assert starts(listed("0:00", "0:15", "1:30", head="Elapsed")) == [0, 15, 90]
    assert starts(listed(time(0, 15), time(1, 30), head="T+")) == [15, 90]


def test_that_hours_with_am_and_pm_speak_for_american_dates():
    assert starts(listed("9/10/2026 8:00 AM"))[0] == -4 * DAY + 120


def test_that_scenario_and_delivery_times_are_kept_apart():
    rows = [
        ["No", "Real Time", "Scenario Time", "Subject", "To"],
        [1, "0900", "D+1 0600", "Mine struck", "HQ"],
        [2, "0930", "D+1 1200", "Convoy", "HQ"],
    ]
    first = injects(intake_of(rows))[0]
    assert (first["start"], first["scenario_start"]) == (180, DAY)


def test_that_an_actual_time_is_a_moment():
    rows = [
        ["No", "Planned Time", "Actual Time", "Subject", "To"],
        [1, "0900", "0912", "Mine struck", "HQ"],
    ]
    assert injects(intake_of(rows))[0]["released_at"] == "2026-09-14T09:12:00Z"


def test_that_sheets_called_by_days_give_the_day():
    book = Workbook(
        "x",
        (
            sheet(listed("0800"), "Day 1"),
            sheet([HEAD_OF_TIMES, [7, "0900", "Convoy", "HQ"]], "Day 2"),
        ),
    )
    assert [v["start"] for v in injects(propose(book, None, CONTEXT))] == [120, DAY + 180]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("DAY 2 – 15 March 2026", "15 March 2026"),
        ("Monday, 14 SEP 2026", "14 SEP 2026"),
        ("Exercise Day 4", "Day 4"),
        ("D+2", "D+2"),
        ("Jour 3", "Day 3"),
        ("Storyline 1: Cyber attack", ""),
        ("MSEL", ""),
    ],
)
def test_that_titles_name_days(title, day):
    assert day_in(title) == day


def test_that_the_planner_sees_how_times_are_understood():
    book = workbook(listed("0900", "D+1 0600"))
    shown = time_examples(book, propose_mapping(book), CONTEXT)["MSEL"]
    assert shown == (("0900", "140900ZSEP26"), ("D+1 0600", "150600ZSEP26"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-30 * DAY, 30 * DAY), min_size=3, max_size=8))
def test_that_a_group_written_is_the_group_read(minutes):
    cells = [format_dtg(STARTEX + timedelta(minutes=m)) for m in minutes]
    assert starts(listed(*cells)) == minutes


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-30 * DAY, 30 * DAY), min_size=3, max_size=8))
def test_that_a_date_cell_is_the_moment_it_shows(minutes):
    cells = [(STARTEX + timedelta(minutes=m)).replace(tzinfo=None) for m in minutes]
    assert starts(listed(*cells)) == minutes


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=30))
def test_that_no_text_in_a_time_column_breaks_the_import(text):
    values = injects(intake_of(listed("0900", text, "1000")))
    assert len(values) == 3
