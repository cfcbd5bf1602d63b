"""The order of battle as a chart: painted cards that open, close, are dragged and walked along."""

from __future__ import annotations

from exerciseplanner.ui.widgets.orbat_chart.chart import OrbatChart
from exerciseplanner.ui.widgets.orbat_chart.entries import Entry, SideTitle

__all__ = ["Entry", "OrbatChart", "SideTitle"]
