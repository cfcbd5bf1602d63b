"""One row of a list of units as the values of a unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, radians

from exerciseplanner.domain.intake import Doubt
from exerciseplanner.domain.places import parse_place
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets.sheets import Cell
from exerciseplanner.exchange.unit_sheets.cells import (
    count_of,
    echelon_of,
    is_rounded,
    notice_of,
    place_of,
    planned_of,
    symbol_of,
    text_of,
)
from exerciseplanner.exchange.unit_sheets.headings import MGRS
from exerciseplanner.exchange.unit_sheets.lines import Line
from exerciseplanner.exchange.unit_sheets.owners import Plan

_APART = 0.01
"""Degrees by which a grid reference may differ from the degrees beside it: about a kilometre."""

_READ: Mapping[str, Callable[[Cell], object]] = {
    **dict.fromkeys(
        ("short_name", "domain", "role", "status", "readiness", "location_name", "contact", "note"),
        text_of,
    ),
    **dict.fromkeys(("strength_planned", "strength_present", "movement_hours"), count_of),
    "notice_days": notice_of,
    "echelon": echelon_of,
    "sidc": symbol_of,
}
_PLANNED = ("required_by", "arrival", "departure")


def values_of(line: Line, plan: Plan, doubts: list[Doubt]) -> dict[str, object]:
    """What a row says of a unit, but for what it belongs to."""
    cells = line.cells
    values = {name: read(cells[name]) for name, read in _READ.items() if name in cells}
    if "sidc" in cells and is_rounded(cells["sidc"]):
        said = f"The symbol code {text_of(cells['sidc'])} was rounded to a number; left empty."
        doubts.append(Doubt(line.place, said))
        values["sidc"] = ""
    for name in _PLANNED:
        if name in cells:
            try:
                values[name] = planned_of(cells[name], plan.startex, plan.zone)
            except Refusal as refusal:
                doubts.append(Doubt(line.place, f"{refusal} It was left out."))
    return values | _place(line, doubts)


def _place(line: Line, doubts: list[Doubt]) -> dict[str, object]:
    cells = line.cells
    grid = text_of(cells.get(MGRS, ""))
    stated = "latitude" in cells and "longitude" in cells
    north, east = place_of(cells["latitude"], cells["longitude"]) if stated else (None, None)
    if grid:
        try:
            found = parse_place(grid)
        except Refusal as refusal:
            doubts.append(Doubt(line.place, f"{refusal} The position was not taken from it."))
            grid = ""
        else:
            if north is None and east is None:
                north, east = found
            elif not _is_near(found, (north, east)):
                said = f"{grid} is not where latitude and longitude are; the latter were taken."
                doubts.append(Doubt(line.place, said))
    return {"latitude": north, "longitude": east} if stated or grid else {}


def _is_near(one: tuple[float, float], other: tuple[object, object]) -> bool:
    north, east = other
    if not isinstance(north, float) or not isinstance(east, float) or not -90 <= north <= 90:
        return False
    turned = abs(one[1] - east) % 360
    # Meridians come together towards the poles, where a grid says little of them.
    across = min(turned, 360 - turned) * cos(radians(north))
    return abs(one[0] - north) < _APART and across < _APART
