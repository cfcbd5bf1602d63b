"""Elements of a scenario as they are written: as practice has them, or to the letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple, cast
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from exerciseplanner.exchange.msdl.notes import NoteLine
from exerciseplanner.exchange.msdl.vocabulary import HANDLE, MODEL_NAMESPACE, NAMESPACE
from exerciseplanner.exchange.writing import LossCount

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FOREIGN = re.compile(r"[^ -z]")
_NO_NAME = re.compile(r"[^A-Za-z0-9._-]+")
_PLAIN = str.maketrans(
    {
        "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "đ": "d",
        "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "ı": "i",
        "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "\n": " ",
        "{": "(", "}": ")", "|": "/", "~": "-",
    }
)  # fmt: skip


class Draft:
    """Writes elements in one of two styles and counts what a style does not take.

    In practice everything is in one default namespace. To the letter of the schema only the root
    is in it, texts are short and in plain letters, and handles are UUIDs in small letters.
    """

    def __init__(self, losses: LossCount, *, strict: bool) -> None:
        self.strict = strict
        self.losses = losses

    def root(self, name: str) -> etree._Element:
        """The element around everything."""
        prefix = "msdl" if self.strict else None
        spaces: dict[str | None, str] = {prefix: NAMESPACE, "modelID": MODEL_NAMESPACE}
        return etree.Element(f"{{{NAMESPACE}}}{name}", nsmap=cast("dict[str, str]", spaces))

    def add(self, parent: etree._Element, name: str, said: str | None = None) -> etree._Element:
        """An element below another, with a text that needs no care."""
        tag = name if self.strict else f"{{{NAMESPACE}}}{name}"
        element = etree.SubElement(parent, tag)
        if said is not None:
            element.text = _UNPRINTABLE.sub("", said)
        return element

    def add_identity(self, parent: etree._Element, name: str, said: str | None = None) -> None:
        """An element that identifies the scenario; all of them are in a namespace of their own."""
        etree.SubElement(parent, f"{{{MODEL_NAMESPACE}}}{name}").text = said

    def add_text(
        self, parent: etree._Element, name: str, said: str, longest: int, whose: str
    ) -> etree._Element:
        """An element with a text of planners, which the letter of the schema may shorten."""
        return self.add(parent, name, self.fitted(said, name, longest, whose))

    def add_line(self, parent: etree._Element, line: NoteLine, said: str, whose: str) -> None:
        """An element for a line of a note; a code that the schema does not know is left out."""
        name = line.path[-1]
        if self.strict and line.codes and said not in line.codes:
            self.losses.add(f"{line.label} that the schema does not know", whose)
        elif said:
            self.add_text(parent, name, said, line.longest, whose)

    def fitted(self, said: str, name: str, longest: int, whose: str) -> str:
        """A text as the style takes it; what is lost is counted under the name of the element."""
        if not self.strict:
            return said
        plain = _FOREIGN.sub("?", _in_plain_letters(said))
        if plain != said:
            self.losses.add(f"{name}: signs that the schema does not take", whose)
        if len(plain) > longest:
            self.losses.add(f"{name}: longer than {longest} signs, cut", whose)
        return plain[:longest].strip()

    def scenario_name(self, name: str) -> str:
        """What the scenario is called; to the letter without blanks and not with a figure first."""
        if not self.strict:
            return name
        made = _NO_NAME.sub("_", _in_plain_letters(name)).strip("_") or "Scenario"
        return made if made[0].isalpha() else f"_{made}"


def _in_plain_letters(said: str) -> str:
    spread = unicodedata.normalize("NFKD", said.translate(_PLAIN))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


def handles(rows: Iterable[NamedTuple], *, strict: bool) -> dict[str, str]:
    """The handle of every row by its id: the one it came with, else its own id; no two alike.

    To the letter of the schema an id that is no UUID becomes one, the same every time.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for row in rows:
        own, outer = str(row[0]), str(getattr(row, "external_id", "")).strip()
        handle = outer or own
        if strict:
            handle = as_uuid(handle)
        if handle.lower() in taken:
            handle = own
        taken.add(handle.lower())
        found[own] = handle
    return found


def as_uuid(handle: str) -> str:
    """A handle as the schema takes it, made from what it is where it is no UUID."""
    small = handle.lower()
    return small if HANDLE.fullmatch(small) else str(uuid5(NAMESPACE_URL, f"handle:{handle}"))
