"""The times of every entry: delivery, duration, time in the scenario, actual release."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from exerciseplanner.domain.intake import Severity
from exerciseplanner.domain.time import format_planned_time
from exerciseplanner.domain.time_reading import DAY, utc
from exerciseplanner.exchange.spreadsheets.cells import is_nothing, one_line
from exerciseplanner.exchange.spreadsheets.context import Context
from exerciseplanner.exchange.spreadsheets.mapping import SheetMapping, TimeSettings
from exerciseplanner.exchange.spreadsheets.remarks import Remarks
from exerciseplanner.exchange.spreadsheets.timewriting import writing_of
from exerciseplanner.exchange.spreadsheets.timing import (
    NOTHING_SAID,
    Said,
    Tie,
    TimeReader,
    past_midnight,
    tie,
    tied,
)
from exerciseplanner.exchange.spreadsheets.values import LONGEST_TIME
from exerciseplanner.exchange.spreadsheets.walking import Entry

_LENGTH = re.compile(
    r"(?<!\d)(\d{1,9}(?:\.\d{1,9})?)\s*(days?|jours?|tage?|h(?:ou)?rs?|h|std|stunden?|min\w*|m)\b"
)
_HOURS_MINUTES = re.compile(r"(?<!\d)(\d{1,9})\s*h\s*(\d{1,2})(?!\d)(?:\s*m\w*)?")
_RANGE = re.compile(
    r"(?<![\d/.])(\d{1,2})[:h]?([0-5]\d)[A-Z]?\s*(?:-|–|—|to|until|bis|à)\s*(\d{1,2})[:h]?([0-5]\d)(?!\d)"
)
_UNITS = {"d": DAY, "j": DAY, "t": DAY, "h": 60, "s": 60, "m": 1}
_CLOCK = re.compile(r"(\d{1,3}):(\d{2})(?::\d{2})?")
_PAIRS = {
    "start": ("start_date", "start"),
    "end": ("start_date", "end"),
    "scenario_start": ("scenario_date", "scenario_start"),
    "released_at": ("", "released_at"),
}
"""Each time with its column of days and its column of clock times."""


@dataclass(frozen=True)
class SheetTimes:
    """What every entry of one sheet says, by the time it says it about, in the entries' order."""

    entries: Sequence[Entry]
    said: dict[str, list[Said]]


def read_times(
    entries: Sequence[Entry],
    mapping: SheetMapping,
    settings: TimeSettings,
    context: Context,
    remarks: Remarks,
) -> SheetTimes:
    """Read every time of a sheet; what cannot be read is remarked."""
    said = {}
    for name, (day_column, clock_column) in _PAIRS.items():
        if mapping.fields & {clock_column, day_column if name != "end" else clock_column}:
            said[name] = _column(
                entries, mapping, settings, context, remarks, name, day_column, clock_column
            )
    return SheetTimes(entries, said)


def _column(
    entries: Sequence[Entry],
    mapping: SheetMapping,
    settings: TimeSettings,
    context: Context,
    remarks: Remarks,
    name: str,
    day_column: str,
    clock_column: str,
) -> list[Said]:
    days = [entry.cells.get(day_column, "") for entry in entries]
    clocks = [entry.cells.get(clock_column, "") for entry in entries]
    heads = {column.field: column.header for column in mapping.columns if column.field}
    day = writing_of(days, heads.get(day_column, ""), settings, is_day=True)
    clock = writing_of(clocks, heads.get(clock_column, ""), settings, is_day=False)
    reader = TimeReader(context.startex, context.zone, settings, day, clock)
    found = []
    carried, group = "", ""
    for entry, day_cell, clock_cell in zip(entries, days, clocks, strict=True):
        if entry.day != group:
            carried = group = entry.day
        said, carried = reader.read(day_cell, clock_cell, carried)
        found.append(said)
        if said.unread:
            message = f"the time '{one_line(said.unread)[:60]}' cannot be read; it is in the note"
            remarks.add(message, entry.sheet, entry.row)
        elif said.doubt:
            grave: Severity = "note" if said.doubt == "seconds are left out" else "doubt"
            remarks.add(f"time: {said.doubt}", entry.sheet, entry.row, grave)
    if name != "start":
        return found
    moved, places = past_midnight(found)
    for place in places:
        message = "the times go past midnight here and run on into the next day"
        remarks.add(message, entries[place].sheet, entries[place].row)
    if clock.remark and entries:
        remarks.say(entries[0].sheet.place() or "File", clock.remark)
    return moved


def knot_for(
    sheets: Sequence[SheetTimes],
    name: str,
    stated: Said,
    settings: TimeSettings,
    context: Context,
) -> Tie:
    """How the calendar dates of one kind of time are tied to STARTEX, over all sheets together."""
    times: list[Said] = []
    startex_row: int | None = None
    for sheet in sheets:
        said = sheet.said.get(name, [])
        for place, entry in enumerate(sheet.entries[: len(said)]):
            if startex_row is None and is_startex(entry):
                startex_row = len(times) + place
        times += said
    return tie(times, startex_row, stated, settings, context.startex, context.zone)


def is_startex(entry: Entry) -> bool:
    """Whether an entry is the start of the exercise itself."""
    words = one_line(entry.text("title") or entry.text("message")).casefold().strip(" .!:-")
    return words in (
        "startex",
        "start ex",
        "start of exercise",
        "exercise start",
        "exercise starts",
        "exercise begins",
        "startex announcement",
        "debex",
        "übungsbeginn",
    )


def placed(
    sheet: SheetTimes, place: int, knots: dict[str, Tie], context: Context
) -> dict[str, object]:
    """The times of one entry as the plan keeps them."""
    values: dict[str, object] = {}
    start = sheet.said["start"][place] if "start" in sheet.said else NOTHING_SAID
    minutes = tied(start, knots["start"])
    if minutes is not None:
        values["start"] = minutes
    scenario = sheet.said["scenario_start"][place] if "scenario_start" in sheet.said else None
    if scenario is not None and (then := tied(scenario, knots["scenario_start"])) is not None:
        values["scenario_start"] = then
    lasts = _duration(sheet, place, start)
    if lasts is not None:
        values["duration"] = lasts
    released = sheet.said["released_at"][place] if "released_at" in sheet.said else NOTHING_SAID
    if released.minutes is not None and knots["start"].absolute and context.startex:
        moment = utc(context.startex) + timedelta(minutes=released.minutes)
        values["released_at"] = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
    return values


def _duration(sheet: SheetTimes, place: int, start: Said) -> int | None:
    if "end" in sheet.said and start.minutes is not None:
        end = sheet.said["end"][place]
        if end.minutes is not None and end.absolute == start.absolute:
            lasts = end.minutes - start.minutes
            return lasts % DAY if -DAY < lasts < 0 else max(0, lasts)
    stated = length_of(sheet.entries[place])
    return _length_of_range(sheet.entries[place].text("start")) if stated is None else stated


def _length_of_range(text: str) -> int | None:
    """The minutes of '0800-0930'; None where the text is no range of clock times."""
    found = _RANGE.search(text)
    if found is None:
        return None
    begin, end = (60 * int(found[hour]) + int(found[hour + 1]) for hour in (1, 3))
    return (end - begin) % DAY or None


def length_of(entry: Entry) -> int | None:
    """The minutes a duration cell says; None where it says none."""
    value = entry.cells.get("duration", "")
    if is_nothing(value) or isinstance(value, bool):
        return None
    if isinstance(value, timedelta):
        return round(value.total_seconds() / 60)
    if isinstance(value, int | float):
        return round(value * 1440) if 0 < value < 1 else round(value)
    return _length_in_words(str(value))


def _length_in_words(text: str) -> int | None:
    plain = _HOURS_MINUTES.sub(r"\1 h \2 min", text.strip().casefold().replace(",", "."))
    total = 0.0
    found = False
    for count, unit in _LENGTH.findall(plain):
        found = True
        total += float(count) * _UNITS[unit[0]]
    if found:
        return round(total)
    clock = _CLOCK.fullmatch(plain)
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    bare = len(plain) <= LONGEST_TIME and plain.replace(".", "", 1).isdecimal()
    return round(float(plain)) if bare else None


def examples(
    entries: Sequence[Entry], times: SheetTimes, knot: Tie, context: Context, most: int = 3
) -> tuple[tuple[str, str], ...]:
    """The first times of a sheet as written and as understood, for the planner to check."""
    shown = []
    for entry, said in zip(entries, times.said.get("start", []), strict=False):
        minutes = tied(said, knot)
        if minutes is None or context.startex is None:
            continue
        text = " ".join(filter(None, (entry.text("start_date"), entry.text("start"))))
        shown.append((text, format_planned_time(minutes, context.startex, context.zone)))
        if len(shown) == most:
            break
    return tuple(shown)
