"""The columns of the tree of objectives, of standards, threats and technologies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from exerciseplanner.domain.fields import Noun
from exerciseplanner.domain.objectives import CRITERION, OBJECTIVE
from exerciseplanner.domain.standards import STANDARD
from exerciseplanner.domain.terms import EVIDENCE_WORDS
from exerciseplanner.domain.threats import THREAT
from exerciseplanner.ui.widgets.columns import ColumnSpec, column_for, natural
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.objective_plan import AimRow
from exerciseplanner.workspace.queries.technology_plan import TechnologyLine
from exerciseplanner.workspace.queries.threat_plan import ThreatLine

#: What a criterion has in common with an objective.
OF_CRITERIA = frozenset(field.name for field in CRITERION.columns)

_STANDINGS = {
    "none": ("▲ none", "danger", "No inject serves it."),
    "single": ("■ one", "warn", "One inject alone serves it; if that is dropped, nothing does."),
    "ok": ("● ok", "ok", "Several injects serve it."),
}
_EVIDENCE = dict(EVIDENCE_WORDS)
_HIGH_RISK = 15
_SOME_RISK = 8


def aim_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """The columns of objectives with their criteria, the code first."""
    objective = partial(_field, OBJECTIVE, vocabulary)
    columns = (
        objective("code", 112),
        replace(objective("title", 238), tip=_aim_tip),
        replace(objective("weight", 58), sort=lambda row: row.weight),
        replace(objective("priority", 84), tone=lambda row: "muted"),
        _count("criteria", "Criteria", 60),
        _injects(),
        _coverage(),
        replace(
            objective("audience", 128),
            title="Audience",
            text=lambda row: row.audience_names,
            tip=lambda row: vocabulary.text(OBJECTIVE.field("audience"), row.audience),
            sort=lambda row: natural(row.audience_names) if row.audience_names else None,
        ),
        objective("capability_area", 196),
        replace(objective("core_task", 150), shown=False),
        replace(
            _field(CRITERION, vocabulary, "critical", 70),
            text=lambda row: "critical" if row.critical else "",
            tone=lambda row: "warn",
            shown=False,
        ),
        *(
            replace(objective(name, 240), shown=False)
            for name in ("task", "conditions", "standard", "source", "note")
        ),
    )
    return tuple(replace(each, editable_in=partial(_edits, each.name)) for each in columns)


def standard_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """The columns of the catalogue of standards."""
    widths = {
        "code": 108,
        "title": 210,
        "edition": 68,
        "date": 82,
        "status": 90,
        "domain": 80,
        "spirals": 82,
        "cover": 122,
        "source": 164,
        "tag": 100,
    }
    columns = [_field(STANDARD, vocabulary, name, width) for name, width in widths.items()]
    tests = replace(_count("tests", "Tests", 52), tip=_tests_tip)
    evidence = replace(columns[-1], text=lambda row: _EVIDENCE.get(row.tag, row.tag))
    return (*columns[:7], tests, *columns[7:-1], evidence)


def threat_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """The columns of threats."""
    widths = {"code": 70, "title": 260, "family": 140}
    own = [_field(THREAT, vocabulary, name, width) for name, width in widths.items()]
    actor = _field(THREAT, vocabulary, "actor", 232)
    likelihood = _field(THREAT, vocabulary, "likelihood", 76)
    severity = _field(THREAT, vocabulary, "severity", 66)
    spare = ("technology", "techniques", "description", "note")
    return (
        *own,
        replace(likelihood, title="Likelihood"),
        replace(severity, title="Severity"),
        ColumnSpec(
            "risk",
            "Risk",
            text=_risk,
            sort=lambda row: row.risk,
            width=50,
            align="right",
            tone=_risk_tone,
            strong=True,
            tip=_risk_tip,
        ),
        _played(),
        actor,
        *(replace(_field(THREAT, vocabulary, name, 180), shown=False) for name in spare),
    )


def _field(noun: Noun, vocabulary: Vocabulary, name: str, width: int) -> ColumnSpec:
    return replace(column_for(noun.field(name), vocabulary, editable=True), width=width)


def _count(name: str, title: str, width: int) -> ColumnSpec:
    def text(row: Any) -> str:
        count = getattr(row, name)
        return f"{count:,}" if count else ""

    return ColumnSpec(name, title, text=text, width=width, align="right")


def _injects() -> ColumnSpec:
    def text(row: AimRow) -> str:
        return "" if row.noun == "criterion" else f"{row.injects:,}"

    def tip(row: AimRow) -> str:
        return f"{row.dropped:,} more will not be played" if row.dropped else ""

    return ColumnSpec("injects", "Injects", text=text, width=58, align="right", tip=tip)


def _coverage() -> ColumnSpec:
    order = list(_STANDINGS)
    return ColumnSpec(
        name="coverage",
        title="Coverage",
        text=lambda row: _STANDINGS[row.coverage][0] if row.coverage else "",
        tone=lambda row: _STANDINGS[row.coverage][1] if row.coverage else "",
        tip=lambda row: _STANDINGS[row.coverage][2] if row.coverage else "",
        sort=lambda row: order.index(row.coverage) if row.coverage else None,
        width=76,
    )


def _aim_tip(row: AimRow) -> str:
    said: Mapping[str, str] = {
        "": row.title,
        "Task: ": row.task,
        "Conditions: ": row.conditions,
        "Standard: ": row.standard,
    }
    return "\n".join(f"{name}{text}" for name, text in said.items() if text)


def _tests_tip(row: Any) -> str:
    return "Test cases that test it" if row.tests else ""


def _played() -> ColumnSpec:
    return ColumnSpec(
        name="injects",
        title="Injects",
        text=lambda row: f"{row.injects:,}" if row.injects else "▲ none",
        tone=lambda row: "" if row.injects else "danger",
        sort=lambda row: row.injects,
        width=68,
        align="right",
        tip=lambda row: "" if row.injects else "No inject brings it.",
    )


def _risk(row: ThreatLine) -> str:
    return "" if row.risk is None else f"{row.risk}"


def _risk_tone(row: ThreatLine) -> str:
    if row.risk is None:
        return ""
    return "danger" if row.risk >= _HIGH_RISK else "warn" if row.risk >= _SOME_RISK else "ok"


def _risk_tip(row: ThreatLine) -> str:
    if row.risk is None:
        return "State likelihood and severity, each from 1 to 5"
    return f"Likelihood {row.likelihood} × severity {row.severity}, of 25 at most"


def _edits(column: str, row: AimRow) -> bool:
    if row.noun == "criterion":
        return column in OF_CRITERIA
    return column != "critical"


def technology_columns() -> tuple[ColumnSpec, ...]:
    """Technologies under trial."""
    return (
        ColumnSpec("name", "Technology", width=290, strong=True),
        ColumnSpec("maturity", "Maturity", text=lambda row: row.maturity.capitalize(), width=110),
        ColumnSpec(
            "serials",
            "Exercised",
            text=_exercised,
            tone=lambda row: "warn" if row.is_claimed and not row.serials else "",
            tip=_exercised_tip,
            sort=lambda row: (row.is_claimed, len(row.serials)),
            width=104,
        ),
        *(
            ColumnSpec(name, title, text=partial(_claimants, name), tip=partial(_claimants, name),
                       sort=partial(_count_of, name), width=width, grows=name == "systems")
            for name, title, width in (
                ("threats", "Enables threats", 150),
                ("objectives", "In objectives", 130),
                ("systems", "In systems", 160),
                ("capabilities", "In capabilities", 150),
            )
        ),
    )  # fmt: skip


def _exercised(row: TechnologyLine) -> str:
    if row.serials:
        return f"{len(row.serials)} inject{'s' * (len(row.serials) > 1)}"
    return "▲ none" if row.is_claimed else ""


def _exercised_tip(row: TechnologyLine) -> str:
    if not row.serials and row.is_claimed:
        return "Claimed, and no inject exercises it."
    return "\n".join(row.serials)


def _claimants(name: str, row: TechnologyLine) -> str:
    return ", ".join(getattr(row, name))


def _count_of(name: str, row: TechnologyLine) -> int:
    return -len(getattr(row, name))
