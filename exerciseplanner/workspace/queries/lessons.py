"""Questions about observations and lessons."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.storage.tables.lessons import lesson
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.listing import listed
from exerciseplanner.workspace.query import query


class LessonRow(NamedTuple):
    """One observation on its way to a lesson."""

    id: str
    seq: int
    serial: str
    title: str
    state: str
    kind: str
    evaluator_id: str | None
    inject_id: str | None
    objective_id: str | None
    unit_id: str | None
    observation: str
    discussion: str
    conclusion: str
    recommendation: str
    dotmlpfi: str
    owner: str
    due: str | None
    observed_at: str | None
    marking_level: str
    marking_releases: str


@query("lesson")
def lessons(desk: Desk) -> tuple[LessonRow, ...]:
    """Every observation."""
    return listed(desk, lesson, LessonRow, "seq, serial")
