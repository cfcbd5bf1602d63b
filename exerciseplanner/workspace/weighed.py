"""What becomes of each row that an importer proposes, for the planner to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from exerciseplanner.domain.intake import Doubt, Proposed
from exerciseplanner.domain.nouns import NOUNS

What = Literal["added", "changed", "same", "kept", "refused"]

#: Of what most rows have none.
NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Difference:
    """A field whose value in the source is not the one in the plan; `taken` where it will be."""

    field: str
    label: str
    before: object
    after: object
    taken: bool


class Weighed(NamedTuple):
    """What becomes of one proposed row.

    `kept` means that the plan's own values stand against the source's; `values` is what will be
    written, `said` what the source says now, `links` the ids it links to by field.
    """

    proposed: Proposed
    what: What
    row_id: str
    values: Mapping[str, object] = NOTHING
    said: Mapping[str, object] = NOTHING
    differences: tuple[Difference, ...] = ()
    links: Mapping[str, tuple[str, ...]] = NOTHING
    message: str = ""

    @property
    def title(self) -> str:
        """What the row is called in the source."""
        noun = NOUNS[self.proposed.noun]
        return str(self.proposed.values.get(noun.title, "") or self.proposed.key)


@dataclass(frozen=True)
class Weighing:
    """What an intake would do, row by row, with the doubts of reading it and of placing it."""

    source: str
    rows: tuple[Weighed, ...]
    doubts: tuple[Doubt, ...]
    left_out: tuple[Doubt, ...]

    def count(self, *whats: What) -> int:
        """How many rows have one of these fates."""
        return sum(1 for row in self.rows if row.what in whats)
