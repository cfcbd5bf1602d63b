"""Days of the exercise, counted from the day of STARTEX in the exercise zone."""

from __future__ import annotations

from datetime import timedelta

from exerciseplanner.domain.dtg import zone_offset
from exerciseplanner.ui.widgets.vocabulary import Vocabulary

_DAY = 1440


class Days:
    """Tells the day of a planned time; made anew when STARTEX or the zone changes."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._local = vocabulary.startex + zone_offset(vocabulary.zone)
        self._into = self._local.hour * 60 + self._local.minute

    def of(self, start: int | None) -> int | None:
        """The day on which a planned time lies; 0 is the day of STARTEX."""
        return None if start is None else (start + self._into) // _DAY

    def label(self, day: int) -> str:
        """A day as STARTEX+2 and its date."""
        date = self._local + timedelta(days=day)
        return f"STARTEX{day:+d}  ·  {date:%a %d %b}" if day else f"STARTEX  ·  {date:%a %d %b}"
