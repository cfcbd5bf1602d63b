"""An order of battle on pages: which units stand on which figure, and how large."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exerciseplanner.domain.orbat_layout import (
    Branches,
    Measures,
    sound_superiors,
    units_below,
)
from exerciseplanner.domain.orbat_packing import Camp, Layout, Room, laid_out
from exerciseplanner.domain.orbat_sheets import Sheet, sheets
from exerciseplanner.reports.orbat import OrbatChart, OrbatUnit
from exerciseplanner.reports.rendering import palette
from exerciseplanner.reports.rendering.measures import Style
from exerciseplanner.reports.rendering.symbols import symbol_width
from exerciseplanner.reports.rendering.typesetting import Typesetter

TITLE = Style(8.6, 10.4, "semibold")
DETAIL = Style(7.8, 9.4, colour=palette.MUTED)
GOES_ON = Style(7.8, 9.4, "semibold", palette.ACCENT)
LABEL = Style(7.8, 9.0, "semibold", palette.ACCENT, "center")
SYMBOL = 21.0
PAD = 4.0
SMALLEST = 6.5
"""Text is never smaller on paper, in points."""

LEAST = SMALLEST / min(style.size for style in (TITLE, DETAIL, GOES_ON, LABEL))
_NARROWEST, _WIDEST = 58.0, 128.0
_SHARE = 0.95


@dataclass(frozen=True)
class OrbatPage:
    """What one figure shows: the sheet with where its cards stand, and how much it is reduced."""

    sheet: Sheet
    layout: Layout
    measures: Measures
    scale: float


def orbat_pages(
    setter: Typesetter, block: OrbatChart, width: float, height: float
) -> tuple[OrbatPage, ...]:
    """The figures of a chart for pages with so much room, in points."""
    units = {unit.id: unit for unit in block.units}
    parents = sound_superiors({unit.id: unit.superior_id for unit in block.units})
    branches: dict[str, list[str]] = {}
    for unit, parent in parents.items():
        if parent is not None:
            branches.setdefault(parent, []).append(unit)
    measures = _measures(setter, units.values())
    whole = Room(width / LEAST, height / LEAST)

    def fits(tops: Sequence[str], below: Branches) -> bool:
        count = len(units_below(tops, below))
        if count * measures.width * measures.height > whole.width * whole.height:
            return False
        found = laid_out([Camp("", tuple(tops))], below, measures, whole)
        return found.width <= whole.width and found.height <= whole.height

    tops = [unit for unit, parent in parents.items() if parent is None]
    made = sheets(tops, branches, fits)
    return tuple(_page(sheet, measures, width, height) for sheet in made)


def _page(sheet: Sheet, measures: Measures, width: float, height: float) -> OrbatPage:
    """Laid out for the page, and reduced as little as it takes."""
    room = Room(width / LEAST, height / LEAST)
    layout = laid_out([Camp("", sheet.tops)], sheet.branches, measures, room)
    full = laid_out([Camp("", sheet.tops)], sheet.branches, measures, Room(width, height))
    if full.width <= width and full.height <= height:
        layout = full
    scale = min(1.0, width / max(layout.width, 1.0), height / max(layout.height, 1.0))
    return OrbatPage(sheet, layout, measures, scale)


def _measures(setter: Typesetter, units: Iterable[OrbatUnit]) -> Measures:
    """Cards as wide as nearly all names and every detail need."""
    known = tuple(units)
    names = sorted(setter.width(unit.symbol.text, TITLE) for unit in known)
    details = (setter.width(unit.detail, DETAIL) for unit in known)
    name = names[math.ceil((len(names) - 1) * _SHARE)] if names else 0.0
    text = min(max(name, *details, _NARROWEST), _WIDEST)
    return Measures(
        width=symbol_width(SYMBOL) + text + 3 * PAD,
        height=29.0,
        apart=10.0,
        below=26.0,
        row=6.5,
        indent=15.0,
    )
