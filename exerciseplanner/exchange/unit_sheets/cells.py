"""Single cells of a list of units as values of the plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from math import ceil

from exerciseplanner.domain.places import parse_place
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.time import parse_planned_time
from exerciseplanner.exchange.quantities import MOST, whole
from exerciseplanner.exchange.spreadsheets.cells import as_text, is_nothing
from exerciseplanner.exchange.spreadsheets.sheets import Cell

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet program would take for a formula."""

_GROUPED = re.compile(r"\d{1,3}([ ,.'’]\d{3})+")
_NOTICE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(h|hr|hrs|hours?|d|days?|weeks?|w)?\b.*", re.IGNORECASE)
_HOURS_A_DAY, _DAYS_A_WEEK = 24, 7
_FROM_START = re.compile(r"(STARTEX|D|H|T)\s*[+-]?\s*\d", re.IGNORECASE)
_ANY_START = datetime(2000, 1, 3, tzinfo=UTC)

_ECHELONS: Mapping[str, str] = {
    **dict.fromkeys(("tm", "fire team"), "TEAM"),
    **dict.fromkeys(("sqd", "gp"), "SQUAD"),
    **dict.fromkeys(("sec", "sect", "section"), "SECTION"),
    **dict.fromkeys(("pl", "plt", "pln", "platoon", "troop", "det", "detachment"), "PLATOON"),
    **dict.fromkeys(("i", "coy", "co", "company", "bty", "battery", "sqn", "squadron"), "COMPANY"),
    **dict.fromkeys(("ii", "bn", "btn", "battalion", "bg", "battlegroup"), "BATTALION"),
    **dict.fromkeys(("iii", "regt", "rgt", "regiment", "gpt"), "REGIMENT"),
    **dict.fromkeys(("x", "bde", "brig", "brigade"), "BRIGADE"),
    **dict.fromkeys(("xx", "div", "division"), "DIVISION"),
    **dict.fromkeys(("xxx", "corps"), "CORPS"),
    **dict.fromkeys(("xxxx", "army"), "ARMY"),
}
"""Abbreviations and marks over symbols; names and codes of the doctrine are known anyway."""

_IDENTITIES: Mapping[str, str] = {
    **dict.fromkeys(("friend", "friendly", "own", "blue", "blufor", "ami", "eigene"), "friend"),
    **dict.fromkeys(("hostile", "enemy", "red", "opfor", "opposing", "feind"), "hostile"),
    **dict.fromkeys(("neutral", "green", "neutre"), "neutral"),
    **dict.fromkeys(("unknown", "yellow", "pending", "inconnu", "unbekannt"), "unknown"),
}


def text_of(cell: Cell) -> str:
    """A cell as text, without the apostrophe by which a text is meant as it stands."""
    if is_nothing(cell):
        return ""
    text = as_text(cell)
    return text[1:] if text.startswith("'") and needs_guard(text[1:]) else text


def needs_guard(text: str) -> bool:
    """Whether a text would be taken for a formula, or for an empty cell, where it stands alone."""
    return text.startswith(FORMULAS) or bool(text and is_nothing(text))


def count_of(cell: Cell) -> object:
    """A number of people; thousands may be set apart. What is none is given back as it is."""
    text = text_of(cell)
    if _GROUPED.fullmatch(text):
        count = whole(re.sub(r"\D", "", text))
        return text if count is None else count
    return cell if isinstance(cell, int | float) else text


def notice_of(cell: Cell) -> object:
    """Days of notice from `10`, `10 days` or `48 h`; hours are rounded up to days."""
    found = _NOTICE.fullmatch(text_of(cell))
    if found is None:
        return text_of(cell)
    number, unit = float(found[1].replace(",", ".")), (found[2] or "d")[0].lower()
    if number > MOST:
        return text_of(cell)
    if unit == "h":
        return ceil(number / _HOURS_A_DAY)
    return ceil(number * (_DAYS_A_WEEK if unit == "w" else 1))


def echelon_of(cell: Cell) -> str:
    """The code of an echelon for its abbreviation or mark; other texts stay."""
    text = text_of(cell)
    return _ECHELONS.get(text.casefold().rstrip("."), text)


def identity_of(cell: Cell) -> str:
    """Friend, hostile, neutral or unknown, by the words people use; empty for other words."""
    return _IDENTITIES.get(text_of(cell).casefold(), "")


def symbol_of(cell: Cell) -> str:
    """A symbol code as it is kept: digits without what was put between them."""
    text = text_of(cell)
    tight = "".join(text.split())
    return tight if tight.isdigit() else text


def is_rounded(cell: Cell) -> bool:
    """Whether a spreadsheet program has made a number of a symbol code, so that digits are gone."""
    return not isinstance(cell, str | bool) and len(text_of(cell)) > 1


def planned_of(cell: Cell, startex: datetime | None, zone: str) -> int | None:
    """Minutes from STARTEX of a time as written, or as a spreadsheet program keeps it.

    Raises Refusal for what is no time, or a date while STARTEX has none.
    """
    text = text_of(cell)
    if not text:
        return None
    if startex is None and not (isinstance(cell, str) and _FROM_START.match(text)):
        raise Refusal(f"“{text}” is a date, and STARTEX has none.")
    if isinstance(cell, datetime | date):
        moment = cell if isinstance(cell, datetime) else datetime.combine(cell, time())
        text = f"{moment:%Y-%m-%d %H:%M}"
    return parse_planned_time(text, startex or _ANY_START, zone or "Z")


def place_of(latitude: Cell, longitude: Cell) -> tuple[object, object]:
    """Latitude and longitude in degrees; what is no place is given back as it is."""
    if isinstance(latitude, int | float) and isinstance(longitude, int | float):
        return float(latitude), float(longitude)
    north, east = text_of(latitude), text_of(longitude)
    if not north or not east:
        return north or None, east or None
    try:
        return float(north.replace(",", ".")), float(east.replace(",", "."))
    except ValueError:
        pass
    try:
        return parse_place(f"{north} {east}")
    except Refusal:
        return north, east
