"""The doctrine packs on which a new exercise can be founded."""

from __future__ import annotations

from exerciseplanner.storage.packs import doctrine_packs

__all__ = ["doctrine_packs"]
