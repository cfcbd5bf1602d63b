"""What a symbol identification code says (APP-6, MIL-STD-2525), and the code a unit is drawn by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from exerciseplanner.domain.refusals import Refusal

_DIGITS = re.compile(r"\d{20}(?:\d{10})?")
_LETTERS = re.compile(r"[SGWIOE][A-Z][A-Z-][A-Z][A-Z0-9-]{6}[A-Z-]{2}(?:[A-Z-]{2}[A-Z-])?")
_SHORTEST_LETTERS = 12

STATUSES: Mapping[str, str] = {
    "0": "Present",
    "1": "Planned or anticipated",
    "2": "Present, fully capable",
    "3": "Present, damaged",
    "4": "Present, destroyed",
    "5": "Present, full to capacity",
}
"""Digit 7."""

ECHELONS: Mapping[str, str] = {
    "TEAM": "11",
    "SQUAD": "12",
    "SECTION": "13",
    "PLATOON": "14",
    "COMPANY": "15",
    "BATTALION": "16",
    "REGIMENT": "17",
    "BRIGADE": "18",
    "DIVISION": "21",
    "CORPS": "22",
    "ARMY": "23",
    "ARMY-GROUP": "24",
    "REGION": "25",
    "COMMAND": "26",
    "AIR-SQUADRON": "16",
}
"""Digits 9 and 10 by the echelon of a unit; mobility and towed arrays have 31 and above."""

_IDENTITIES: Mapping[str, str] = {"friend": "3", "hostile": "6", "neutral": "4", "unknown": "1"}
_NUANCES: Mapping[str, str] = {"friend": "23", "hostile": "56", "neutral": "4", "unknown": "01"}
"""The standard identities (digit 4) that each identity of a side may have, and the plain one."""

_LETTER_NUANCES: Mapping[str, str] = {
    "friend": "FAMD",
    "hostile": "HSJK",
    "neutral": "NL",
    "unknown": "UPGW",
}
LETTER_ECHELONS: Mapping[str, str] = {
    "11": "A", "12": "B", "13": "C", "14": "D", "15": "E", "16": "F", "17": "G", "18": "H",
    "21": "I", "22": "J", "23": "K", "24": "L", "25": "M", "26": "N",
}  # fmt: skip
"""Position 12 of a code of letters by digits 9 and 10."""

_DUMMY, _HEADQUARTERS, _TASK_FORCE = 1, 2, 4
"""Digit 8 is the sum of what holds."""


@dataclass(frozen=True)
class Sidc:
    """A symbol identification code of 20 digits, or of 30 with `extension` (edition E).

    Of the extension the first two digits say that a modifier is a common one, the third is the
    shape of the frame and the last three are a country.
    """

    version: str = "10"
    context: str = "0"
    identity: str = "3"
    symbol_set: str = "10"
    status: str = "0"
    amplifier: str = "0"
    echelon: str = "00"
    entity: str = "000000"
    modifier_1: str = "00"
    modifier_2: str = "00"
    extension: str = ""

    @property
    def code(self) -> str:
        """The code in digits."""
        return "".join(
            (
                self.version, self.context, self.identity, self.symbol_set, self.status,
                self.amplifier, self.echelon, self.entity, self.modifier_1, self.modifier_2,
                self.extension,
            )
        )  # fmt: skip

    @property
    def is_headquarters(self) -> bool:
        """Whether it is a headquarters."""
        return self._has(_HEADQUARTERS)

    @property
    def is_task_force(self) -> bool:
        """Whether it is a task force."""
        return self._has(_TASK_FORCE)

    @property
    def is_dummy(self) -> bool:
        """Whether it is a feint or a dummy."""
        return self._has(_DUMMY)

    def amplified(self, *, headquarters: bool, task_force: bool, dummy: bool) -> Sidc:
        """The same with these and no others of headquarters, task force and dummy."""
        total = headquarters * _HEADQUARTERS + task_force * _TASK_FORCE + dummy * _DUMMY
        return replace(self, amplifier=str(total))

    def of_identity(self, identity: str) -> Sidc:
        """The same seen as friend, hostile, neutral or unknown; suspect and the like stay."""
        if not identity or self.identity in _NUANCES[identity]:
            return self
        return replace(self, identity=_IDENTITIES[identity])

    def of_echelon(self, digits: str) -> Sidc:
        """The same with an echelon; mobility and towed arrays in its place stay."""
        takes = self.echelon[0] in "012"
        return replace(self, echelon=digits) if digits and takes else self

    def _has(self, part: int) -> bool:
        return self.amplifier in "01234567" and bool(int(self.amplifier) & part)


class SymbolFacts(NamedTuple):
    """What a unit says about its symbol; empty texts where it says nothing.

    `identity` is that of its side: friend, hostile, neutral or unknown.
    """

    sidc: str = ""
    echelon: str = ""
    domain: str = ""
    role: str = ""
    identity: str = ""


UNREADABLE = Sidc(identity="1", symbol_set="00")
"""Drawn for a code that is none: an unknown symbol with a question mark."""

_OF_DOMAINS: Mapping[str, Sidc] = {
    "LAND": Sidc(),
    "MARITIME": Sidc(symbol_set="30", entity="120000"),
    "AIR": Sidc(entity="120800"),
    "SOF": Sidc(entity="121800"),
    "CYBER": Sidc(symbol_set="60", entity="110000"),
    "SPACE": Sidc(symbol_set="05", entity="110000"),
    "JLSG": Sidc(entity="160600"),
    "JOINT": Sidc(entity="110000"),
    "CIV": Sidc(symbol_set="11", entity="110000"),
}
_OF_NAVAL_ECHELONS: Mapping[str, str] = {
    "TASK-FORCE": "121002",
    "TASK-GROUP": "121003",
    "TASK-UNIT": "121004",
}
_COMMAND = Sidc(entity="110000")
_OF_ROLES: Mapping[str, Sidc] = {
    **dict.fromkeys(("EXCON", "HICON", "LOCON", "SIDECON", "WHITE", "EVAL", "OBS"), _COMMAND),
    "RC": Sidc(entity="110500"),
    "MEDIA": Sidc(entity="162800"),
    "GREY": Sidc(symbol_set="11", entity="110000"),
    "HN": Sidc(entity="160600"),
    "SUPPORT": Sidc(entity="160600"),
}
"""What a unit is drawn as where the planner has fixed no symbol: by domain, else by role."""


def parse_sidc(text: str) -> Sidc:
    """Read a code of 20 or 30 digits, with spaces or without. Raises Refusal for anything else."""
    digits = "".join(text.split())
    if not _DIGITS.fullmatch(digits):
        raise Refusal(
            f"“{text}” is no symbol code.",
            field="sidc",
            remedy="Write 20 or 30 digits, such as 10031000161211020000, or 15 letters.",
        )
    return Sidc(
        digits[:2], digits[2], digits[3], digits[4:6], digits[6], digits[7], digits[8:10],
        digits[10:16], digits[16:18], digits[18:20], digits[20:],
    )  # fmt: skip


def is_letters(text: str) -> bool:
    """Whether a text is a code of letters (APP-6B, MIL-STD-2525C), of 12 places or all 15."""
    return bool(_LETTERS.fullmatch(lettered(text)))


def lettered(text: str) -> str:
    """A code of letters written in full: capitals, dashes for stars, 15 places."""
    plain = "".join(text.upper().split()).replace("*", "-")
    if len(plain) < _SHORTEST_LETTERS or len(plain) > 15:
        return plain
    plain = plain.ljust(15, "-")
    identity = "U" if plain[1] == "-" else plain[1]
    status = "P" if plain[3] == "-" else plain[3]
    return f"{plain[0]}{identity}{plain[2]}{status}{plain[4:]}"


def symbol_of(
    facts: SymbolFacts, echelons: Mapping[str, str] = ECHELONS, *, as_reality: bool = True
) -> str:
    """The code a unit is drawn by: what the planner fixed, else what domain and role suggest.

    The frame follows the side and the size marks follow the echelon in either case. `echelons`
    gives digits 9 and 10 for an echelon. With `as_reality` the X of an exercise is not drawn.
    """
    text = facts.sidc.strip()
    digits = echelons.get(facts.echelon, "")
    identity = facts.identity or ("hostile" if facts.role == "OPFOR" else "")
    if is_letters(text):
        return _drawn_letters(lettered(text), identity, digits)
    try:
        found = parse_sidc(text) if text else suggested(facts)
    except Refusal:
        found = UNREADABLE
    if found is UNREADABLE or not text:
        identity = identity or "unknown"
    found = found.of_identity(identity).of_echelon(digits)
    return (replace(found, context="0") if as_reality else found).code


def suggested(facts: SymbolFacts) -> Sidc:
    """The symbol of a unit whose symbol nobody has fixed."""
    by_role = _OF_ROLES.get(facts.role)
    if facts.domain in ("", "JOINT") and by_role is not None:
        return by_role
    found = _OF_DOMAINS.get(facts.domain, Sidc())
    entity = _OF_NAVAL_ECHELONS.get(facts.echelon)
    return replace(found, entity=entity) if entity and found.symbol_set == "30" else found


def _drawn_letters(code: str, identity: str, digits: str) -> str:
    if identity and code[1] not in _LETTER_NUANCES[identity]:
        code = code[0] + _LETTER_NUANCES[identity][0] + code[2:]
    if digits in LETTER_ECHELONS and code[10] not in "HMN":
        code = code[:11] + LETTER_ECHELONS[digits] + code[12:]
    return code
