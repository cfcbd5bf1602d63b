"""What units do in the exercise: who is trained, who acts for its nation, and who does neither."""

from __future__ import annotations

from exerciseplanner.domain.checks import rows
from exerciseplanner.domain.checks.plan import Plan

OUTSIDE_THE_PLAY = frozenset({"EXCON", "WHITE", "GREY", "MEDIA", "EVAL", "OBS", "SUPPORT"})
"""Roles of units that act neither for their nation nor as its opponent (DOCTRINE 1.6).

Response cells and those of higher, lower and lateral control play units of their nation, and are
bound as these would be.
"""


CELLS = frozenset({"HICON", "LOCON", "SIDECON"})
"""Roles of cells that play headquarters above, below and beside the training audience."""


def takes_part(plan: Plan, unit: rows.Unit) -> bool:
    """Whether a unit acts in the play as what it is, under the rules of its nation.

    Opponents act as somebody else; those who control, evaluate, watch or support do not act.
    """
    return unit.role not in OUTSIDE_THE_PLAY and not plan.plays_opponent(unit.id)


def is_force(plan: Plan, unit: rows.Unit) -> bool:
    """Whether a unit is itself a force in the play, and no cell that plays one."""
    return takes_part(plan, unit) and unit.role not in CELLS


def is_trained(plan: Plan, unit: rows.Unit) -> bool:
    """Whether a unit is training audience, as one is taken to be that states no known role."""
    term = plan.terms.get("unit_role", {}).get(unit.role)
    return term is None or term.text("side") == "TA"


def controls(plan: Plan, unit: rows.Unit) -> bool:
    """Whether a unit belongs to exercise control and does not itself play the opponent."""
    term = plan.terms.get("unit_role", {}).get(unit.role)
    in_control = term is not None and term.text("side") == "EXCON"
    return in_control and not plan.plays_opponent(unit.id)
