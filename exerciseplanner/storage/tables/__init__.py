"""The tables of the exercise file, one module per noun, gathered in one metadata."""

from __future__ import annotations

from exerciseplanner.storage.tables import (
    agreements,
    doctrine,
    evaluation,
    exchanges,
    exercise,
    forces,
    imports,
    injects,
    interoperability,
    lessons,
    objectives,
    participants,
    serials,
    steps,
    storylines,
    threats,
)
from exerciseplanner.storage.tables.columns import METADATA

__all__ = [
    "METADATA",
    "agreements",
    "doctrine",
    "evaluation",
    "exchanges",
    "exercise",
    "forces",
    "imports",
    "injects",
    "interoperability",
    "lessons",
    "objectives",
    "participants",
    "serials",
    "steps",
    "storylines",
    "threats",
]
