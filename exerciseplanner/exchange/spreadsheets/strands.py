"""Storylines, events and incidents that the rows of a list belong to."""

from __future__ import annotations

import re

from exerciseplanner.domain.intake import Link, Proposed
from exerciseplanner.exchange.spreadsheets.cells import one_line
from exerciseplanner.exchange.spreadsheets.targets import STRANDS
from exerciseplanner.exchange.spreadsheets.walking import Entry

_NUMBERED = re.compile(r"([A-Z]{1,5}[- ]?\d+(?:[.-]\d+)*)\s*[:.\-–—]*\s+(\S.*)", re.DOTALL)
_LABELLED = re.compile(
    r"(?:storyline|story line|vignette|thread|main event|event|incident|phase)\s+"
    r"([A-Z]?\d+(?:[.-]\d+)*)\s*[:.\-–—]\s*(\S.*)",
    re.IGNORECASE | re.DOTALL,
)


class StrandBook:
    """The strands found so far; every title comes once below the same parent."""

    def __init__(self, there_already: frozenset[str]) -> None:
        self.rows: list[Proposed] = []
        self._there = {title.casefold(): title for title in there_already}
        self._links: dict[tuple[str, ...], Link] = {}

    def link_for(self, entry: Entry) -> Link | None:
        """The strand an entry belongs to, proposed where it is new; None where it has none."""
        titles = _titles(entry)
        if not titles:
            return None
        path = tuple(part.casefold() for _, title in titles for part in (title,))
        known = self._links.get(path)
        if known is None:
            known = self._links[path] = self._proposed(entry, titles)
        return known

    def _proposed(self, entry: Entry, titles: list[tuple[str, str]]) -> Link:
        parent: Link | None = None
        for depth in range(1, len(titles) + 1):
            path = tuple(title.casefold() for _, title in titles[:depth])
            link = self._links.get(path)
            if link is None:
                link = self._links[path] = self._one(entry, titles[depth - 1], path, parent)
            parent = link
        assert parent is not None
        return parent

    def _one(
        self, entry: Entry, strand: tuple[str, str], path: tuple[str, ...], parent: Link | None
    ) -> Link:
        kind, text = strand
        serial, title = split_serial(text)
        there = self._there.get(title.casefold()) or self._there.get(text.casefold())
        if there is not None:
            return Link("strand", there, match="title")
        key = f"strand:{'/'.join(path)}"
        values: dict[str, object] = {"kind": kind, "title": title}
        if serial:
            values["serial"] = serial
        if parent is not None:
            values["parent_id"] = parent
        self.rows.append(Proposed("strand", key, entry.sheet.place(entry.row), values))
        return Link("strand", key)


def _titles(entry: Entry) -> list[tuple[str, str]]:
    """Kind and title of each level above the inject, from the top down.

    A section title stands above the storyline column; levels move down where two would be alike.
    """
    found = [(name, one_line(entry.text(name))) for name in STRANDS if name in entry.cells]
    if entry.section and entry.section.casefold() not in {title.casefold() for _, title in found}:
        found.insert(0, ("storyline", entry.section))
    levels: list[tuple[str, str]] = []
    for name, title in found:
        place = max(STRANDS.index(name), len(levels))
        if place < len(STRANDS):
            levels.append((STRANDS[place], title))
    return levels


def split_serial(text: str) -> tuple[str, str]:
    """'SL02 Cyber' as SL02 and Cyber; a title without a number has an empty serial."""
    found = _LABELLED.fullmatch(text) or _NUMBERED.fullmatch(text)
    if found is None or not re.search(r"[^\W\d_]{2}", found[2]):
        return "", text
    return found[1].strip(), found[2].strip()
