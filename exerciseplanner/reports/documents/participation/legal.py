"""Annex A: every authority with its review, validity, positions of the nations, and injects."""

from __future__ import annotations

from collections import defaultdict

from exerciseplanner.domain.legal import AUTHORITY_KINDS, POSITIONS, REVIEWS
from exerciseplanner.domain.validity import STANDINGS_IN_WORDS
from exerciseplanner.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    KeepTogether,
    KeyValues,
    PageBreak,
    Paragraph,
    RatingBadge,
    Run,
    Table,
    Tone,
)
from exerciseplanner.reports.documents.participation.findings import Findings
from exerciseplanner.reports.documents.participation.wording import DASH, listed, span
from exerciseplanner.workspace.queries.legal_view import SETTLED, AuthorityLine

_KINDS, _REVIEWS, _POSITIONS = dict(AUTHORITY_KINDS), dict(REVIEWS), dict(POSITIONS)
_REVIEW_MARKS: dict[str, tuple[str, Tone]] = {
    "draft": ("D", "weak"),
    "in_review": ("R", "weak"),
    "approved": ("A", "best"),
    "refused": ("X", "worst"),
}
_UNSTATED = "Not stated"
_FEW = 4
"""Up to so many injects stay on the page of the authority that they need."""


def annex(findings: Findings) -> list[Block]:
    """The overview, then each authority."""
    blocks: list[Block] = [Heading("Authorities", number="Annex A")]
    if not findings.authorities:
        return [*blocks, Paragraph("No authorities are entered.")]
    unsettled = [row.code for row in findings.authorities if row.open]
    needed = any(row.injects for row in findings.authorities)
    said = (
        f"Not settled for everybody whom an inject asks: {listed(unsettled)}."
        if unsettled
        else "Everybody whom an inject asks holds the authority or has consented."
        if needed
        else "No inject names any of them."
    )
    return [
        PageBreak(),
        *blocks,
        Paragraph(
            "Legal bases and rules of engagement of the exercise, for the legal adviser to "
            "verify. Exercise rules are never valid outside the exercise."
        ),
        Paragraph(said, "lead"),
        _overview(findings),
        *(block for row in findings.authorities for block in _one(findings, row)),
    ]


def _overview(findings: Findings) -> Table:
    return Table(
        (
            Column("Code", 1.4),
            Column("Authority", 4),
            Column("Kind", 1.4),
            Column("Review", 1.7),
            Column("Injects", 0.8, numeric=True),
            Column("Open", 0.7, numeric=True),
        ),
        tuple(
            (
                (Run(row.code, bold=True),),
                row.title,
                _KINDS.get(row.kind, DASH),
                _review(row.review),
                str(row.injects),
                (Run(str(row.open), bold=True),) if row.open else DASH,
            )
            for row in findings.authorities
        ),
        caption="Authorities",
        note="Open: participants whose units an inject asks to act on it, and that lack it, must "
        "still consent, refused, or have stated nothing.",
    )


def _review(code: str) -> Cell:
    if code not in _REVIEW_MARKS:
        return DASH
    letter, tone = _REVIEW_MARKS[code]
    return RatingBadge(letter, _REVIEWS[code], tone, labelled=True)


def _one(findings: Findings, row: AuthorityLine) -> list[Block]:
    held: tuple[Block, ...] = (
        Heading(f"{row.code} {row.title}", 2, number=""),
        Paragraph(_text(row)),
        KeyValues(_facts(findings, row), 2),
        _positions(findings, row),
    )
    needing = _injects(findings, row)
    if len(findings.needing[row.id]) > _FEW:
        return [KeepTogether(held), *needing]
    return [KeepTogether((*held, *needing))]


def _text(row: AuthorityLine) -> tuple[Run, ...]:
    said = [("Allows", row.activity), ("Condition", row.condition), ("Note", row.note)]
    runs: list[Run] = []
    for name, text in said:
        if text:
            runs += [Run(f"{name}: ", bold=True), Run(f"{text.rstrip('.')}. ")]
    return tuple(runs) or (Run("No activity or condition is stated."),)


def _facts(findings: Findings, row: AuthorityLine) -> tuple[tuple[str, Cell], ...]:
    validity = span(row.valid_from, row.valid_until)
    if row.standing != "valid":
        validity = f"{validity}, {STANDINGS_IN_WORDS[row.standing]}"
    return (
        ("Kind", _KINDS.get(row.kind, DASH)),
        ("Rests on", findings.named("legal_basis", row.basis) or "No legal basis stated"),
        ("Review", _review(row.review)),
        ("Valid", validity),
        ("Scope", _scope(findings, row)),
        ("Source", row.source or DASH),
    )


def _scope(findings: Findings, row: AuthorityLine) -> str:
    said = [findings.named("domain", row.domain)] if row.domain else []
    if row.threat_family:
        said.append(f"{findings.named('threat_family', row.threat_family)} threats")
    return ", ".join(said) or "All domains and threats"


def _positions(findings: Findings, row: AuthorityLine) -> Table:
    view = findings.positions
    groups: dict[str, list[str]] = defaultdict(list)
    conditions: dict[str, list[str]] = defaultdict(list)
    for party in view.participants:
        stated = view.rows.get((row.id, party.id))
        is_needed = (row.id, party.id) in view.needed
        if stated is None and not is_needed:
            continue
        position = stated.position if stated else ""
        open_ = is_needed and position not in SETTLED
        groups[position].append(f"{party.code}*" if open_ else party.code)
        if stated and stated.condition:
            conditions[position].append(f"{party.code}: {stated.condition}")
    order = [*_POSITIONS, ""]
    return Table(
        (Column("Position", 1.4), Column("Participants", 2.6), Column("Conditions", 4)),
        tuple(
            (
                _POSITIONS.get(position, _UNSTATED),
                ", ".join(groups[position]),
                "\n".join(conditions[position]) or DASH,
            )
            for position in order
            if groups[position]
        ),
        style="plain",
        empty="No participant has stated a position.",
        note="* an inject asks its units to act on it, and it is not settled." if row.open else "",
    )


def _injects(findings: Findings, row: AuthorityLine) -> list[Block]:
    states = findings.names("inject_state")
    needing = findings.needing[row.id]
    if not needing:
        return [Paragraph("No inject needs it.", "note")]
    return [
        Table(
            (
                Column(f"Inject that needs {row.code}", 2.2),
                Column("Title", 4),
                Column("Planned", 1.8),
                Column("State", 1.3),
            ),
            tuple(
                (
                    (Run(each.code, code=True),),
                    each.title,
                    findings.dtg(findings.injects[each.id].start) or DASH,
                    states.get(each.detail, each.detail) or DASH,
                )
                for each in needing
            ),
            style="plain",
        )
    ]
