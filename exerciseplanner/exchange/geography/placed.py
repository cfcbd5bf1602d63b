"""The units that stand somewhere, with what maps say of a unit."""

from __future__ import annotations

import re
from typing import NamedTuple

from exerciseplanner.exchange.force_symbols import ForceSymbols
from exerciseplanner.exchange.writing import (
    Choices,
    LossCount,
    fields_lost,
    outer_ids,
    whole_rows_lost,
)
from exerciseplanner.workspace.queries.force_picture import ForcePicture
from exerciseplanner.workspace.queries.forces import UnitRow

HELD = {
    "side": frozenset({"name", "identity"}),
    "unit": frozenset(
        {"name", "short_name", "side_id", "parent_id", "echelon", "sidc", "location_name"}
        | {"latitude", "longitude", "domain", "external_id"}
    ),
}
"""What the formats of maps hold; the domain is in the symbol code."""

_STRAY = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEAR = "Symbol code: only nearly the same in digits"
_FAILED = "Symbol code: not understood, written as unknown"


class Placed(NamedTuple):
    """A unit and its place in degrees; names instead of ids, in words that XML can hold.

    `identity` is friend, hostile, neutral or unknown as seen from the viewpoint.
    """

    row: UnitRow
    key: str
    name: str
    sidc: str
    identity: str
    side: str
    superior: str
    echelon: str
    longitude: float
    latitude: float


class PlacedForces:
    """The units of a picture that stand somewhere; what is lost of them is counted."""

    def __init__(self, picture: ForcePicture, choices: Choices) -> None:
        self.picture = picture
        self.symbols = ForceSymbols(picture, choices.viewpoint)
        self.losses = LossCount()
        self._keys = outer_ids(picture.units)
        self._units = {row.id: row for row in picture.units}
        self._sides = {side.id: plain(side.name) for side in picture.sides}
        self.units = tuple(filter(None, map(self._placed, picture.units)))
        fields_lost("side", picture.sides, HELD["side"], self.losses)
        fields_lost("unit", (each.row for each in self.units), HELD["unit"], self.losses)
        whole_rows_lost(picture, HELD, self.losses)

    def unit(self, unit_id: str) -> UnitRow:
        """A unit of the picture, whether it stands somewhere or not."""
        return self._units[unit_id]

    def _placed(self, row: UnitRow) -> Placed | None:
        if row.latitude is None or row.longitude is None:
            self.losses.add("Units without a place", row.name)
            return None
        code = self.symbols.digits(row)
        if code.match != "exact":
            self.losses.add(_NEAR if code.match == "near" else _FAILED, row.name)
        above = self._units.get(row.parent_id or "")
        return Placed(
            row=row,
            key=self._keys[row.id],
            name=plain(row.name),
            sidc=code.code,
            identity=self.symbols.identity(row) or "unknown",
            side=self._sides.get(self.picture.side_of.get(row.id, ""), ""),
            superior=plain(above.name) if above else "",
            echelon=plain(self.picture.choices["echelon"].get(row.echelon, row.echelon)),
            longitude=round(row.longitude, 7) + 0.0,
            latitude=round(row.latitude, 7) + 0.0,
        )


def plain(text: str) -> str:
    """A text without the control characters that XML does not know."""
    return _STRAY.sub("", text)
