"""Rows that are no injects of their own: sections, continued rows, totals, footers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exerciseplanner.domain.intake import Link
from exerciseplanner.exchange.spreadsheets.strands import split_serial
from tests.exchange.spreadsheets.builders import (
    CONTEXT,
    HEAD,
    LONG,
    injects,
    intake_of,
    row,
    said,
)


def strands(intake):
    return [(r.key, dict(r.values)) for r in intake.rows if r.noun == "strand"]


def test_that_section_titles_become_storylines():
    rows = [
        HEAD,
        ["Storyline 1: Cyber"] + [""] * 7,
        row(1),
        row(2),
        ["SL02 Refugees"] + [""] * 7,
        row(3),
    ]
    intake = intake_of(rows, spans=[(1, 0, 1, 7), (4, 0, 4, 7)])
    assert [values for _, values in strands(intake)] == [
        {"kind": "storyline", "title": "Cyber", "serial": "1"},
        {"kind": "storyline", "title": "Refugees", "serial": "SL02"},
    ]
    links = [values["strand_id"].key for values in injects(intake)]
    assert links[0] == links[1] != links[2]


def test_that_storyline_event_and_incident_columns_become_a_tree():
    rows = [
        ["Serial", "Time", "Storyline", "Main Event", "Incident", "Subject", "To"],
        [1, "0900", "Cyber", "Ransomware", "Server lost", "Call 1", "HQ"],
        [2, "0930", "Cyber", "Ransomware", "Server lost", "Call 2", "HQ"],
        [3, "1000", "Cyber", "Ransomware", "Note found", "Call 3", "HQ"],
        [4, "1030", "Cyber", "Leak", "Press", "Call 4", "HQ"],
    ]
    found = strands(intake_of(rows))
    assert [values["kind"] for _, values in found] == [
        "storyline", "event", "incident", "incident", "event", "incident",
    ]  # fmt: skip
    assert found[1][1]["parent_id"] == Link("strand", found[0][0])


def test_that_a_storyline_the_plan_has_is_used_and_not_made_again():
    rows = [["Serial", "Time", "Storyline", "Subject", "To"], [1, "0900", "Cyber", "Call", "HQ"],
            [2, "0930", "cyber", "Call back", "HQ"]]  # fmt: skip
    intake = intake_of(rows, context=replace(CONTEXT, strands=frozenset({"Cyber"})))
    assert strands(intake) == []
    assert injects(intake)[0]["strand_id"] == Link("strand", "Cyber", "title")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("SL02 Cyber", ("SL02", "Cyber")),
        ("SL-02: Cyber attack", ("SL-02", "Cyber attack")),
        ("Storyline 3 - Migration", ("3", "Migration")),
        ("Cyber", ("", "Cyber")),
        ("D+2", ("", "D+2")),
    ],
)
def test_that_a_number_before_a_storyline_is_its_serial(text, parts):
    assert split_serial(text) == parts


def test_that_totals_footers_and_repeated_headers_are_no_injects():
    marking = ["NATO UNCLASSIFIED"] + [""] * 7
    labelled = ["Classification: NATO UNCLASSIFIED"] + [""] * 7
    rows = [HEAD, row(1), HEAD, row(2), ["TOTAL", 2] + [""] * 6, labelled, marking]
    intake = intake_of(rows)
    assert len(injects(intake)) == 2
    assert [d.message for d in intake.left_out] == [
        "'TOTAL' is no inject",
        "'Classification: NATO UNCLASSIFIED' is no inject",
        "'NATO UNCLASSIFIED' is no inject",
    ]


def test_that_milestones_and_breaks_are_no_storylines():
    lone = [[text] + [""] * 7 for text in ("STARTEX", "Lunch Break", "ENDEX")]
    intake = intake_of([HEAD, lone[0], row(1), lone[1], row(2), lone[2]])
    assert strands(intake) == []
    assert "'Lunch Break' is no inject" in said(intake)


def test_that_a_section_that_names_a_day_gives_the_day():
    day = ["DAY 2 – Tuesday 15 September 2026"] + [""] * 7
    intake = intake_of([HEAD, row(1), day, row(2)])
    assert [v["start"] for v in injects(intake)] == [180, 1440 + 240]
    assert strands(intake) == []


def test_that_an_inject_about_a_secret_is_no_marking():
    assert len(injects(intake_of([HEAD, row(1), row(2, Subject="Secret meeting discovered")]))) == 2


def test_that_a_section_above_nothing_is_reported():
    intake = intake_of([HEAD, row(1), ["Storyline 9: Nothing"] + [""] * 7])
    assert "'Storyline 9: Nothing' stands above no inject" in said(intake)


def test_that_a_row_below_merged_cells_continues_the_row_above():
    rows = [HEAD, row(1), row(1, **{"Expected action": "Isolate"}), row(2)]
    spans = [(1, column, 2, column) for column in range(7)]
    intake = intake_of(rows, spans=spans)
    assert [v["expected_action"] for v in injects(intake)] == ["Report\nIsolate", "Report"]
    assert "continues the one above" in said(intake)


def test_that_a_row_without_serial_time_and_subject_continues_the_row_above():
    more = ["", "", "", "", "", "", "and a second line", ""]
    intake = intake_of([HEAD, row(1), more, row(2)])
    assert injects(intake)[0]["message"] == f"{LONG} 1\nand a second line"
    assert len(injects(intake)) == 2
