"""The columns of pairs, of information exchange requirements and of standards held."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from exerciseplanner.domain.exchange_requirements import EXCHANGE_REQUIREMENT, UNIT_STANDARD
from exerciseplanner.domain.fields import Noun
from exerciseplanner.domain.means import SYSTEM
from exerciseplanner.domain.standards import INTEROPERABILITY_OBJECTIVE
from exerciseplanner.ui.widgets.columns import ColumnSpec, column_for
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.exchange_check import RequirementLine
from exerciseplanner.workspace.queries.interoperability_matrix import VERDICTS, PairLine
from exerciseplanner.workspace.queries.interoperability_plan import AimLine

_PATHS = {"direct": "D direct", "through": "G gateway", "none": "× none", "unknown": "? unknown"}
_PATH_TONES = {"direct": "ok", "through": "warn", "none": "danger", "unknown": "muted"}
_VERDICT_TONES = {
    "confirmed": "ok",
    "limited": "warn",
    "surprising": "warn",
    "foreseen": "danger",
    "untested": "info",
    "gap": "danger",
}
_RIGHTS = {"yes": ("yes", "ok"), "no": ("▲ no", "danger"), "unknown": ("? unknown", "muted")}
_TIMES = {"met": "ok", "late": "danger", "unmeasured": "muted"}


def pair_columns() -> tuple[ColumnSpec, ...]:
    """One direction between two participants: expected beside tested."""
    return (
        ColumnSpec("provider", "From", width=64),
        ColumnSpec("consumer", "To", width=64),
        ColumnSpec(
            "expectation",
            "Expected",
            text=lambda row: _PATHS[row.expectation],
            tone=lambda row: _PATH_TONES[row.expectation],
            width=86,
        ),
        ColumnSpec("tested", "Tested", text=_tested, sort=lambda row: row.planned, width=60),
        ColumnSpec(
            "overall",
            "Result",
            text=lambda row: row.overall or ("–" if row.planned else ""),
            width=58,
            align="center",
            strong=True,
        ),
        ColumnSpec(
            "verdict",
            "What to make of it",
            text=lambda row: VERDICTS[row.verdict],
            sort=lambda row: list(VERDICTS).index(row.verdict),
            tone=lambda row: _VERDICT_TONES.get(row.verdict, "muted"),
            width=226,
        ),
        ColumnSpec("required", "Required", text=lambda row: ", ".join(row.required), width=124),
        ColumnSpec(
            "title", "Path, or what is missing", text=_path, tip=_path, width=342, grows=True
        ),
    )


def requirement_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """Information exchange requirements, and what was found out about each."""
    field = partial(_field, EXCHANGE_REQUIREMENT, vocabulary)
    return (
        field("code", 66),
        replace(field("product", 200), grows=True),
        ColumnSpec("open", "Open", text=_open_count, tip=_open_tip, tone=_open_tone, width=52),
        ColumnSpec("producer", "From", width=134, tip=lambda row: row.producer),
        ColumnSpec("consumer", "To", width=134, tip=lambda row: row.consumer),
        replace(field("standard_id", 106), text=lambda row: row.standard),
        ColumnSpec(
            "path",
            "Path",
            text=lambda row: _PATHS[row.expectation],
            tone=lambda row: _PATH_TONES[row.expectation],
            tip=lambda row: row.path,
            width=80,
        ),
        replace(field("marking_level", 48), title="Level", text=_level),
        ColumnSpec(
            "right",
            "May see",
            text=lambda row: _RIGHTS[row.right][0],
            tone=lambda row: _RIGHTS[row.right][1],
            tip=lambda row: row.right_reason,
            width=62,
        ),
        replace(field("required_minutes", 62), title="Within"),
        replace(
            field("measured_minutes", 72),
            title="Measured",
            tone=lambda row: _TIMES.get(row.timeliness, ""),
        ),
        replace(
            field("inject_id", 122),
            text=lambda row: row.serial or "▲ none",
            tone=lambda row: "" if row.serial else "warn",
        ),
        *(
            replace(field(name, 130), shown=False)
            for name in (
                "network", "producer_id", "producer_unit_id", "consumer_id", "consumer_unit_id",
                "marking_releases", "note",
            )
        ),
    )  # fmt: skip


def holding_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """Standards that units hold."""
    field = partial(_field, UNIT_STANDARD, vocabulary)
    return (
        replace(field("unit_id", 230), grows=True),
        field("standard_id", 272),
        field("edition", 118),
        field("role", 148),
        field("gateway", 66),
        field("system_id", 190),
        field("note", 92),
    )


def aim_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """Interoperability objectives: what is to be reached, and what its cases amount to."""
    field = partial(_field, INTEROPERABILITY_OBJECTIVE, vocabulary)
    return (
        field("code", 66),
        replace(field("title", 260), grows=True),
        replace(field("objective_id", 150), title="Serves"),
        replace(field("standard_id", 130), text=lambda row: row.standard),
        field("dimension", 98),
        ColumnSpec(
            "tested",
            "Tested",
            text=_tested_of,
            tip=lambda row: "" if row.cases else "No test case shows whether it is met.",
            tone=lambda row: "" if row.cases else "warn",
            sort=lambda row: row.cases,
            width=66,
        ),
        ColumnSpec(
            "overall",
            "Result",
            text=lambda row: row.overall or ("–" if row.cases else ""),
            tip=lambda _: "The worst result of its test cases",
            width=58,
            align="center",
            strong=True,
        ),
        ColumnSpec(
            "injects",
            "Injects",
            text=lambda row: str(row.injects) if row.injects else "▲ none",
            tone=lambda row: "" if row.injects else "warn",
            width=64,
            align="right",
        ),
        field("target", 200),
        replace(field("edition", 100), shown=False),
        replace(field("note", 200), shown=False),
    )


def system_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """Systems of units."""
    field = partial(_field, SYSTEM, vocabulary)
    return (
        field("code", 72),
        replace(field("title", 250), grows=True),
        field("unit_id", 240),
        field("technologies", 190),
        field("maturity", 100),
        field("note", 150),
    )


def _tested_of(row: AimLine) -> str:
    return f"{row.tested}/{row.cases}" if row.cases else "▲ none"


def _field(noun: Noun, vocabulary: Vocabulary, name: str, width: int) -> ColumnSpec:
    return replace(column_for(noun.field(name), vocabulary, editable=True), width=width)


def _tested(row: PairLine) -> str:
    return f"{row.tested}/{row.planned}" if row.planned else ""


def _path(row: PairLine) -> str:
    return row.path


def _level(row: RequirementLine) -> str:
    return row.level


def _open_count(row: RequirementLine) -> str:
    return f"▲ {len(row.open)}" if row.open else "✓"


def _open_tip(row: RequirementLine) -> str:
    return "\n".join(row.open)


def _open_tone(row: Any) -> str:
    return "warn" if row.open else "ok"
