"""Symbol codes of C2SIM: fifteen letters, or digits under a name, as the plan keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from exerciseplanner.domain.symbol_letters import Match
from exerciseplanner.domain.symbols import is_letters, lettered, parse_sidc
from exerciseplanner.exchange.orbat_mapper.symbols import read_symbol
from exerciseplanner.workspace.symbology import letter_codes

_NUMBERS = re.compile(r"\d{20}(?:\d{10})?")
_STANDARDS = ("app6", "app-6", "2525", "mil-std-2525", "milstd2525")
_KINDS_AT_MOST = 20_000


class Code(NamedTuple):
    """A symbol code as the plan keeps it, what it says, and how exactly it was taken.

    `identity` is what the source drew, not what the code says now.
    """

    sidc: str = ""
    echelon: str = ""
    domain: str = ""
    identity: str = ""
    match: Match = "exact"


NOTHING = Code()


@lru_cache(maxsize=_KINDS_AT_MOST)
def read_code(text: str, identity: str) -> Code:
    """The code of a unit whose side is friend, hostile, neutral or unknown, or of none (empty).

    The frame follows the side. Letters that no digits say stay letters; what is no code at all
    gives an empty one that failed.
    """
    if not text:
        return NOTHING
    if _NUMBERS.fullmatch(text):
        return _framed(text, identity, "exact")
    if not is_letters(text):
        return Code(match="failed")
    found = letter_codes().to_digits(text)
    if found.match != "failed":
        return _framed(found.code, identity, found.match)
    said = read_symbol(lettered(text))
    if said is None:
        return Code(match="failed")
    return Code(said.code, said.echelon, said.domain, said.identity, "failed")


def _framed(digits: str, identity: str, match: Match) -> Code:
    said = read_symbol(digits)
    if said is None:
        return Code(match="failed")
    code = parse_sidc(digits).of_identity(identity).code
    return Code(code, said.echelon, said.domain, said.identity, match)


def digits_among(named: Iterable[tuple[str, str]]) -> str:
    """The symbol code in digits among named entity types (name, namespace); empty without one."""
    for name, namespace in named:
        if namespace.casefold().startswith(_STANDARDS) and _NUMBERS.fullmatch(name):
            return name
    return ""
