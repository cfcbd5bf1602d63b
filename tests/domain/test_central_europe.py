"""Zone letters of Central European clocks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from exerciseplanner.domain.central_europe import central_european_zone, zone_warning


@pytest.mark.parametrize(
    ("moment", "letter"),
    [
        ("2026-01-15T12:00", "A"),
        ("2026-03-29T00:59", "A"),
        ("2026-03-29T01:00", "B"),
        ("2026-07-15T12:00", "B"),
        ("2026-10-25T00:59", "B"),
        ("2026-10-25T01:00", "A"),
        ("2021-10-31T00:59", "B"),
        ("2021-10-31T01:00", "A"),
    ],
)
def test_that_summer_time_runs_between_the_last_sundays_of_march_and_october(moment, letter):
    assert central_european_zone(datetime.fromisoformat(moment).replace(tzinfo=UTC)) == letter


def test_that_only_a_and_b_in_the_wrong_season_are_warned_of():
    summer = datetime(2026, 7, 1, tzinfo=UTC)
    winter = datetime(2026, 12, 1, tzinfo=UTC)
    assert "which is B" in zone_warning("A", summer)
    assert "which is A" in zone_warning("B", winter)
    assert zone_warning("B", summer) == zone_warning("A", winter) == ""
    assert zone_warning("Z", summer) == zone_warning("C", winter) == ""
