"""Symbols in words, and codes as planners type them."""

from __future__ import annotations

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.symbol_search import Hit
from exerciseplanner.domain.symbols import STATUSES, Sidc, is_letters, parse_sidc
from exerciseplanner.workspace.symbology import letter_codes, symbology


def read_code(text: str) -> Sidc | None:
    """A code typed in digits or in letters; None where it is neither."""
    if is_letters(text):
        found = letter_codes().to_digits(text)
        return parse_sidc(found.code) if found.code else None
    try:
        return parse_sidc(text)
    except Refusal:
        return None


def name_of(code: str) -> str:
    """What a code shows, in words; says so where the standard has no such symbol."""
    read = read_code(code)
    entity = symbology().entity(read.symbol_set, read.entity) if read else None
    if read is None or entity is None:
        return "A symbol that the tables do not name"
    sectors = ((1, read.modifier_1), (2, read.modifier_2))
    found = (symbology().modifier(read.symbol_set, n, digits) for n, digits in sectors)
    words = [Hit(entity, tuple(each for each in found if each), read).name]
    words += [
        said
        for holds, said in (
            (read.is_headquarters, "headquarters"),
            (read.is_task_force, "task force"),
            (read.is_dummy, "dummy"),
        )
        if holds
    ]
    if read.status != "0":
        words.append(STATUSES.get(read.status, "").casefold())
    return ", ".join(word for word in words if word)
