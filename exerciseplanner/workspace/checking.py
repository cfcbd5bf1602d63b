"""Whether a value is what its field takes, and how the file keeps it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from difflib import get_close_matches

from sqlalchemy import select, true

from exerciseplanner.domain.fields import Field, Noun
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.symbols import is_letters, lettered, parse_sidc
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.storage.tables.doctrine import (
    marking_audience,
    marking_level,
    marking_policy,
    rating_scale,
    term,
)
from exerciseplanner.storage.tables.exercise import exercise
from exerciseplanner.storage.tables.participants import participant
from exerciseplanner.workspace.desk import Desk, can_be_kept
from exerciseplanner.workspace.packs import country_names

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_STAMP = "%Y-%m-%dT%H:%M:%SZ"
#: Far beyond any strength or number of minutes, and well inside what the file keeps exactly.
_LARGEST = 10**12

#: Choices up to this many are all named in a refusal.
_LISTED = 12

Checker = Callable[[Desk, Noun, Field, object], object]


def checked(desk: Desk, noun: Noun, field: Field, value: object) -> object:
    """The value as the table keeps it.

    Raises:
        Refusal: it is not what the field takes; says what would be.
    """
    return _CHECKERS[field.kind](desk, noun, field, value)


def _refuse(field: Field, value: object, remedy: str) -> Refusal:
    return Refusal(f"{field.label}: “{value}” is not understood.", field=field.name, remedy=remedy)


def _text(_desk: Desk, _noun: Noun, field: Field, value: object) -> object:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _refuse(field, value, "Type text.")
    text = value.replace("\r\n", "\n").strip()
    if not can_be_kept(text):
        raise Refusal(
            f"{field.label}: the text holds characters that cannot be kept.",
            field=field.name,
            remedy="Type it anew, or paste it as plain text.",
        )
    if field.reading == "sidc" and text:
        return _symbol(text)
    return " ".join(text.split("\n")) if field.kind == "line" else text


def _symbol(text: str) -> str:
    """A symbol code without blanks, of 20 or 30 digits or 15 letters."""
    if is_letters(text):
        return lettered(text)
    parse_sidc(text)
    return "".join(text.split())


def _choice(desk: Desk, _noun: Noun, field: Field, value: object) -> object:
    code = "" if value is None else str(value).strip()
    if not code:
        return ""
    known = choices(desk, field)
    if code in known:
        return code
    for known_code, name in known.items():
        if code.casefold() in (known_code.casefold(), name.casefold()):
            return known_code
    raise _refuse(field, value, _offer(code, known))


def _offer(code: str, known: Mapping[str, str]) -> str:
    if not known:
        return "This exercise defines none; leave it empty."
    if len(known) <= _LISTED:
        return f"Choose one of: {', '.join(known.values())}."
    words = {word.casefold(): name for key, name in known.items() for word in (key, name)}
    near = [words[word] for word in get_close_matches(code.casefold(), words, 3, 0.4)]
    if near:
        return f"The nearest of {len(known)} choices: {', '.join(dict.fromkeys(near))}."
    return f"Choose one of the {len(known)} in the list."


def choices(desk: Desk, field: Field) -> dict[str, str]:
    """The codes that a choice or pick field takes, with their names, in order."""
    if field.kind == "pick":
        return dict(field.options)
    key = ("choices", field.choices)
    if key not in desk.memo:
        desk.memo[key] = _looked_up(desk, field)
    found: dict[str, str] = desk.memo[key]
    return found


def _audiences(desk: Desk) -> dict[str, str]:
    """Audiences of the policy in force, then the nations that take part."""
    rows = desk.all(
        select(marking_audience.c.code, marking_audience.c.name)
        .join(marking_policy, marking_policy.c.id == marking_audience.c.policy_id)
        .join(exercise, exercise.c.marking_policy == marking_policy.c.code)
        .order_by(marking_audience.c.seq)
    )
    groups = {str(row[0]): str(row[1]) for row in rows}
    nations = country_names()
    taking_part = desk.all(select(participant.c.code).order_by(participant.c.code))
    codes = [str(row[0]) for row in taking_part if row[0] in nations]
    return groups | {code: nations[code] for code in codes if code not in groups}


def _looked_up(desk: Desk, field: Field) -> dict[str, str]:
    if field.choices == "marking_level":
        rows = desk.all(
            select(marking_level.c.code, marking_level.c.name)
            .join(marking_policy, marking_policy.c.id == marking_level.c.policy_id)
            .join(exercise, true())
            .order_by(marking_policy.c.code != exercise.c.marking_policy)
            .order_by(marking_policy.c.seq, marking_level.c.rank)
        )
    elif field.choices == "marking_audience":
        return _audiences(desk)
    elif field.choices == "country":
        return country_names()
    elif field.choices == "rating_scale":
        rows = desk.all(
            select(rating_scale.c.code, rating_scale.c.name).order_by(rating_scale.c.seq)
        )
    else:
        rows = desk.all(
            select(term.c.code, term.c.name)
            .where(term.c.kind == field.choices)
            .order_by(term.c.seq)
        )
    return {str(row[0]): str(row[1]) for row in rows}


def _reference(desk: Desk, _noun: Noun, field: Field, value: object) -> object:
    if value in (None, ""):
        return None
    table = METADATA.tables[field.choices]
    if desk.first(select(table.c.id).where(table.c.id == str(value))) is None:
        raise _refuse(field, value, f"Choose a {NOUNS[field.choices].singular} from the list.")
    return str(value)


def _codes(_desk: Desk, _noun: Noun, field: Field, value: object) -> object:
    if value is None:
        return "[]"
    if isinstance(value, str) and value.startswith("["):
        value = _list_in(field, value)
    if isinstance(value, str):
        value = [part.strip() for part in re.split(r"[,;/]", value)]
    if not isinstance(value, Iterable):
        raise _refuse(field, value, "Give a list of codes.")
    codes = [str(code) for code in value if str(code)]
    if not all(map(can_be_kept, codes)):
        raise _refuse(field, value, "Give a list of codes.")
    return json.dumps(sorted(dict.fromkeys(codes)), ensure_ascii=False)


def _list_in(field: Field, text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refuse(field, text, "Give a list of codes.") from error


def _whole(_desk: Desk, _noun: Noun, field: Field, value: object) -> object:
    if value in (None, ""):
        return None if field.name not in ("weight",) else 0
    whole = isinstance(value, float) and value.is_integer()  # what spreadsheets make of 3
    try:
        number = int(value) if whole else int(str(value).strip())  # type: ignore[call-overload]
    except ValueError as error:
        raise _refuse(field, value, "Type a whole number.") from error
    if abs(number) > _LARGEST:
        raise _refuse(field, value, "Type a smaller number.")
    return _bounded(field, number)


def _degrees(_desk: Desk, _noun: Noun, field: Field, value: object) -> object:
    if value in (None, ""):
        return None
    try:
        number = value if type(value) is float else float(str(value).strip().replace(",", "."))
    except ValueError as error:
        raise _refuse(field, value, "Type decimal degrees, such as 59.91.") from error
    return _bounded(field, number + 0.0)  # minus zero is zero, and is kept as zero


def _bounded(field: Field, number: float) -> float:
    low, high = field.low, field.high
    if (
        number != number
        or (low is not None and number < low)
        or (high is not None and number > high)
    ):
        bounds = " to ".join(f"{bound:g}" for bound in (low, high) if bound is not None)
        wanted = f"Type a number from {bounds}." if high is not None else f"Type {bounds} or more."
        raise _refuse(field, number, wanted)
    return number


def _flag(_desk: Desk, _noun: Noun, field: Field, value: object) -> object:
    if isinstance(value, str):
        word = value.strip().casefold()
        if word not in _YES | _NO:
            raise _refuse(field, value, "Type yes or no.")
        return int(word in _YES)
    return int(bool(value))


_YES = frozenset({"yes", "y", "1", "true", "x"})
_NO = frozenset({"no", "n", "0", "false", ""})


def _moment(_desk: Desk, _noun: Noun, field: Field, value: object) -> object:
    if value in (None, ""):
        return None
    remedy = "Give a UTC moment such as 2026-09-14T06:00:00Z."
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise _refuse(field, value, remedy)
        return value.astimezone(UTC).strftime(_STAMP)
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise _refuse(field, value, remedy)
    try:
        datetime.strptime(value, _STAMP).replace(tzinfo=UTC)
    except ValueError as error:
        raise _refuse(field, value, remedy) from error
    return value


def _date(_desk: Desk, _noun: Noun, field: Field, value: object) -> object:
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise _refuse(field, value, "Give a date such as 2026-09-14.") from error


_CHECKERS: dict[str, Checker] = {
    "line": _text,
    "text": _text,
    "choice": _choice,
    "pick": _choice,
    "reference": _reference,
    "codes": _codes,
    "planned": _whole,
    "minutes": _whole,
    "whole": _whole,
    "degrees": _degrees,
    "flag": _flag,
    "moment": _moment,
    "date": _date,
}
