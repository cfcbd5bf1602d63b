"""Every question that can be asked of an exercise: one module per noun, answers are frozen rows."""

from __future__ import annotations

from exerciseplanner.workspace.queries import (
    agreements,
    evaluation_sheet,
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
    relations,
    script,
    search,
    storylines,
    threats,
)

__all__ = [
    "agreements",
    "evaluation_sheet",
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
    "relations",
    "script",
    "search",
    "storylines",
    "threats",
]
