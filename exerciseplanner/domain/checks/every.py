"""Every check there is: each enters the registry when its module is loaded, as it is here."""

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
