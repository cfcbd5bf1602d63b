"""How raw values of plain kinds are written for people and read from what they type."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from exerciseplanner.domain.dtg import format_dtg, parse_dtg
from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.refusals import Refusal

_YES = frozenset({"yes", "y", "true", "x", "1", "✓"})
_NO = frozenset({"no", "n", "false", "0", ""})
_LENGTH = re.compile(
    r"(?:(?P<days>\d+)\s*d)?\s*(?:(?P<hours>\d+)\s*h)?\s*(?:(?P<minutes>\d+)\s*(?:m|min)?)?", re.I
)
_CLOCK = re.compile(r"(?P<hours>\d+):(?P<minutes>[0-5]\d)")


def codes_of(value: Any) -> tuple[str, ...]:
    """The codes in a stored list, which may be JSON text or already a list."""
    if not value:
        return ()
    if isinstance(value, str):
        value = json.loads(value)
    return tuple(str(code) for code in value)


def moment_text(value: str | None, zone: str) -> str:
    """A UTC moment in ISO form as a date-time group."""
    if not value:
        return ""
    return format_dtg(datetime.fromisoformat(value), zone)


def read_moment(text: str, zone: str, reference: datetime | None) -> str | None:
    """A date-time group or ISO moment as UTC ISO text. Raises Refusal."""
    if not text.strip():
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        moment = parse_dtg(text, default_zone=zone, reference=reference)
    if moment.tzinfo is None:
        raise Refusal(f"“{text}” has no time zone.", remedy="Add Z for UTC, or write 031532ZJUL26.")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_date(text: str) -> str | None:
    """A date as ISO text. Raises Refusal."""
    wanted = text.strip()
    if not wanted:
        return None
    for form in ("%Y-%m-%d", "%d %b %y", "%d %b %Y", "%d.%m.%Y", "%d%b%y"):
        try:
            return datetime.strptime(wanted, form).replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            continue
    raise Refusal(f"“{text}” is not a date.", remedy="Write it as 2026-09-14 or 14 SEP 26.")


def date_text(value: str | None) -> str:
    """An ISO date as 14 SEP 26."""
    return date.fromisoformat(value).strftime("%d %b %y").upper() if value else ""


def minutes_text(value: int | None) -> str:
    """A length of time in minutes as 45 min, 1 h 30 or 2 d 4 h."""
    if value is None:
        return ""
    days, rest = divmod(value, 1440)
    hours, minutes = divmod(rest, 60)
    parts = [f"{days} d"] if days else []
    if hours:
        parts.append(f"{hours} h")
    if minutes or not parts:
        parts.append(f"{minutes} min" if not hours else f"{minutes}")
    return " ".join(parts)


def read_minutes(text: str) -> int | None:
    """A length of time as minutes: 90, 1h30, 1:30, 2 d 4 h. Raises Refusal."""
    wanted = text.strip()
    if not wanted:
        return None
    found = _CLOCK.fullmatch(wanted) or _LENGTH.fullmatch(wanted)
    if found is None:
        raise Refusal(f"“{text}” is not a length of time.", remedy="Write 90, 1h30 or 1:30.")
    parts = {name: int(number) for name, number in found.groupdict().items() if number}
    return parts.get("days", 0) * 1440 + parts.get("hours", 0) * 60 + parts.get("minutes", 0)


def number_text(value: float | None) -> str:
    """A number without needless digits."""
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")


def read_number(text: str, field: Field) -> float | int | None:
    """A whole number or decimal degrees within the field's bounds. Raises Refusal."""
    wanted = text.strip().replace("−", "-")
    if not wanted:
        return None
    kind: Callable[[str], float] = float if field.kind == "degrees" else int
    try:
        number = kind(wanted.replace(",", ".") if field.kind == "degrees" else wanted)
    except ValueError as error:
        word = "decimal degrees" if field.kind == "degrees" else "a whole number"
        raise Refusal(f"“{text}” is not {word}.", field=field.name) from error
    if _beyond(number, field):
        raise Refusal(f"{field.label} must be {_bounds(field)}.", field=field.name)
    return number


def flag_text(value: Any) -> str:
    """Yes, or nothing."""
    return "Yes" if value else ""


def read_flag(text: str) -> bool:
    """Yes or no. Raises Refusal."""
    word = text.strip().casefold()
    if word not in _YES | _NO:
        raise Refusal(f"“{text}” is neither yes nor no.", remedy="Write yes or no.")
    return word in _YES


def _beyond(number: float, field: Field) -> bool:
    low = field.low is not None and number < field.low
    high = field.high is not None and number > field.high
    return low or high or number != number


def _bounds(field: Field) -> str:
    if field.low is not None and field.high is not None:
        return f"from {field.low:g} to {field.high:g}"
    return f"{field.low:g} or more" if field.low is not None else f"{field.high:g} or less"
