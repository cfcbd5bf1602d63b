"""What an evaluator must know of the thing to be rated."""

from __future__ import annotations

from exerciseplanner.ui.pages import PageContext
from exerciseplanner.workspace.queries.evaluation_sheet import SheetRow
from exerciseplanner.workspace.queries.records import record


def facts_of(context: PageContext, row: SheetRow) -> dict[str, str]:
    """Names and texts in the order they are read; empty texts are left to the form."""
    if row.noun == "criterion":
        return _criterion(context, row)
    if row.noun == "inject":
        return _inject(context, row)
    found = context.ask(record, "objective", row.id)
    return {
        "Task": str(found["task"]),
        "Conditions": str(found["conditions"]),
        "Standard": str(found["standard"]),
    }


def _criterion(context: PageContext, row: SheetRow) -> dict[str, str]:
    criterion = context.ask(record, "criterion", row.id)
    objective = context.ask(record, "objective", str(criterion["objective_id"]))
    return {
        "Objective": f"{objective['code']} {objective['title']}",
        "Standard": str(objective["standard"]),
        "Weight": f"{criterion['weight']}" + (", critical" if criterion["critical"] else ""),
        "Note": str(criterion["note"]),
    }


def _inject(context: PageContext, row: SheetRow) -> dict[str, str]:
    inject = context.ask(record, "inject", row.id)
    start = inject["start"]
    return {
        "Planned": context.vocabulary.planned(start) if isinstance(start, int) else "",
        "To": str(inject["addressees"]),
        "Message": str(inject["message"]),
        "Expected action": str(inject["expected_action"]),
        "Cue": str(inject["cue"]),
        "What the training audience did": str(inject["response"]),
    }
