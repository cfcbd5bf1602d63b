"""One row of a list of units, before anything in it is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exerciseplanner.exchange.spreadsheets.sheets import Cell


@dataclass(frozen=True, eq=False)
class Line:
    """One row of a list: its cells by column, and the key by which the unit is known."""

    cells: Mapping[str, Cell]
    place: str
    name: str
    stated_id: str
    key: str
