"""Test cases with the results of both sides, and what does not fit together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exerciseplanner.domain.interoperability import ResultScale, TestSummary, result_scale
from exerciseplanner.domain.standards import TEST_CASE
from exerciseplanner.ui.widgets.columns import ColumnSpec, column_for, natural
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import chip, clear, tight
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.queries.interoperability_plan import (
    InteroperabilityLine,
    interoperability_plan,
    interoperability_summary,
)

Tone = Callable[[str], str]

_WIDTHS = {
    "code": 62,
    "title": 212,
    "standard_id": 152,
    "provider_id": 66,
    "consumer_id": 74,
    "provider_result": 52,
    "consumer_result": 56,
    "result": 62,
}
_SPARE = {
    "edition": 90, "profile": 90, "provider_unit_id": 160, "consumer_unit_id": 160,
    "provider_system_id": 160, "consumer_system_id": 160, "shortfall": 76, "note": 220,
}  # fmt: skip
_TITLES = {
    "standard_id": "Standard",
    "provider_result": "Prov.",
    "consumer_result": "Cons.",
    "result": "Agreed",
}
_RESULTS = ("provider_result", "consumer_result", "result")


class CasesPanel(QWidget):
    """How often each result came out, and the table."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._scale = ResultScale((), ())
        self._counts = QHBoxLayout()
        tight(self._counts, 6)
        columns = case_columns(context.vocabulary, self.tone_of)
        self.table = NounTable(
            context,
            "test_case",
            columns,
            interoperability_plan,
            "interoperability.cases",
        )
        above = QHBoxLayout()
        above.setContentsMargins(20, 0, 16, 8)
        above.addLayout(self._counts)
        above.addStretch(1)
        self._above = QWidget()
        self._above.setLayout(above)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._above)
        layout.addWidget(self.table, 1)
        context.follow(self, interoperability_summary, self._summarise)

    def tone_of(self, code: str) -> str:
        """The colour of a result: best, limited or worst of what was tested; else muted."""
        if code not in self._scale.counted:
            return "muted"
        if code == self._scale.counted[0]:
            return "ok"
        return "danger" if code == self._scale.counted[-1] else "warn"

    def _summarise(self, summary: TestSummary) -> None:
        terms = self._context.ask(doctrine_terms, "interop_result")
        self._scale = result_scale(terms)
        names = {term.code: term.name for term in terms}
        self._above.setVisible(any(count for _, count in summary.counts))
        clear(self._counts)
        for code, count in summary.counts:
            if count:
                made = chip(f"{code}  {names.get(code, code)}: {count}", self.tone_of(code))
                self._counts.addWidget(made)
        self.table.model.reword()


def case_columns(vocabulary: Vocabulary, tone: Tone) -> tuple[ColumnSpec, ...]:
    """The columns of test cases; `tone` gives the colour of a result."""
    made = {name: _field(name, vocabulary) for name in _WIDTHS}
    made["standard_id"] = replace(
        made["standard_id"],
        text=_standard,
        sort=lambda row: natural(_standard(row)) if row.standard else None,
        tip=partial(_worded, vocabulary, "standard_id"),
    )
    for name in ("provider_id", "consumer_id"):
        made[name] = replace(
            made[name],
            text=partial(_code_of, name.removesuffix("_id")),
            tip=partial(_worded, vocabulary, name),
        )
    for name in _RESULTS:
        made[name] = replace(
            made[name],
            text=partial(_code_of, name),
            tone=partial(_tone_in, name, tone),
            tip=partial(_worded, vocabulary, name),
            align="center",
            strong=name == "result",
        )
    spare = [
        replace(_field(name, vocabulary), width=width, shown=False)
        for name, width in _SPARE.items()
    ]
    dimension = replace(_field("dimension", vocabulary), width=98)
    target = replace(_field("target", vocabulary), width=180, shown=False)
    aim = replace(
        _field("interoperability_objective_id", vocabulary),
        title="Objective",
        text=lambda row: row.objective,
        width=76,
    )
    mediator = replace(
        _field("mediator_id", vocabulary), text=lambda row: row.mediator, width=74, shown=False
    )
    code, title, *others = made.values()
    first = (code, title, aim, *others)
    return (*first, _fits(), _injects(), dimension, target, mediator, *spare)


def _field(name: str, vocabulary: Vocabulary) -> ColumnSpec:
    column = column_for(TEST_CASE.field(name), vocabulary, editable=True)
    title = _TITLES.get(name, column.title)
    return replace(column, title=title, width=_WIDTHS.get(name, column.width))


def _code_of(name: str, row: InteroperabilityLine) -> str:
    return str(getattr(row, name) or "")


def _worded(vocabulary: Vocabulary, name: str, row: InteroperabilityLine) -> str:
    return vocabulary.text(TEST_CASE.field(name), getattr(row, name))


def _tone_in(name: str, tone: Tone, row: InteroperabilityLine) -> str:
    return tone(getattr(row, name))


def _standard(row: InteroperabilityLine) -> str:
    return " ".join(part for part in (row.standard, row.edition) if part)


def _fits() -> ColumnSpec:
    return ColumnSpec(
        name="fits",
        title="Open",
        text=_open,
        icon=lambda row: "alert-triangle" if _matters(row) else "",
        tone=lambda row: "warn" if _matters(row) else "muted",
        sort=lambda row: -len(_matters(row)),
        width=126,
        tip=lambda row: "\n".join(_matters(row)),
    )


def _matters(row: InteroperabilityLine) -> Sequence[str]:
    """What does not fit and what is missing, each as a sentence."""
    said = [f"{each[0].upper()}{each[1:]}." for each in row.disparities]
    return (*said, *(f"No {name} is stated." for name in row.missing))


def _open(row: InteroperabilityLine) -> str:
    if row.disparities and row.missing:
        return f"{len(_matters(row))} matters"
    if row.disparities:
        return "differ" if any("differ" in each for each in row.disparities) else "disputed"
    return f"no {row.missing[0]}" if row.missing else ""


def _injects() -> ColumnSpec:
    return ColumnSpec(
        name="injects",
        title="Injects",
        text=lambda row: f"{row.injects:,}" if row.injects else "▲ none",
        tone=lambda row: "" if row.injects else "warn",
        sort=lambda row: row.injects,
        width=64,
        align="right",
        tip=lambda row: "" if row.injects else "No inject tests it.",
    )
