"""A doctrine pack: words, states, scales and classification of one edition of doctrine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from exerciseplanner.domain.marking import Audience, ClassificationPolicy, Level
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.terms import Term

__all__ = [
    "Audience",
    "ClassificationPolicy",
    "DoctrinePack",
    "Level",
    "PackSummary",
    "RatingScale",
    "RatingValue",
    "Term",
    "Transition",
]

NOT_OBSERVED = "NE"
"""The code that every scale has for what nobody rated; it stays among what was planned."""

NOT_APPLICABLE = "NA"
"""The code that every scale has for what does not apply; it leaves the denominator."""


@dataclass(frozen=True)
class RatingValue:
    """One value of a rating scale; `worth` is None where the value has no place on a number line.

    `counts` is false for values that are neither pass nor fail, such as not observed.
    """

    code: str
    label: str
    definition: str
    seq: int
    worth: Fraction | None
    counts: bool


@dataclass(frozen=True)
class RatingScale:
    """A rating scale, best value first, with the rule by which ratings roll up on it.

    `rollup` is `weighted` (weighted mean of the worths), `lowest` (the lowest part governs) or
    `none` (only a named person judges).
    """

    code: str
    name: str
    rollup: str
    values: tuple[RatingValue, ...]
    definition: str = ""
    source: str = ""
    tag: str = "R?"

    @cached_property
    def counting(self) -> tuple[RatingValue, ...]:
        """The values that count, best first."""
        return tuple(value for value in self.values if value.counts)

    def value(self, code: str) -> RatingValue:
        """Give the value of that code; Refusal where the scale has none."""
        for value in self.values:
            if value.code == code:
                return value
        known = ", ".join(value.code for value in self.values)
        raise Refusal(f"The scale {self.name} has no value “{code}”.", remedy=f"Use {known}.")


@dataclass(frozen=True)
class Transition:
    """A move from one state to another that doctrine allows, and the role that may make it."""

    kind: str
    from_code: str
    to_code: str
    role: str = ""
    source: str = ""
    tag: str = "R?"


@dataclass(frozen=True)
class PackSummary:
    """What a doctrine pack says of itself."""

    code: str
    title: str
    edition: str
    date: str
    source: str


@dataclass(frozen=True)
class DoctrinePack:
    """Everything one edition of doctrine brings to an exercise."""

    summary: PackSummary
    all_terms: tuple[Term, ...]
    all_transitions: tuple[Transition, ...]
    rating_scales: tuple[RatingScale, ...]
    classification: tuple[ClassificationPolicy, ...]
    defaults: Mapping[str, str]

    @property
    def code(self) -> str:
        """The code by which the pack is chosen, such as `nato-2023`."""
        return self.summary.code

    @property
    def title(self) -> str:
        """The title of the directive or programme."""
        return self.summary.title

    def terms(self, kind: str | None = None) -> tuple[Term, ...]:
        """Give the terms of one kind in their order, or those of every kind."""
        return tuple(term for term in self.all_terms if kind in (None, term.kind))

    def term(self, kind: str, code: str) -> Term:
        """Give one term; Refusal where the pack has none of that kind and code."""
        for term in self.terms(kind):
            if term.code == code:
                return term
        raise Refusal(f"The doctrine pack {self.code} has no {kind} “{code}”.")

    def transitions(self, kind: str | None = None) -> tuple[Transition, ...]:
        """Give the moves between the states of one kind, or of every kind."""
        return tuple(move for move in self.all_transitions if kind in (None, move.kind))

    def scales(self) -> tuple[RatingScale, ...]:
        """Give every rating scale."""
        return self.rating_scales

    def scale(self, code: str) -> RatingScale:
        """Give one rating scale; Refusal where the pack has none of that code."""
        for scale in self.rating_scales:
            if scale.code == code:
                return scale
        raise Refusal(f"The doctrine pack {self.code} has no rating scale “{code}”.")

    def policies(self) -> tuple[ClassificationPolicy, ...]:
        """Give every classification policy."""
        return self.classification

    def policy(self, code: str) -> ClassificationPolicy:
        """Give one classification policy; Refusal where the pack has none of that code."""
        for policy in self.classification:
            if policy.code == code:
                return policy
        raise Refusal(f"The doctrine pack {self.code} has no classification policy “{code}”.")

    def default(self, name: str) -> str:
        """Give the code a new exercise starts with, such as the `inject_scale`."""
        return self.defaults[name]
