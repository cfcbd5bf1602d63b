"""How far injects are to move, as planners write it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages.injects.days import Days
from exerciseplanner.ui.pages.injects.shifting import length, read_shift, worded
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from tests.ui.pages.injects.test_placing import row


class Clock:
    def __init__(self, zone="Z"):
        self._zone = zone

    def startex(self):
        return datetime(2026, 9, 14, 22, 0, tzinfo=UTC)

    def zone(self):
        return self._zone

    def terms(self, kind):
        return ()

    def records(self, noun):
        return ()


def timed(*starts):
    return [row(str(n), "inject")._replace(start=start) for n, start in enumerate(starts)]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("+3h", 180),
        ("-30m", -30),
        ("-30", -30),
        ("−2 h", -120),
        ("+1d 2h", 1560),
        ("+1d2h5min", 1565),
        ("to STARTEX+1 0900", 1440 - 13 * 60 - 60),
        ("D+1 0900", 1440 - 13 * 60 - 60),
    ],
)
def test_that_lengths_and_times_are_both_understood(text, minutes):
    assert read_shift(text, timed(60, 120, None), Vocabulary(Clock())).minutes == minutes


@pytest.mark.parametrize("text", ["banana", "++3h", "3 apples"])
def test_that_what_is_neither_is_refused_with_examples(text):
    with pytest.raises(Refusal) as refused:
        read_shift(text, timed(0), Vocabulary(Clock()))
    assert "+3h" in refused.value.remedy


def test_that_injects_without_a_time_cannot_be_moved():
    with pytest.raises(Refusal):
        read_shift("+3h", timed(None, None), Vocabulary(Clock()))


def test_that_the_planner_reads_what_will_move_from_where_to_where():
    vocabulary = Vocabulary(Clock())
    shift = read_shift("+2h", timed(60, 120, None), vocabulary)
    assert worded(shift, vocabulary) == (
        "2 injects move by +2 h; the first of them: 142300ZSEP26 → 150100ZSEP26. "
        "1 without a time stay."
    )
    assert length(-1470) == "−1 d 30 min"


def test_that_days_count_in_the_zone_of_the_exercise():
    assert Days(Vocabulary(Clock("Z"))).of(60) == 0
    assert Days(Vocabulary(Clock("Z"))).of(120) == 1
    assert Days(Vocabulary(Clock("B"))).of(60) == 0
    assert Days(Vocabulary(Clock("B"))).of(-1) == -1
    assert Days(Vocabulary(Clock("Z"))).label(2) == "STARTEX+2  ·  Wed 16 Sep"
    assert Days(Vocabulary(Clock("B"))).label(0) == "STARTEX  ·  Tue 15 Sep"
