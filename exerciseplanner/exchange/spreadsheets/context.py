"""What an importer has to know of the plan: STARTEX, terms, and what can be linked to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

Terms = Mapping[str, str]
"""Code to name."""


@dataclass(frozen=True)
class Vocabulary:
    """The terms of the exercise by kind; an empty mapping lets any text through as it stands."""

    kinds: Terms = field(default_factory=dict)
    states: Terms = field(default_factory=dict)
    means: Terms = field(default_factory=dict)
    levels: Terms = field(default_factory=dict)
    audiences: Terms = field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """What the plan holds that a list of injects may refer to.

    `startex` is None while the exercise has no date; `objectives`, `interoperability` and
    `threats` are titles by code; `units` are names by every name a unit goes by; `strands` are
    the titles of the strands that are there.
    """

    startex: datetime | None = None
    zone: str = "Z"
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    objectives: Terms = field(default_factory=dict)
    interoperability: Terms = field(default_factory=dict)
    threats: Terms = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    strands: frozenset[str] = frozenset()
    now: datetime | None = None
