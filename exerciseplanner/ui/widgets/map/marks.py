"""What is put on the map: units with their symbols, and small spots."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """One unit on the map, at a point of the map in degrees.

    `level` decides who stands for those that are too near to be drawn apart: the highest does,
    and among equals the first. `tip` are the lines of its card.
    """

    id: str
    label: str
    symbol: str
    identity: str
    level: int
    x: float
    y: float
    tip: tuple[str, ...] = ()


class Spot(NamedTuple):
    """Something small at a point of the map, such as an inject."""

    id: str
    x: float
    y: float
    tip: tuple[str, ...] = ()
