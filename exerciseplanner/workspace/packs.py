"""What ships with the product for exercises to take: doctrine packs and countries."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from exerciseplanner.domain.catalogues import Membership
from exerciseplanner.storage.packs import doctrine_packs, load_catalogue

__all__ = ["Nation", "country_names", "doctrine_packs", "nations"]


@cache
def _countries() -> tuple[tuple[str, str], ...]:
    return tuple((each.code, each.name) for each in load_catalogue("countries").terms)


def country_names() -> dict[str, str]:
    """Countries and territories by ISO alpha-3 code, in the order of the catalogue."""
    return dict(_countries())


class Nation(NamedTuple):
    """A country by its ISO alpha-3 code, with its time in every framework, past ones too."""

    code: str
    name: str
    memberships: tuple[Membership, ...]


@cache
def _nations() -> tuple[Nation, ...]:
    held: dict[str, list[Membership]] = defaultdict(list)
    for each in load_catalogue("frameworks").memberships:
        held[each.country].append(each)
    return tuple(Nation(code, name, tuple(held[code])) for code, name in _countries())


def nations() -> dict[str, Nation]:
    """Every country of the catalogue by its code, with its dated memberships."""
    return {each.code: each for each in _nations()}
