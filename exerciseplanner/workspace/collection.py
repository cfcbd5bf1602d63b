"""Putting off Python's search for unreachable objects while an importer makes thousands of them."""

from __future__ import annotations

from exerciseplanner.storage.collection import put_off

__all__ = ["put_off"]
