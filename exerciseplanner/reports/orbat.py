"""An order of battle as plain data for a chart: who stands under whom, never where."""

from __future__ import annotations

from dataclasses import dataclass

from exerciseplanner.reports.symbols import SymbolMark


@dataclass(frozen=True)
class OrbatUnit:
    """One unit: its symbol with its short name, a detail below it, and who it stands under.

    `relation` is how its superior commands it, where it is not simply part of it.
    """

    id: str
    superior_id: str | None
    symbol: SymbolMark
    detail: str = ""
    relation: str = ""


@dataclass(frozen=True)
class OrbatChart:
    """Units in command order, drawn on as many pages as it takes to be read.

    A branch that does not fit beside the others is a figure of its own, and the unit says which;
    such figures are called by ``name``, or by the caption.
    Superiors that are not among the units, and circles, are passed over.
    """

    units: tuple[OrbatUnit, ...]
    caption: str
    name: str = ""
