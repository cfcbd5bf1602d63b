"""Tests of planned times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.time import (
    combine_planned_time,
    format_offset,
    format_planned_time,
    from_excel_serial,
    parse_planned_time,
    understand_planned_time,
)

STARTEX = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)  # 0800 in zone B
LETTERS = "ABCDEFGHIKLMNOPQRSTUVWXYZ"
MINUTES = st.integers(min_value=-5_000_000, max_value=5_000_000)
DAY = 1440


def at(day: int, hour: int, minute: int = 0) -> int:
    """Minutes from STARTEX of a clock time in zone B on a day of the exercise."""
    return day * DAY + hour * 60 + minute - 8 * 60


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        # date-time groups
        ("140900ZSEP26", 180),
        ("140900BSEP26", 60),
        ("140900SEP2026", 60),
        ("14 0900Z SEP 26", 180),
        ("140900Z SEP 26", 180),
        ("140900Z", 180),
        ("14093000ZSEP26", 210),
        ("141532zsep", 572),
        # days and hours from STARTEX
        ("STARTEX", 0),
        ("D", 0),
        ("D-Day", 0),
        ("J-60", -60 * DAY),
        ("J–60", -60 * DAY),
        ("D+2", 2 * DAY),
        ("E+1", DAY),
        ("J+1 H+2 M-5", DAY + 115),
        ("D+2 H+3", 2 * DAY + 180),
        ("STARTEX+2 H+3", 2 * DAY + 180),
        ("STARTEX H-1", -60),
        ("D+1 H+0330", DAY + 210),
        ("H+36", 36 * 60),
        ("H-hour", 0),
        ("T+15", 15),
        ("T-1", -1),
        ("T+1:30", 90),
        ("T+2h", 120),
        ("T0", 0),
        ("STARTEX+2h", 120),
        ("STARTEX + 90 min", 90),
        ("STARTEX+01:30", 90),
        # days of the exercise with a clock time
        ("D+2 0900", at(2, 9)),
        ("D + 2 0900", at(2, 9)),
        ("0900 D+2", at(2, 9)),
        ("STARTEX+2 0900", at(2, 9)),
        ("STARTEX-1 2300", at(-1, 23)),
        ("Day 2 09:30", at(1, 9, 30)),
        ("D1 0830", at(0, 8, 30)),
        ("+1d 0900", at(1, 9)),
        ("D+1 24:00", at(2, 0)),
        ("tomorrow 0800", at(2, 8)),
        ("today 1400", at(1, 14)),
        # spans
        ("+3h", 180),
        ("+90m", 90),
        ("-2d", -2 * DAY),
        ("+1d 3h", DAY + 180),
        ("1 hour 30 min", 90),
        ("+9h30", 570),
        ("90", 90),
        ("-90", -90),
        ("−90", -90),
        ("0", 0),
        ("125", 125),
        # times of day
        ("09:05", at(0, 9, 5)),
        ("9:05 AM", at(0, 9, 5)),
        ("12:15 am", at(0, 0, 15)),
        ("12 pm", at(0, 12)),
        ("9:05 p.m.", at(0, 21, 5)),
        ("0900", at(0, 9)),
        ("0900L", at(0, 9)),
        ("0900Z", at(0, 11)),
        ("0900B", at(0, 9)),
        ("0900 hrs", at(0, 9)),
        ("09:05 UTC", at(0, 11, 5)),
        ("9h30", at(0, 9, 30)),
        ("08:00-09:00", at(0, 8)),
        ("0800-0930L", at(0, 8)),
        # calendar dates
        ("4-Mar", at(171, 0)),
        ("4-Mar 0900", at(171, 9)),
        ("15-Sep", at(1, 0)),
        ("15 September 2026, 0900 hrs", at(1, 9)),
        ("Sep 15, 2026 9:30 PM", at(1, 21, 30)),
        ("15SEP26 0900Z", at(1, 11)),
        ("Tue 15 Sep 2026 0900", at(1, 9)),
        ("Tue 0900", at(1, 9)),
        ("15/09/2026 09h00", at(1, 9)),
        ("15.09.2026 10.30", at(1, 10, 30)),
        ("9/15/2026 8:00", at(1, 8)),
        ("15/9 0800", at(1, 8)),
        ("2026-09-14 08:00", 0),
        ("2026-09-14T08:00", 0),
        ("2026-09-14T08:00:00Z", 120),
        ("2026-09-14T08:00:00.000Z", 120),
        ("2026-09-14T08:00+02:00", 0),
        ("2026-09-14T08:00:30-0400", 360),
        ("20260914T0800Z", 120),
        ("2026-09-15", at(1, 0)),
    ],
)
def test_that_planners_ways_of_writing_a_time_are_read(text: str, minutes: int) -> None:
    now = STARTEX + timedelta(days=1)
    assert parse_planned_time(text, STARTEX, "B", now=now) == minutes


def test_that_t_counts_hours_where_the_source_says_so() -> None:
    assert parse_planned_time("T-1", STARTEX, t_means="hours") == -60
    assert parse_planned_time("D+1 T+2 M+30", STARTEX, t_means="hours") == DAY + 150


def test_that_a_clock_time_without_a_day_falls_on_the_day_asked_for() -> None:
    assert parse_planned_time("0900", STARTEX, "B", day=3) == at(3, 9)
    assert parse_planned_time("D+1 0900", STARTEX, "B", day=3) == at(1, 9)
    assert parse_planned_time("+30", STARTEX, "B", day=3) == 30


def test_that_what_is_stated_and_what_is_assumed_is_told_apart() -> None:
    clock = understand_planned_time("09:05", STARTEX, "B")
    assert (clock.has_day, clock.has_clock) == (False, True)
    assert "no day is given" in clock.doubt
    day = understand_planned_time("4-Mar-27", STARTEX, "B")
    assert (day.has_day, day.has_clock, day.doubt) == (True, False, "")
    both = understand_planned_time("D+2 0900", STARTEX, "B")
    assert (both.has_day, both.has_clock, both.doubt) == (True, True, "")


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("4-Mar", "the year is not stated"),
        ("140900Z", "the month is not stated"),
        ("1015", "four digits"),
        ("140900", "six digits"),
        ("140900LSEP26", "Lima"),
        ("3/4/2026", "day before month"),
        ("08:00-09:00", "its start is taken"),
        ("Day 2 0900", "day 1 is the day of STARTEX"),
        ("TBD", "left open"),
    ],
)
def test_that_every_assumption_is_said(text: str, doubt: str) -> None:
    assert doubt in understand_planned_time(text, STARTEX, "B").doubt


def test_that_an_empty_or_open_time_is_none_and_not_a_guess() -> None:
    assert understand_planned_time("  ", STARTEX).minutes is None
    assert understand_planned_time("TBD", STARTEX).minutes is None
    with pytest.raises(Refusal, match="names no time"):
        parse_planned_time("TBD", STARTEX)


@pytest.mark.parametrize(
    "text",
    ["foo", "ENDEX-1", "after inject 4", "31-Feb", "25:00", "13:00 PM", "0961Z", "0900 1000 1100",
     "D+1 D+2", "140900ZSEP26 0900", "+1.3m", "D+2 0900 H+3", "4-Mar H+3", "???x", "J"*40,
     "2026-13-45", "99999999999999999999h", "-", "H+"],
)  # fmt: skip
def test_that_what_cannot_be_read_is_refused_by_name(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_planned_time(text, STARTEX)
    assert text in refused.value.message
    assert "STARTEX+2 0900" in refused.value.remedy


def test_that_tomorrow_needs_a_clock_to_be_tomorrow_of() -> None:
    with pytest.raises(Refusal, match="exercise clock"):
        parse_planned_time("tomorrow 0800", STARTEX)


def test_that_juliet_is_refused_as_a_zone_of_a_clock_time() -> None:
    with pytest.raises(Refusal, match="local time of whoever reads it"):
        parse_planned_time("0900J", STARTEX)


def test_that_month_before_day_is_read_where_the_source_writes_so() -> None:
    planned = understand_planned_time("3/4/2027", STARTEX, "B", day_first=False)
    assert format_planned_time(planned.minutes or 0, STARTEX, "B") == "040000BMAR27"


def test_that_a_source_may_number_its_days_from_zero() -> None:
    assert understand_planned_time("Day 0 0900", STARTEX, "B", first_day=0).minutes == at(0, 9)


@pytest.mark.parametrize(
    ("day", "clock", "minutes"),
    [
        ("D+2", "0900", at(2, 9)),
        ("Day 2", "09:30", at(1, 9, 30)),
        ("15-Sep", "0900L", at(1, 9)),
        ("2026-09-15 00:00:00", "09:00:00", at(1, 9)),
        ("2026-09-15", "0900Z", at(1, 11)),
        ("150000ZSEP26", "0900", at(1, 9)),
        ("STARTEX+2", "H+3", 2 * DAY + 180),
        ("D+2", "150900BSEP26", at(1, 9)),
        ("D+2", "", 2 * DAY),
        ("", "0900", at(0, 9)),
        ("Tuesday", "0900", at(1, 9)),
    ],
)
def test_that_a_day_and_a_time_in_two_columns_make_one_time(
    day: str, clock: str, minutes: int
) -> None:
    assert combine_planned_time(day, clock, STARTEX, "B").minutes == minutes


def test_that_two_empty_columns_are_refused() -> None:
    with pytest.raises(Refusal, match="names no time"):
        combine_planned_time("", " ", STARTEX)


@given(minutes=MINUTES, zone=st.sampled_from(LETTERS))
def test_that_a_written_planned_time_reads_back(minutes: int, zone: str) -> None:
    written = format_planned_time(minutes, STARTEX, zone)
    assert parse_planned_time(written, STARTEX, zone) == minutes


@given(minutes=MINUTES, zone=st.sampled_from(LETTERS))
@example(minutes=-60, zone="Z")
def test_that_a_written_offset_reads_back(minutes: int, zone: str) -> None:
    assert parse_planned_time(format_offset(minutes, STARTEX, zone), STARTEX, zone) == minutes
    assert parse_planned_time(format_offset(minutes), STARTEX, zone) == minutes


@given(minutes=MINUTES, later=st.integers(min_value=-500_000, max_value=500_000))
def test_that_moving_startex_moves_every_offset_with_it(minutes: int, later: int) -> None:
    moved = STARTEX + timedelta(minutes=later)
    assert parse_planned_time(format_offset(minutes), moved) == minutes


@given(text=st.text(alphabet="0123456789 DJHMTEZL+-:/.APRSX", max_size=16))
def test_that_any_text_is_read_or_refused(text: str) -> None:
    try:
        planned = understand_planned_time(text, STARTEX)
    except Refusal:
        return
    assert planned.minutes is None or isinstance(planned.minutes, int)


def test_that_offsets_are_written_as_day_and_clock() -> None:
    assert format_offset(at(2, 9), STARTEX, "B") == "STARTEX+2 0900"
    assert format_offset(at(-1, 23), STARTEX, "B") == "STARTEX-1 2300"
    assert format_offset(at(0, 8), STARTEX, "B") == "STARTEX+0 0800"
    assert format_offset(2 * DAY + 570) == "STARTEX+2 H+9 M+30"
    assert format_offset(-60) == "STARTEX H-1"


def test_that_a_startex_with_seconds_counts_from_its_minute() -> None:
    odd = STARTEX.replace(second=42)
    assert parse_planned_time(format_planned_time(5, odd), odd) == 5


@pytest.mark.parametrize(
    ("serial", "shown"),
    [
        (1.0, "1900-01-01 00:00:00"),
        (59.0, "1900-02-28 00:00:00"),
        (61.0, "1900-03-01 00:00:00"),
        (45000.0, "2023-03-15 00:00:00"),
        (46279.375, "2026-09-14 09:00:00"),
        (46279.99999999, "2026-09-15 00:00:00"),
        (0.5, "1899-12-31 12:00:00"),
        (2958465.0, "9999-12-31 00:00:00"),
    ],
)
def test_that_spreadsheet_serials_become_the_dates_they_show(serial: float, shown: str) -> None:
    assert str(from_excel_serial(serial)) == shown


@pytest.mark.parametrize("serial", [-1.0, 60.0, 60.7, 2958466.0, float("nan"), float("inf")])
def test_that_serials_that_show_no_day_are_refused(serial: float) -> None:
    with pytest.raises(Refusal):
        from_excel_serial(serial)
