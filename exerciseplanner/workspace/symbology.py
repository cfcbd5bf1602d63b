"""What may be drawn and what it is called: the tables of APP-6, read once from their files."""

from __future__ import annotations

from functools import lru_cache

from exerciseplanner import paths
from exerciseplanner.domain.symbol_entities import (
    SYMBOL_SETS,
    Symbology,
    read_entities,
    read_modifiers,
)
from exerciseplanner.domain.symbol_letters import LetterCodes, letter_rows
from exerciseplanner.domain.symbol_search import SymbolFinder

_LATER = "60"
"""Cyberspace came with edition E; everything else is taken from edition D, which NATO uses."""

_WITHOUT_SECTORS = frozenset({("15", 2)})


@lru_cache(maxsize=1)
def letter_codes() -> LetterCodes:
    """The table between codes of letters and of digits. Raises paths.MissingFiles."""
    return LetterCodes(letter_rows(_text("letter-codes/convert-symbology.js")))


@lru_cache(maxsize=1)
def symbology() -> Symbology:
    """Every entity and modifier a unit may be drawn with. Raises paths.MissingFiles."""
    return Symbology(
        [each for name in SYMBOL_SETS for each in read_entities(name, _table(name, ""))],
        [
            each
            for name in SYMBOL_SETS
            for sector in (1, 2)
            if (name, sector) not in _WITHOUT_SECTORS
            for each in read_modifiers(name, sector, _table(name, f"-{sector}"))
        ],
    )


@lru_cache(maxsize=1)
def symbol_finder() -> SymbolFinder:
    """What finds symbols by words. Raises paths.MissingFiles."""
    return SymbolFinder(symbology())


def _table(symbol_set: str, sector: str) -> str:
    return _text(f"{'app6e' if symbol_set == _LATER else 'app6'}/{symbol_set}{sector}.tsv")


def _text(name: str) -> str:
    return paths.asset(name).read_text(encoding="utf-8-sig")
