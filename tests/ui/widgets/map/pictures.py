"""Comparing pictures of the map."""

from __future__ import annotations

import numpy as np


def farthest(one, other):
    """By how much a colour of any pixel of two pictures differs, of 255."""
    first, second = (np.frombuffer(each.constBits(), np.uint8).astype(int) for each in (one, other))
    return abs(first - second).max()
