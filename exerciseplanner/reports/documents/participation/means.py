"""Annex B: what units have, and when they can be there: capabilities, systems, equipment."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from exerciseplanner.domain.force_flow import STATES
from exerciseplanner.domain.means import MATURITIES
from exerciseplanner.domain.wording import counted
from exerciseplanner.reports.blocks import (
    Block,
    Cell,
    Column,
    GroupRow,
    Heading,
    PageBreak,
    Paragraph,
    RatingBadge,
    Run,
    Table,
    Tone,
)
from exerciseplanner.reports.documents.participation.findings import Findings
from exerciseplanner.reports.documents.participation.wording import DASH, listed
from exerciseplanner.reports.wording import in_hand
from exerciseplanner.workspace.queries.force_flow import FlowRow, ForceFlow, force_flow
from exerciseplanner.workspace.queries.forces import UnitRow, units
from exerciseplanner.workspace.queries.means import equipment_list, systems
from exerciseplanner.workspace.queries.unit_means import CapabilityLine, capability_plan

_MATURITY = dict(MATURITIES)
_STATES: dict[str, tuple[str, Tone]] = {
    "late": ("L", "worst"),
    "tight": ("T", "weak"),
    "in_time": ("I", "best"),
    "unknown": ("?", "unrated"),
}


class Held(NamedTuple):
    """What one unit has, in words."""

    unit: UnitRow
    systems: tuple[str, ...]
    equipment: tuple[str, ...]


def annex(findings: Findings) -> list[Block]:
    """Deployment, capabilities by area, and what each unit has."""
    flow = findings.workspace.ask(force_flow)
    capabilities = findings.workspace.ask(capability_plan)
    held = _held(findings)
    head: list[Block] = [Heading("Means", number="Annex B")]
    if not (flow.rows or capabilities or held):
        return [*head, Paragraph("No deployment, capability, system or equipment is entered.")]
    return [
        PageBreak(),
        *head,
        *(_flow(findings, flow) if flow.rows else []),
        *(_capabilities(findings, capabilities) if capabilities else []),
        *(_units(held) if held else []),
    ]


def _flow(findings: Findings, flow: ForceFlow) -> list[Block]:
    rows = [row for row in flow.rows if row.required_by is not None]
    if not rows:
        return []
    states = [row.state for row in rows]
    said = ", ".join(
        f"{states.count(code)} {name.lower()}" for code, name in STATES.items() if code in states
    )
    given = findings.dtg(flow.activation)
    order = f"Activation order {given}. " if given else "No activation order is fixed. "
    return [
        Heading("Deployment", 2, number=""),
        Paragraph(f"{order}{counted(len(rows), 'unit')} with a way of their own: {said}."),
        Table(
            (
                Column("Unit", 2.2),
                Column("From", 0.8),
                Column("Notice", 0.9, numeric=True),
                Column("Movement", 1, numeric=True),
                Column("There", 1.9),
                Column("Required by", 1.9),
                Column("In hand", 1.3, numeric=True),
                Column("Standing", 1.4),
            ),
            tuple(_flow_row(findings, row) for row in rows),
            caption="Deployment, those that press most first",
        ),
    ]


def _flow_row(findings: Findings, row: FlowRow) -> tuple[Cell, ...]:
    letter, tone = _STATES[row.state]
    return (
        row.name,
        row.nation or DASH,
        DASH if row.notice_days is None else f"{row.notice_days} d",
        DASH if row.movement_hours is None else f"{row.movement_hours} h",
        findings.dtg(row.there) or DASH,
        findings.dtg(row.required_by) or DASH,
        in_hand(row.in_hand) or DASH,
        RatingBadge(letter, STATES[row.state], tone, labelled=True),
    )


def _capabilities(findings: Findings, lines: tuple[CapabilityLine, ...]) -> list[Block]:
    areas: dict[str, list[CapabilityLine]] = defaultdict(list)
    for line in lines:
        areas[line.capability_area].append(line)
    rows: list[tuple[Cell, ...] | GroupRow] = []
    for area, own in areas.items():
        named = findings.named("capability_area", area) or "No capability area stated"
        asking = max(line.objectives for line in own)
        rows.append(GroupRow(named, counted(asking, "objective") if area else ""))
        rows += [
            (
                (Run(line.code, bold=True), Run(f" {line.title}")),
                _MATURITY.get(line.maturity, DASH),
                listed(line.holders) if line.holders else "nobody",
            )
            for line in own
        ]
    return [
        Heading("Capabilities by area", 2, number=""),
        Table(
            (Column("Capability", 3.4), Column("Furthest", 1.2), Column("Held by", 4.4)),
            tuple(rows),
            caption="Capabilities, and who holds them",
        ),
    ]


def _held(findings: Findings) -> list[Held]:
    own: dict[str, list[str]] = defaultdict(list)
    for system in findings.workspace.ask(systems):
        if system.unit_id:
            word = f" ({_MATURITY[system.maturity].lower()})" if system.maturity else ""
            own[system.unit_id].append(f"{system.code} {system.title}{word}")
    goods: dict[str, list[str]] = defaultdict(list)
    for each in findings.workspace.ask(equipment_list):
        goods[each.unit_id].append(
            _quantity(each.title, each.quantity_present, each.quantity_planned)
        )
    return [
        Held(unit, tuple(own[unit.id]), tuple(goods[unit.id]))
        for unit in findings.workspace.ask(units)
        if unit.id in own or unit.id in goods
    ]


def _quantity(title: str, present: int | None, planned: int | None) -> str:
    if present is None and planned is None:
        return title
    if present is None or planned is None or present == planned:
        return f"{title}: {planned if present is None else present}"
    return f"{title}: {present} of {planned}"


def _units(held: list[Held]) -> list[Block]:
    return [
        Heading("Systems and equipment by unit", 2, number=""),
        Table(
            (Column("Unit", 2), Column("Systems", 3.6), Column("Equipment, present", 3.6)),
            tuple(
                (
                    (Run(each.unit.short_name or each.unit.name, bold=True),),
                    "\n".join(each.systems) or DASH,
                    "\n".join(each.equipment) or DASH,
                )
                for each in held
            ),
            caption="Systems and equipment",
        ),
    ]
