"""The tables of the exercise file, one module per noun, gathered in one metadata."""

from __future__ import annotations

from exerciseplanner.storage.tables import (
    agreements,
    consensus,
    dismissals,
    doctrine,
    evaluation,
    exchanges,
    exercise,
    forces,
    imports,
    injects,
    interoperability,
    legal,
    lessons,
    means,
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
    "consensus",
    "dismissals",
    "doctrine",
    "evaluation",
    "exchanges",
    "exercise",
    "forces",
    "imports",
    "injects",
    "interoperability",
    "legal",
    "lessons",
    "means",
    "objectives",
    "participants",
    "serials",
    "steps",
    "storylines",
    "threats",
]
