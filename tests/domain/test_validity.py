"""How agreements stand to the days of the exercise."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from exerciseplanner.domain.participants import is_member_on
from exerciseplanner.domain.validity import Days, belonging, coverage, days_of, standing

DAYS = Days("2026-11-01", "2026-11-14")


class Pact(NamedTuple):
    kind: str
    parties: tuple[str, ...]
    valid_from: str | None
    valid_until: str | None


@pytest.mark.parametrize(
    ("since", "until", "reading"),
    [
        (None, None, "valid"),
        ("2026-11-01", "2026-11-14", "valid"),
        ("2020-01-01T00:00:00Z", "2026-11-13T00:00:00Z", "ends_early"),
        ("2026-11-02", None, "begins_late"),
        (None, "2026-10-31", "outside"),
        ("2026-11-15", None, "outside"),
        ("2026-11-03", "2026-11-05", "ends_early"),
    ],
)
def test_that_validity_is_read_against_startex_and_endex(since, until, reading):
    assert standing(since, until, DAYS) == reading


def test_that_before_startex_is_fixed_everything_is_taken_to_hold():
    assert days_of(None, 600) is None
    assert standing(None, "1999-01-01", None) == "valid"


def test_that_endex_counts_minutes_from_startex():
    assert days_of("2026-11-01T06:00:00Z", 13 * 1440) == DAYS
    assert days_of(datetime(2026, 11, 1, 6, tzinfo=UTC), 13 * 1440) == DAYS


def test_that_the_best_agreement_of_a_kind_speaks_for_a_participant():
    old = Pact("SOFA", ("AUT", "JOR"), None, "2026-11-05")
    new = Pact("SOFA", ("AUT",), "2025-01-01", None)
    found = coverage([old, new], DAYS)
    assert found["AUT", "SOFA"] == ("valid", (new, old))
    assert found["JOR", "SOFA"] == ("ends_early", (old,))
    assert ("JOR", "MOU") not in found


@pytest.mark.parametrize(
    ("dates", "reading"),
    [
        ((None, None, None), "member"),
        (("1949-04-04", None, None), "member"),
        (("2027-01-01", None, None), "not_yet"),
        (("1973-01-01", "2020-02-01", None), "ended"),
        (("1994-01-01", "2026-11-01", None), "ended"),
        (("1994-01-01", "2026-11-02", None), "member"),
        (("1994-01-01", None, "2022-03-01"), "suspended"),
        (("1994-01-01", None, "2026-12-01"), "member"),
    ],
)
def test_that_a_membership_is_read_on_the_day_of_startex(dates, reading):
    assert belonging(DAYS.first, *dates) == reading
    assert (reading == "member") == is_member_on(DAYS.first, *dates)


def test_that_without_a_day_every_membership_counts():
    assert belonging("", "2030-01-01", "1999-01-01", None) == "member"
