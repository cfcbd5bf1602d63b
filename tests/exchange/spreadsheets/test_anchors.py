"""Plans of other years are tied to STARTEX, and the planner is told how."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from exerciseplanner.exchange.spreadsheets.intake import propose
from exerciseplanner.exchange.spreadsheets.mapping import TimeSettings
from exerciseplanner.exchange.spreadsheets.proposing import propose_mapping
from tests.exchange.spreadsheets.builders import (
    CONTEXT,
    STARTEX,
    injects,
    intake_of,
    listed,
    said,
    starts,
    workbook,
)

DAY = 1440


def test_that_an_old_plan_is_moved_to_the_exercise_by_its_first_day():
    intake = intake_of(listed("210900AUG2011", "220900AUG2011"))
    assert [v["start"] for v in injects(intake)] == [180, DAY + 180]
    assert "the first day with a date is taken as the day of STARTEX" in said(intake)


def test_that_an_old_plan_is_moved_by_its_row_called_startex():
    rows = listed("200900ZAUG2011", "210400ZAUG2011", "210900ZAUG2011")
    rows[2][2] = "STARTEX"
    assert starts(rows) == [-1140, 0, 300]


def test_that_an_old_plan_is_moved_by_the_startex_it_names():
    banner = [["STARTEX:", "21 AUG 2011", "", ""]]
    rows = [*banner, *listed("190900AUG2011", "210900AUG2011")]
    assert starts(rows) == [-2 * DAY + 180, 180]


def test_that_the_startex_may_stand_in_one_cell_with_its_label():
    banner = [["Exercise Date: 21 August 2011", "", "", ""]]
    assert starts([*banner, *listed("190900AUG2011")]) == [-2 * DAY + 180]


def test_that_relative_times_stay_where_dates_are_moved():
    assert starts(listed("J-1", "26/06/2024 09h00", "J+1")) == [-DAY, 180, DAY]


def test_that_the_planner_may_keep_dates_as_they_stand():
    book = workbook(listed("210900ZAUG2011"))
    mapping = propose_mapping(book).with_times(TimeSettings(anchor="absolute"))
    kept = injects(propose(book, mapping, CONTEXT))[0]["start"]
    assert STARTEX + timedelta(minutes=kept) == datetime(2011, 8, 21, 9, 0, tzinfo=UTC)


def test_that_times_of_day_stay_where_startex_lies_elsewhere_unless_the_planner_moves_them():
    rows = listed("0900", "1000")
    rows[2][2] = "STARTEX"
    assert starts(rows) == [180, 240]
    assert "lies 4 h 00 min after STARTEX" in said(intake_of(rows))
    book = workbook(rows)
    mapping = propose_mapping(book).with_times(TimeSettings(anchor="startex"))
    assert [v["start"] for v in injects(propose(book, mapping, CONTEXT))] == [-60, 0]


def test_that_the_zone_of_the_exercise_is_used():
    context = replace(CONTEXT, zone="B")
    assert starts(listed("0900", "0900Z"), context) == [60, 180]


def test_that_an_exercise_without_startex_keeps_the_spacing():
    context = replace(CONTEXT, startex=None)
    first, second = starts(listed("210900ZAUG2011", "211000ZAUG2011"), context)
    assert second - first == 60
