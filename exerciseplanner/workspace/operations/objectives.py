"""Changing objectives and the criteria that measure them."""

from __future__ import annotations

from exerciseplanner.domain.objectives import CRITERION, OBJECTIVE
from exerciseplanner.workspace.operations.plain import plain_verbs

OBJECTIVES, CRITERIA = plain_verbs(OBJECTIVE), plain_verbs(CRITERION)

add_objective, edit_objectives = OBJECTIVES.add, OBJECTIVES.edit
remove_objectives = OBJECTIVES.remove
add_criterion, edit_criteria, remove_criteria = CRITERIA.add, CRITERIA.edit, CRITERIA.remove
