"""Times of day and offsets from STARTEX, as pieces of a planned time."""

from __future__ import annotations

from datetime import timedelta, timezone

from exerciseplanner.domain import time_patterns as patterns
from exerciseplanner.domain.dtg import clock_delta, zone_offset
from exerciseplanner.domain.time_reading import DAY, Customs, Found, Reading, Unreadable

_UNIT_MINUTES = {"D": DAY, "H": 60, "M": 1, "W": 7 * DAY}
_UTC_NAMES = frozenset({"UTC", "GMT", "ZULU"})
_LOCAL_NAMES = frozenset({"L", "LT", "LOCAL"})


def read_step(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take H+2, M-5 or T+15."""
    name, count = found["name"], found["count"]
    hours = name == "H" or (name == "T" and customs.t_means == "hours")
    if found["minutes"]:
        minutes = float(count) * 60 + int(found["minutes"])
    elif found["unit"]:
        minutes = _span_minutes(float(count), found["unit"].strip())
    elif hours and len(count) == 4 and count.startswith("0"):
        minutes = int(count[:2]) * 60 + int(count[2:])
    else:
        minutes = float(count) * (60 if hours else 1)
    reading.add(-minutes if found["sign"] == "-" else minutes)
    return True


def read_h_hour(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take H-hour itself."""
    reading.add(0)
    return True


def read_span(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take 90 min, +3h or -1d 4h."""
    total = sum(
        _span_minutes(float(part["count"]), part["unit"])
        for part in patterns.SPAN_PART.finditer(found["parts"])
    ) + int(found["rest"] or 0)
    reading.add(-total if found["sign"] == "-" else total)
    return True


def _span_minutes(count: float, unit: str) -> float:
    if unit.startswith("S"):
        return count / 60
    return count * _UNIT_MINUTES[unit[0]]


def read_span_hours_minutes(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take +1:30 or +9h30."""
    minutes = int(found["hours"]) * 60 + int(found["minutes"] or found["more"])
    reading.add(-minutes if found["sign"] == "-" else minutes)
    return True


def read_span_bare(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take +90, in minutes."""
    reading.add(int(found["sign"] + found["minutes"]))
    return True


def read_clock(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take 09:05, 9:05 AM or 0900L."""
    parts = found.groupdict()
    hour = int(parts["hour"])
    minute = int(parts.get("minute") or parts.get("minute_dot") or 0)
    second = int(parts.get("second") or 0)
    if parts.get("half"):
        if not 1 <= hour <= 12:
            raise Unreadable("that time is not on the twelve-hour clock")
        hour = hour % 12 + (12 if parts["half"] == "P" else 0)
    if second:
        reading.doubts.append("seconds are left out")
    reading.set_clock(clock_delta(hour, minute, second), _zone(parts["zone"]))
    return True


def read_clock_h(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take 09h00, and 9h where a day stands before it."""
    if found["minute"] is None and not reading.has_day():
        return False
    return read_clock(found, reading, customs)


def read_clock_word(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take noon or midnight, the midnight that begins the day."""
    reading.set_clock(timedelta(hours=12 if found["word"] == "NOON" else 0), None)
    return True


def _zone(name: str | None) -> timezone | None:
    if name is None or name in _LOCAL_NAMES:
        return None
    return timezone(zone_offset("Z" if name in _UTC_NAMES else name))


def read_numeric_zone(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take +02:00 behind a date and a time."""
    if reading.clock is None or reading.on_date is None or reading.zone is not None:
        return False
    if found["sign"] == "-" and not reading.iso:
        return False
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
    reading.zone = timezone(-offset if found["sign"] == "-" else offset)
    return True


def read_range(found: Found, reading: Reading, customs: Customs) -> bool:
    """Take the dash between the start and the end of a span."""
    if reading.clock is None:
        return False
    reading.ranged = True
    return True
