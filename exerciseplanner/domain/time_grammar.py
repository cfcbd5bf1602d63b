"""The order in which the pieces of a planned time are tried, from left to right."""

from __future__ import annotations

import re
import unicodedata

from exerciseplanner.domain import time_clocks as clocks
from exerciseplanner.domain import time_days as days
from exerciseplanner.domain import time_patterns as patterns
from exerciseplanner.domain.time_reading import Customs, Found, Reading, ReadingStep, Unreadable


def _between(found: Found, reading: Reading, customs: Customs) -> bool:
    return True


_STEPS: tuple[tuple[re.Pattern[str], ReadingStep], ...] = (
    (patterns.NUMERIC_ZONE, clocks.read_numeric_zone),
    (patterns.RANGE, clocks.read_range),
    (patterns.FULL_DTG, days.read_dtg),
    (patterns.SHORT_DTG, days.read_short_dtg),
    (patterns.DATE_YEAR_FIRST, days.read_date_year_first),
    (patterns.DATE_COMPACT, days.read_date_year_first),
    (patterns.DATE_NUMBERS, days.read_date_numbers),
    (patterns.DATE_DAY_MONTH, days.read_date_in_words),
    (patterns.DATE_MONTH_DAY, days.read_date_in_words),
    (patterns.DAY_NUMBER, days.read_day_number),
    (patterns.DAY_OFFSET, days.read_day_offset),
    (patterns.DAY_WORD, days.read_day_word),
    (patterns.WEEKDAY, days.read_weekday),
    (patterns.STEP, clocks.read_step),
    (patterns.CLOCK_H, clocks.read_clock_h),
    (patterns.CLOCK_HALF, clocks.read_clock),
    (patterns.CLOCK_MILITARY, clocks.read_clock),
    (patterns.SPAN, clocks.read_span),
    (patterns.SPAN_HOURS_MINUTES, clocks.read_span_hours_minutes),
    (patterns.SPAN_MINUTES, clocks.read_span_bare),
    (patterns.H_HOUR, clocks.read_h_hour),
    (patterns.CLOCK_COLON, clocks.read_clock),
    (patterns.CLOCK_WORD, clocks.read_clock_word),
    (patterns.BETWEEN, _between),
)


def read_time(text: str, customs: Customs) -> Reading:
    """Read one text from left to right.

    Raises Unreadable with the reason, ValueError for a day or time that does not exist, and
    Refusal for the zone letter J.
    """
    wanted = _plain(text)
    reading = Reading()
    if patterns.BARE_INTEGER.fullmatch(wanted):
        _bare_number(wanted, reading, customs)
        return reading
    position = 0
    while position < len(wanted):
        position = _advance(wanted, position, reading, customs)
    return reading


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).replace("_x000D_", " ")
    plain = re.sub("[‐-―−]", "-", plain)
    return re.sub(r"\s+", " ", plain).strip().upper()


def _advance(wanted: str, position: int, reading: Reading, customs: Customs) -> int:
    for pattern, step in _STEPS:
        found = pattern.match(wanted, position)
        if found and found.end() > position and step(found, reading, customs):
            return found.end()
    raise Unreadable("it is not a time this program reads")


def _bare_number(wanted: str, reading: Reading, customs: Customs) -> None:
    digits = wanted.partition(".")[0]
    clock = patterns.CLOCK_MILITARY.fullmatch(digits)
    compact = patterns.DATE_COMPACT.fullmatch(digits)
    group = patterns.SHORT_DTG.fullmatch(digits + customs.zone.upper())
    if clock and int(clock["hour"]) <= 24:
        reading.doubts.append("four digits are read as a time of day, not as minutes")
        clocks.read_clock(clock, reading, customs)
    elif compact:
        days.read_date_year_first(compact, reading, customs)
    elif len(digits) == 6 and group:
        reading.doubts.append("six digits are read as day and time, not as minutes")
        days.read_short_dtg(group, reading, customs)
    else:
        reading.add(int(digits))
