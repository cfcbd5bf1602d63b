"""Putting units on the map and taking them off it."""

from __future__ import annotations

from collections.abc import Sequence

from exerciseplanner.domain.formation import Place, moved_together
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.utm import checked_place
from exerciseplanner.storage.tables.forces import unit
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation

DECIMALS = 7
"""Decimals of a degree that are kept: about a centimetre."""


@operation("Place units")
def place_units(
    desk: Desk, ids: Sequence[str], latitude: float, longitude: float, first: str = ""
) -> None:
    """Bring the unit called `first`, or the first of them, to a place; the rest keep formation.

    Those that had no place come to the place itself.

    Raises:
        Refusal: this is no place on Earth, one would come to stand beyond a pole, or one is gone.
    """
    to = checked_place(latitude, longitude)
    places = _places(desk, ids)
    if not places:
        return
    leading = first if first in places else next((n for n in places if places[n]), next(iter(ids)))
    moved = moved_together(places, leading, to)
    desk.change_each(
        unit,
        {
            row_id: {"latitude": round(place[0], DECIMALS), "longitude": round(place[1], DECIMALS)}
            for row_id, place in moved.items()
        },
    )


@operation("Take units off the map")
def unplace_units(desk: Desk, ids: Sequence[str]) -> None:
    """Forget where these units stand; the name of their location stays."""
    desk.change(unit, list(_places(desk, ids)), {"latitude": None, "longitude": None})


def _places(desk: Desk, ids: Sequence[str]) -> dict[str, Place | None]:
    rows = {str(row.id): row for row in desk.rows(unit, ids)}
    if len(rows) < len(set(ids)):
        raise Refusal(
            "Some of these units are no longer in the exercise.", remedy="Choose them anew."
        )
    return {
        each: None
        if rows[each].latitude is None or rows[each].longitude is None
        else (rows[each].latitude, rows[each].longitude)
        for each in ids
    }
