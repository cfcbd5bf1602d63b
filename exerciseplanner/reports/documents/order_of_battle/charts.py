"""The charts: each side as it is organised, and as it is commanded at STARTEX."""

from __future__ import annotations

from collections.abc import Iterable

from exerciseplanner.domain.forces import IDENTITIES
from exerciseplanner.reports.blocks import Block, Heading, OrbatChart, Paragraph, SymbolMark
from exerciseplanner.reports.documents.order_of_battle.findings import Camp, Findings, of_planned
from exerciseplanner.reports.orbat import OrbatUnit
from exerciseplanner.workspace.queries.order_of_battle import ForceRow

_IDENTITIES = dict(IDENTITIES)


def by_side(findings: Findings) -> list[Block]:
    """Each side as it is organised."""
    blocks: list[Block] = []
    for camp in findings.camps:
        units = tuple(_organic(findings, camp.units))
        blocks += [Heading(camp.name), OrbatChart(units, _said(camp), camp.name)]
        if camp.side and camp.side.note:
            blocks.append(Paragraph(camp.side.note))
    return blocks


def as_commanded(findings: Findings) -> list[Block]:
    """The units of sides in which somebody else commands at STARTEX than the own superior."""
    moved = [
        row for row in findings.commanded.values()
        if findings.units[row.unit_id].superior_id != row.superior_id
    ]  # fmt: skip
    if not moved:
        return []
    involved = {unit for row in moved for unit in (row.unit_id, row.superior_id)}
    camps = [camp for camp in findings.camps if any(row.id in involved for row in camp.units)]
    units = [row for camp in camps for row in camp.units]
    return [
        Heading("As commanded at STARTEX"),
        Paragraph(
            "Units stand under whoever commands them at STARTEX. A dashed line is a command "
            "relation that differs from the organic structure, with its degree of authority."
        ),
        OrbatChart(tuple(_commanded(findings, units)), "Command at STARTEX"),
    ]


def _said(camp: Camp) -> str:
    """The side in a line."""
    identity = _IDENTITIES.get(camp.side.identity, "") if camp.side and camp.side.noun else ""
    count = f"{len(camp.units):,} unit{'s' * (len(camp.units) != 1)}"
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
