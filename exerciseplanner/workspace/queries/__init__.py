"""Every question that can be asked of an exercise: one module per noun, answers are frozen rows."""

from __future__ import annotations

from exerciseplanner.workspace.queries import (
    agreements,
    evaluators,
    exercise,
    forces,
    injects,
    intake,
    interoperability,
    lessons,
    objectives,
    overview,
    participants,
    readiness,
    records,
    search,
    storylines,
    threats,
)

__all__ = [
    "agreements",
    "evaluators",
    "exercise",
    "forces",
    "injects",
    "intake",
    "interoperability",
    "lessons",
    "objectives",
    "overview",
    "participants",
    "readiness",
    "records",
    "search",
    "storylines",
    "threats",
]
