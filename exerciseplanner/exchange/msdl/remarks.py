"""Where a scenario departs from the letter of the schema: said, and never a reason to refuse it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from exerciseplanner.domain.intake import Doubt
from exerciseplanner.exchange.gathering import some
from exerciseplanner.exchange.msdl.vocabulary import HANDLE, NAMESPACE, SYMBOL
from exerciseplanner.exchange.xml_reading import child, children, text

_PLACE = "Schema"


def schema_remarks(root: etree._Element) -> list[Doubt]:
    """Departures that other programs may stumble over, each kind once."""
    units = list(children(child(root, "Organizations", "Units"), "Unit"))
    items = list(children(child(root, "Organizations", "Equipment"), "EquipmentItem"))
    sides = list(children(child(root, "ForceSides"), "ForceSide"))
    return [
        *_namespace(root),
        *_counted("handles are no UUID in small letters", _odd_handles([*sides, *units, *items])),
        *_counted("symbols break the pattern of the schema", _odd_symbols([*units, *items])),
    ]


def _namespace(root: etree._Element) -> Iterator[Doubt]:
    namespace = str(root.tag).rpartition("}")[0].lstrip("{")
    if namespace != NAMESPACE:
        said = f"The scenario is in the namespace “{namespace}”" if namespace else "It has none"
        yield Doubt(_PLACE, f"{said}; MSDL has {NAMESPACE}. It was read all the same.", "note")


def _counted(what: str, named: Iterable[str]) -> Iterator[Doubt]:
    names = list(named)
    if names:
        yield Doubt(_PLACE, f"{len(names)} {what}{some(names)}; read all the same.", "note")


def _odd_handles(elements: Iterable[etree._Element]) -> Iterator[str]:
    for each in elements:
        handle = text(each, "ObjectHandle")
        if handle and not HANDLE.fullmatch(handle):
            yield handle


def _odd_symbols(elements: Iterable[etree._Element]) -> Iterator[str]:
    for each in elements:
        symbol = text(each, "SymbolIdentifier")
        if symbol and not SYMBOL.fullmatch(symbol):
            yield symbol
