"""What a field of a noun is: its name, its kind and where its choices come from.

Forms, tables, bulk edits, pasting and importing are all made from these descriptions, so a field
is described once and behaves the same everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "line",  # one line of text
    "text",  # several lines of text
    "choice",  # code of a term of the kind named in `choices`
    "pick",  # one of the fixed codes in `options`
    "reference",  # id of a row of the noun named in `choices`, or None
    "references",  # ids of rows of the noun named in `choices`, kept in the table `link`
    "codes",  # list of codes (JSON array of strings)
    "planned",  # whole minutes from STARTEX, or None
    "minutes",  # a length of time in whole minutes, or None
    "whole",  # a whole number, or None
    "degrees",  # decimal degrees, or None
    "flag",  # yes or no
    "moment",  # a UTC moment as ISO text, or None
    "date",  # an ISO date, or None
]


@dataclass(frozen=True)
class Field:
    """One field of a noun.

    `name` is the column (or, for `references`, the name under which the links are read and set);
    `choices` names the kind of term or the noun; `options` are (code, label) pairs in order;
    `section` groups fields in the inspector; `low` and `high` bound numbers, both included.
    `reading` names what a line must be readable as.
    """

    name: str
    label: str
    kind: Kind = "line"
    choices: str = ""
    options: tuple[tuple[str, str], ...] = ()
    link: str = ""
    section: str = ""
    hint: str = ""
    required: bool = False
    low: float | None = None
    high: float | None = None
    reading: Literal["", "sidc"] = ""


def sentence_case(words: str) -> str:
    """The words with a capital first letter and every other as it was (MEL/MIL stays so)."""
    return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class Noun:
    """A kind of thing the planner works with.

    `name` is the table, `title` the field by which people call a row, `code` the field that
    numbers it (or empty), `prefix` what its serials begin with (or empty), `owner` the reference
    to what it belongs to (or empty).
    """

    name: str
    singular: str
    plural: str
    fields: tuple[Field, ...]
    title: str = "title"
    code: str = ""
    prefix: str = ""
    owner: str = ""

    def field(self, name: str) -> Field:
        """The field of that name; `KeyError` where there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"{self.name} has no field {name}")

    @property
    def columns(self) -> tuple[Field, ...]:
        """The fields kept in the noun's own table, without those kept as links."""
        return tuple(field for field in self.fields if field.kind != "references")

    @property
    def links(self) -> tuple[Field, ...]:
        """The fields kept as links to other rows."""
        return tuple(field for field in self.fields if field.kind == "references")
