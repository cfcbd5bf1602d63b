"""What a new unit or side begins with."""

from __future__ import annotations

from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.workspace.queries.forces import sides
from exerciseplanner.workspace.queries.order_of_battle import ForceRow

Values = dict[str, object]


def new_unit(below: ForceRow | None) -> Values:
    """A unit under the one selected, of the same nation, domain and role; or at the top."""
    values: Values = {"name": "New unit"}
    if below is None:
        return values
    if below.noun == "side":
        values["side_id"] = below.id
    elif below.noun == "unit":
        values |= {"parent_id": below.id, "domain": below.domain, "role": below.role}
        values["side_id"] = below.side_id
        values["participant_id"] = below.participant_id
    return {name: value for name, value in values.items() if value}


def new_side(context: PageContext) -> Values:
    """A side of an identity that no other side has yet."""
    taken = context.ask(sides)
    identity = "hostile" if any(row.identity == "friend" for row in taken) else "friend"
    return {"name": f"Side {len(taken) + 1}", "identity": identity}
