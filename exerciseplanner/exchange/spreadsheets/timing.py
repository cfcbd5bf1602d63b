"""The times of a sheet: day and clock put together, carried down, and tied to STARTEX."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from statistics import median

from exerciseplanner.domain.dtg import DTG, dtg_moment, zone_offset
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.time import (
    PlannedTime,
    combine_planned_time,
    understand_planned_time,
)
from exerciseplanner.domain.time_grammar import read_time
from exerciseplanner.domain.time_reading import DAY, Customs, utc
from exerciseplanner.exchange.spreadsheets.mapping import Anchor, TimeSettings
from exerciseplanner.exchange.spreadsheets.sheets import Cell
from exerciseplanner.exchange.spreadsheets.timewriting import Writing, written

PROVISIONAL = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
"""Stands in for STARTEX while the exercise has none; only differences of times are kept."""

UNDECIDED = frozenset({"tbd", "tbc", "tba", "n/a", "na", "-", "?", "???", "none", "on call"})
"""What people write where the time is still open."""
_NEAR = 45 * DAY
_PAST_MIDNIGHT = 360
_SILENT = ("no day is given",)


@dataclass(frozen=True)
class Said:
    """What one row says about a time, in minutes from STARTEX.

    `absolute` tells that it names a calendar date; `has_day` that it names any day or offset;
    `carries` that rows below without a day are on this one; `unread` is a text nobody can read.
    """

    minutes: int | None
    absolute: bool = False
    has_day: bool = False
    has_clock: bool = False
    carries: bool = False
    doubt: str = ""
    unread: str = ""


NOTHING_SAID = Said(None)


class TimeReader:
    """Reads the times of one pair of columns, day and clock, remembering what it has read."""

    def __init__(
        self,
        startex: datetime | None,
        zone: str,
        settings: TimeSettings,
        day: Writing,
        clock: Writing,
    ) -> None:
        self.startex = utc(startex or PROVISIONAL)
        self.zone = zone
        local = self.startex.astimezone(timezone(zone_offset(zone)))
        self._local_startex = local.replace(tzinfo=None)
        self._settings = settings
        self._day = day
        self._clock = clock
        self._known: dict[tuple[str, str], Said] = {}
        self._customs = Customs(self.startex, zone, day_first=clock.day_first)

    def read(self, day: Cell, clock: Cell, carried: str = "") -> tuple[Said, str]:
        """What a row says, and the text of its day for the rows below that leave it out.

        `carried` is the day from above: of the last row that had one, a section or the sheet.
        """
        if isinstance(clock, datetime) and clock.tzinfo is None:
            minutes = (clock - self._local_startex) // timedelta(minutes=1)
            return Said(minutes, True, True, True, True), written(clock, self._clock)
        day_text, clock_text = written(day, self._day), written(clock, self._clock)
        if not day_text and not clock_text:
            return NOTHING_SAID, carried
        said = self._said(day_text, clock_text)
        if said.minutes is not None and not said.has_day and carried:
            on_that_day = self._said(carried, clock_text)
            return (said if on_that_day.unread else on_that_day), carried
        return said, (day_text or clock_text) if said.carries else carried

    def _said(self, day: str, clock: str) -> Said:
        known = self._known.get((day, clock))
        if known is None:
            known = self._known[day, clock] = self._fresh(day, clock)
        return known

    def _fresh(self, day: str, clock: str) -> Said:
        group = None if day else DTG.fullmatch(clock)
        if group and group["year"] and group["zone"] != "L":
            return self._said_by_group(group)
        try:
            planned = self._understood(day, clock)
            dated, carries = self._days_in(clock)
            if not dated and day:
                dated, carries = self._days_in(day)
        except (Refusal, ValueError, OverflowError):
            return Said(None, unread=f"{day} {clock}".strip())
        doubts = (part for part in planned.doubt.split("; ") if not part.startswith(_SILENT))
        return Said(
            planned.minutes,
            dated and planned.minutes is not None,
            planned.has_day,
            planned.has_clock,
            carries,
            "; ".join(filter(None, doubts)),
        )

    def _said_by_group(self, group: re.Match[str]) -> Said:
        """A complete date-time group leaves nothing to ask, and most lists are full of them."""
        try:
            moment = dtg_moment(group, self.zone, self.startex, group[0])
        except Refusal:
            return Said(None, unread=group[0])
        minutes = (moment - self.startex) // timedelta(minutes=1)
        return Said(minutes, absolute=True, has_day=True, has_clock=True, carries=True)

    def _days_in(self, text: str) -> tuple[bool, bool]:
        """Whether a text names a calendar date, and whether it names a date or a day at all."""
        if not text or text.lower() in UNDECIDED:
            return False, False
        if DTG.fullmatch(text):
            return True, True
        reading = read_time(text, self._customs)
        dated = reading.moment is not None or reading.on_date is not None
        return dated, dated or reading.has_day() or reading.weekday is not None

    def _understood(self, day: str, clock: str) -> PlannedTime:
        t_means = self._settings.t_means
        if not day or not clock:
            writing = self._clock if clock else self._day
            return understand_planned_time(
                clock or day,
                self.startex,
                self.zone,
                t_means=t_means,
                day_first=writing.day_first,
                first_day=writing.first_day,
            )
        return combine_planned_time(
            day,
            clock,
            self.startex,
            self.zone,
            t_means=t_means,
            day_first=self._day.day_first,
            first_day=self._day.first_day,
        )


def past_midnight(times: Sequence[Said]) -> tuple[list[Said], list[int]]:
    """Times of day in order of play, those after midnight moved to the following days.

    Only where no row names a day, the list runs forward, and each step back is a long one; also
    the places where a new day begins.
    """
    clocks = [(place, said.minutes) for place, said in enumerate(times) if said.minutes is not None]
    if any(times[place].has_day for place, _ in clocks):
        return list(times), []
    turns = [
        (now, before - minutes)
        for (_, before), (now, minutes) in pairwise(clocks)
        if minutes < before
    ]
    if not turns or any(step < _PAST_MIDNIGHT for _, step in turns) or len(turns) > 30:
        return list(times), []
    places = {place for place, _ in turns}
    moved, days = [], 0
    for place, said in enumerate(times):
        days += place in places
        shifted = None if said.minutes is None else said.minutes + days * DAY
        moved.append(replace(said, minutes=shifted))
    return moved, sorted(places)


@dataclass(frozen=True)
class Tie:
    """How far calendar dates are moved to lie on the exercise, and the sentence that says so."""

    shift: int = 0
    because: str = ""
    absolute: bool = True
    clocks: bool = False
    """Whether times of day without a date move as well."""


def tie(
    times: Sequence[Said],
    startex_row: int | None,
    stated: Said,
    settings: TimeSettings,
    startex: datetime | None,
    zone: str,
) -> Tie:
    """How the dates of a source are tied to STARTEX.

    `startex_row` is the place of the row called STARTEX; `stated` is what the source says about
    its own STARTEX elsewhere.
    """
    dated = [said.minutes for said in times if said.absolute and said.minutes is not None]
    own = times[startex_row] if startex_row is not None else NOTHING_SAID
    wanted = settings.anchor
    if not dated:
        return _tie_of_clocks(own, wanted)
    if wanted == "absolute" or (wanted == "auto" and startex and _lies_near(dated)):
        return Tie()
    if wanted != "first":
        if own.absolute and own.minutes is not None and own.has_clock:
            because = "the row called STARTEX is taken as STARTEX, all other dates move with it"
            return Tie(-own.minutes, because, absolute=False)
        if stated.absolute and stated.minutes is not None:
            because = "the day of STARTEX that the file names is taken as that of the exercise"
            return Tie(_days_to_startex(stated.minutes, startex, zone), because, absolute=False)
    shift = _days_to_startex(min(dated), startex, zone)
    because = "the first day with a date is taken as the day of STARTEX, times of day stay"
    return Tie(shift, because, absolute=False)


def _tie_of_clocks(own: Said, wanted: Anchor) -> Tie:
    """Times of day stay as they are, unless the planner wants the row called STARTEX there."""
    if not own.minutes or own.has_day or not own.has_clock:
        return Tie()
    if wanted == "startex":
        because = "the row called STARTEX is taken as STARTEX, all times of day move with it"
        return Tie(-own.minutes, because, clocks=True)
    if wanted == "auto":
        hours, minutes = divmod(abs(own.minutes), 60)
        side = "after" if own.minutes > 0 else "before"
        return Tie(0, f"the row called STARTEX lies {hours} h {minutes:02} min {side} STARTEX")
    return Tie()


def _lies_near(dated: Sequence[int]) -> bool:
    return abs(median(dated)) <= _NEAR


def _days_to_startex(minutes: int, startex: datetime | None, zone: str) -> int:
    start = utc(startex or PROVISIONAL).astimezone(timezone(zone_offset(zone)))
    moment = start + timedelta(minutes=minutes)
    return (start.date() - moment.date()).days * DAY


def tied(said: Said, knot: Tie) -> int | None:
    """Minutes from STARTEX after the dates have been moved."""
    if said.minutes is None:
        return None
    moves = said.absolute or (knot.clocks and not said.has_day)
    return said.minutes + knot.shift if moves else said.minutes
