"""How one column writes its times, and each of its cells as text the time grammar reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.time import from_excel_serial
from exerciseplanner.exchange.spreadsheets.cells import is_nothing
from exerciseplanner.exchange.spreadsheets.mapping import TimeSettings
from exerciseplanner.exchange.spreadsheets.sheets import Cell
from exerciseplanner.exchange.spreadsheets.similarity import words
from exerciseplanner.exchange.spreadsheets.values import (
    LONGEST_TIME,
    are_clock_digits,
    are_day_parts,
    are_serial_dates,
)

Numbers = Literal["minutes", "hours", "clock", "parts", "serial", "day"]

_SLASHED = re.compile(r"\s*(\d{1,2})/(\d{1,2})(?:/(\d{2,4}))?\b")
_DAY_NOUGHT = re.compile(r"\b(?:day|jour|tag)\s*#?0\b", re.IGNORECASE)
_HOURS_MINUTES = re.compile(r"\+?\d{1,3}:\d{2}(:\d{2})?")
_HALF_DAY = re.compile(r"\d\s*[ap]\.?m\b", re.IGNORECASE)
_FOUR_DIGITS = re.compile(r"\d{4}")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True)
class Writing:
    """What bare numbers in a column count, and how its dates and days are to be read."""

    numbers: Numbers = "minutes"
    elapsed: bool = False
    day_first: bool = True
    first_day: int = 1
    remark: str = ""


def writing_of(
    cells: Sequence[Cell], header: str, settings: TimeSettings, *, is_day: bool
) -> Writing:
    """How a column of times writes them, told by all its cells and its heading."""
    held = [value for value in cells if not is_nothing(value)]
    numbers = [number for number in map(_number, held) if number is not None]
    heading = frozenset(words(header))
    elapsed = bool(heading & {"elapsed", "offset", "relative"}) or "+" in header
    counting, remark = _counting(numbers, heading, settings, elapsed, is_day)
    first_day = 0 if counting == "day" and any(number <= 0 for number in numbers) else 1
    if any(isinstance(value, str) and _DAY_NOUGHT.search(value) for value in held):
        first_day = 0
    day_first = settings.day_first
    return Writing(
        counting,
        elapsed,
        _day_first(held) if day_first is None else day_first,
        first_day,
        remark,
    )


def _number(value: Cell) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str) and _is_plain_number(value) and value[0] not in "+":
        return float(value.replace(",", "."))
    return None


def _counting(
    numbers: list[float],
    heading: frozenset[str],
    settings: TimeSettings,
    elapsed: bool,
    is_day: bool,
) -> tuple[Numbers, str]:
    if settings.numbers != "auto" and not is_day:
        return settings.numbers, ""
    if are_serial_dates(numbers):
        return "serial", ""
    if is_day:
        return "day", ""
    if are_day_parts(numbers):
        return "parts", ""
    if "hour" in heading and (elapsed or not are_clock_digits(numbers)):
        return "hours", ""
    if elapsed or "minute" in heading or not are_clock_digits(numbers):
        return "minutes", "bare numbers are read as minutes from STARTEX" if numbers else ""
    return "clock", ""


def _day_first(held: Sequence[Cell]) -> bool:
    """Whether 03/04 is the third of April.

    Told by a day above twelve, else by the shorter span of days, else by hours with AM and PM.
    """
    pairs = [
        (int(found[1]), int(found[2]))
        for value in held
        if isinstance(value, str) and (found := _SLASHED.match(value))
    ]
    if any(first > 12 for first, _ in pairs):
        return True
    if any(second > 12 for _, second in pairs):
        return False
    turned = [(second, first) for first, second in pairs]
    if not pairs or _span(pairs) == _span(turned):
        return not any(isinstance(value, str) and _HALF_DAY.search(value) for value in held)
    return _span(pairs) < _span(turned)


def _span(pairs: Sequence[tuple[int, int]]) -> int:
    days = [31 * month + day for day, month in pairs]
    return max(days) - min(days)


def written(value: Cell, writing: Writing) -> str:
    """One cell as text the time grammar reads; empty where it holds nothing."""
    if isinstance(value, str):
        return _written_text(value, writing)
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return ("+" if writing.elapsed else "") + value.isoformat(timespec="minutes")
    if isinstance(value, timedelta):
        return _written_span(value, writing)
    return _written_number(float(value), writing)


def _written_text(text: str, writing: Writing) -> str:
    if is_nothing(text):
        return ""
    if writing.elapsed and _HOURS_MINUTES.fullmatch(text):
        return f"+{text.lstrip('+')}"
    if writing.numbers == "clock" and _FOUR_DIGITS.fullmatch(text):
        return f"{text[:2]}:{text[2:]}"
    if _is_plain_number(text) and text[0] not in "+-":
        return _written_number(float(text.replace(",", ".")), writing)
    return text


def _is_plain_number(text: str) -> bool:
    return len(text) <= LONGEST_TIME and bool(_PLAIN_NUMBER.fullmatch(text))


def _written_span(value: timedelta, writing: Writing) -> str:
    minutes = round(value.total_seconds() / 60)
    if writing.elapsed or not 0 <= minutes < 1440:
        return f"{minutes:+d}"
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _written_number(number: float, writing: Writing) -> str:
    if writing.numbers in ("serial", "parts") or are_serial_dates([number]):
        return _written_serial(number)
    if writing.numbers == "day":
        return f"D{int(number) - writing.first_day:+d}"
    if writing.numbers == "hours":
        return f"{round(number * 60):+d}"
    if writing.numbers == "clock" and 0 <= number < 2400 and number % 100 < 60:
        return f"{int(number) // 100:02}:{int(number) % 100:02}"
    return f"{round(number):+d}"


def _written_serial(number: float) -> str:
    try:
        moment = from_excel_serial(number)
    except Refusal:
        return f"{number:g}"
    if number < 1:
        return moment.strftime("%H:%M")
    return moment.date().isoformat() if number == int(number) else moment.isoformat()[:16]
