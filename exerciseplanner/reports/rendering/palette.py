"""The colours of printed documents: one accent, greys, and a fill for each tone of rating."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from exerciseplanner.reports.ratings import Tone

Hatching: TypeAlias = Literal["none", "diagonal", "dots", "cross"]

PAPER = "#FFFFFF"
INK = "#17212B"
MUTED = "#55616E"
FAINT = "#8A949F"
LINE = "#C3CAD2"
SURFACE = "#F3F5F7"
BAND = "#E4E9EE"
ACCENT = "#1D4E7A"
ACCENT_SOFT = "#A9C1D6"
WARN = "#8A5A00"
DANGER = "#A3261D"


@dataclass(frozen=True)
class Fill:
    """A ground, the hatching on it, the outline around both, and the colour of letters on it."""

    ground: str
    outline: str
    letter: str
    hatching: Hatching = "none"
    hatch: str = PAPER


TONES: dict[Tone, Fill] = {
    "best": Fill("#0E5C58", "#0E5C58", PAPER),
    "good": Fill("#A5D3CB", "#0E5C58", "#0B3F3C", "diagonal", "#5FA39A"),
    "weak": Fill("#FBE3B0", "#9A6A00", "#5C3F00", "dots", "#C08A1E"),
    "worst": Fill(PAPER, DANGER, DANGER, "cross", "#DB8F88"),
    "unrated": Fill(PAPER, FAINT, MUTED),
}
"""From solid to open, so that the order survives a black and white printer."""

ACCENT_FILL = Fill(ACCENT, ACCENT, PAPER)
ACCENT_HATCHED = Fill("#D9E4EE", ACCENT, ACCENT, "diagonal", "#8FB0CB")

SERIES: tuple[tuple[str, tuple[float, ...]], ...] = (
    (ACCENT, ()),
    (DANGER, (5, 2)),
    ("#0E5C58", (1.2, 2)),
    (WARN, (7, 2, 1.2, 2)),
    (MUTED, (3, 3)),
)
"""Line colours of a trend, each with its own dash."""

CALLOUTS = {"info": ("Note", ACCENT), "warn": ("Caution", WARN), "danger": ("Warning", DANGER)}
"""The word and the bar of each kind of callout."""
