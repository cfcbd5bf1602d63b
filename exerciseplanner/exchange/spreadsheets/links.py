"""Objectives, units and threats of the plan, found in what a cell says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from exerciseplanner.domain.intake import Link
from exerciseplanner.exchange.spreadsheets.context import Context, Terms

_SEPARATORS = re.compile(r"[;,\n|/&+]| and | und | et ", re.IGNORECASE)


class LinkFinder:
    """Finds rows of the plan by code or name, remembering each text it has looked through."""

    def __init__(self, context: Context) -> None:
        self._by_code = {
            "objectives": ("objective", context.objectives),
            "interoperability": ("test_case", context.interoperability),
            "threats": ("threat", context.threats),
        }
        self._keys = {
            name: {_folded(text): code for code, title in terms.items() for text in (title, code)}
            for name, (_, terms) in self._by_code.items()
        }
        self._patterns = {name: _codes(terms) for name, (_, terms) in self._by_code.items()}
        self._units = {_folded(name): full for name, full in context.units.items()}
        self._named: dict[str, tuple[Link, ...]] = {}
        self._known: dict[tuple[str, str], tuple[tuple[Link, ...], str]] = {}

    def coded(self, field: str, text: str) -> tuple[tuple[Link, ...], str]:
        """Links to rows whose code or title stands in the text, and what was not found of it."""
        known = self._known.get((field, text))
        if known is None:
            known = self._known[field, text] = self._coded(field, text)
        return known

    def _coded(self, field: str, text: str) -> tuple[tuple[Link, ...], str]:
        noun, _ = self._by_code[field]
        keys, pattern = self._keys[field], self._patterns[field]
        found: dict[str, None] = {}
        missed = []
        for part in (part.strip() for part in _SEPARATORS.split(text)):
            if not part:
                continue
            codes = [keys[_folded(part)]] if _folded(part) in keys else []
            if not codes and pattern is not None:
                codes = [keys[_folded(code)] for code in pattern.findall(part)]
            found.update(dict.fromkeys(codes))
            if not codes:
                missed.append(part)
        links = tuple(Link(noun, code, match="code") for code in found)
        return links, text if missed else ""

    def units(self, text: str) -> tuple[Link, ...]:
        """Links to the units whose name is one of the addressees."""
        found = self._named.get(text)
        if found is None:
            found = self._named[text] = self._units_in(text)
        return found

    def _units_in(self, text: str) -> tuple[Link, ...]:
        names = [self._units.get(_folded(text), "")] + [
            self._units.get(_folded(part), "") for part in _SEPARATORS.split(text)
        ]
        return tuple(Link("unit", name, match="name") for name in dict.fromkeys(names) if name)


def _folded(text: str) -> str:
    return re.sub(r"[\s._\-–]+", "", text).casefold()


def _codes(terms: Terms | Mapping[str, str]) -> re.Pattern[str] | None:
    """A pattern that finds any of the codes in a longer text, however they are spaced."""
    if not terms:
        return None
    spelt = (
        r"[\s._\-–]*".join(re.escape(piece) for piece in re.split(r"[\s._\-–]+", code) if piece)
        for code in sorted(terms, key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w|\.\d)", re.IGNORECASE)
