"""Ratings as they are printed: always a letter, and a tone that colour and hatching follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Tone: TypeAlias = Literal["best", "good", "weak", "worst", "unrated"]
"""Where a rating stands on its own scale. Codes differ (P is Performed in one scale, Practised in
another), so the tone is said, never guessed from the code."""


@dataclass(frozen=True)
class RatingBadge:
    """A rating of one to four characters; ``labelled`` prints the label beside it."""

    code: str
    label: str
    tone: Tone = "unrated"
    labelled: bool = False


@dataclass(frozen=True)
class Ratings:
    """Several evaluators' ratings of the same thing, side by side."""

    badges: tuple[RatingBadge, ...]


@dataclass(frozen=True)
class ScoreBar:
    """A score between 0 and 1 with its honest interval [low, high], drawn small in a cell.

    ``text`` stands to its right (for example "0.83"); ``score`` None draws the interval alone.
    """

    low: float
    high: float
    score: float | None = None
    text: str = ""
