"""The columns of the tables of participants, agreements and caveats."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from exerciseplanner.domain.fields import Noun
from exerciseplanner.domain.participants import AGREEMENT, CAVEAT, PARTICIPANT
from exerciseplanner.domain.validity import Belonging
from exerciseplanner.ui.widgets.columns import ColumnSpec, column_for
from exerciseplanner.ui.widgets.figures import (
    HOW_COUNTED,
    caveats_column,
    figures,
    present_of,
    share_text,
)
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.caveat_meetings import CaveatLine
from exerciseplanner.workspace.queries.participation import AgreementLine, Membership, ShareRow

_OUTSIDE: dict[Belonging, str] = {
    "ended": "ended",
    "suspended": "suspended",
    "not_yet": "not yet",
}


def participant_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """The columns of the table of participants."""
    widths = {"code": 70, "name": 190, "kind": 150, "role": 126}
    own = fields(PARTICIPANT, widths, vocabulary)
    spare = {"contact": 200, "means_people": 110, "means_money": 130, "note": 280}
    return (
        replace(own[0], strong=True),
        *own[1:],
        replace(figures("units", "Units"), width=50),
        ColumnSpec(
            "present",
            "Strength",
            text=lambda row: present_of(row.present, row.planned) if row.units else "",
            sort=lambda row: row.present if row.units else None,
            width=100,
            align="right",
            tip=lambda _: HOW_COUNTED,
        ),
        ColumnSpec("share", "Share", text=_share, width=56, align="right", shown=False),
        replace(figures("agreements", "Agreements"), width=80),
        replace(caveats_column(), width=62),
        ColumnSpec(
            "concurring",
            "Concurs",
            text=_concurs,
            sort=lambda row: row.concurring.concurring,
            tone=_concurs_tone,
            tip=_concurs_tip,
            width=66,
            align="right",
        ),
        ColumnSpec(
            "frameworks",
            "Frameworks",
            text=_frameworks,
            tone=lambda row: "warn" if _is_resting(row) else "",
            tip=_framework_dates,
            width=150,
        ),
        *fields(PARTICIPANT, spare, vocabulary, shown=False),
    )


def agreement_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """The columns of the table of agreements."""
    widths = {
        "title": 250,
        "kind": 112,
        "parties": 190,
        "level": 58,
        "valid_from": 84,
        "valid_until": 84,
        "scope": 260,
    }
    columns = fields(AGREEMENT, widths, vocabulary)
    note = fields(AGREEMENT, {"note": 200}, vocabulary, shown=False)

    def party_names(row: AgreementLine) -> str:
        return vocabulary.text(AGREEMENT.field("parties"), row.parties)

    title, kind, parties, level, *rest = columns
    return (
        title,
        replace(kind, text=lambda row: row.kind, tip=kind.text),
        replace(parties, text=lambda row: row.party_codes, tip=party_names, sort=None),
        replace(level, title="Level", text=lambda row: row.level, tip=level.text),
        *rest,
        *note,
    )


def caveat_columns(
    vocabulary: Vocabulary, codes: Mapping[str, str], blocking: Collection[str]
) -> tuple[ColumnSpec, ...]:
    """The columns of the table of caveats.

    `codes` are those of participants by id, `blocking` the effects that forbid something; both
    may change while the table stands.
    """
    widths = {
        "participant_id": 62,
        "title": 196,
        "effect": 182,
        "activity": 130,
        "domain": 84,
        "threat_family": 100,
        "unit_id": 94,
        "phase": 84,
        "area": 84,
    }
    columns = [*fields(CAVEAT, widths, vocabulary)]
    spare = fields(CAVEAT, {"source": 150, "note": 200}, vocabulary, shown=False)
    nation = replace(columns[0], title="Nation", text=lambda r: codes.get(r.participant_id, ""))
    effect = replace(
        columns[2],
        tone=lambda row: "danger" if row.effect in blocking else "muted",
        icon=lambda row: "ban" if row.effect in blocking else "info-circle" if row.effect else "",
    )
    met = ColumnSpec(
        "met",
        "Met by",
        text=_met,
        sort=lambda row: (-row.named, -row.possible),
        tone=lambda row: "warn" if row.named else "muted",
        tip=_met_tip,
        width=118,
    )
    return (replace(nation, strong=True), columns[1], effect, met, *columns[3:], *spare)


def fields(
    noun: Noun, widths: Mapping[str, int], vocabulary: Vocabulary, *, shown: bool = True
) -> tuple[ColumnSpec, ...]:
    """Columns that edit fields of a noun, with their widths in pixels."""
    return tuple(
        replace(column_for(noun.field(name), vocabulary, editable=True, shown=shown), width=width)
        for name, width in widths.items()
    )


def _in_force(row: ShareRow) -> list[Membership]:
    return [each for each in row.memberships if each.reading == "member"]


def _frameworks(row: ShareRow) -> str:
    """Those in force at STARTEX; then, in brackets, those that ended, and why others rest."""
    held = ", ".join(dict.fromkeys(each.framework for each in _in_force(row)))
    rest = [
        f"({each.framework})"
        if each.reading == "ended"
        else f"{each.framework} {_OUTSIDE[each.reading]}"
        for each in row.memberships
        if each.reading != "member"
    ]
    return "  ".join(part for part in (held, *rest) if part)


def _is_resting(row: ShareRow) -> bool:
    """Whether a membership that many may count on does not hold at STARTEX."""
    return any(each.reading in ("suspended", "not_yet") for each in row.memberships)


def _framework_dates(row: ShareRow) -> str:
    lines = []
    for each in row.memberships:
        dates = [f"since {each.since[:10]}" if each.since else "begin not stated"]
        dates += [f"until {each.until[:10]}"] if each.until else []
        dates += [f"suspended from {each.suspended[:10]}"] if each.suspended else []
        said = f"{each.framework}: {', '.join(dates)}"
        word = _OUTSIDE.get(each.reading)
        lines.append(f"{said} – not in force at STARTEX ({word})" if word else said)
    return "\n".join(lines)


def _share(row: ShareRow) -> str:
    return share_text(row.share) if row.present else ""


def _concurs(row: ShareRow) -> str:
    found = row.concurring
    if not found.asked:
        return ""
    return f"{'▲ ' if found.against else ''}{found.concurring} / {found.asked}"


def _concurs_tone(row: ShareRow) -> str:
    if row.concurring.against:
        return "danger"
    return "ok" if row.concurring.is_agreed else "muted"


def _concurs_tip(row: ShareRow) -> str:
    found = row.concurring
    if not found.asked:
        return "It was not asked for concurrence with any product."
    said = f"Concurs with {found.concurring} of {found.asked} products it was asked about"
    said += f"; does not concur with {found.against}" if found.against else ""
    return f"{said}; {found.waiting} unanswered." if found.waiting else f"{said}."


def _met(row: CaveatLine) -> str:
    named = f"▲ {row.named}" if row.named else ""
    possible = f"{row.possible} possible" if row.possible else ""
    return " + ".join(part for part in (named, possible) if part) or "–"


def _met_tip(row: CaveatLine) -> str:
    if not row.met:
        return "No coming inject meets it."
    lines = [f"{each.code}  {each.title}  –  {each.detail}" for each in row.met[:12]]
    more = len(row.met) - len(lines)
    return "\n".join([*lines, *([f"and {more} more"] if more else [])])
