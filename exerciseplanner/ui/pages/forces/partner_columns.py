"""The columns of the tables of participants, agreements and caveats."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from exerciseplanner.domain.fields import Noun
from exerciseplanner.domain.participants import AGREEMENT, CAVEAT, PARTICIPANT
from exerciseplanner.ui.pages.forces.columns import (
    HOW_COUNTED,
    caveats_column,
    figures,
    present_of,
)
from exerciseplanner.ui.widgets.columns import ColumnSpec, column_for
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.participation import AgreementLine, ShareRow


def participant_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """The columns of the table of participants."""
    widths = {"code": 66, "name": 162, "kind": 104, "role": 88}
    own = _fields(PARTICIPANT, widths, vocabulary)
    spare = _fields(PARTICIPANT, {"contact": 200, "note": 280}, vocabulary, shown=False)
    return (
        *own,
        ColumnSpec("frameworks", "Frameworks", text=_frameworks, width=84, tip=_frameworks),
        figures("units", "Units"),
        ColumnSpec(
            "present",
            "Strength",
            text=lambda row: present_of(row.present, row.planned) if row.units else "",
            sort=lambda row: row.present if row.units else None,
            width=108,
            align="right",
            tip=lambda _: HOW_COUNTED,
        ),
        ColumnSpec("share", "Share", text=_share, width=60, align="right"),
        replace(figures("agreements", "Agreements"), width=86),
        caveats_column(),
        *spare,
    )


def agreement_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """The columns of the table of agreements."""
    widths = {
        "title": 250,
        "kind": 98,
        "parties": 180,
        "level": 78,
        "valid_from": 82,
        "valid_until": 82,
        "scope": 260,
        "note": 200,
    }
    columns = _fields(AGREEMENT, widths, vocabulary)

    def party_names(row: AgreementLine) -> str:
        return vocabulary.text(AGREEMENT.field("parties"), row.parties)

    title, kind, parties, level, *rest = columns
    return (
        title,
        replace(kind, text=lambda row: row.kind, tip=kind.text),
        replace(parties, text=lambda row: row.party_codes, tip=party_names, sort=None),
        replace(level, title="Level", text=lambda row: row.level, tip=level.text),
        *rest,
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
        "title": 250,
        "effect": 168,
        "unit_id": 130,
        "domain": 86,
        "threat_family": 100,
        "activity": 150,
        "area": 120,
        "phase": 96,
        "source": 150,
        "note": 200,
    }
    columns = [*_fields(CAVEAT, widths, vocabulary)]
    nation = replace(columns[0], title="Nation", text=lambda r: codes.get(r.participant_id, ""))
    effect = replace(
        columns[2],
        tone=lambda row: "danger" if row.effect in blocking else "muted",
        icon=lambda row: "ban" if row.effect in blocking else "info-circle" if row.effect else "",
    )
    return (replace(nation, strong=True), columns[1], effect, *columns[3:])


def _fields(
    noun: Noun, widths: Mapping[str, int], vocabulary: Vocabulary, *, shown: bool = True
) -> tuple[ColumnSpec, ...]:
    return tuple(
        replace(column_for(noun.field(name), vocabulary, editable=True, shown=shown), width=width)
        for name, width in widths.items()
    )


def _frameworks(row: ShareRow) -> str:
    return ", ".join(row.frameworks)


def _share(row: ShareRow) -> str:
    return share_text(row.share) if row.present else ""


def share_text(share: float | None) -> str:
    """A share as a percentage; what is there but less than one says so."""
    if share is None:
        return ""
    return "< 1 %" if 0 < share < 0.01 else f"{share:.0%}".replace("%", " %")
