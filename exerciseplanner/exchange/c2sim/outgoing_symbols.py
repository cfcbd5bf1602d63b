"""Symbol codes as C2SIM takes them: fifteen letters of its pattern, with the digits beside."""

from __future__ import annotations

import re
from typing import NamedTuple

from exerciseplanner.domain.symbol_letters import Conversion
from exerciseplanner.domain.symbols import is_letters, lettered, parse_sidc
from exerciseplanner.exchange.c2sim.symbols import read_code
from exerciseplanner.workspace.symbology import letter_codes

_PATTERN = re.compile("[SGIWMO][PUAFNSHJKO-][PAGMOSTUFVXLIZ-][AP-][A-Z-]{6}[A-Z*-]{2}--[AECGNSX*-]")
"""SymbolIDCodeString of the schema, the same in every version."""

_IDENTITIES = str.maketrans("GWMDL", "PUAFN")
"""Identities of an exercise as those of reality; C2SIM takes no others."""


class OutgoingSymbol(NamedTuple):
    """Letters and digits of a symbol, each empty where there are none; `exact` is of the letters.

    A receiver that knows letters alone sees what they say; this program takes the digits first.
    """

    letters: str
    digits: str
    exact: bool


def outgoing(found: Conversion, fixed: str) -> OutgoingSymbol:
    """The symbol of a unit: its code of letters, and the one that the planner fixed, if any."""
    letters = _conforming(found.code)
    digits = "".join(fixed.split())
    exact = found.match == "exact" and letters == found.code
    return OutgoingSymbol(letters, digits if digits.isdecimal() else "", exact)


def of_equipment(sidc: str, identity: str) -> OutgoingSymbol:
    """The symbol of equipment whose unit is friend, hostile, neutral or unknown."""
    text = sidc.strip()
    if not text:
        return OutgoingSymbol("", "", exact=True)
    if is_letters(text):
        return outgoing(Conversion(lettered(text), "exact"), "")
    if not re.fullmatch(r"\d{20}(?:\d{10})?", text):
        return OutgoingSymbol("", "", exact=False)
    seen = parse_sidc(text).of_identity(identity).code
    return outgoing(letter_codes().to_letters(seen), text)


def domain_said(symbol: OutgoingSymbol) -> str:
    """The domain that this program will read from a symbol; empty where it says none."""
    return read_code(symbol.digits or symbol.letters, "").domain


def _conforming(code: str) -> str:
    """A code as the schema takes it; empty where it cannot be made so."""
    if len(code) != 15:
        return ""
    status = code[3] if code[3] in "AP" else "P"
    made = f"{code[0]}{code[1].translate(_IDENTITIES)}{code[2]}{status}{code[4:12]}--{code[14]}"
    return made if _PATTERN.fullmatch(made) else ""
