"""Catalogues of what exists outside an exercise: countries, frameworks, standards, technologies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.terms import (
    EVIDENCE,
    Column,
    Term,
    checked_rows,
    read_terms,
    refuse,
    row_name,
)

_EDITION = {"edition": Column(), "date": Column(), "status": Column()}
_CHECKED = {"verified_on": Column()}
_MATURITY = ("research", "experimental", "demonstrated", "fielded")

COLUMNS: Mapping[str, tuple[str, Mapping[str, Column]]] = {
    "countries": ("country", {}),
    "frameworks": ("framework", {"family": Column()}),
    "standards": (
        "standard",
        {
            "cover": Column(),
            **_EDITION,
            "domain": Column(required=True),
            "fmn_spirals": Column(tuple),
        },
    ),
    "technologies": ("technology", {"maturity": Column(required=True, choices=_MATURITY)}),
    "capability_areas": ("capability_area", {"family": Column()}),
    "legal_bases": ("legal_basis", {"family": Column(), "authority": Column()}),
    "techniques": (
        "technique",
        {
            "framework": Column(required=True, choices=("ATT&CK", "DISARM")),
            "tactic": Column(),
            "family": Column(),
        },
    ),
}
"""Every catalogue with the kind of its terms and the keys its rows may have."""

_MEMBERSHIP: Mapping[str, Column] = {
    "framework": Column(required=True),
    "country": Column(required=True),
    "since": Column(required=True),
    "until": Column(),
    "suspended": Column(),
    "note": Column(),
    **EVIDENCE,
}


@dataclass(frozen=True)
class Membership:
    """A country's time in a framework; a suspended member counts as outside from that day on."""

    framework: str
    country: str
    since: date
    until: date | None = None
    suspended: date | None = None
    note: str = ""
    source: str = ""
    tag: str = "R?"

    def holds_on(self, day: date) -> bool:
        """Whether the country takes part in the framework on that day."""
        ended = [end for end in (self.until, self.suspended) if end is not None]
        return self.since <= day and all(day < end for end in ended)


@dataclass(frozen=True)
class Catalogue:
    """A catalogue with the day on which it was last checked as a whole."""

    name: str
    title: str
    source: str
    verified_on: date
    terms: tuple[Term, ...]
    memberships: tuple[Membership, ...] = ()

    def term(self, code: str) -> Term:
        """Give the row of that code; Refusal where there is none."""
        for term in self.terms:
            if term.code == code:
                return term
        raise Refusal(f"{self.title} does not hold “{code}”.")


def parse_catalogue(name: str, data: Mapping[str, object]) -> Catalogue:
    """Read a catalogue; Refusal names table, row and remedy where the data breaks a rule."""
    kind, columns = COLUMNS[name]
    _check_keys(name, data)
    source, verified_on = str(data["source"]), str(data["verified_on"])
    shared = {"source": source, "verified_on": verified_on}
    rows = _filled(name, data["rows"], shared)
    terms = read_terms(kind, name, rows, {**columns, **_CHECKED})
    return Catalogue(
        name=name,
        title=str(data["title"]),
        source=source,
        verified_on=_day(name, "verified_on", verified_on),
        terms=terms,
        memberships=_memberships(data.get("memberships", ()), terms, source),
    )


def members(frameworks: Catalogue, on: date) -> dict[str, frozenset[str]]:
    """Give the countries of each framework on that day, by ISO alpha-3 code."""
    return {
        term.code: frozenset(
            membership.country
            for membership in frameworks.memberships
            if membership.framework == term.code and membership.holds_on(on)
        )
        for term in frameworks.terms
    }


def _check_keys(name: str, data: Mapping[str, object]) -> None:
    for key in ("title", "source", "verified_on", "rows"):
        if not data.get(key):
            refuse(name, "top", f"{key} is missing", f"State {key} at the top of the catalogue.")
    unknown = sorted(set(data) - {"title", "source", "verified_on", "rows", "memberships"})
    if unknown:
        refuse(name, "top", f"nobody knows “{unknown[0]}”", "Tables: rows, memberships.")


def _filled(name: str, rows: object, shared: Mapping[str, str]) -> list[object]:
    if not isinstance(rows, list):
        refuse(name, "all", "this is not a list of rows", "Write it as a list of tables.")
    return [{**shared, **row} if isinstance(row, Mapping) else row for row in rows]


def _memberships(rows: object, terms: tuple[Term, ...], source: str) -> tuple[Membership, ...]:
    known = {term.code for term in terms}
    table = "memberships"
    result = []
    for row in checked_rows(table, rows, _MEMBERSHIP):
        name, framework = row_name(row), str(row["framework"])
        if framework not in known:
            remedy = f"Use one of: {', '.join(sorted(known))}."
            refuse(table, name, f"framework “{framework}” is not listed", remedy)
        result.append(
            Membership(
                framework=framework,
                country=str(row["country"]),
                since=_day(table, name, str(row["since"])),
                until=_optional_day(table, name, row.get("until")),
                suspended=_optional_day(table, name, row.get("suspended")),
                note=str(row.get("note", "")),
                source=str(row.get("source", source)),
                tag=str(row["tag"]),
            )
        )
    return tuple(result)


def _optional_day(table: str, name: str, text: object) -> date | None:
    return _day(table, name, str(text)) if text else None


def _day(table: str, name: str, text: str) -> date:
    """Read a day; a month or a year alone means its first day."""
    try:
        return date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        remedy = "Write year, month and day, such as 2024-03-07; year and month are enough."
        refuse(table, name, f"“{text}” is not a day", remedy)
