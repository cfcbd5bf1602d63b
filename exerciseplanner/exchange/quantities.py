"""Numbers of people and things as other programs write them."""

from __future__ import annotations

MOST = 10**15
"""Beyond it programs that count in floating point no longer know every whole number."""


def whole(written: str | float) -> int | None:
    """A count, also as `5.0` or its text; None for what is none, below nothing or beyond `MOST`."""
    try:
        number = float(written)
    except (ValueError, OverflowError):
        return None
    return int(number) if 0 <= number <= MOST and number.is_integer() else None
