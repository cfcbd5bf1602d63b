"""One example for every operation, and arguments for every query, on any populated exercise.

An operation or a query that is written tomorrow needs its example here, and is then covered.
"""

from __future__ import annotations

import inspect
from datetime import UTC, datetime

from exerciseplanner.domain.intake import Intake, Proposed
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.workspace.operations.dismissals import dismiss_problems
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.injects import link_injects
from exerciseplanner.workspace.operations.placing import place_units
from exerciseplanner.workspace.operations.ratings import override_assessment, rate
from exerciseplanner.workspace.queries.doctrine import (
    marking_audiences,
    policies,
    rating_values,
)
from exerciseplanner.workspace.queries.exercise import (
    field_choices,
    rating_scale_in_force,
    terms,
    transitions,
)
from exerciseplanner.workspace.queries.forces import sides
from exerciseplanner.workspace.queries.injects import injects
from tests.workspace.plans import first, ids, small_intake

ARGUMENTS = {}
"""By operation: a function from an open exercise to the arguments of one call of it."""


def example(name):
    """Make a function the example of the operation of that name."""

    def register(function):
        ARGUMENTS[name] = function
        return function

    return register


ODD = "Łódź ’n’ \"Ø\" 'x'"
"""A text with everything that trips a careless writer."""


def _required(workspace, noun):
    return {field.name: _value(workspace, field) for field in NOUNS[noun].columns if field.required}


def _value(workspace, field):
    if field.kind == "reference":
        return _standing(workspace, field.choices)[-1]
    if field.kind == "choice":
        return list(workspace.ask(field_choices, field))[-1]
    return field.options[-1][0] if field.kind == "pick" else ODD


def _standing(workspace, noun):
    """The ids of a noun's rows; where the exercise has none, one is added."""
    return ids(workspace, noun) or [workspace.do(VERBS[noun].add, _required(workspace, noun))]


def _add(noun):
    return lambda workspace: (_required(workspace, noun),)


def _edit(noun):
    named = [NOUNS[noun].field(NOUNS[noun].title), *NOUNS[noun].fields]
    field = next((each for each in named if each.kind in ("line", "text")), None)
    changes = {field.name: "Worded anew; it's “better”"} if field else {"weight": 37}
    return lambda workspace: (_standing(workspace, noun)[:2], changes)


def _remove(noun):
    return lambda workspace: (_standing(workspace, noun)[:1],)


for _noun, _verbs in VERBS.items():
    ARGUMENTS[_verbs.add.name] = _add(_noun)
    ARGUMENTS[_verbs.edit.name] = _edit(_noun)
    ARGUMENTS[_verbs.remove.name] = _remove(_noun)


@example("set_inject_state")
def _set_inject_state(workspace):
    standing = {row.state: row.id for row in workspace.ask(injects)}
    move = next(
        move for move in workspace.ask(transitions, "inject_state") if move.from_code in standing
    )
    return [standing[move.from_code]], move.to_code


@example("reschedule_injects")
def _reschedule_injects(workspace):
    return ids(workspace, "inject")[:3], -90


@example("shift_injects")
def _shift_injects(workspace):
    return ids(workspace, "inject"), 24 * 60


@example("duplicate_injects")
@example("duplicate_in_script")
def _duplicate(workspace):
    return (ids(workspace, "inject")[:2],)


@example("remove_from_script")
def _remove_from_script(workspace):
    return ([first(workspace, "strand"), first(workspace, "inject")],)


@example("resequence_injects")
def _resequence_injects(workspace):
    return (list(reversed(ids(workspace, "inject")[:4])),)


@example("arrange_strands")
def _arrange_strands(workspace):
    return (list(reversed(ids(workspace, "strand")[:4])),)


@example("move_in_script")
def _move_in_script(workspace):
    return [first(workspace, "inject")], ids(workspace, "strand")[-1]


@example("link_to_objective")
def _link_to_objective(workspace):
    return ids(workspace, "inject"), ids(workspace, "objective")[-1]


@example("link_injects")
def _link_injects(workspace):
    several = ids(workspace, "inject")
    return several[0], several[-1], 30, "when the port is closed"


@example("unlink_injects")
def _unlink_injects(workspace):
    arguments = _link_injects(workspace)
    workspace.do(link_injects, *arguments)
    return arguments[:2]


@example("add_nations")
def _add_nations(workspace):
    return (["ISL", "CHE", "GBR"],)


@example("take_memberships")
def _take_memberships(workspace):
    nation = workspace.do(VERBS["participant"].add, {"code": "CHE", "name": "Switzerland"})
    return ([nation],)


@example("set_positions")
def _set_positions(workspace):
    authority = _standing(workspace, "authority")[0]
    return [(authority, each) for each in ids(workspace, "participant")[:3]], "consent_needed"


@example("set_weights")
def _set_weights(workspace):
    objective = first(workspace, "objective")
    several = enumerate(ids(workspace, "participant")[:3])
    return ({(objective, each): 13 + 20 * place for place, each in several},)


@example("set_concurrences")
def _set_concurrences(workspace):
    several = ids(workspace, "participant")[:3]
    return [("EXPLAN", each) for each in several], "concurs_with_comment"


@example("ask_all")
def _ask_all(workspace):
    return (["EXPLAN", "SCENARIO"],)


@example("cover_with_agreement")
def _cover_with_agreement(workspace):
    several = ids(workspace, "participant")[:2]
    return ([(each, kind) for each in several for kind in ("TA", "HNS")],)


@example("remove_forces")
def _remove_forces(workspace):
    return (ids(workspace, "unit")[1:3],)


@example("remove_from_objectives")
def _remove_from_objectives(workspace):
    return ([ids(workspace, "objective")[-1], first(workspace, "criterion")],)


@example("arrange_units")
def _arrange_units(workspace):
    return (list(reversed(ids(workspace, "unit")[:4])),)


@example("subordinate_units")
def _subordinate_units(workspace):
    several = ids(workspace, "unit")
    return [several[-1]], None, ids(workspace, "side")[-1]


@example("place_units")
def _place_units(workspace):
    several = ids(workspace, "unit")[:3]
    return several, 59.91, 10.75, several[-1]


@example("unplace_units")
def _unplace_units(workspace):
    workspace.do(place_units, *_place_units(workspace))
    return (ids(workspace, "unit")[:3],)


@example("place_under_command")
def _place_under_command(workspace):
    several = ids(workspace, "unit")
    return [several[-1]], several[0], "OPCON", -60, 600


@example("move_objectives")
def _move_objectives(workspace):
    return [ids(workspace, "objective")[-1]], None


@example("order_by_weight")
def _order_by_weight(workspace):
    heavy = ids(workspace, "criterion")[-1]
    workspace.do(VERBS["criterion"].edit, [heavy], {"weight": 100})
    return ()


@example("edit_exercise")
def _edit_exercise(workspace):
    return ({"name": "Renamed", "zone": "A", "marking_releases": ["EU", "MD"]},)


@example("move_startex")
def _move_startex(workspace):
    return (datetime(2031, 1, 2, 6, tzinfo=UTC),)


def _terms(workspace, kind):
    return [row.id for row in workspace.ask(terms, kind)]


@example("add_term")
def _add_term(workspace):
    return "planning_event", {"code": "SYNC", "name": "Sync meeting", "default_offset_days": -30}


@example("edit_terms")
def _edit_terms(workspace):
    return _terms(workspace, "inject_state")[:2], {"name": "Worded anew", "standing": "held"}


@example("remove_terms")
def _remove_terms(workspace):
    return (_terms(workspace, "terminology")[:2],)


@example("arrange_terms")
def _arrange_terms(workspace):
    return (list(reversed(_terms(workspace, "stage"))),)


@example("add_transition")
def _add_transition(workspace):
    return "inject_state", "draft", "ready", "EXCON"


@example("edit_transitions")
def _edit_transitions(workspace):
    return [row.id for row in workspace.ask(transitions, "inject_state")][:3], {"role": "OCE"}


@example("remove_transitions")
def _remove_transitions(workspace):
    return ([row.id for row in workspace.ask(transitions, "lesson_state")][:2],)


@example("edit_rating_values")
def _edit_rating_values(workspace):
    return [workspace.ask(rating_values)[0].id], {"name": "As we say it", "definition": "Seen."}


def _policy(workspace, code):
    return next(row.id for row in workspace.ask(policies) if row.code == code)


@example("add_audience")
def _add_audience(workspace):
    return _policy(workspace, "NATO"), {"code": "N5", "name": "Nordic", "members": ["NOR", "SWE"]}


@example("edit_audiences")
def _edit_audiences(workspace):
    return [workspace.ask(marking_audiences)[0].id], {"members": ["NOR"]}


@example("remove_audiences")
def _remove_audiences(workspace):
    found = workspace.ask(marking_audiences)
    return ([row.id for row in found if row.code in ("PatG", "FVEY")],)


@example("use_policy")
def _use_policy(workspace):
    for noun in ("inject", "lesson", "exchange_requirement"):
        workspace.do(VERBS[noun].edit, ids(workspace, noun), {"marking_level": ""})
    return ("EU",)


@example("take_in")
def _take_in(workspace):
    return (small_intake("a file that nobody saw before"),)


@example("hand_out")
def _hand_out(workspace):
    row = workspace.ask(sides)[0]
    sent = Proposed("side", row.id, "a file", {"name": row.name, "identity": row.identity})
    return Intake("handed out", "test", (sent,)), {("side", row.id): row.id}


def _best_value(workspace):
    return workspace.ask(rating_scale_in_force).values[0].code


@example("rate")
def _rate(workspace):
    return (
        first(workspace, "evaluator"),
        "criterion",
        first(workspace, "criterion"),
        _best_value(workspace),
    )


@example("withdraw_rating")
def _withdraw_rating(workspace):
    arguments = _rate(workspace)
    workspace.do(rate, *arguments)
    return arguments[:3]


@example("dismiss_problems")
def _dismiss_problems(workspace):
    subjects = [("COV06", "inject", first(workspace, "inject")), ("TIM09", "exercise", "exercise")]
    return subjects, "As the host nation wants it", "Chief planner"


@example("bring_back_problems")
def _bring_back_problems(workspace):
    workspace.do(dismiss_problems, *_dismiss_problems(workspace))
    return (ids(workspace, "dismissal")[:1],)


@example("withdraw_override")
def _withdraw_override(workspace):
    workspace.do(
        override_assessment, "exercise", "exercise", _best_value(workspace),
        computed="", decided_by="Officer Conducting the Exercise", reason="Seen on site",
    )  # fmt: skip
    return "exercise", "exercise"


KEYWORDS = {
    "override_assessment": {
        "computed": "T",
        "decided_by": "Officer Conducting the Exercise",
        "reason": "Seen from the command post",
    }
}
"""By operation: what it takes by name."""


@example("override_assessment")
def _override_assessment(workspace):
    return "objective", first(workspace, "objective"), _best_value(workspace)


BY_PARAMETER = {
    "field": lambda workspace: NOUNS["inject"].field("state"),
    "ids": lambda workspace: ids(workspace, "inject")[:5],
    "intake": lambda workspace: Intake(
        "x", "test", (Proposed("inject", "1", "row 1", {"title": "Found it"}),)
    ),
    "kind": lambda workspace: "inject_state",
    "name": lambda workspace: "objectives",
    "noun": lambda workspace: "inject",
    "row_id": lambda workspace: first(workspace, "inject"),
    "words": lambda workspace: 'the "cable"* -cut',
}
"""By the name of a query's parameter: a value; those that end in `_id` or `_ids` name rows."""


def arguments_of(query, workspace):
    """Values for every parameter that a query needs; KeyError where one has no value here."""
    parameters = list(inspect.signature(query._function).parameters.values())[1:]
    needed = [each.name for each in parameters if each.default is inspect.Parameter.empty]
    return [_argument(name, workspace) for name in needed]


def _argument(name, workspace):
    if name in BY_PARAMETER:
        return BY_PARAMETER[name](workspace)
    if name.removesuffix("_ids") in NOUNS:
        return ids(workspace, name.removesuffix("_ids"))[:5]
    if name.removesuffix("_id") in NOUNS:
        return first(workspace, name.removesuffix("_id"))
    raise KeyError(f"BY_PARAMETER has no value for a parameter called {name}")
