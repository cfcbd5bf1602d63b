"""Sizes on paper: the page grid and the type scale, in points."""

from __future__ import annotations

from dataclasses import dataclass

from exerciseplanner.reports.blocks import Align, Paper
from exerciseplanner.reports.rendering import palette
from exerciseplanner.reports.rendering.palette import Colour
from exerciseplanner.reports.rendering.typeface import Face

MM = 72 / 25.4

PAPERS: dict[Paper, tuple[float, float]] = {
    "A4": (210 * MM, 297 * MM),
    "Letter": (8.5 * 72, 11 * 72),
    "A3": (297 * MM, 420 * MM),
}


@dataclass(frozen=True)
class Page:
    """The page grid; inner margins are wider for binding, ``top`` and ``bottom`` bound the text."""

    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """Width of the text block."""
        return self.width - self.inner - self.outer

    @property
    def text_height(self) -> float:
        """Height of the text block."""
        return self.height - self.top - self.bottom

    def left(self, number: int) -> float:
        """Left edge of the text block on page ``number``: odd pages are bound on the left."""
        return self.inner if number % 2 else self.outer


def page(paper: Paper, landscape: bool, marking_height: float) -> Page:
    """The grid for a paper; marking and release line take ``marking_height`` at each end."""
    width, height = PAPERS[paper]
    if landscape:
        width, height = height, width
    edge = MARKING_EDGE + marking_height
    return Page(width, height, 25 * MM, 20 * MM, edge + RUNNING_HEAD, edge + RUNNING_FOOT)


MARKING_EDGE = 9 * MM
"""From the paper's edge to the marking."""
RUNNING_HEAD = 13 * MM
"""From the marking to the text: the running head and its rule."""
RUNNING_FOOT = 12 * MM
MARKING_WIDTH = 150 * MM
"""A longer marking or release line is broken."""


@dataclass(frozen=True)
class Style:
    """How a piece of text is set; ``indent`` shifts its left edge."""

    size: float
    leading: float
    face: Face = "regular"
    colour: Colour = palette.INK
    align: Align = "left"
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    spacing: float = 0.0


MARKING = Style(13, 15.5, "bold", align="center")
RELEASE = Style(10.5, 13, "semibold", align="center")
RUNNING = Style(8, 10, colour=palette.MUTED)
RUNNING_STRONG = Style(8, 10, "bold", palette.DANGER, spacing=0.8)

BODY = Style(10, 14, after=7)
LEAD = Style(12.5, 17.5, after=10)
NOTE = Style(8.5, 11.5, colour=palette.MUTED, after=6)
CAPTION = Style(9, 12, colour=palette.MUTED, after=6)
BULLET = Style(10, 14, after=3, indent=14)
HEADINGS = (
    Style(18, 23, "semibold", palette.INK, before=24, after=9),
    Style(13, 17, "semibold", palette.INK, before=17, after=6),
    Style(10.5, 14, "semibold", palette.ACCENT, before=12, after=3),
)

LABEL = Style(9, 12, "semibold", after=5)
CELL = Style(8.8, 11.4)
CELL_HEAD = Style(8.2, 10.4, "semibold", palette.MUTED)
CELL_GROUP = Style(8.8, 11.4, "semibold")
FIGURE_VALUE = Style(25, 28, "semibold", palette.ACCENT)
FIGURE_CAPTION = Style(9.2, 11.8, "semibold")
SMALL = Style(8, 10, colour=palette.MUTED)
SMALL_STRONG = Style(8, 10, "semibold", palette.INK)

COVER_ISSUER = Style(10.5, 14, "semibold", palette.MUTED)
COVER_KIND = Style(10.5, 14, "semibold", palette.ACCENT, spacing=1.4)
COVER_TITLE = Style(32, 37, "semibold")
COVER_SUBTITLE = Style(15, 20, colour=palette.MUTED)
COVER_DRAFT = Style(17, 20, "bold", palette.DANGER, spacing=3)

BLOCK_GAP = 12.0
"""Space after charts, tables, figures and callouts."""
