"""What values are called, and how typed words are understood."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets import wording
from exerciseplanner.workspace.operations.storylines import add_strand

STATE = NOUNS["inject"].field("state")
PART = NOUNS["inject"].field("strand_id")
RELEASES = NOUNS["inject"].field("marking_releases")


def test_that_a_code_is_worded_by_its_term_and_read_back(vocabulary):
    option = vocabulary.options(STATE)[1]
    assert vocabulary.text(STATE, option.code) == option.label
    assert vocabulary.parse(STATE, option.label.upper()) == option.code


def test_that_the_beginning_of_a_name_is_enough_where_it_is_alone(vocabulary, workspace):
    strand = workspace.do(add_strand, {"title": "Loss of the cable"})
    assert vocabulary.parse(PART, "loss of") == strand


def test_that_an_unknown_name_is_refused_with_what_is_possible(vocabulary):
    with pytest.raises(Refusal) as caught:
        vocabulary.parse(STATE, "Perhaps")
    assert vocabulary.options(STATE)[0].label in str(caught.value)


def test_that_an_empty_reference_is_none_and_an_empty_choice_is_empty(vocabulary):
    assert vocabulary.parse(PART, " ") is None
    assert vocabulary.parse(STATE, "") == ""


def test_that_releases_are_written_and_read_as_a_list(vocabulary):
    assert vocabulary.parse(RELEASES, "EU, PfP") == ("EU", "PfP")
    assert vocabulary.text(RELEASES, '["EU"]')


def test_that_planned_times_are_read_from_startex(vocabulary):
    assert vocabulary.read_planned("D+1 0800") == 26 * 60
    assert vocabulary.planned(26 * 60) == "150800ZSEP26"
    assert vocabulary.offset(26 * 60) == "STARTEX+1 0800"


@pytest.mark.parametrize(
    ("text", "minutes"), [("90", 90), ("1h30", 90), ("1:30", 90), ("2 d 4 h", 3120), ("", None)]
)
def test_that_lengths_of_time_are_read_as_they_are_written(text, minutes):
    assert wording.read_minutes(text) == minutes


@pytest.mark.parametrize("minutes", [0, 45, 60, 90, 1440, 1530, 3120])
def test_that_a_written_length_reads_back(minutes):
    assert wording.read_minutes(wording.minutes_text(minutes)) == minutes


def test_that_numbers_beyond_their_bounds_are_refused_with_the_bounds():
    latitude = Field("latitude", "Latitude", "degrees", low=-90, high=90)
    assert wording.read_number("59,91", latitude) == pytest.approx(59.91)
    with pytest.raises(Refusal, match="from -90 to 90"):
        wording.read_number("91", latitude)


def test_that_a_moment_without_a_zone_is_refused():
    assert wording.read_moment("031532ZJUL26", "Z", None) == "2026-07-03T15:32:00Z"
    with pytest.raises(Refusal, match="no time zone"):
        wording.read_moment("2026-07-03T15:32", "Z", None)


def test_that_dates_are_read_in_the_forms_people_write():
    assert {wording.read_date(t) for t in ("2026-09-14", "14 Sep 26", "14.09.2026")} == {
        "2026-09-14"
    }
    with pytest.raises(Refusal):
        wording.read_date("someday")
