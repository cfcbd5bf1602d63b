"""What the cells of a column look like: times, numbers, codes, few words or long texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.time_grammar import read_time
from exerciseplanner.domain.time_reading import Customs
from exerciseplanner.exchange.spreadsheets.cells import as_text, is_nothing
from exerciseplanner.exchange.spreadsheets.sheets import Cell

Look = Literal["moment", "date", "day", "clock", "offset", "number", "flag", "text"]
"""A moment is a date with a clock time; a day is a day of the exercise."""

LONGEST_TIME = 40
_CUSTOMS = Customs(datetime(2026, 1, 15, tzinfo=UTC))
_TIME_HINT = re.compile(r"\d|noon|midnight|h-hour", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]{0,12}[\s._/#-]{0,2}\d[\w.\-/]{0,14}")
_CLOCK_DIGITS = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_FIRST_SERIAL, _LAST_SERIAL = 30_000, 60_000


def look(value: Cell) -> Look:
    """What one cell that holds something looks like."""
    if isinstance(value, str):
        return _look_of_text(value) if len(value) <= LONGEST_TIME else "text"
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, datetime):
        return "moment"
    if isinstance(value, date):
        return "date"
    if isinstance(value, time):
        return "clock"
    return "offset" if isinstance(value, timedelta) else "number"


@lru_cache(maxsize=8192)
def _look_of_text(text: str) -> Look:
    if not _TIME_HINT.search(text):
        return "text"
    if text.replace(".", "", 1).replace(",", "", 1).lstrip("+-").isdigit():
        signed = text[0] in "+-" and text[1:].isdigit()
        return "offset" if signed else "clock" if _CLOCK_DIGITS.fullmatch(text) else "number"
    try:
        reading = read_time(text, _CUSTOMS)
    except (ValueError, OverflowError, Refusal):
        return "text"
    if reading.moment is not None:
        return "moment"
    if reading.on_date is not None:
        return "moment" if reading.clock is not None else "date"
    if reading.day is not None and reading.clock is None and reading.elapsed is None:
        return "day" if not text.upper().startswith(("J", "E", "STARTEX")) else "offset"
    if reading.clock is not None:
        return "moment" if reading.day is not None else "clock"
    return "offset"


@dataclass(frozen=True)
class Portrait:
    """What a column holds, from a sample of its cells.

    `filled` counts cells that hold something of `total`; `shares` is the part of each look among
    them; `distinct` and `codes` are the parts that are different from each other and that look
    like a serial; `typical` and `longest` are lengths in characters; `texts` are the commonest
    texts in lower case with their part.
    """

    total: int
    filled: int
    shares: dict[str, float]
    distinct: float
    codes: float
    typical: float
    longest: int
    rising: bool
    texts: dict[str, float]
    numbers: tuple[float, ...] = ()

    def share(self, *looks: Look) -> float:
        """The part of the filled cells with one of these looks."""
        return sum(self.shares.get(name, 0.0) for name in looks)

    @property
    def density(self) -> float:
        """The part of all cells that hold something."""
        return self.filled / self.total if self.total else 0.0


def portrait(cells: Sequence[Cell]) -> Portrait:
    """Describe a column by the cells sampled from it."""
    held = [value for value in cells if not is_nothing(value)]
    looks = Counter(look(value) for value in held)
    texts = [as_text(value) for value in held]
    count = len(held)
    spread = Counter(text.casefold() for text in texts)
    numbers = tuple(_numbers(held))
    return Portrait(
        total=len(cells),
        filled=count,
        shares={name: number / count for name, number in looks.items()},
        distinct=len(spread) / count if count else 0.0,
        codes=sum(_is_code(text) for text in texts) / count if count else 0.0,
        typical=sum(map(len, texts)) / count if count else 0.0,
        longest=max(map(len, texts), default=0),
        rising=len(numbers) > 1 and all(a <= b for a, b in pairwise(numbers)),
        texts={text: number / count for text, number in spread.most_common(24)},
        numbers=numbers,
    )


def _numbers(held: Sequence[Cell]) -> list[float]:
    found: list[float] = []
    for value in held:
        if isinstance(value, str):
            short = len(value) <= LONGEST_TIME and value.isascii()
            found += [float(value)] if short and value.isdigit() else []
        elif isinstance(value, int | float) and not isinstance(value, bool):
            found.append(float(value))
    return found


def _is_code(text: str) -> bool:
    return len(text) <= 24 and _CODE.fullmatch(text) is not None


def are_serial_dates(numbers: Sequence[float]) -> bool:
    """Whether the numbers are dates as spreadsheets count them, of the years 1982 to 2064."""
    return bool(numbers) and all(_FIRST_SERIAL <= number <= _LAST_SERIAL for number in numbers)


def are_clock_digits(numbers: Sequence[float]) -> bool:
    """Whether the numbers are times of day that lost their leading noughts, as 900 and 1430."""
    if not numbers or max(numbers) < 100:
        return False
    return all(
        number == int(number) and 0 <= number < 2400 and number % 100 < 60 for number in numbers
    )


def are_day_parts(numbers: Sequence[float]) -> bool:
    """Whether the numbers are times of day as parts of a day, as 0.375 for 09:00."""
    return any(number != int(number) for number in numbers) and all(0 <= n < 1 for n in numbers)
