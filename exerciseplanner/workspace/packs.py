"""What ships with the product for exercises to take: doctrine packs and countries."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from exerciseplanner.domain.catalogues import Membership
from exerciseplanner.storage.packs import doctrine_packs, load_catalogue

__all__ = ["Nation", "country_names", "doctrine_packs", "nations", "shipped_standards"]


def shipped_standards() -> tuple[dict[str, str], ...]:
    """The standards that a new exercise begins with, by the columns of the table."""
    return tuple(
        {
            "code": each.code,
            "cover": each.text("cover"),
            "title": each.name,
            "edition": each.text("edition"),
            "date": each.text("date"),
            "status": each.text("status"),
            "domain": each.text("domain"),
            "spirals": ", ".join(each.listing("fmn_spirals")),
            "source": each.source,
            "tag": each.tag,
        }
        for each in load_catalogue("standards").terms
    )


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
