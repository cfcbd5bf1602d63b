"""Round numbers for the ticks of an axis."""

from __future__ import annotations

import math


def nice_ticks(low: float, high: float, most: int = 6) -> tuple[tuple[float, str], ...]:
    """At most ``most`` round values from ``low`` to ``high``, each with its text."""
    span = high - low
    if span <= 0 or not math.isfinite(span):
        return ((low, f"{low:g}"),)
    rough = span / (most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(one * power for one in (1, 2, 2.5, 5, 10) if one * power >= rough * 0.9999)
    decimals = next((n for n in range(12) if math.isclose(round(step, n), step)), 12)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return tuple((at * step, f"{at * step:,.{decimals}f}") for at in range(first, last + 1))
