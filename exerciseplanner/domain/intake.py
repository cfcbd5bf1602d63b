"""What an importer proposes: rows to add or change, doubts, and what could not be taken.

Importers (above the workspace) read other people's files into an `Intake`; the workspace compares
it with the plan and applies it in one step. Nothing here knows a file format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

Severity = Literal["note", "doubt", "refused"]


@dataclass(frozen=True)
class Doubt:
    """Something the planner should look at: where in the source, what, and how grave."""

    place: str
    message: str
    severity: Severity = "doubt"


class Proposed(NamedTuple):
    """One row as the source states it; there may be many thousands.

    `noun` is the table; `key` identifies the row within the source and is stable when the same
    file comes again; `values` are column values as the table keeps them; a value of a reference
    column may be `Link(noun, key)` to another proposed row. `links` maps the name of a
    `references` field to the links it should hold.
    """

    noun: str
    key: str
    place: str
    values: Mapping[str, object]
    links: Mapping[str, tuple[Link, ...]] = MappingProxyType({})


@dataclass(frozen=True)
class Link:
    """A reference to another row of the intake by key, or to a row of the plan by its code.

    `match` names the field of the noun compared with `key` where no proposed row has that key.
    """

    noun: str
    key: str
    match: str = ""


@dataclass(frozen=True)
class Intake:
    """Everything taken from one source.

    `source` names it (the same for a later edition of the same file); `read` counts what the
    source holds by what it is called there; `left_out` is the loss report. `founded` are values
    that rows of the plan came with when it was made, by noun and key: where they still stand,
    nobody has decided anything, and the source's are taken.
    """

    source: str
    kind: str
    rows: tuple[Proposed, ...]
    doubts: tuple[Doubt, ...] = ()
    left_out: tuple[Doubt, ...] = ()
    read: Mapping[str, int] = field(default_factory=dict)
    founded: Mapping[tuple[str, str], Mapping[str, object]] = field(default_factory=dict)
