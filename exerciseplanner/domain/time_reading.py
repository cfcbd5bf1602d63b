"""What a text said about a time, before it is settled into minutes from STARTEX."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal

from exerciseplanner.domain.dtg import zone_offset

DAY = 1440
"""Minutes in a day."""


class Unreadable(ValueError):
    """The text says no time, or says two; its message is the reason in a planner's words."""


@dataclass(frozen=True)
class Customs:
    """What a source takes for granted about its times."""

    startex: datetime
    zone: str = "Z"
    now: datetime | None = None
    t_means: Literal["minutes", "hours"] = "minutes"
    day_first: bool = True
    first_day: int = 1

    @property
    def local(self) -> timezone:
        """The time zone agreed for the exercise."""
        return timezone(zone_offset(self.zone))

    @property
    def start(self) -> datetime:
        """STARTEX in the zone of the exercise."""
        return self.startex.astimezone(self.local)


@dataclass
class Reading:
    """What one text said: any of a moment, a day, a clock time and an offset from STARTEX."""

    moment: datetime | None = None
    on_date: date | None = None
    day: int | None = None
    clock: timedelta | None = None
    zone: timezone | None = None
    elapsed: int | None = None
    iso: bool = False
    ranged: bool = False
    weekday: int | None = None
    doubts: list[str] = field(default_factory=list)

    def has_day(self) -> bool:
        """Whether a date or a day of the exercise has been read."""
        return self.on_date is not None or self.day is not None

    def set_moment(self, moment: datetime) -> None:
        """Take a complete date-time group."""
        if self.moment is not None or self.has_day() or self.clock is not None:
            raise Unreadable("it names more than one time")
        self.moment = moment

    def set_date(self, day: date) -> None:
        """Take a calendar date."""
        if self.has_day() or self.moment is not None:
            raise Unreadable("it names more than one day")
        self.on_date = day

    def set_day(self, day: int) -> None:
        """Take a day of the exercise, 0 being the day of STARTEX."""
        if self.has_day() or self.moment is not None:
            raise Unreadable("it names more than one day")
        self.day = day

    def set_clock(self, clock: timedelta, zone: timezone | None) -> None:
        """Take a time of day; the second one of a range is the end and is left out."""
        if self.ranged:
            self.doubts.append("a span of time is given, its start is taken")
            return
        if self.clock is not None or self.moment is not None:
            raise Unreadable("it names more than one time")
        self.clock, self.zone = clock, zone

    def add(self, minutes: float) -> None:
        """Take an offset; several add up, as in J+1 H+2 M-5."""
        if minutes != int(minutes):
            raise Unreadable("planned times are whole minutes")
        self.elapsed = (self.elapsed or 0) + int(minutes)


Found = re.Match[str]
ReadingStep = Callable[[Found, Reading, Customs], bool]
"""Takes one matched piece into the reading; False where the piece means something else here."""


def utc(moment: datetime) -> datetime:
    """The whole minute of a moment in UTC; one without a zone is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(second=0, microsecond=0)
