"""Military date-time groups: 031532ZJUL26 and its relatives, read and written."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from exerciseplanner.domain.refusals import Refusal

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
"""English abbreviations in every language of the window (DOCTRINE section 9)."""

UNDERSTOOD = "Understood are 031532ZJUL26, 031532Z JUL 26, 17 0855Z JUN 19 and 03153245ZJUL26."

_MONTH = "|".join(MONTHS)
DTG = re.compile(
    r"(?P<day>\d{2}|\d(?=[ /]))[ /]*(?P<hour>\d{2}):?(?P<minute>\d{2}):?(?P<second>\d{2})?"
    rf" *(?P<zone>[A-Z])?[ /]*(?P<month>{_MONTH})[A-Z]{{0,6}}"
    r"[ /]*(?P<year>\d{4}|\d{2})?(?![\d:])"
)
"""A date-time group with its month; the year may be missing."""

SHORT = re.compile(r"(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})(?P<zone>[A-Z])(?![A-Z0-9])")
"""The planning form DDHHMMZ, whose month is understood from STARTEX."""

_HALF_A_MONTH = timedelta(days=15)


@lru_cache(maxsize=64)
def zone_offset(letter: str) -> timedelta:
    """Offset from UTC of a military zone letter; J and anything but one letter are refused."""
    zone = letter.strip().upper()
    if zone == "J":
        raise Refusal(
            "J is the local time of whoever reads it, not an offset from UTC.",
            field="zone",
            remedy="Write Z, or the letter of the zone agreed for the exercise.",
        )
    if len(zone) != 1 or not "A" <= zone <= "Z":
        raise Refusal(
            f"'{letter}' is not a time zone letter.",
            field="zone",
            remedy="Z is UTC, A to M without J are east of it, N to Y west of it.",
        )
    return timedelta(hours=_hours_east(zone))


def _hours_east(zone: str) -> int:
    if zone == "Z":
        return 0
    if zone >= "N":
        return ord("M") - ord(zone)
    return ord(zone) - ord("A") + (1 if zone < "J" else 0)


def parse_dtg(
    text: str,
    *,
    default_zone: str = "Z",
    year: int | None = None,
    reference: datetime | None = None,
) -> datetime:
    """Read a date-time group as an aware UTC moment.

    `year` completes a group without one and settles the century of a two-digit one; `reference`
    (usually STARTEX) does the same and also gives the month of the short form DDHHMMZ. Inside a
    date-time group L is Lima, UTC+11 (DOCTRINE section 9). Raises Refusal.
    """
    wanted = re.sub(r"\s+", " ", text.strip().upper())
    short = SHORT.fullmatch(wanted)
    if short and reference is not None:
        return short_moment(short, reference, text)
    found = DTG.fullmatch(wanted)
    if found is None:
        if short:
            raise Refusal(f"'{text}' names no month.", field="dtg", remedy=UNDERSTOOD)
        raise Refusal(f"'{text}' is not a date-time group.", field="dtg", remedy=UNDERSTOOD)
    if year is None and reference is not None:
        return dtg_moment(found, default_zone, reference, text)
    month = MONTHS.index(found["month"]) + 1
    return _moment(found, full_year(found["year"], year, text), month, default_zone, text)


def dtg_moment(found: re.Match[str], default_zone: str, reference: datetime, text: str) -> datetime:
    """The UTC moment of a match of `DTG`; a missing year is the one that lies nearest."""
    month = MONTHS.index(found["month"]) + 1
    if found["year"]:
        year = full_year(found["year"], reference.year, text)
        return _moment(found, year, month, default_zone, text)
    moments = []
    for year in nearest_years(reference):
        try:
            moments.append(_moment(found, year, month, default_zone, text))
        except Refusal:
            continue
    if not moments:
        return _moment(found, reference.year, month, default_zone, text)
    return min(moments, key=lambda moment: abs(moment - reference))


def nearest_years(reference: datetime) -> tuple[int, ...]:
    """The year of the reference and the ones beside it, as far as the calendar goes."""
    around = (reference.year, reference.year - 1, reference.year + 1)
    return tuple(year for year in around if 1 <= year <= 9999)


def short_moment(found: re.Match[str], reference: datetime, text: str) -> datetime:
    """The UTC moment of a match of `SHORT`: in the month of the reference.

    A day more than half a month before the reference, or one its month does not have, is in the
    month after it, because exercises run forward.
    """
    local = reference.astimezone(timezone(zone_offset(found["zone"])))
    following = (local.replace(day=1) + timedelta(days=32)).replace(day=1)
    try:
        moment = _moment(found, local.year, local.month, "Z", text)
    except Refusal:
        return _moment(found, following.year, following.month, "Z", text)
    if moment < reference - _HALF_A_MONTH:
        return _moment(found, following.year, following.month, "Z", text)
    return moment


def full_year(digits: str | None, near: int | None, text: str) -> int:
    """Four-digit year of '04', '2004' or nothing, nearest to `near` (1970 to 2069 without it)."""
    if digits is None:
        if near is None:
            raise Refusal(f"'{text}' names no year.", field="dtg", remedy=UNDERSTOOD)
        return near
    if len(digits) == 4:
        return int(digits)
    if near is None:
        return 1900 + int(digits) + (100 if int(digits) < 70 else 0)
    return _nearest(int(digits), near)


@lru_cache(maxsize=256)
def _nearest(last_digits: int, near: int) -> int:
    century = near - near % 100
    candidates = (century + step + last_digits for step in (-100, 0, 100))
    return min(candidates, key=lambda candidate: abs(candidate - near))


def _moment(found: re.Match[str], year: int, month: int, zone: str, text: str) -> datetime:
    parts = found.groupdict()
    try:
        day = datetime(year, month, int(parts["day"]), tzinfo=UTC)
        clock = clock_delta(int(parts["hour"]), int(parts["minute"]), int(parts.get("second") or 0))
        return day + clock - zone_offset(parts["zone"] or zone)
    except (ValueError, OverflowError) as error:
        raise Refusal(
            f"'{text}' names a day or a time that does not exist.", field="dtg", remedy=UNDERSTOOD
        ) from error


def clock_delta(hour: int, minute: int, second: int = 0) -> timedelta:
    """Time since 0000 of that day; 2400 is the end of the day. Raises ValueError off the clock."""
    if (hour, minute, second) != (24, 0, 0) and (hour > 23 or minute > 59 or second > 59):
        raise ValueError(f"{hour:02}:{minute:02}:{second:02} is not on the clock")
    return timedelta(hours=hour, minutes=minute, seconds=second)


def format_dtg(moment: datetime, zone: str = "Z", *, seconds: bool = False) -> str:
    """Write an aware moment as 031532ZJUL26, or with seconds as 03153245ZJUL26.

    Raises ValueError for a moment without a time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a date-time group needs a moment with a time zone")
    local = moment.astimezone(timezone(zone_offset(zone)))
    clock = local.strftime("%d%H%M%S" if seconds else "%d%H%M")
    return f"{clock}{zone.strip().upper()}{MONTHS[local.month - 1]}{local.year % 100:02}"
