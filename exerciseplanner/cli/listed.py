"""The words that `show` takes."""

from __future__ import annotations

from enum import StrEnum


class Listed(StrEnum):
    """What can be listed, in the order of planning."""

    EXERCISE = "exercise"
    PARTICIPANTS = "participants"
    AGREEMENTS = "agreements"
    CAVEATS = "caveats"
    SIDES = "sides"
    FORCES = "forces"
    OBJECTIVES = "objectives"
    CRITERIA = "criteria"
    INTEROPERABILITY = "interoperability"
    STANDARDS = "standards"
    HOLDINGS = "holdings"
    REQUIREMENTS = "requirements"
    THREATS = "threats"
    STORYLINES = "storylines"
    INJECTS = "injects"
    DEPENDENCIES = "dependencies"
    EVALUATORS = "evaluators"
    RATINGS = "ratings"
    OVERRIDES = "overrides"
    LESSONS = "lessons"
