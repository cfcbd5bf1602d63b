"""Changing sides and units."""

from __future__ import annotations

from exerciseplanner.domain.forces import SIDE, UNIT
from exerciseplanner.workspace.operations.plain import plain_verbs

SIDES, UNITS = plain_verbs(SIDE), plain_verbs(UNIT)

add_side, edit_sides, remove_sides = SIDES.add, SIDES.edit, SIDES.remove
add_unit, edit_units, remove_units = UNITS.add, UNITS.edit, UNITS.remove
