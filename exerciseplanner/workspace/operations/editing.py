"""The add, edit and remove verbs of every noun, for windows and importers that work on any noun."""

from __future__ import annotations

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.workspace.operations import (
    agreements,
    evaluators,
    exchanges,
    forces,
    injects,
    interoperability,
    lessons,
    objectives,
    participants,
    storylines,
    threats,
)
from exerciseplanner.workspace.operations.plain import Verbs, plain_verbs

_PLAIN = (
    "membership", "contribution", "authority", "authority_position", "command_relation",
    "equipment", "capability", "unit_capability", "system", "priority", "concurrence",
    "interoperability_objective", "dismissal",
)  # fmt: skip
"""Nouns whose rows ask for nothing more than their fields say."""

VERBS: dict[str, Verbs] = {
    "participant": Verbs(
        participants.add_participant,
        participants.edit_participants,
        participants.remove_participants,
    ),
    "caveat": Verbs(
        participants.add_caveat, participants.edit_caveats, participants.remove_caveats
    ),
    "agreement": Verbs(
        agreements.add_agreement, agreements.edit_agreements, agreements.remove_agreements
    ),
    "side": Verbs(forces.add_side, forces.edit_sides, forces.remove_sides),
    "unit": Verbs(forces.add_unit, forces.edit_units, forces.remove_units),
    "objective": Verbs(
        objectives.add_objective, objectives.edit_objectives, objectives.remove_objectives
    ),
    "criterion": Verbs(
        objectives.add_criterion, objectives.edit_criteria, objectives.remove_criteria
    ),
    "standard": Verbs(
        interoperability.add_standard,
        interoperability.edit_standards,
        interoperability.remove_standards,
    ),
    "test_case": Verbs(
        interoperability.add_test_case,
        interoperability.edit_test_cases,
        interoperability.remove_test_cases,
    ),
    "unit_standard": Verbs(
        exchanges.add_unit_standard,
        exchanges.edit_unit_standards,
        exchanges.remove_unit_standards,
    ),
    "exchange_requirement": Verbs(
        exchanges.add_exchange_requirement,
        exchanges.edit_exchange_requirements,
        exchanges.remove_exchange_requirements,
    ),
    "threat": Verbs(threats.add_threat, threats.edit_threats, threats.remove_threats),
    "strand": Verbs(storylines.add_strand, storylines.edit_strands, storylines.remove_strands),
    "inject": Verbs(injects.add_inject, injects.edit_injects, injects.remove_injects),
    "evaluator": Verbs(
        evaluators.add_evaluator, evaluators.edit_evaluators, evaluators.remove_evaluators
    ),
    "lesson": Verbs(lessons.add_lesson, lessons.edit_lessons, lessons.remove_lessons),
    **{name: plain_verbs(NOUNS[name]) for name in _PLAIN},
}
