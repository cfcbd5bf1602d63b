"""Tests of military date-time groups."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.dtg import format_dtg, parse_dtg, zone_offset
from exerciseplanner.domain.refusals import Refusal

LETTERS = "ABCDEFGHIKLMNOPQRSTUVWXYZ"


def at(*parts: int) -> datetime:
    """A moment in UTC."""
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


MOMENTS = st.datetimes(
    min_value=at(1972, 1, 1).replace(tzinfo=None),
    max_value=at(2068, 12, 30).replace(tzinfo=None),
    timezones=st.just(UTC),
)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("031532ZJUL04", at(2004, 7, 3, 15, 32)),
        ("031532Z JUL 04", at(2004, 7, 3, 15, 32)),
        ("031532zjul26", at(2026, 7, 3, 15, 32)),
        ("17 0855Z JUN 19", at(2019, 6, 17, 8, 55)),
        ("210900AUG2011", at(2011, 8, 21, 9, 0)),
        ("03153245ZJUL26", at(2026, 7, 3, 15, 32, 45)),
        ("031532BJUL26", at(2026, 7, 3, 13, 32)),
        ("311600YDEC26", at(2027, 1, 1, 4, 0)),
        ("210900LAUG2011", at(2011, 8, 20, 22, 0)),
        ("210900AAUG2011", at(2011, 8, 21, 8, 0)),
        ("142400ZSEP26", at(2026, 9, 15, 0, 0)),
        ("290000ZFEB28", at(2028, 2, 29, 0, 0)),
    ],
)
def test_that_the_forms_of_a_date_time_group_are_read(text: str, moment: datetime) -> None:
    assert parse_dtg(text) == moment


def test_that_a_group_without_a_zone_letter_takes_the_zone_of_the_exercise() -> None:
    assert parse_dtg("210900AUG2011", default_zone="B") == at(2011, 8, 21, 7)


@pytest.mark.parametrize(
    ("text", "startex", "moment"),
    [
        ("140900Z", at(2026, 9, 14, 6), at(2026, 9, 14, 9)),
        ("020900Z", at(2026, 9, 28), at(2026, 10, 2, 9)),
        ("310900Z", at(2026, 6, 20), at(2026, 7, 31, 9)),
        ("031532ZJUL", at(2026, 7, 1), at(2026, 7, 3, 15, 32)),
        ("021532ZJAN", at(2026, 12, 28), at(2027, 1, 2, 15, 32)),
        ("020900ZJAN", at(2026, 12, 28), at(2027, 1, 2, 9)),
    ],
)
def test_that_the_reference_supplies_what_a_short_group_leaves_out(
    text: str, startex: datetime, moment: datetime
) -> None:
    assert parse_dtg(text, reference=startex) == moment


@pytest.mark.parametrize(
    "text",
    ["", "031532Z", "321532ZJUL26", "310900ZJUN26", "032561ZJUL26", "031532ZJUX26", "JUL26",
     "031532ZJUL", "290000ZFEB27", "031532ZJUL26X"],
)  # fmt: skip
def test_that_what_is_no_date_time_group_is_refused_by_name(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_dtg(text)
    assert text in str(refused.value)
    assert "031532ZJUL26" in str(refused.value)


def test_that_juliet_is_refused_with_its_meaning() -> None:
    with pytest.raises(Refusal, match="local time of whoever reads it"):
        zone_offset("J")
    with pytest.raises(Refusal, match="local time of whoever reads it"):
        parse_dtg("031532JJUL26")


def test_that_zone_letters_run_around_the_globe() -> None:
    east = [zone_offset(letter) for letter in "ZABCDEFGHIKLM"]
    west = [zone_offset(letter) for letter in "NOPQRSTUVWXY"]
    assert east == [timedelta(hours=hours) for hours in range(13)]
    assert west == [timedelta(hours=-hours) for hours in range(1, 13)]


@pytest.mark.parametrize("letter", ["", "ZZ", "1", "É"])
def test_that_only_a_single_letter_is_a_zone(letter: str) -> None:
    with pytest.raises(Refusal):
        zone_offset(letter)


@given(moment=MOMENTS, zone=st.sampled_from(LETTERS))
def test_that_a_written_group_reads_back_to_the_same_minute(moment: datetime, zone: str) -> None:
    minute = moment.replace(second=0, microsecond=0)
    assert parse_dtg(format_dtg(moment, zone)) == minute


@given(moment=MOMENTS, zone=st.sampled_from(LETTERS))
def test_that_a_group_with_seconds_reads_back_to_the_second(moment: datetime, zone: str) -> None:
    written = format_dtg(moment, zone, seconds=True)
    assert parse_dtg(written) == moment.replace(microsecond=0)


@given(text=st.text(max_size=24))
def test_that_any_text_is_read_or_refused(text: str) -> None:
    try:
        moment = parse_dtg(text)
    except Refusal:
        return
    assert moment.tzinfo is UTC


def test_that_a_moment_without_a_zone_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="time zone"):
        format_dtg(at(2026, 7, 3, 15, 32).replace(tzinfo=None))
