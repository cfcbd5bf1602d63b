"""The columns of the table of authorities."""

from __future__ import annotations

from dataclasses import replace

from exerciseplanner.domain.legal import AUTHORITY, POSITIONS
from exerciseplanner.domain.validity import STANDINGS_IN_WORDS
from exerciseplanner.ui.pages.participants.columns import fields
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.legal_view import AuthorityLine

_REVIEW_TONES = {"approved": "ok", "in_review": "warn", "draft": "muted", "refused": "danger"}
_REVIEW_ICONS = {
    "approved": "circle-check",
    "in_review": "hourglass",
    "draft": "pencil",
    "refused": "circle-x",
}
_WORDS = dict(POSITIONS)


def authority_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """What activities rest on, how far it is reviewed, how long it holds and what needs it."""
    widths = {
        "code": 96,
        "title": 230,
        "kind": 96,
        "review": 106,
        "valid_from": 84,
        "valid_until": 88,
        "domain": 92,
        "basis": 148,
        "activity": 150,
    }
    further = {"threat_family": 100, "condition": 200, "source": 150}
    spare = fields(AUTHORITY, further, vocabulary, shown=False)
    code, title, kind, review, since, until, *rest = fields(AUTHORITY, widths, vocabulary)
    until_text = until.text
    return (
        replace(code, strong=True),
        replace(title, grows=True),
        kind,
        replace(
            review,
            tone=lambda row: _REVIEW_TONES.get(row.review, "muted"),
            icon=lambda row: _REVIEW_ICONS.get(row.review, ""),
        ),
        replace(since, shown=False),
        replace(
            until,
            text=lambda row: _until(row, until_text(row) if until_text else ""),
            tone=lambda row: "" if row.standing == "valid" else "warn",
            tip=lambda row: STANDINGS_IN_WORDS[row.standing].capitalize() + ".",
        ),
        ColumnSpec(
            "injects",
            "Needed by",
            text=_injects,
            sort=lambda row: -row.injects,
            width=78,
        ),
        ColumnSpec(
            "open",
            "Open",
            text=lambda row: f"▲ {row.open}" if row.open else "✓" if row.injects else "",
            sort=lambda row: -row.open,
            tone=lambda row: "danger" if row.open else "ok",
            tip=_open_tip,
            width=50,
        ),
        *rest,
        *spare,
    )


def _until(row: AuthorityLine, text: str) -> str:
    if row.standing == "valid":
        return text
    return f"▲ {text}".strip()


def _injects(row: AuthorityLine) -> str:
    if not row.injects:
        return "–"
    return "1 inject" if row.injects == 1 else f"{row.injects} injects"


def _open_tip(row: AuthorityLine) -> str:
    said = "; ".join(f"{_WORDS.get(code, code)}: {n}" for code, n in row.positions.items())
    need = (
        f"{row.open} participants whose units are addressed by injects that need it do not hold it."
        if row.open
        else "Every participant that needs it holds it or has consented."
        if row.injects
        else "No inject needs it."
    )
    return f"{need}\n{said}" if said else need
