"""The checks: rules that a plan is held to, one plain function each, gathered in a registry."""

from __future__ import annotations

from exerciseplanner.domain.checks import (
    caveats,
    coverage,
    doctrine,
    evaluation,
    exchanges,
    forces,
    interoperability,
    markings,
    participants,
    timing,
)

__all__ = [
    "caveats",
    "coverage",
    "doctrine",
    "evaluation",
    "exchanges",
    "forces",
    "interoperability",
    "markings",
    "participants",
    "timing",
]
