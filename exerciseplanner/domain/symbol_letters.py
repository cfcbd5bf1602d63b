"""Symbol codes of 15 letters (APP-6B, MIL-STD-2525C) into codes of digits, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.symbols import LETTER_ECHELONS, Sidc, is_letters, lettered, parse_sidc

Match: TypeAlias = Literal["exact", "near", "failed"]
LetterRow: TypeAlias = tuple[str, str, str]
"""Ten letters with stars for identity and status, symbol set, entity with both modifiers."""

_IDENTITIES: Mapping[str, str] = {
    "P": "00", "U": "01", "A": "02", "F": "03", "N": "04", "S": "05", "H": "06",
    "G": "10", "W": "11", "M": "12", "D": "13", "L": "14", "J": "15", "K": "16",
}  # fmt: skip
"""Position 2, as context and standard identity."""

_STATUSES: Mapping[str, str] = {"P": "0", "A": "1", "C": "2", "D": "3", "X": "4", "F": "5"}
"""Position 4, as digit 7."""

_HEADQUARTERS: Mapping[str, str] = {
    "-": "0", "A": "2", "B": "6", "C": "3", "D": "7", "E": "4", "F": "1", "G": "5",
}  # fmt: skip
"""Position 11, as digit 8, where position 12 is an echelon."""

_ECHELONS: Mapping[str, str] = {"-": "00", **{b: a for a, b in LETTER_ECHELONS.items()}}
_FITTINGS: Mapping[str, str] = {
    "MO": "31", "MP": "32", "MQ": "33", "MR": "34", "MS": "35", "MT": "36", "MW": "37",
    "MU": "41", "MV": "42", "MX": "51", "MY": "52", "NS": "61", "NL": "62",
}  # fmt: skip
"""Positions 11 and 12 where they are mobility or a towed array."""


class Conversion(NamedTuple):
    """A code in the other writing, and whether it says the same, nearly the same, or nothing."""

    code: str
    match: Match


class LetterCodes:
    """The table of what has both a code of letters and one of digits."""

    def __init__(self, rows: Iterable[LetterRow]) -> None:
        self._numbers: dict[str, tuple[str, str]] = {}
        self._letters: dict[tuple[str, str], str] = {}
        for letters, symbol_set, digits in rows:
            self._numbers.setdefault(letters, (symbol_set, digits))
            self._letters.setdefault((symbol_set, digits), letters)

    def __len__(self) -> int:
        return len(self._numbers)

    def to_digits(self, text: str) -> Conversion:
        """The code of 20 digits for a code of letters."""
        if not is_letters(text):
            return Conversion("", "failed")
        code = lettered(text)
        key = f"{code[0]}*{code[2]}*{code[4:10]}"
        found = self._numbers.get(key)
        match: Match = "exact" if found else "near"
        found = found or self._parent(key)
        if found is None:
            return Conversion("", "failed")
        size = _size(code[10:12])
        known = code[1] in _IDENTITIES and code[3] in _STATUSES and size is not None
        amplifier, echelon = size or ("0", "00")
        context = _IDENTITIES.get(code[1], "01")
        made = Sidc(
            "10", context[0], context[1], found[0], _STATUSES.get(code[3], "0"),
            amplifier, echelon, found[1][:6], found[1][6:8], found[1][8:],
        )  # fmt: skip
        return Conversion(made.code, match if known else "near")

    def to_letters(self, text: str) -> Conversion:
        """The code of 15 letters for a code of digits."""
        try:
            code = parse_sidc(text)
        except Refusal:
            return Conversion("", "failed")
        found = self._nearest(code)
        if found is None:
            return Conversion("", "failed")
        letters, match = found
        identity = _key_of(_IDENTITIES, code.context + code.identity)
        status = _key_of(_STATUSES, code.status)
        size = _size_letters(code)
        if identity is None or status is None or size is None or code.extension.strip("0"):
            match = "near"
        identity = identity or _key_of(_IDENTITIES, "0" + code.identity) or "U"
        whole = f"{letters[0]}{identity}{letters[2]}{status or 'P'}{letters[4:]}{size or '--'}---"
        return Conversion(whole, match)

    def _parent(self, key: str) -> tuple[str, str] | None:
        head, function = key[:4], key[4:].rstrip("-")
        while function := function[:-1]:
            found = self._numbers.get(head + function.ljust(6, "-"))
            if found:
                return found
        return None

    def _nearest(self, code: Sidc) -> tuple[str, Match] | None:
        wholes = (
            (code.entity, code.modifier_1, code.modifier_2),
            (code.entity, code.modifier_1, "00"),
            (code.entity, "00", "00"),
            (code.entity[:4] + "00", "00", "00"),
            (code.entity[:2] + "0000", "00", "00"),
        )
        for at, parts in enumerate(wholes):
            letters = self._letters.get((code.symbol_set, "".join(parts)))
            if letters:
                same = at == 0 or parts == wholes[0]
                return letters, "exact" if same else "near"
        return None


def letter_rows(script: str) -> tuple[LetterRow, ...]:
    """The rows of the table in the script of convert-symbology. Raises Refusal if it has none."""
    start = script.find('[["')
    if start < 0:
        raise Refusal("The table of letter codes is not where it should be.")
    rows, _ = json.JSONDecoder().raw_decode(script, start)
    return tuple((str(a), str(b), str(c)) for a, b, c in rows)


def _size(letters: str) -> tuple[str, str] | None:
    if letters in _FITTINGS:
        return "0", _FITTINGS[letters]
    if letters in ("H-", "HB"):
        return ("1" if letters == "HB" else "0"), "00"
    first, second = _HEADQUARTERS.get(letters[0]), _ECHELONS.get(letters[1])
    return (first, second) if first is not None and second is not None else None


def _size_letters(code: Sidc) -> str | None:
    fitting = _key_of(_FITTINGS, code.echelon)
    if fitting:
        return fitting if code.amplifier == "0" else None
    first, second = _key_of(_HEADQUARTERS, code.amplifier), _key_of(_ECHELONS, code.echelon)
    return f"{first}{second}" if first and second else None


def _key_of(table: Mapping[str, str], value: str) -> str | None:
    return next((key for key, each in table.items() if each == value), None)
