"""Places as planners type them: a grid reference, UTM metres, or degrees in any usual form."""

from __future__ import annotations

import re
from typing import NamedTuple

from exerciseplanner.domain.mgrs import is_mgrs, parse_mgrs
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.utm import GridPlace, checked_place, from_grid

HOW_TO_WRITE = "Write a grid reference (33U UU 90298 19737) or degrees (59.91N 010.75E)."

_UTM = re.compile(
    r"(?P<zone>\d{1,2})\s*(?P<band>[C-HJ-NP-X])\s+"
    r"(?P<east>\d{6}(?:\.\d+)?)\s*(?:M?E)?[\s,]+(?P<north>\d{1,7}(?:\.\d+)?)\s*(?:M?N)?"
)
_TOKEN = re.compile(r"(?<![\d.°º'’′\"”″:])[+-]?\d+(?:\.\d+)?|\d+(?:\.\d+)?|[NSEW]")
_BETWEEN = re.compile(r"[\s°º'’′\"”″:,;/\-]*")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_RUN_TOGETHER = {"N": (4, 6), "S": (4, 6), "E": (5, 7), "W": (5, 7)}
"""Figures of degrees and minutes, or with seconds, written without anything between them."""


class _Half(NamedTuple):
    """Latitude or longitude as written: its letter or none, and up to three numbers."""

    letter: str
    numbers: tuple[str, ...]


def parse_place(text: str) -> tuple[float, float]:
    """Latitude and longitude in degrees of a place as somebody typed it.

    Without letters the latitude stands first. Raises Refusal naming what is wrong.
    """
    tidy = " ".join(text.upper().split())
    if is_mgrs(tidy):
        return parse_mgrs(tidy)
    metres = _UTM.fullmatch(tidy)
    if metres:
        north = metres["band"] >= "N"
        return from_grid(
            GridPlace(int(metres["zone"]), north, float(metres["east"]), float(metres["north"]))
        )
    first, second = _halves(text, tidy)
    if first.letter in ("E", "W"):
        first, second = second, first
    return checked_place(_degrees(first, text), _degrees(second, text))


def format_degrees(latitude: float, longitude: float, decimals: int = 4) -> str:
    """Degrees with the letters of their hemispheres: `59.9100N 010.7500E`."""
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    high, wide = (decimals + 3, decimals + 4) if decimals else (2, 3)
    return f"{abs(latitude):0{high}.{decimals}f}{north} {abs(longitude):0{wide}.{decimals}f}{east}"


def _halves(text: str, tidy: str) -> tuple[_Half, _Half]:
    if "." not in tidy and len(_DECIMAL_COMMA.findall(tidy)) == 2:
        tidy = _DECIMAL_COMMA.sub(".", tidy)
    tokens = _TOKEN.findall(tidy)
    if not tokens or not _BETWEEN.fullmatch(_TOKEN.sub(" ", tidy)):
        raise _unread(text)
    letters = [token for token in tokens if token.isalpha()]
    if not letters:
        middle, odd = divmod(len(tokens), 2)
        if odd or not 1 <= middle <= 3:
            raise _unread(text)
        return _Half("", tuple(tokens[:middle])), _Half("", tuple(tokens[middle:]))
    if sorted(letter in "NS" for letter in letters) != [False, True]:
        raise _unread(text)
    return _by_letters(tokens, text)


def _by_letters(tokens: list[str], text: str) -> tuple[_Half, _Half]:
    """Halves of which each begins, or each ends, with its letter."""
    places = [place for place, token in enumerate(tokens) if token.isalpha()]
    if places[0] == 0:
        first, second = tokens[: places[1]], tokens[places[1] :]
    else:
        first, second = tokens[: places[0] + 1], tokens[places[0] + 1 :]
    found = [
        _Half("".join(t for t in half if t.isalpha()), tuple(t for t in half if not t.isalpha()))
        for half in (first, second)
    ]
    if any(len(half.letter) != 1 or not 1 <= len(half.numbers) <= 3 for half in found):
        raise _unread(text)
    return found[0], found[1]


def _degrees(half: _Half, text: str) -> float:
    numbers = _taken_apart(half)
    signed = numbers[0][0] in "+-"
    if signed and half.letter:
        raise Refusal(f"“{text.strip()}” has a sign and a letter.", remedy="One of them is enough.")
    parts = [float(number) for number in numbers]
    if any(not 0 <= part < 60 for part in parts[1:]):
        raise Refusal(f"“{text.strip()}” has 60 minutes or seconds, or more.", remedy=HOW_TO_WRITE)
    size = sum(abs(part) / share for part, share in zip(parts, (1.0, 60.0, 3600.0), strict=False))
    return -size if numbers[0][0] == "-" or half.letter in ("S", "W") else size


def _taken_apart(half: _Half) -> tuple[str, ...]:
    """`5954` before an N is 59 degrees and 54 minutes."""
    number = half.numbers[0]
    whole = number.split(".")[0]
    if len(half.numbers) > 1 or len(whole) not in _RUN_TOGETHER.get(half.letter, ()):
        return half.numbers
    wide = 2 if half.letter in "NS" else 3
    if len(whole) == wide + 2:
        return number[:wide], number[wide:]
    return number[:wide], number[wide : wide + 2], number[wide + 2 :]


def _unread(text: str) -> Refusal:
    return Refusal(f"“{text.strip()}” names no place.", remedy=HOW_TO_WRITE)
