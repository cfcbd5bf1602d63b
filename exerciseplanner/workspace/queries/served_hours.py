"""How long the live injects last, and what the plan gives each objective."""

from __future__ import annotations

from collections import defaultdict

from exerciseplanner.domain.priorities import Effort, efforts
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.queries.exercise import doctrine_terms
from exerciseplanner.workspace.query import query

_DROPPED = "dropped"


@query("inject", "term")
def live_minutes(desk: Desk) -> dict[str, int]:
    """The duration in minutes of every inject that was not dropped, by id; unstated counts 0."""
    states = doctrine_terms(desk, "inject_state")
    gone = {each.code for each in states if each.text("standing") == _DROPPED}
    rows = desk.plain("SELECT id, duration, state FROM inject")
    return {row_id: duration or 0 for row_id, duration, state in rows if state not in gone}


@query("objective", "inject", "inject_objective", "term")
def objective_efforts(desk: Desk) -> dict[str, Effort]:
    """What the plan gives each objective in live injects and their minutes, by its id."""
    parents = dict(desk.plain("SELECT id, parent_id FROM objective"))
    served: dict[str, list[str]] = defaultdict(list)
    for inject, objective in desk.plain("SELECT inject_id, objective_id FROM inject_objective"):
        served[inject].append(objective)
    return efforts(parents, live_minutes(desk), served)
