"""The words that `show` takes."""

from __future__ import annotations

from enum import StrEnum


class Listed(StrEnum):
    """What can be listed, in the order of planning."""

    EXERCISE = "exercise"
    PARTICIPANTS = "participants"
    MEMBERSHIPS = "memberships"
    AGREEMENTS = "agreements"
    CAVEATS = "caveats"
    CONTRIBUTIONS = "contributions"
    AUTHORITIES = "authorities"
    POSITIONS = "positions"
    PRIORITIES = "priorities"
    CONCURRENCES = "concurrences"
    SIDES = "sides"
    FORCES = "forces"
    COMMAND = "command"
    EQUIPMENT = "equipment"
    CAPABILITIES = "capabilities"
    SYSTEMS = "systems"
    OBJECTIVES = "objectives"
    CRITERIA = "criteria"
    INTEROPERABILITY = "interoperability"
    TESTS = "tests"
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
