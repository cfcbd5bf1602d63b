"""A saved mapping holds for the next file of the same family, wherever its columns stand."""

from __future__ import annotations

import json

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets.intake import propose
from exerciseplanner.exchange.spreadsheets.mapping import TimeSettings
from exerciseplanner.exchange.spreadsheets.profiles import (
    Profile,
    load_profile,
    profile_names,
    profile_of,
    profile_path,
    save_profile,
)
from exerciseplanner.exchange.spreadsheets.proposing import propose_mapping, with_header
from tests.exchange.spreadsheets.builders import CONTEXT, LONG, injects, workbook

ROWS = [
    ["Serial", "Time", "Remarks", "Subject", "Detail"],
    [1, "0900", "Bring maps", "Mine struck", LONG],
    [2, "1000", "No map", "Convoy late", LONG + " 2"],
]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("EXERCISEPLANNER_HOME", str(tmp_path / "home"))


def corrected() -> Profile:
    proposal = propose_mapping(workbook(ROWS)).with_column(2, "expected_action")
    proposal = proposal.with_times(TimeSettings(anchor="first", day_first=False))
    return profile_of(proposal, "Our MSEL")


def test_that_a_profile_comes_back_as_it_was_saved():
    profile = corrected()
    path = save_profile(profile)
    assert path == profile_path("Our MSEL")
    assert load_profile("Our MSEL") == profile == load_profile(str(path))
    assert profile_names() == ("Our MSEL",)


def test_that_a_profile_holds_where_columns_have_moved():
    turned = [row[::-1] for row in ROWS]
    intake = propose(workbook(turned), corrected(), CONTEXT)
    assert injects(intake)[0]["expected_action"] == "Bring maps"
    assert injects(intake)[0]["serial"] == "1"


def test_that_new_columns_are_still_told_by_the_program():
    rows = [[*ROWS[0], "Addressee"], [*ROWS[1], "HQ"], [*ROWS[2], "HQ"]]
    mapping = propose_mapping(workbook(rows), corrected()).sheets[0]
    assert mapping.column_of("addressees").header == "Addressee"
    assert mapping.column_of("expected_action").settled


def test_that_a_column_left_out_by_the_planner_stays_out():
    profile = profile_of(propose_mapping(workbook(ROWS)).with_column(4, None), "x")
    mapping = propose_mapping(workbook(ROWS), profile).sheets[0]
    assert mapping.columns[4].field is None


def test_that_columns_without_headings_are_known_by_their_place():
    rows = [[f"X{n}", f"{8 + n:02}00", f"{LONG} {n}", "a"] for n in range(1, 6)]
    profile = profile_of(propose_mapping(workbook(rows)).with_column(3, "sender"), "x")
    assert propose_mapping(workbook(rows), profile).sheets[0].column_of("sender").index == 3


def test_that_a_sheet_the_planner_took_is_taken_again():
    odd = [["Alpha", "Beta"], ["x", "y"], ["z", "w"]]
    book = workbook(odd, "Odd 2025")
    proposal = with_header(book, propose_mapping(book), "Odd 2025", (0,)).with_column(0, "title")
    profile = profile_of(proposal.with_sheet("Odd 2025", taken=True), "odd")
    assert propose_mapping(workbook(odd, "Odd 2026"), profile).taken
    assert len(injects(propose(workbook(odd, "Odd 2026"), profile, CONTEXT))) == 2


def test_that_a_profile_nobody_saved_is_refused():
    save_profile(corrected())
    with pytest.raises(Refusal, match="Our MSEL"):
        load_profile("Their MSEL")


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "[1]",
        '{"format": "something else"}',
        '{"format": "exerciseplanner import profile", "version": 99}',
        '{"format": "exerciseplanner import profile", "version": 1, "name": "x"}',
    ],
)
def test_that_a_file_that_is_no_profile_is_refused(tmp_path, content):
    path = tmp_path / "p.json"
    path.write_text(content)
    with pytest.raises(Refusal) as caught:
        load_profile(str(path))
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("columns", {"time": "colour"}),
        ("times", {"anchor": "moon"}),
        ("times", {"numbers": "eggs"}),
        ("times", {"t_means": "days"}),
    ],
)
def test_that_a_profile_with_a_wrong_part_is_refused(part, wrong):
    path = save_profile(corrected())
    content = json.loads(path.read_text()) | {part: wrong}
    path.write_text(json.dumps(content))
    with pytest.raises(Refusal, match="part missing or wrong"):
        load_profile("Our MSEL")
