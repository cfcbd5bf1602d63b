"""The charts: each side as it is organised, and as it is commanded at STARTEX."""

from __future__ import annotations

from collections.abc import Iterable

from exerciseplanner.domain.forces import IDENTITIES
from exerciseplanner.domain.orbat_layout import sound_superiors, units_below
from exerciseplanner.domain.wording import counted
from exerciseplanner.reports.blocks import Block, Heading, OrbatChart, Paragraph, SymbolMark
from exerciseplanner.reports.documents.order_of_battle.findings import (
    Camp,
    Findings,
    of_planned,
)
from exerciseplanner.reports.orbat import OrbatUnit
from exerciseplanner.workspace.queries.order_of_battle import ForceRow

_IDENTITIES = dict(IDENTITIES)


def by_side(findings: Findings) -> list[Block]:
    """Each side as it is organised."""
    blocks: list[Block] = []
    for at, camp in enumerate(findings.camps):
        units = tuple(_organic(findings, camp.units))
        note = camp.side.note if camp.side else ""
        blocks += [
            Heading(camp.name),
            *([Paragraph(note)] if note else []),
            *([] if at else [Paragraph(_legend(findings), "note")]),
            OrbatChart(units, _said(camp), camp.name),
        ]
    return blocks


def _legend(findings: Findings) -> str:
    """What stands on the cards, said once."""
    said = "Under each name: who provides the unit, and its people present / planned."
    if not findings.commanded:
        return said
    return (
        f"{said} A dashed line, or a mark on the corner of a card, is a command relation at "
        "STARTEX with its degree of authority."
    )


def as_commanded(findings: Findings) -> list[Block]:
    """Those who lead units at STARTEX that are under somebody else in the organic structure."""
    superiors = {row.id: row.superior_id for row in findings.units.values()}
    gaining = []
    for row in findings.commanded.values():
        if superiors[row.unit_id] != row.superior_id:
            gaining.append(row.superior_id)
            superiors[row.unit_id] = row.superior_id
    if not gaining:
        return []
    below: dict[str, list[str]] = {}
    for unit, superior in sound_superiors(superiors).items():
        below.setdefault(superior or "", []).append(unit)
    shown = dict.fromkeys(unit for unit in units_below(dict.fromkeys(gaining), below))
    units = tuple(_commanded(findings, (findings.units[unit] for unit in shown)))
    return [
        Heading("As commanded at STARTEX"),
        Paragraph(
            "Dashed lines are command relations, all others the organic structure. Superiors who "
            "lead none but their own are left out."
        ),
        OrbatChart(units, "Superiors with units of others under them", "As commanded"),
    ]


def _said(camp: Camp) -> str:
    """The side in a line."""
    identity = _IDENTITIES.get(camp.side.identity, "") if camp.side and camp.side.noun else ""
    count = counted(len(camp.units), "unit")
    people = (camp.side.present, camp.side.planned) if camp.side else (0, 0)
    present = f"{of_planned(*people)} people present" if any(people) else ""
    facts = ", ".join(part for part in (identity.lower(), count, present) if part)
    return f"{camp.name}: {facts}"


def _organic(findings: Findings, rows: Iterable[ForceRow]) -> Iterable[OrbatUnit]:
    for row in rows:
        relation = findings.commanded.get(row.id)
        label = relation.relation if relation else ""
        if relation and relation.superior_id != row.superior_id:
            label = f"{label} {findings.short(relation.superior_id)}".strip()
        yield _unit(row, row.superior_id, label)


def _commanded(findings: Findings, rows: Iterable[ForceRow]) -> Iterable[OrbatUnit]:
    for row in rows:
        relation = findings.commanded.get(row.id)
        superior = relation.superior_id if relation else row.superior_id
        yield _unit(row, superior, relation.relation if relation else "")


def _unit(row: ForceRow, superior: str | None, relation: str) -> OrbatUnit:
    strength = f"{row.present:,} / {row.planned:,}" if row.present or row.planned else ""
    detail = "  ·  ".join(part for part in (row.nation, strength) if part)
    mark = SymbolMark(row.symbol, row.short_name or row.name)
    return OrbatUnit(row.id, superior, mark, detail, relation)
