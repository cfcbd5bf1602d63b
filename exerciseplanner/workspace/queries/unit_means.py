"""What a unit has and under whose command it comes, and who holds which capability."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from exerciseplanner.domain.means import MATURITIES
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exchanges import unit_standards
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.forces import command_relations, units
from exerciseplanner.workspace.queries.interoperability import standards
from exerciseplanner.workspace.queries.means import (
    EquipmentRow,
    capabilities,
    equipment_list,
    systems,
    unit_capabilities,
)
from exerciseplanner.workspace.queries.objectives import objectives
from exerciseplanner.workspace.queries.order_of_battle import Related
from exerciseplanner.workspace.query import query

_RANK = {code: place for place, (code, _) in enumerate(MATURITIES)}


class UnitMeans(NamedTuple):
    """What one unit has; details are codes of maturity, of relations, or counts."""

    capabilities: tuple[Related, ...]
    equipment: tuple[Related, ...]
    systems: tuple[Related, ...]
    standards: tuple[Related, ...]
    commands: tuple[Related, ...]


class CapabilityLine(NamedTuple):
    """One capability with its own fields, and who holds it.

    `holders` are names of units, `maturity` is the furthest that any of them has come, and
    `objectives` counts the objectives of its capability area.
    """

    id: str
    seq: int
    code: str
    title: str
    capability_area: str
    technologies: str
    note: str
    holders: tuple[str, ...]
    maturity: str
    objectives: int


@query(
    "unit", "equipment", "system", "capability", "unit_capability", "unit_standard", "standard",
    "command_relation", "term",
)  # fmt: skip
def unit_means(desk: Desk, unit_id: str) -> UnitMeans:
    """What one unit has; empty where it is gone."""
    return UnitMeans(
        capabilities=_capabilities(desk, unit_id),
        equipment=tuple(
            Related("equipment", row.id, "", row.title, _quantity(row))
            for row in equipment_list(desk)
            if row.unit_id == unit_id
        ),
        systems=tuple(
            Related("system", row.id, row.code, row.title, row.maturity)
            for row in systems(desk)
            if row.unit_id == unit_id
        ),
        standards=_standards(desk, unit_id),
        commands=_commands(desk, unit_id),
    )


@query("capability", "unit_capability", "unit", "objective")
def capability_plan(desk: Desk) -> tuple[CapabilityLine, ...]:
    """Every capability with who holds it."""
    names = {row.id: row.short_name or row.name for row in units(desk)}
    trained = Counter(row.capability_area for row in objectives(desk) if row.capability_area)
    holders: dict[str, list[str]] = defaultdict(list)
    best: dict[str, str] = {}
    for held in unit_capabilities(desk):
        holders[held.capability_id].append(names[held.unit_id])
        known = best.get(held.capability_id, "")
        best[held.capability_id] = max(known, held.maturity, key=lambda code: _RANK.get(code, -1))
    return tuple(
        CapabilityLine(
            *row, tuple(sorted(holders[row.id])), best.get(row.id, ""),
            trained[row.capability_area] if row.capability_area else 0,
        )
        for row in capabilities(desk)
    )  # fmt: skip


@query("unit_capability", "unit")
def holders_of(desk: Desk, capability_id: str) -> tuple[Related, ...]:
    """The holdings of a capability, each by the name of its unit."""
    names = {row.id: row.short_name or row.name for row in units(desk)}
    found = [
        Related("unit_capability", row.id, "", names[row.unit_id], row.maturity)
        for row in unit_capabilities(desk)
        if row.capability_id == capability_id
    ]
    return tuple(sorted(found, key=lambda each: each.title))


def _capabilities(desk: Desk, unit_id: str) -> tuple[Related, ...]:
    known = {row.id: row for row in capabilities(desk)}
    return tuple(
        Related(
            "unit_capability", row.id, known[row.capability_id].code,
            known[row.capability_id].title, row.maturity,
        )
        for row in unit_capabilities(desk)
        if row.unit_id == unit_id
    )  # fmt: skip


def _standards(desk: Desk, unit_id: str) -> tuple[Related, ...]:
    known = {row.id: row for row in standards(desk)}
    return tuple(
        Related(
            "unit_standard", row.id, known[row.standard_id].code,
            known[row.standard_id].title, row.edition,
        )
        for row in unit_standards(desk)
        if row.unit_id == unit_id
    )  # fmt: skip


def _commands(desk: Desk, unit_id: str) -> tuple[Related, ...]:
    names = {row.id: row.short_name or row.name for row in units(desk)}
    words = {term.code: term.name for term in doctrine_terms(desk, "command_relation")}
    return tuple(
        Related(
            "command_relation", row.id, row.relation, f"under {names[row.superior_id]}",
            words.get(row.relation, ""),
        )
        for row in command_relations(desk)
        if row.unit_id == unit_id
    )  # fmt: skip


def _quantity(row: EquipmentRow) -> str:
    planned, present = row.quantity_planned, row.quantity_present
    if present is None:
        return "" if planned is None else f"{planned:,}"
    return f"{present:,}" if planned is None else f"{present:,} of {planned:,}"
