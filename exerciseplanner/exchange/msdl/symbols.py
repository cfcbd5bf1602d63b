"""The symbol of a unit: letters that leave the affiliation open become a code of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.symbols import ECHELONS, Sidc, is_letters, lettered, parse_sidc
from exerciseplanner.exchange.orbat_mapper.symbols import read_symbol
from exerciseplanner.workspace.symbology import letter_codes

FRAMES: Mapping[str, str] = {"G": "10", "A": "01", "S": "30", "U": "35", "P": "05"}
"""Symbol sets by position 3 of letters that state a frame and nothing in it."""

CARRIER = "UCI---"
"""Infantry, which has every size and may be a headquarters or a task force."""

_EQUIPMENT = "15"
_AFFILIATIONS: Mapping[str, str] = {
    "friend": "F",
    "hostile": "H",
    "neutral": "N",
    "unknown": "U",
}


class SymbolRead(NamedTuple):
    """A symbol as the plan keeps it; `remark` says what was odd, `identity` what letters claim."""

    sidc: str = ""
    echelon: str = ""
    domain: str = ""
    identity: str = ""
    remark: str = ""


@lru_cache(maxsize=4096)
def read_letters(code: str, identity: str, echelon: str = "") -> SymbolRead:
    """The symbol that letters state for a side of an identity: friend, hostile and so on.

    `echelon` is the echelon of the plan that stands in place of the one the letters state.
    """
    if not is_letters(code):
        return SymbolRead(remark=f"The symbol “{code}” is not understood." if code else "")
    code = "".join(code.upper().split())
    stated = read_symbol(lettered(code))
    claimed = stated.identity if stated and code[1:2] not in ("-", "*", "") else ""
    own = stated.echelon if stated else ""
    domain = stated.domain if stated else ""
    found = _digits_of(code)
    if found is None:
        remark = f"The symbol {code} has no equal in digits; kept in letters."
        return SymbolRead(_seen_letters(code, identity), own, domain, claimed, remark)
    sidc = fitted(found, identity, echelon)
    return SymbolRead(sidc, own, domain_of(sidc) or domain, claimed)


def is_bare(code: str) -> bool:
    """Whether letters state a frame, or a unit or equipment on land, and nothing in it."""
    function = code[4:10].strip("-*")
    return not function or (code[2] == "G" and function in ("U", "E"))


def _digits_of(code: str) -> Sidc | None:
    """The code of digits that says the same as letters; None where there is none."""
    found = letter_codes().to_digits(code)
    if found.match == "exact":
        return parse_sidc(found.code)
    frame = FRAMES.get(code[2])
    if frame is None or not is_bare(code):
        return None
    # How large it is, and whether it is a headquarters, is read as if it were infantry.
    sized = letter_codes().to_digits(f"S-G-{CARRIER}{code[10:12]}---")
    if sized.match != "exact":
        return None
    symbol_set = _EQUIPMENT if code[4] == "E" else frame
    return replace(parse_sidc(sized.code), symbol_set=symbol_set, entity="000000")


def _seen_letters(code: str, identity: str) -> str:
    """Letters in full, with the affiliation of the side."""
    whole = lettered(code)
    return whole[0] + _AFFILIATIONS.get(identity, whole[1]) + whole[2:]


def read_digits(text: str, identity: str, echelon: str = "") -> str:
    """The code of 20 or 30 digits that a text is, for a side and an echelon; else empty."""
    if len(text) not in (20, 30) or not text.isdecimal():
        return ""
    try:
        return fitted(parse_sidc(text), identity, echelon)
    except Refusal:
        return ""


def fitted(code: Sidc, identity: str, echelon: str) -> str:
    """A code of digits for a side of an identity and, where one is given, an echelon."""
    return code.of_identity(identity).of_echelon(ECHELONS.get(echelon, "")).code


def domain_of(sidc: str) -> str:
    """The domain that a code of digits or letters says; empty where it says none."""
    found = read_symbol(sidc)
    return found.domain if found else ""
