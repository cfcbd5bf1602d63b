"""An evaluator as every answer names one."""

from __future__ import annotations

from typing import NamedTuple


class EvaluatorRow(NamedTuple):
    """One evaluator."""

    id: str
    seq: int
    code: str
    title: str
    participant_id: str | None
    area: str
    independent: int
    lead: int
    note: str
