"""The doctrine packs and catalogues that ship with the product, read from their files."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

from exerciseplanner import paths
from exerciseplanner.domain.catalogues import Catalogue, members, parse_catalogue
from exerciseplanner.domain.doctrine import DoctrinePack, PackSummary
from exerciseplanner.domain.doctrine_parsing import extended, parse_pack, sourced, summarise
from exerciseplanner.domain.refusals import Refusal

DEFAULT_PACK = "nato-2023"
"""The pack that a new exercise takes where nobody chooses another."""


def doctrine_packs() -> tuple[PackSummary, ...]:
    """List the packs that can be chosen, the default first, then by code."""
    read = (_read(path) for path in sorted(_folder("doctrine").glob("*.toml")))
    packs = [summarise(data) for data in read if not data.get("fragment")]
    return tuple(sorted(packs, key=lambda pack: (pack.code != DEFAULT_PACK, pack.code)))


def load_pack(code: str = DEFAULT_PACK, on: date | None = None) -> DoctrinePack:
    """Read one pack with everything it extends; Refusal where there is none of that code.

    `on` is the day for which the nations of each framework are taken, today where not given.
    """
    known = [pack.code for pack in doctrine_packs()]
    if code not in known:
        raise Refusal(
            f"There is no doctrine pack “{code}”.", remedy=f"Choose one of: {', '.join(known)}."
        )
    frameworks = load_catalogue("frameworks")
    return parse_pack(_complete(code), members(frameworks, on or datetime.now(UTC).date()))


def catalogues() -> tuple[str, ...]:
    """List the names of the catalogues."""
    return tuple(sorted(path.stem for path in _folder("catalogues").glob("*.toml")))


def load_catalogue(name: str) -> Catalogue:
    """Read one catalogue; Refusal where there is none of that name."""
    if name not in catalogues():
        raise Refusal(
            f"There is no catalogue “{name}”.", remedy=f"Choose one of: {', '.join(catalogues())}."
        )
    return parse_catalogue(name, _read(_folder("catalogues") / f"{name}.toml"))


def _complete(code: str) -> dict[str, object]:
    data = sourced(_read(_folder("doctrine") / f"{code}.toml"))
    base = data.get("extends")
    return extended(_complete(str(base)), data) if base else data


def _folder(name: str) -> Path:
    return paths.resources() / name


def _read(path: Path) -> dict[str, object]:
    with path.open("rb") as file:
        return tomllib.load(file)
