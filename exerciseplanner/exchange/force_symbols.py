"""The symbol codes of units as other formats take them: digits or letters, and how exactly."""

from __future__ import annotations

from exerciseplanner.domain.identity import identities_seen
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.symbol_letters import Conversion
from exerciseplanner.domain.symbols import (
    UNREADABLE,
    SymbolFacts,
    is_letters,
    parse_sidc,
    symbol_of,
)
from exerciseplanner.workspace.queries.force_picture import ForcePicture
from exerciseplanner.workspace.queries.forces import UnitRow
from exerciseplanner.workspace.symbology import letter_codes


class ForceSymbols:
    """Gives the symbol code of any unit of a picture as seen from a side."""

    def __init__(self, picture: ForcePicture, viewpoint: str | None = None) -> None:
        self.identities = identities_seen(
            ((side.id, side.identity) for side in picture.sides), viewpoint
        )
        self._picture = picture
        self._digits: dict[SymbolFacts, Conversion] = {}
        self._letters: dict[SymbolFacts, Conversion] = {}

    def identity(self, unit: UnitRow) -> str:
        """Friend, hostile, neutral or unknown; empty for a unit without a side."""
        return self.identities.get(self._picture.side_of.get(unit.id, ""), "")

    def digits(self, unit: UnitRow) -> Conversion:
        """The code of 20 or 30 digits, and whether it says what the plan says.

        It failed where the plan holds a code that is none; an unknown symbol is given then.
        """
        facts = self._facts(unit)
        if facts not in self._digits:
            self._digits[facts] = self._as_digits(facts)
        return self._digits[facts]

    def letters(self, unit: UnitRow) -> Conversion:
        """The code of 15 letters (APP-6B, MIL-STD-2525C), and whether it says the same.

        It failed where letters cannot say it at all; the code is empty then.
        """
        facts = self._facts(unit)
        if facts not in self._letters:
            code = self._drawn(facts)
            plain = Conversion(code, "exact") if is_letters(code) else None
            self._letters[facts] = plain or letter_codes().to_letters(code)
        return self._letters[facts]

    def _as_digits(self, facts: SymbolFacts) -> Conversion:
        code = self._drawn(facts)
        if is_letters(code):
            found = letter_codes().to_digits(code)
            if found.match != "failed":
                return found
        if code.isdigit() and _is_readable(facts.sidc):
            return Conversion(code, "exact")
        return Conversion(UNREADABLE.of_identity(facts.identity).code, "failed")

    def _drawn(self, facts: SymbolFacts) -> str:
        return symbol_of(facts, self._picture.digits, as_reality=False)

    def _facts(self, unit: UnitRow) -> SymbolFacts:
        return SymbolFacts(unit.sidc, unit.echelon, unit.domain, unit.role, self.identity(unit))


def _is_readable(sidc: str) -> bool:
    """Whether a code that the planner fixed is one; where none is fixed it follows from facts."""
    try:
        return not sidc.strip() or bool(parse_sidc(sidc))
    except Refusal:
        return False
