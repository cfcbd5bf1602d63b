"""Planned times: whole minutes from STARTEX, read from and written for planners."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from exerciseplanner.domain.dtg import format_dtg
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.time_reading import DAY, Customs, Reading, Unreadable, utc

UNDERSTOOD = (
    "Understood are for instance 031532ZJUL26, STARTEX+2 0900, D+2 H+3, J-60, T+15, +90m, 09:05, "
    "0900L, Day 2 09:30, 4-Mar 0800 and 2026-09-14T08:00Z."
)
_UNDECIDED = frozenset({"tbd", "tbc", "tba", "n/a", "na", "-", "?", "???", "none", "on call"})
_LAST_SERIAL = 2958466
_CENTURY = 100 * 366 * DAY


@dataclass(frozen=True)
class PlannedTime:
    """What a text said about a time: minutes from STARTEX, what it stated, and what is doubtful.

    `minutes` is None where the text is empty or says that the time is undecided. `has_day` and
    `has_clock` tell whether the text itself gave a day (or an offset from STARTEX) and a time.
    """

    minutes: int | None
    has_day: bool
    has_clock: bool
    doubt: str = ""


def understand_planned_time(
    text: str,
    startex: datetime,
    zone: str = "Z",
    *,
    now: datetime | None = None,
    day: int = 0,
    t_means: Literal["minutes", "hours"] = "minutes",
    day_first: bool = True,
    first_day: int = 1,
) -> PlannedTime:
    """Read a planned time and say what had to be assumed.

    `zone` is the letter of the exercise zone; `day` is the day of the exercise (0 is the day of
    STARTEX) for a clock time without one; `t_means` is the unit of T+15; `day_first` settles
    03/04/2026; `first_day` is the number of the day of STARTEX in 'Day 2'. D, J, E and STARTEX
    with a number count days from STARTEX and keep its clock, so J-60 is 60 days before it, while
    a clock time beside them is that of the calendar day. A trailing L on a time of day is the
    exercise zone; inside a date-time group it is Lima. Raises Refusal.
    """
    if text.strip().lower() in _UNDECIDED or not text.strip():
        doubt = "the time is left open" if text.strip() else ""
        return PlannedTime(None, has_day=False, has_clock=False, doubt=doubt)
    customs = Customs(utc(startex), zone, utc(now) if now else None, t_means, day_first, first_day)
    try:
        return _planned(_read(text, customs), customs, day)
    except (ValueError, OverflowError) as error:
        raise _refused(text, error) from error


def combine_planned_time(
    day_text: str,
    clock_text: str,
    startex: datetime,
    zone: str = "Z",
    *,
    now: datetime | None = None,
    t_means: Literal["minutes", "hours"] = "minutes",
    day_first: bool = True,
    first_day: int = 1,
) -> PlannedTime:
    """Read a planned time whose day and time of day stand in two columns.

    Where the time column states a day of its own, it stands alone. Raises Refusal.
    """
    customs = Customs(utc(startex), zone, utc(now) if now else None, t_means, day_first, first_day)
    both = f"{day_text} {clock_text}".strip()
    try:
        on_day, at_clock = _read(day_text, customs), _read(clock_text, customs)
        return _planned(_merged(on_day, at_clock, customs), customs, 0)
    except (ValueError, OverflowError) as error:
        raise _refused(both, error) from error


def parse_planned_time(
    text: str,
    startex: datetime,
    zone: str = "Z",
    *,
    now: datetime | None = None,
    day: int = 0,
    t_means: Literal["minutes", "hours"] = "minutes",
) -> int:
    """Minutes from STARTEX of a planned time as `understand_planned_time` reads it.

    Raises Refusal, also for an empty or undecided time.
    """
    planned = understand_planned_time(text, startex, zone, now=now, day=day, t_means=t_means)
    if planned.minutes is None:
        raise _refused(text, Unreadable("it names no time"))
    return planned.minutes


def format_planned_time(minutes: int, startex: datetime, zone: str = "Z") -> str:
    """Write a planned time as a date-time group: 031532ZJUL26."""
    return format_dtg(utc(startex) + timedelta(minutes=minutes), zone)


def format_offset(minutes: int, startex: datetime | None = None, zone: str = "Z") -> str:
    """Write a planned time as day of the exercise and clock: STARTEX+2 0900.

    Without STARTEX the clock is not known, and the time since STARTEX is written instead:
    STARTEX+2 H+9. Both read back to the same minutes.
    """
    if startex is None:
        return _format_elapsed(minutes)
    start = Customs(utc(startex), zone).start
    local = start + timedelta(minutes=minutes)
    day = (local.date() - start.date()).days
    return f"STARTEX{day:+d} {local:%H%M}"


def _format_elapsed(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    days, rest = divmod(abs(minutes), DAY)
    hours, left = divmod(rest, 60)
    parts = [f"STARTEX{sign}{days}" if days or not rest else "STARTEX"]
    if hours or left:
        parts.append(f"H{sign}{hours}")
    if left:
        parts.append(f"M{sign}{left}")
    return " ".join(parts)


def from_excel_serial(value: float) -> datetime:
    """The date and time, without zone, that a cell of the 1900 date system shows.

    Counts with the system's 29 February 1900, which is refused because it never was. Below 1 a
    serial is a time of day and lands on 31 December 1899. Rounded to the second. Raises Refusal.
    """
    seconds = round(value * 86400) if math.isfinite(value) else -1
    if not 0 <= seconds < _LAST_SERIAL * 86400:
        raise Refusal(f"{value:g} is not a spreadsheet date.", remedy="They run from 0 to 2958465.")
    if seconds // 86400 == 60:
        raise Refusal(
            "The spreadsheet shows 29 February 1900, a day that never was.",
            remedy="Correct the date in the spreadsheet.",
        )
    first = date(1899, 12, 31) if seconds < 60 * 86400 else date(1899, 12, 30)
    return datetime.combine(first, time()) + timedelta(seconds=seconds)


def _read(text: str, customs: Customs) -> Reading:
    """Whoever only writes times does not wait for the patterns that read them."""
    from exerciseplanner.domain.time_grammar import read_time

    return read_time(text, customs)


def _planned(reading: Reading, customs: Customs, day: int) -> PlannedTime:
    _settle_weekday(reading, customs)
    has_clock = reading.clock is not None or reading.moment is not None
    has_clock = has_clock or reading.elapsed is not None
    has_day = reading.has_day() or reading.moment is not None
    if not has_day and not has_clock:
        raise Unreadable("it names no time")
    if reading.clock is not None:
        _spend_days_on_the_clock(reading)
        has_day = has_day or reading.day is not None
    else:
        has_day = has_day or reading.elapsed is not None
    if not has_day:
        reading.doubts.append("no day is given, " + _day_name(day) + " is taken")
        reading.day = day
    minutes = _minutes(reading, customs)
    if abs(minutes) > _CENTURY:
        raise Unreadable("it lies more than a century from STARTEX")
    return PlannedTime(minutes, has_day, has_clock, "; ".join(reading.doubts))


def _day_name(day: int) -> str:
    return f"STARTEX{day:+d}" if day else "the day of STARTEX"


def _settle_weekday(reading: Reading, customs: Customs) -> None:
    if reading.weekday is None or reading.has_day() or reading.moment is not None:
        return
    start = customs.start.date()
    reading.on_date = start + timedelta(days=(reading.weekday - start.weekday()) % 7)
    reading.doubts.append("of the weekdays the first from STARTEX is taken")


def _spend_days_on_the_clock(reading: Reading) -> None:
    """A clock time beside '+2d' means that day; beside any other offset it has no meaning."""
    if reading.elapsed is None:
        return
    if reading.has_day() or reading.elapsed % DAY:
        raise Unreadable("it gives both a time of day and an offset")
    reading.day, reading.elapsed = reading.elapsed // DAY, None


def _minutes(reading: Reading, customs: Customs) -> int:
    start = customs.start
    if reading.moment is not None or reading.on_date is not None:
        if reading.elapsed is not None:
            raise Unreadable("it gives both a date and an offset")
        moment = reading.moment or _on_date(reading.on_date or start.date(), reading, customs)
        return int((moment - start) // timedelta(minutes=1))
    if reading.clock is None:
        return (reading.day or 0) * DAY + (reading.elapsed or 0)
    on_day = start.date() + timedelta(days=reading.day or 0)
    return int((_on_date(on_day, reading, customs) - start) // timedelta(minutes=1))


def _on_date(day: date, reading: Reading, customs: Customs) -> datetime:
    midnight = datetime.combine(day, time(), tzinfo=reading.zone or customs.local)
    return (midnight + (reading.clock or timedelta())).astimezone(UTC)


def _merged(on_day: Reading, at_clock: Reading, customs: Customs) -> Reading:
    if at_clock.moment is not None or at_clock.has_day() or at_clock.weekday is not None:
        return at_clock
    doubts = [*on_day.doubts, *at_clock.doubts]
    if on_day.moment is not None:
        on_day.on_date = on_day.moment.astimezone(customs.local).date()
    elif on_day.on_date is None and on_day.day is None and on_day.clock is None:
        on_day.elapsed = on_day.elapsed if on_day.weekday is None else None
    return Reading(
        on_date=on_day.on_date,
        day=on_day.day,
        clock=at_clock.clock,
        zone=at_clock.zone,
        elapsed=at_clock.elapsed if at_clock.elapsed is not None else on_day.elapsed,
        weekday=on_day.weekday,
        doubts=doubts,
    )


def _refused(text: str, reason: Exception) -> Refusal:
    why = str(reason) if isinstance(reason, Unreadable) else "that day or time does not exist"
    return Refusal(f"'{text}' cannot be read as a time: {why}.", field="time", remedy=UNDERSTOOD)
