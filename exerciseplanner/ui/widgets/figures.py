"""How counts, people and shares are written in tables, and the columns that hold them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exerciseplanner.ui.widgets.columns import ColumnSpec

HOW_COUNTED = (
    "A unit that states at least as many people as its subordinates together is taken to include "
    "them, so that nobody is counted twice."
)


def caveats_column() -> ColumnSpec:
    """How many caveats there are, with a mark where there is one."""
    return ColumnSpec(
        name="caveats",
        title="Caveats",
        text=figure_of("caveats"),
        icon=lambda row: "alert-triangle" if row.caveats else "",
        tone=lambda row: "warn" if row.caveats else "",
        width=66,
        tip=lambda row: f"{row.caveats} caveats of its nation bind it" if row.caveats else "",
    )


def figures(name: str, title: str) -> ColumnSpec:
    """A column of counts; none is left empty."""
    return ColumnSpec(name, title, width=54, align="right", text=figure_of(name))


def figure_of(name: str, zero: str = "") -> Callable[[Any], str]:
    """The text of a count, with `zero` for none."""

    def text(row: Any) -> str:
        count = getattr(row, name)
        return f"{count:,}" if count else "" if count is None else zero

    return text


def present_of(present: int | None, planned: int | None) -> str:
    """People present of those planned, as planners write it."""
    return f"{_people(present)} / {_people(planned)}"


def share_text(share: float | None) -> str:
    """A share as a percentage; what is there but less than one says so."""
    if share is None:
        return ""
    return "< 1 %" if 0 < share < 0.01 else f"{share:.0%}".replace("%", " %")


def _people(count: int | None) -> str:
    return "–" if count is None else f"{count:,}"
