"""The symbol that is written for a unit or equipment, and the code of digits where letters fail."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.symbols import is_letters, lettered, parse_sidc
from exerciseplanner.exchange.msdl.symbols import FRAMES, read_letters
from exerciseplanner.exchange.msdl.vocabulary import ORDERS_OF_BATTLE, SYMBOL
from exerciseplanner.workspace.symbology import letter_codes

BARE = "S-G-----------G"
"""What says that something stands on land, and nothing else."""

_DIMENSIONS = {
    **{symbol_set: letter for letter, symbol_set in FRAMES.items()},
    "02": "A",
    "06": "P",
    "36": "S",
}


_ON_LAND = {"10": "U", "15": "E"}
_INFANTRY = "121100"


class SymbolWritten(NamedTuple):
    """Letters with affiliation and status left open; `digits` where the letters say less."""

    letters: str
    digits: str = ""


def written_symbol(code: str, identity: str, echelon: str, *, strict: bool) -> SymbolWritten:
    """The letters for a code of digits or letters, as the reader will take them.

    `identity` is that of the side, `echelon` what is written beside the symbol. The digits are
    kept wherever reading the letters would not give the same code again.
    """
    letters = lettered(code) if is_letters(code) else letter_codes().to_letters(code).code
    dashed = _dashed(letters) if letters else _frame(code)
    if strict and not SYMBOL.fullmatch(dashed):
        dashed = _frame(code)
    same = read_letters(dashed, identity, echelon).sidc == code
    return SymbolWritten(dashed, "" if same or not code.isdecimal() else code)


def _dashed(letters: str) -> str:
    order = ORDERS_OF_BATTLE.get(letters[2], "-")
    return f"{letters[0]}-{letters[2]}-{letters[4:12]}--{order}"


def _frame(code: str) -> str:
    """Letters that state where something moves, how large it is and whether it is a staff."""
    try:
        sidc = parse_sidc(code)
    except Refusal:
        return BARE
    dimension = _DIMENSIONS.get(sidc.symbol_set, "G")
    function = _ON_LAND.get(sidc.symbol_set, "-") if dimension == "G" else "-"
    sized = replace(sidc, symbol_set="10", entity=_INFANTRY, modifier_1="00", modifier_2="00")
    size = letter_codes().to_letters(sized.code).code[10:12]
    return f"S-{dimension}-{function}-----{size}--{ORDERS_OF_BATTLE.get(dimension, '-')}"
