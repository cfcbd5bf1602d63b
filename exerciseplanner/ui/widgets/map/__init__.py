"""An offline map: land and borders from Natural Earth, and marks with symbols placed on it."""

from __future__ import annotations
