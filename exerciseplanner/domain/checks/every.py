"""Every check there is: each enters the registry when its module is loaded, as it is here."""

from __future__ import annotations

from exerciseplanner.domain.checks import (
    authority_needs,
    burden,
    capabilities,
    caveats,
    command,
    consensus,
    coverage,
    deployment,
    doctrine,
    evaluation,
    exchanges,
    forces,
    interoperability,
    interoperability_objectives,
    interoperability_sides,
    legal,
    markings,
    participants,
    timing,
)

__all__ = [
    "authority_needs",
    "burden",
    "capabilities",
    "caveats",
    "command",
    "consensus",
    "coverage",
    "deployment",
    "doctrine",
    "evaluation",
    "exchanges",
    "forces",
    "interoperability",
    "interoperability_objectives",
    "interoperability_sides",
    "legal",
    "markings",
    "participants",
    "timing",
]
