"""The tables: every unit, who commands it for how long, and what each participant provides."""

from __future__ import annotations

from collections.abc import Iterator

from exerciseplanner.domain.wording import counted
from exerciseplanner.reports.blocks import (
    Block,
    Cell,
    Column,
    GroupRow,
    Heading,
    Paragraph,
    SymbolMark,
    Table,
)
from exerciseplanner.reports.documents.order_of_battle.findings import (
    Camp,
    Findings,
    of_planned,
)
from exerciseplanner.workspace.queries.order_of_battle import ForceRow

_HIGH = 6.5


def nothing(findings: Findings) -> list[Block]:
    """What stands there while there are no units."""
    return [
        Heading("Units"),
        Paragraph(
            f"No units are entered for exercise {findings.exercise.name}. They are entered on the "
            "Forces page or read from an order of battle made elsewhere.",
            "lead",
        ),
    ]


def units(findings: Findings) -> list[Block]:
    """Every unit, superiors first."""
    rows: list[tuple[Cell, ...] | GroupRow] = []
    commanded = bool(findings.relations)
    for camp in findings.camps:
        rows.append(_group(camp))
        rows += [_unit(findings, row)[: 8 + commanded] for row in camp.units]
    return [
        Heading("Units"),
        Table(
            (
                Column("Unit", 4.4),
                Column("Echelon", 1.7),
                Column("From", 0.8),
                Column("Under", 1.5),
                Column("On paper", 0.9, numeric=True),
                Column("Present", 0.9, numeric=True),
                Column("Notice", 0.8, numeric=True),
                Column("Place", 2.6),
                Column("Command relations", 2.2),
            )[: 8 + commanded],
            tuple(rows),
            caption="Units with their own strength, notice to move and place",
            note="Strength is that of the unit alone as stated; – where it is not stated. Grid "
            "references are of the Military Grid Reference System, WGS 84, to ten metres.",
        ),
    ]


def command_relations(findings: Findings) -> list[Block]:
    """Every transfer of authority."""
    if not findings.relations:
        return []
    return [
        Heading("Command relations"),
        Table(
            (
                Column("Unit", 3),
                Column("Relation", 1.2),
                Column("Under", 3),
                Column("From", 1.5),
                Column("Until", 1.5),
                Column("Note", 3),
            ),
            tuple(
                (
                    findings.units[row.unit_id].name,
                    row.relation or "–",
                    findings.units[row.superior_id].name,
                    findings.dtg(row.start) or "the beginning",
                    findings.dtg(row.finish) or "the end",
                    row.note,
                )
                for row in findings.relations
            ),
            caption="Who commands units beside the organic structure",
        ),
    ]


def by_participant(findings: Findings) -> list[Block]:
    """What each participant provides."""
    present = findings.strength[0]
    return [
        Heading("Strength by participant"),
        Table(
            (
                Column("Code", 0.8),
                Column("Participant", 4),
                Column("Units", 1, numeric=True),
                Column("On paper", 1.2, numeric=True),
                Column("Present", 1.2, numeric=True),
                Column("Present of paper", 1.4, numeric=True),
                Column("Of all present", 1.4, numeric=True),
            ),
            tuple(
                (
                    row.code,
                    row.name,
                    f"{row.units:,}",
                    f"{row.planned:,}",
                    f"{row.present:,}",
                    _share(row.present, row.planned),
                    _share(row.present, present),
                )
                for row in findings.provided
            ),
            caption="People provided, nobody counted twice",
            empty="No unit says who provides it.",
        ),
    ]


def _share(part: int, whole: int) -> str:
    if not whole:
        return "–"
    return f"{part / whole:.0%}" if not part or part / whole >= 0.005 else "< 1%"


def _group(camp: Camp) -> GroupRow:
    count = counted(len(camp.units), "unit")
    side = camp.side
    present = of_planned(side.present, side.planned) if side else ""
    return GroupRow(camp.name, ", ".join(part for part in (count, present) if part))


def _unit(findings: Findings, row: ForceRow) -> tuple[Cell, ...]:
    return (
        SymbolMark(row.symbol, row.name, _HIGH),
        findings.echelons.get(row.echelon, row.echelon),
        row.nation,
        findings.short(row.superior_id) if row.superior_id in findings.units else "",
        _count(row.strength_planned),
        _count(row.strength_present),
        "–" if row.notice_days is None else f"{row.notice_days} d",
        findings.place(row),
        "\n".join(dict.fromkeys(_commands(findings, row))),
    )


def _commands(findings: Findings, row: ForceRow) -> Iterator[str]:
    for each in findings.relations:
        if each.unit_id == row.id:
            yield f"{each.relation} {findings.short(each.superior_id)}".strip()


def _count(count: int | None) -> str:
    return "–" if count is None else f"{count:,}"
