"""The add, edit and remove verbs of every noun, for windows and importers that work on any noun."""

from __future__ import annotations

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.workspace.operations import forces, injects, lessons, objectives, storylines
from exerciseplanner.workspace.operations.plain import Verbs, plain_verbs

_PLAIN = (
    "participant", "membership", "agreement", "caveat", "contribution", "authority",
    "authority_position", "command_relation", "equipment", "capability", "unit_capability",
    "system", "priority", "concurrence", "standard", "interoperability_objective", "unit_standard",
    "test_case", "exchange_requirement", "threat", "evaluator", "dismissal",
)  # fmt: skip
"""Nouns whose rows ask for nothing more than their fields say."""

VERBS: dict[str, Verbs] = {
    "side": forces.SIDES,
    "unit": forces.UNITS,
    "objective": objectives.OBJECTIVES,
    "criterion": objectives.CRITERIA,
    "strand": Verbs(storylines.add_strand, storylines.edit_strands, storylines.remove_strands),
    "inject": Verbs(injects.add_inject, injects.edit_injects, injects.remove_injects),
    "lesson": Verbs(lessons.add_lesson, lessons.edit_lessons, lessons.remove_lessons),
    **{name: plain_verbs(NOUNS[name]) for name in _PLAIN},
}
