"""One unit of a scenario as values of the plan."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.msdl.notes import HEIGHT, UNIT_LINES, line_of_note
from exerciseplanner.exchange.msdl.places import read_position
from exerciseplanner.exchange.msdl.symbols import domain_of, read_digits, read_letters
from exerciseplanner.exchange.msdl.vocabulary import ECHELONS
from exerciseplanner.exchange.xml_reading import child, text

_ADDITIONAL = ("UnitSymbolModifiers", "AdditionalInfo")


@dataclass
class Reading:
    """The values of one row, and what is doubtful about them."""

    values: dict[str, object]
    doubts: list[str] = field(default_factory=list)


def read_unit(element: etree._Element, name: str, identity: str) -> Reading:
    """A unit with what its symbol, its modifiers and its disposition state.

    `identity` is that of its side: friend, hostile, neutral or unknown; empty without a side.
    """
    reading = Reading(
        {
            "name": name,
            "short_name": text(element, "UnitSymbolModifiers", "UniqueDesignation"),
            "external_id": text(element, "ObjectHandle"),
        }
    )
    further: list[str] = []
    digits = _read_symbol(element, identity, reading, further)
    for line in UNIT_LINES:
        said = text(element, *line.path)
        if said and not (digits and line.path == _ADDITIONAL):
            further.append(line_of_note(line, said))
    _read_position(element, reading, further)
    reading.values["note"] = "\n".join(further)
    return reading


def _read_symbol(
    element: etree._Element, identity: str, reading: Reading, further: list[str]
) -> bool:
    """Take symbol, echelon and domain; True where the additional information was the symbol."""
    code = text(element, "SymbolIdentifier")
    stated = text(element, "UnitSymbolModifiers", "Echelon").upper()
    symbol = read_letters(code, identity)
    echelon = _echelon(stated, symbol.domain, reading)
    if echelon and symbol.echelon and echelon != _level(symbol.echelon, echelon):
        reading.doubts.append(
            f"Its echelon reads {stated}, its symbol says {symbol.echelon}; {stated} was taken."
        )
    echelon = echelon or symbol.echelon
    symbol = read_letters(code, identity, echelon)
    digits = read_digits(text(element, *_ADDITIONAL), identity, echelon)
    if not code:
        reading.doubts.append("It has no symbol.")
    elif not symbol.sidc:
        further.append(f"Symbol code: {code}")
    if symbol.remark and not digits:
        reading.doubts.append(symbol.remark)
    if symbol.identity and identity and symbol.identity != identity:
        reading.doubts.append(f"Its symbol says {symbol.identity}, its side is {identity}.")
    reading.values |= {
        "sidc": digits or symbol.sidc,
        "echelon": echelon,
        "domain": domain_of(digits) or symbol.domain,
    }
    return bool(digits)


def _echelon(stated: str, domain: str, reading: Reading) -> str:
    if stated in ("", "NONE"):
        return ""
    if stated == "SQUADRON" and domain == "MARITIME":
        return "BATTALION"
    if stated not in ECHELONS:
        reading.doubts.append(f"The echelon “{stated}” is not known.")
    return ECHELONS.get(stated, "")


def _level(symbol: str, echelon: str) -> str:
    """The echelon of a symbol, in the words of an echelon that has the same marks."""
    return echelon if (symbol, echelon) == ("BATTALION", "AIR-SQUADRON") else symbol


def _read_position(element: etree._Element, reading: Reading, further: list[str]) -> None:
    try:
        position = read_position(child(element, "Disposition", "Location"))
    except Refusal as refusal:
        reading.doubts.append(f"Its position was left empty: {refusal.message}")
        return
    if position is None:
        return
    reading.values["latitude"] = position.latitude
    reading.values["longitude"] = position.longitude
    if position.height:
        further.append(f"{HEIGHT}: {position.height} m")
