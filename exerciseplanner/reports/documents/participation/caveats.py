"""What participants rule out, reserve or limit, and the coming injects that meet it."""

from __future__ import annotations

from exerciseplanner.domain.wording import counted
from exerciseplanner.reports.blocks import (
    Block,
    Cell,
    Column,
    GroupRow,
    Heading,
    Paragraph,
    RatingBadge,
    Run,
    Table,
    Tone,
)
from exerciseplanner.reports.documents.participation.findings import Findings
from exerciseplanner.reports.documents.participation.wording import DASH
from exerciseplanner.workspace.queries.caveat_meetings import CaveatLine, MetInject

_EFFECTS: dict[str, tuple[str, Tone]] = {
    "forbidden": ("F", "worst"),
    "consent": ("C", "weak"),
    "limited": ("L", "good"),
    "inform": ("I", "good"),
}


def caveats(findings: Findings) -> list[Block]:
    """Every caveat by participant."""
    blocks: list[Block] = [Heading("Caveats")]
    if not findings.caveats:
        return [*blocks, Paragraph("No caveats are entered.")]
    met = [row for row in findings.caveats if row.named]
    injects = {each.id for row in met for each in row.met if each.is_named}
    said = (
        f"{counted(len(findings.caveats), 'caveat')}; {len(met)} of them met by "
        f"{counted(len(injects), 'coming inject')}."
    )
    rows: list[tuple[Cell, ...] | GroupRow] = []
    for party in findings.participants:
        own = [row for row in findings.caveats if row.participant_id == party.id]
        if own:
            rows.append(GroupRow(f"{party.code} {party.name}", counted(len(own), "caveat")))
            rows += [_row(findings, row) for row in own]
    return [
        *blocks,
        Paragraph(said, "lead"),
        Table(
            (
                Column("Caveat", 3.4),
                Column("Effect", 1.7),
                Column("Where and when", 2),
                Column("Coming injects that meet it", 4),
            ),
            tuple(rows),
            caption="Caveats and the injects that meet them",
            note="An inject meets a caveat where it addresses forces bound by it and its text or "
            "the authority it names speaks of the activity. Others that fit are only counted.",
        ),
    ]


def _row(findings: Findings, row: CaveatLine) -> tuple[Cell, ...]:
    source = f"\n{row.source}" if row.source else ""
    return (
        (Run(row.title, bold=True), Run(source)),
        _effect(findings, row.effect),
        _where(findings, row),
        _met(row),
    )


def _effect(findings: Findings, code: str) -> Cell:
    name = findings.named("caveat_effect", code)
    if code not in _EFFECTS:
        return name or DASH
    letter, tone = _EFFECTS[code]
    return RatingBadge(letter, name, tone, labelled=True)


def _where(findings: Findings, row: CaveatLine) -> str:
    said = [findings.named("domain", row.domain) if row.domain else ""]
    if row.threat_family:
        said.append(f"{findings.named('threat_family', row.threat_family)} threats")
    said += [each for each in (row.area, row.phase) if each and each.lower() != "all"]
    return "; ".join(each for each in said if each) or "Everywhere, always"


def _met(row: CaveatLine) -> Cell:
    runs: list[Run] = []
    for each in row.met:
        if each.is_named:
            runs += [Run("\n" if runs else ""), *_inject(each)]
    if row.possible:
        lead = f"\n{row.possible} more" if runs else str(row.possible)
        runs.append(Run(f"{lead} may bear on it."))
    return tuple(runs) or "None"


def _inject(each: MetInject) -> tuple[Run, ...]:
    return (Run(each.code, code=True), Run(f" {each.title}"))
