"""The colours of printed documents: one accent, greys, and a fill for each tone of rating."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from reportlab.lib.colors import HexColor

from exerciseplanner.reports.ratings import Tone

Colour: TypeAlias = Any
"""A ReportLab colour; ReportLab ships no type information."""

Hatching: TypeAlias = Literal["none", "diagonal", "dots", "cross"]

PAPER: Colour = HexColor("#FFFFFF")
INK: Colour = HexColor("#17212B")
MUTED: Colour = HexColor("#55616E")
FAINT: Colour = HexColor("#8A949F")
LINE: Colour = HexColor("#C3CAD2")
SURFACE: Colour = HexColor("#F3F5F7")
BAND: Colour = HexColor("#E4E9EE")
ACCENT: Colour = HexColor("#1D4E7A")
ACCENT_SOFT: Colour = HexColor("#A9C1D6")
WARN: Colour = HexColor("#8A5A00")
DANGER: Colour = HexColor("#A3261D")


@dataclass(frozen=True)
class Fill:
    """A ground, the hatching on it, the outline around both, and the colour of letters on it."""

    ground: Colour
    outline: Colour
    letter: Colour
    hatching: Hatching = "none"
    hatch: Colour = PAPER


TONES: dict[Tone, Fill] = {
    "best": Fill(HexColor("#0E5C58"), HexColor("#0E5C58"), PAPER),
    "good": Fill(
        HexColor("#A5D3CB"),
        HexColor("#0E5C58"),
        HexColor("#0B3F3C"),
        "diagonal",
        HexColor("#5FA39A"),
    ),
    "weak": Fill(
        HexColor("#FBE3B0"), HexColor("#9A6A00"), HexColor("#5C3F00"), "dots", HexColor("#C08A1E")
    ),
    "worst": Fill(PAPER, DANGER, DANGER, "cross", HexColor("#DB8F88")),
    "unrated": Fill(PAPER, FAINT, MUTED),
}
"""From solid to open, so that the order survives a black and white printer."""

ACCENT_FILL = Fill(ACCENT, ACCENT, PAPER)
ACCENT_HATCHED = Fill(HexColor("#D9E4EE"), ACCENT, ACCENT, "diagonal", HexColor("#8FB0CB"))

SERIES: tuple[tuple[Colour, tuple[float, ...]], ...] = (
    (ACCENT, ()),
    (DANGER, (5, 2)),
    (HexColor("#0E5C58"), (1.2, 2)),
    (WARN, (7, 2, 1.2, 2)),
    (MUTED, (3, 3)),
)
"""Line colours of a trend, each with its own dash."""

CALLOUTS = {"info": ("Note", ACCENT), "warn": ("Caution", WARN), "danger": ("Warning", DANGER)}
"""The word and the bar of each kind of callout."""
