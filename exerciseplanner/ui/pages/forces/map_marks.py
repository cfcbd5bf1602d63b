"""Units and injects as what the map draws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exerciseplanner.ui.widgets.map.marks import Mark, Spot
from exerciseplanner.ui.widgets.map.projection import northing
from exerciseplanner.workspace.queries.unit_map import MapUnit, PlacedInject


def mark_of(unit: MapUnit) -> Mark | None:
    """A unit on the map; None for one without a place."""
    if unit.latitude is None or unit.longitude is None:
        return None
    return Mark(
        unit.id,
        unit.short_name or unit.name,
        unit.symbol,
        unit.identity,
        unit.level,
        unit.longitude,
        northing(unit.latitude),
        tuple(_card(unit)),
    )


def spot_of(inject: PlacedInject) -> Spot:
    """An inject on the map."""
    lines = (f"{inject.serial}  {inject.title}".strip(), "Inject", inject.location_name)
    return Spot(
        inject.id,
        inject.longitude,
        northing(inject.latitude),
        tuple(line for line in lines if line),
    )


def levels_of(units: Iterable[MapUnit]) -> Sequence[tuple[str, int]]:
    """The echelons units have, highest first, as what the map may be narrowed to."""
    names: dict[int, str] = {}
    for unit in units:
        if unit.level and (unit.level not in names or unit.symbol[8:10] == f"{unit.level:02d}"):
            names.setdefault(unit.level, unit.echelon_name)
    return [(f"{names[level]} and above", level) for level in sorted(names, reverse=True)]


def haystack(unit: MapUnit) -> str:
    """What the words of the filter are looked for in."""
    return " ".join(
        (unit.name, unit.short_name, unit.superior, unit.participant, unit.location_name,
         unit.side, unit.echelon_name)
    ).casefold()  # fmt: skip


def _card(unit: MapUnit) -> Iterable[str]:
    yield unit.name
    about = [unit.echelon_name, f"under {unit.superior}" if unit.superior else ""]
    if any(about):
        yield "  ·  ".join(part for part in about if part)
    whose = [part for part in (unit.participant, unit.side) if part]
    if whose:
        yield "  ·  ".join(whose)
    if unit.location_name:
        yield unit.location_name
