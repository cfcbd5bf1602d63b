"""Questions about evaluators, ratings and overrides as they were entered."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.evaluation import evaluator, override, rating
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.evaluators import EvaluatorRow
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class RatingRow(NamedTuple):
    """One rating of a criterion or an inject by one evaluator."""

    id: str
    evaluator_id: str
    criterion_id: str | None
    inject_id: str | None
    value: str
    note: str
    rated_at: str | None
    resolves: int


class OverrideRow(NamedTuple):
    """One assessment by a named officer that stands beside the computed one."""

    id: str
    subject_kind: str
    subject_id: str
    computed: str
    value: str
    decided_by: str
    decided_at: str | None
    reason: str


@query("evaluator")
def evaluators(desk: Desk) -> tuple[EvaluatorRow, ...]:
    """Every evaluator."""
    return listed(desk, evaluator, EvaluatorRow, "seq, code")


@query("rating")
def ratings(desk: Desk) -> tuple[RatingRow, ...]:
    """Every rating."""
    return listed(desk, rating, RatingRow, "rated_at, id")


@query("override")
def overrides(desk: Desk) -> tuple[OverrideRow, ...]:
    """Every override."""
    return listed(desk, override, OverrideRow, "decided_at, id")
