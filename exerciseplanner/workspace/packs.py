"""What ships with the product for exercises to take: doctrine packs and countries."""

from __future__ import annotations

from functools import cache

from exerciseplanner.storage.packs import doctrine_packs, load_catalogue

__all__ = ["country_names", "doctrine_packs"]


@cache
def _countries() -> tuple[tuple[str, str], ...]:
    return tuple((each.code, each.name) for each in load_catalogue("countries").terms)


def country_names() -> dict[str, str]:
    """Countries and territories by ISO alpha-3 code, in the order of the catalogue."""
    return dict(_countries())
