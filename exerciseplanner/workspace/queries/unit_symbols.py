"""How units are drawn: the symbol of each, by what is fixed and by what it follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from exerciseplanner.domain.symbols import ECHELONS, SymbolFacts, symbol_of
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.forces import UnitRow, sides, units
from exerciseplanner.workspace.query import query


class UnitSymbol(NamedTuple):
    """One unit's symbol: the code it is drawn by and the facts it follows from."""

    id: str
    name: str
    code: str
    facts: SymbolFacts


class UnitSymbols:
    """Gives the symbol of any unit, working each combination of facts out once."""

    def __init__(self, desk: Desk) -> None:
        self._digits = echelon_digits(desk)
        self._known: dict[SymbolFacts, str] = {}

    def of(self, row: UnitRow, identity: str) -> str:
        """The code a unit is drawn by; `identity` is that of its side, empty without a side."""
        facts = facts_of(row, identity)
        found = self._known.get(facts)
        if found is None:
            found = self._known[facts] = symbol_of(facts, self._digits)
        return found


def facts_of(row: UnitRow, identity: str) -> SymbolFacts:
    """What a unit says about its symbol."""
    return SymbolFacts(row.sidc, row.echelon, row.domain, row.role, identity)


def echelon_digits(desk: Desk) -> Mapping[str, str]:
    """Digits 9 and 10 of a symbol code by the echelons of the doctrine in the exercise."""
    terms = doctrine_terms(desk, "echelon")
    return {**ECHELONS, **{t.code: t.text("sidc") for t in terms if t.text("sidc")}}


@query("unit", "side", "term")
def unit_symbols(desk: Desk) -> tuple[UnitSymbol, ...]:
    """Every unit with its symbol; a unit without a side is on that of its superior."""
    every = {row.id: row for row in units(desk)}
    identities = {row.id: row.identity for row in sides(desk)}
    symbols = UnitSymbols(desk)
    return tuple(
        UnitSymbol(row.id, row.name, symbols.of(row, identity), facts_of(row, identity))
        for row in every.values()
        for identity in [identities.get(_side(every, row) or "", "")]
    )


@query("term")
def symbol_digits(desk: Desk) -> Mapping[str, str]:
    """Digits 9 and 10 of a symbol code by echelon."""
    return echelon_digits(desk)


def _side(every: Mapping[str, UnitRow], row: UnitRow) -> str | None:
    met: set[str] = set()
    above: UnitRow | None = row
    while above is not None and above.side_id is None and above.id not in met:
        met.add(above.id)
        above = every.get(above.parent_id or "")
    return above.side_id if above else None
