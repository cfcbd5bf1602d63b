"""How every document says what time is left."""

from __future__ import annotations

from exerciseplanner.domain.force_flow import in_days


def in_hand(minutes: int | None) -> str:
    """The time between being there and being needed, in minutes; empty where it is not known."""
    if minutes is None:
        return ""
    said = in_days(abs(minutes))
    return f"{said} late" if minutes < 0 else said
