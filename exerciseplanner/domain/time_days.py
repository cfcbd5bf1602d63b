"""Dates and days of the exercise, as pieces of a planned time."""

from __future__ import annotations

from datetime import date, timedelta

from exerciseplanner.domain.dtg import (
    MONTHS,
    dtg_moment,
    full_year,
    nearest_years,
    short_moment,
)
from exerciseplanner.domain.time_reading import Customs, Found, Reading, Unreadable

_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")


def read_dtg(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take a full date-time group; a missing year is the one nearest STARTEX."""
    reading.set_moment(dtg_moment(found, customs.zone, customs.startex, found[0]))
    if found["zone"] == "L":
        reading.doubts.append("L is read as Lima, UTC+11")
    if not found["year"]:
        reading.doubts.append("the year is not stated, the one nearest STARTEX is taken")
    return True


def read_short_dtg(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take DDHHMMZ in the month of STARTEX."""
    reading.set_moment(short_moment(found, customs.startex, found[0]))
    reading.doubts.append("the month is not stated, that of STARTEX is taken")
    return True


def read_date_year_first(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take 2026-09-14 or 20260914."""
    reading.set_date(date(int(found["year"]), int(found["m"]), int(found["d"])))
    reading.iso = bool(found["iso"])
    return True


def read_date_numbers(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take 26/06/2024, 26.06.2024 or 26-06-2024."""
    first, second = int(found["a"]), int(found["b"] or found["b_dot"] or found["b_dash"])
    day_first = customs.day_first or not found["slash"]
    day, month = (first, second) if day_first else (second, first)
    if month > 12 >= day:
        day, month = month, day
    elif day <= 12 and day != month and found["slash"]:
        order = "day before month" if day_first else "month before day"
        reading.doubts.append(f"{found[0]} is read with the {order}")
    digits = found["year"] or found["year_dot"] or found["year_dash"]
    reading.set_date(_calendar_day(digits, month, day, reading, customs))
    return True


def read_date_in_words(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take 4-Mar, 4 March 2026 or March 4, 2026."""
    month = MONTHS.index(found["month"]) + 1
    reading.set_date(_calendar_day(found["year"], month, int(found["d"]), reading, customs))
    return True


def _calendar_day(
    digits: str | None, month: int, day: int, reading: Reading, customs: Customs
) -> date:
    if digits:
        return date(full_year(digits, customs.startex.year, digits), month, day)
    reading.doubts.append("the year is not stated, the one nearest STARTEX is taken")
    start = customs.start.date()
    days = []
    for year in nearest_years(customs.startex):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if not days:
        raise Unreadable("that day does not exist")
    return min(days, key=lambda candidate: abs(candidate - start))


def read_day_offset(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take D+2, J-60, E+1 or STARTEX+2."""
    reading.set_day(int((found["sign"] or "+") + (found["days"] or "0")))
    return True


def read_day_number(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take Day 2 or D1, counted from the first day of the exercise."""
    reading.set_day(int(found["number"]) - customs.first_day)
    reading.doubts.append(f"day {customs.first_day} is the day of STARTEX")
    return True


def read_day_word(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take today, tomorrow, yesterday or now by the exercise clock."""
    word = found["word"]
    if customs.now is None:
        raise Unreadable(f"'{word.lower()}' can only be read while the exercise clock is known")
    local = customs.now.astimezone(customs.local)
    if word == "NOW":
        reading.set_moment(customs.now)
        return True
    step = {"TODAY": 0, "TOMORROW": 1, "YESTERDAY": -1}[word]
    reading.set_date(local.date() + timedelta(days=step))
    return True


def read_weekday(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take a weekday, which is settled only where no date stands beside it."""
    reading.weekday = _WEEKDAYS.index(found["word"])
    return True
