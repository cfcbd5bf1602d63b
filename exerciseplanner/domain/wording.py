"""How sentences count and list things."""

from __future__ import annotations

from collections.abc import Iterable

_NAMED = 4


def counted(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun: 1 inject, 12 injects."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def series(names: Iterable[str], most: int = _NAMED) -> str:
    """Names as one list; beyond `most` of them the rest are only counted."""
    listed = list(names)
    shown = listed[:most]
    if len(listed) > len(shown):
        return f"{', '.join(shown)} and {len(listed) - len(shown)} more"
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"
