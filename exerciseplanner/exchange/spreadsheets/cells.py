"""Single cells: cleaned of what spreadsheet programs leave in them, and written as text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from exerciseplanner.exchange.spreadsheets.sheets import Cell

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\u200b-\u200f\u2028\u2029\u2060\ufeff\ufffe\uffff]"
)
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!"})
NOTHING = frozenset({"", "-", "--", "---", "–", "—", "n/a", "N/A", "#", "."})
_HALF_A_SECOND = timedelta(milliseconds=500)


def clean_rows(rows: Iterable[list[Any]]) -> list[list[Cell]]:
    """Every cell of a sheet as it is meant; texts that come again are cleaned once."""
    known: dict[str, Cell] = {"": ""}
    cleaned = []
    for row in rows:
        line: list[Cell] = []
        for value in row:
            if value.__class__ is not str:
                line.append(clean(value))
                continue
            text = known.get(value)
            if text is None:
                text = known[value] = clean_text(value)
            line.append(text)
        cleaned.append(line)
    return cleaned


def clean(value: object) -> Cell:
    """One cell as it is meant: text unescaped and trimmed, whole numbers whole, seconds whole."""
    if isinstance(value, str):
        return clean_text(value) if value else ""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, datetime):
        return (value + _HALF_A_SECOND).replace(microsecond=0, tzinfo=value.tzinfo)
    if isinstance(value, int | date | time | timedelta):
        return value
    return ""


def clean_text(text: str) -> str:
    """Text without `_x000D_` and its kin, unseen characters and blanks at the ends."""
    if text.isprintable() and "_x" not in text:  # then none of what follows is in it
        text = text.strip()
        return "" if text in _ERRORS else text
    text = _ESCAPE.sub(_unescaped, text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = _UNSEEN.sub("", text).replace("\xa0", " ").replace("\u202f", " ")
    return re.sub(r"[ \t]+\n", "\n", text).strip()


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return "" if 0xD800 <= code <= 0xDFFF else chr(code)


def is_nothing(value: Cell) -> bool:
    """Whether a cell is empty or holds one of the marks people write for nothing."""
    return value.__class__ is str and value in NOTHING


def as_text(value: Cell) -> str:
    """A cell as a planner would write it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, timedelta):
        hours, rest = divmod(int(value.total_seconds()), 3600)
        return f"{hours}:{rest // 60:02}"
    if isinstance(value, float):
        return f"{value:.10g}"
    return str(value)


def one_line(text: str) -> str:
    """Text with every run of blanks and line breaks as one blank."""
    if "\n" in text or "  " in text or "\t" in text:
        return " ".join(text.split())
    return text.strip()
