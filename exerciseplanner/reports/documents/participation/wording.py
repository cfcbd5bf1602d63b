"""How the participation annex counts, dates and lists things."""

from __future__ import annotations

from collections.abc import Iterable

DASH = "–"


def span(since: str | None, until: str | None) -> str:
    """Two dates as a time of validity; open ends are said."""
    if not since and not until:
        return "no dates stated"
    if not until:
        return f"from {since}"
    return f"{since} to {until}" if since else f"until {until}"


def listed(names: Iterable[str]) -> str:
    """Names after one another, or a dash where there is none."""
    return ", ".join(names) or DASH


def share(part: float | None) -> str:
    """A share as a percentage without a false precision."""
    if part is None:
        return DASH
    if 0 < part < 0.01:
        return "< 1 %"
    return f"{100 * part:.0f} %"


def amount(number: int | None) -> str:
    """A number with separators, or a dash where nothing is stated."""
    return DASH if number is None else f"{number:,}"


def measure(value: float | None) -> str:
    """A figure held against means: three digits say enough."""
    if value is None:
        return DASH
    if 0 < value < 0.05:
        return "< 0.1"
    return f"{value:,.0f}" if value >= 100 else f"{value:,.1f}"
