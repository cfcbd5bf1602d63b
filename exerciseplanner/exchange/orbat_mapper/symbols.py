"""What a symbol code says: echelon, domain and standard identity (APP-6D/E, MIL-STD-2525D/E)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.symbols import (
    ECHELONS,
    LETTER_ECHELONS,
    is_letters,
    lettered,
    parse_sidc,
)

_CUSTOM = re.compile(r"custom\d*:(\d{20}|\d{30}):(.+)", re.DOTALL)
_ECHELONS = {digits: code for code, digits in reversed([*ECHELONS.items()])}
"""Digits 9 and 10 where they state an echelon (31 and above state mobility or towed arrays)."""

_LETTER_ECHELONS = {letter: _ECHELONS[digits] for digits, letter in LETTER_ECHELONS.items()}
"""Position 12 of a letter code."""

_DOMAINS = {
    **dict.fromkeys(("01", "02", "51"), "AIR"),
    **dict.fromkeys(("05", "06", "50"), "SPACE"),
    **dict.fromkeys(("10", "15", "20", "27", "52"), "LAND"),
    "11": "CIV",
    **dict.fromkeys(("30", "35", "36", "53", "54"), "MARITIME"),
    "60": "CYBER",
}
"""Digits 5 and 6, the symbol set."""

_LETTER_DOMAINS = {
    "A": "AIR",
    "P": "SPACE",
    "G": "LAND",
    "S": "MARITIME",
    "U": "MARITIME",
    "F": "SOF",
}
"""Position 3 of a letter code, the battle dimension."""

_SPECIAL_FORCES = ("1217", "1218")
"""How the entities of special forces and special operations forces begin among land units."""

_IDENTITIES = {
    "0": "unknown",
    "1": "unknown",
    "2": "friend",
    "3": "friend",
    "4": "neutral",
    "5": "hostile",
    "6": "hostile",
}
_LETTER_IDENTITIES = {
    **dict.fromkeys("FAMD", "friend"),
    **dict.fromkeys("HSJK", "hostile"),
    **dict.fromkeys("NL", "neutral"),
    **dict.fromkeys("PUGW", "unknown"),
}

NUANCES = {"0": "Pending", "2": "Assumed friend", "5": "Suspect"}
"""Standard identities that the four identities of a side do not tell apart."""


@dataclass(frozen=True)
class Symbol:
    """What a symbol code says; empty texts where it says nothing.

    `code` is the code to keep, `custom` the name of a picture that stood in for the symbol.
    """

    code: str
    echelon: str = ""
    domain: str = ""
    identity: str = ""
    custom: str = ""


def identity_of(digit: str) -> str:
    """The identity of a side for a standard identity (digit 4 of a code), empty if unknown."""
    return _IDENTITIES.get(digit, "")


def read_symbol(code: str) -> Symbol | None:
    """Read a symbol code of 20 or 30 digits or of 10 to 15 letters; None where it is neither."""
    custom = ""
    if match := _CUSTOM.fullmatch(code):
        code, custom = match.groups()
    if is_letters(code):
        letters = lettered(code)
        stated = code.strip()[1] not in "*-"
        return Symbol(
            code,
            _LETTER_ECHELONS.get(letters[11], ""),
            _LETTER_DOMAINS.get(letters[2], ""),
            _LETTER_IDENTITIES.get(letters[1], "") if stated else "",
        )
    try:
        sidc = parse_sidc(code)
    except Refusal:
        return None
    domain = _DOMAINS.get(sidc.symbol_set, "")
    if sidc.symbol_set == "10" and sidc.entity[:4] in _SPECIAL_FORCES:
        domain = "SOF"
    return Symbol(code, _ECHELONS.get(sidc.echelon, ""), domain, identity_of(sidc.identity), custom)
