"""The sheet of one evaluator: what there is to rate, with the state of each line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exerciseplanner.domain.doctrine import NOT_OBSERVED, RatingScale
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.record_tree import RecordTree
from exerciseplanner.workspace.queries.evaluation_sheet import (
    SheetRow,
    criteria_sheet,
    injects_sheet,
)

_STANDINGS = {
    "open": ("Differ", "danger", "alert-triangle"),
    "decided": ("Decided", "info", "circle-check"),
    "agreed": ("Agree", "ok", "check"),
    "": ("", "muted", ""),
}

Show = Callable[[SheetRow], bool]

SHOWING: dict[str, tuple[str, Show]] = {
    "all": ("All", lambda row: True),
    "mine": ("Not rated by me", lambda row: row.noun != "objective" and not row.mine),
    "open": ("Evaluators differ", lambda row: row.standing == "open"),
    "none": ("Rated by nobody", lambda row: row.noun != "objective" and row.given == 0),
}


def criteria_tree(context: PageContext, evaluator_id: str) -> RecordTree:
    """Objectives with their criteria."""
    made = RecordTree(
        context.live,
        _columns(context),
        criteria_sheet,
        evaluator_id,
        name="evaluation-criteria",
        vocabulary=context.vocabulary,
        settings=context.settings,
        parent_of=lambda row: row.parent_id,
    )
    made.words = ("line", "lines")
    return made


def injects_table(context: PageContext, evaluator_id: str) -> RecordTable:
    """Injects in time order."""
    planned = ColumnSpec(
        "start",
        "Planned",
        text=lambda row: "" if row.start is None else context.vocabulary.planned(row.start),
        width=128,
    )
    first, *rest = _columns(context)[:-1]
    made = RecordTable(
        context.live,
        (first, planned, *rest),
        injects_sheet,
        evaluator_id,
        name="evaluation-injects",
        vocabulary=context.vocabulary,
        settings=context.settings,
    )
    made.words = ("inject", "injects")
    return made


def _columns(context: PageContext) -> tuple[ColumnSpec, ...]:
    return (
        ColumnSpec("title", "To rate", text=_named, width=300, grows=True),
        ColumnSpec("mine", "Mine", width=60, align="center", strong=True),
        ColumnSpec("governs", "Governs", text=_governs, width=72, align="center"),
        ColumnSpec("given", "Ratings", text=_given, width=64, align="right"),
        ColumnSpec(
            "standing",
            "Evaluators",
            text=lambda row: _STANDINGS[row.standing][0],
            tone=lambda row: _STANDINGS[row.standing][1],
            icon=lambda row: _STANDINGS[row.standing][2],
            width=100,
        ),
        ColumnSpec(
            "critical",
            "Critical",
            text=lambda row: "critical" if row.critical else "",
            tone=lambda row: "warn",
            width=72,
        ),
    )


def _named(row: Any) -> str:
    return f"{row.code}  {row.title}".strip()


def _governs(row: Any) -> str:
    return "–" if row.governs in ("", NOT_OBSERVED) else str(row.governs)


def _given(row: Any) -> str:
    return str(row.given) if row.given else ""


def hint_of(scale: RatingScale) -> str:
    """The keys that rate, in a sentence."""
    keys = ", ".join(f"{place} {value.code}" for place, value in enumerate(scale.values, 1))
    return f"Keys: {keys}. Down and Up move between lines."
