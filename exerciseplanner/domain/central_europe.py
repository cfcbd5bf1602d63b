"""Which zone letter the clocks of Central Europe show on a day: A in winter, B in summer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_CHANGE_HOUR = 1
_MARCH, _OCTOBER = 3, 10
_SUNDAY = 6


def central_european_zone(moment: datetime) -> str:
    """B from the last Sunday of March to the last Sunday of October, 0100Z each; A otherwise.

    DOCTRINE section 9: a summer exercise printed with A is one hour out.
    """
    at = moment.astimezone(UTC)
    summer = _last_sunday(at.year, _MARCH) <= at < _last_sunday(at.year, _OCTOBER)
    return "B" if summer else "A"


def zone_warning(zone: str, moment: datetime) -> str:
    """What to say where A or B is not what clocks in Central Europe show; empty where it is."""
    shown = central_european_zone(moment)
    if zone not in ("A", "B") or zone == shown:
        return ""
    season = "summer (CEST)" if shown == "B" else "winter (CET)"
    return (
        f"On that day Central European clocks keep {season}, which is {shown}: "
        f"times printed with {zone} are one hour off local time there."
    )


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, _CHANGE_HOUR, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() - _SUNDAY) % 7)
