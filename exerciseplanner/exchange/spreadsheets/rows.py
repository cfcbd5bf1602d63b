"""One entry of a list as the values of an inject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exerciseplanner.domain.intake import Link
from exerciseplanner.exchange.spreadsheets.cells import as_text, one_line
from exerciseplanner.exchange.spreadsheets.context import Context
from exerciseplanner.exchange.spreadsheets.links import LinkFinder
from exerciseplanner.exchange.spreadsheets.remarks import Remarks
from exerciseplanner.exchange.spreadsheets.targets import TEXTS
from exerciseplanner.exchange.spreadsheets.terms import TermMatcher
from exerciseplanner.exchange.spreadsheets.walking import Entry

_LONGEST_TITLE = 90
_SENTENCE = re.compile(r"(?<=[.!?;:])\s|\n")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_LONG = frozenset(
    {"message", "background", "expected_action", "cue", "simulation_action", "response", "note"}
)
_LINES = frozenset(TEXTS) - _LONG
_CODED = ("objectives", "interoperability", "threats")
_KINDS_OF_TERM = {"kind": "kinds", "state": "states", "means": "means", "marking_level": "levels"}
_WHAT = {
    "kind": "kind of inject",
    "state": "state of an inject",
    "means": "means of delivery",
    "marking_level": "classification",
}


@dataclass
class Draft:
    """The values of one inject while they are gathered; `kept` goes into its note."""

    entry: Entry
    values: dict[str, object]
    links: dict[str, tuple[Link, ...]]
    kept: list[str]


class RowReader:
    """Turns entries into drafts of injects, with every doubt remarked."""

    def __init__(self, context: Context, remarks: Remarks, keep_unmapped: bool) -> None:
        self._context = context
        self._remarks = remarks
        self._keep_unmapped = keep_unmapped
        self._finder = LinkFinder(context)
        self._terms = {
            name: TermMatcher(kind, getattr(context.vocabulary, kind))
            for name, kind in _KINDS_OF_TERM.items()
        }
        self._audiences = TermMatcher("audiences", context.vocabulary.audiences)

    def draft(self, entry: Entry) -> Draft:
        """The values of one entry, without its times, its strand and its serial."""
        draft = Draft(entry, {}, {}, [])
        for name, value in entry.cells.items():
            if name in _LINES:
                draft.values[name] = one_line(value if isinstance(value, str) else as_text(value))
            elif name in _LONG:
                draft.values[name] = as_text(value)
            elif name in self._terms:
                self._term(draft, name)
            elif name == "marking_releases":
                self._releases(draft)
        self._links(draft)
        if "latitude" in entry.cells or "longitude" in entry.cells:
            self._degrees(draft)
        if self._keep_unmapped:
            draft.kept += [f"{name}: {text}" for name, text in entry.others]
        self._title(draft)
        return draft

    def _term(self, draft: Draft, name: str) -> None:
        text = one_line(draft.entry.text(name))
        if not text:
            return
        code, says_more = self._terms[name].match(text)
        if code:
            draft.values[name] = code
        if code and not says_more:
            return
        draft.kept.append(f"{_WHAT[name].capitalize()}: {text}")
        if not code:
            message = f"'{text[:60]}' is no {_WHAT[name]} of this exercise; it stands in the note"
            self._remarks.add(message, draft.entry.sheet, draft.entry.row)

    def _releases(self, draft: Draft) -> None:
        text = one_line(draft.entry.text("marking_releases"))
        if not text:
            return
        parts = [part for part in re.split(r"[,;/\s]+", text) if part]
        codes = [self._audiences.match(part)[0] for part in parts]
        if all(codes):
            draft.values["marking_releases"] = sorted(set(codes))
            return
        draft.kept.append(f"Releasable to: {text}")
        message = f"the release '{text[:60]}' is not understood; it stands in the note"
        self._remarks.add(message, draft.entry.sheet, draft.entry.row)

    def _links(self, draft: Draft) -> None:
        entry = draft.entry
        for name in _CODED:
            if name not in entry.cells:
                continue
            links, missed = self._finder.coded(name, entry.text(name))
            if links:
                draft.links[name] = links
            if missed:
                draft.kept.append(f"{name.capitalize()}: {one_line(missed)}")
                message = f"'{one_line(missed)[:60]}' is among no {name} of the plan; see the note"
                self._remarks.add(message, entry.sheet, entry.row)
        named, addressed = entry.text("units"), entry.text("addressees")
        units = self._finder.units(f"{named};{addressed}" if named else addressed)
        if units:
            draft.links["units"] = units
        elif named:
            draft.kept.append(f"Units: {one_line(named)}")

    def _degrees(self, draft: Draft) -> None:
        for name, limit in (("latitude", 90), ("longitude", 180)):
            text = draft.entry.text(name).rstrip("°").strip()
            if not text:
                continue
            degrees = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else 999.0
            if abs(degrees) <= limit:
                draft.values[name] = degrees
            else:
                draft.kept.append(f"{name.capitalize()}: {text}")

    def _title(self, draft: Draft) -> None:
        if draft.values.get("title"):
            return
        entry = draft.entry
        message = entry.text("message")
        if message:
            draft.values["title"] = shortened(message)
            self._remarks.add(
                "there is no title, the beginning of the message is taken",
                entry.sheet,
                entry.row,
                "note",
            )
            return
        fallback = next((t for n in ("means", "kind", "serial") if (t := entry.text(n))), "")
        fallback = fallback or next((text for _, text in entry.others), "")
        draft.values["title"] = one_line(fallback)[:_LONGEST_TITLE] or "Untitled inject"
        self._remarks.add("the row has neither title nor message", entry.sheet, entry.row)


def shortened(text: str) -> str:
    """The first sentence of a text as a title of at most ninety characters."""
    first = one_line(_SENTENCE.split(text.strip(), 1)[0]).rstrip(".:;")
    if len(first) <= _LONGEST_TITLE:
        return first
    return first[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:") + " …"
