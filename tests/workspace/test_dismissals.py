"""Problems set aside in the file: kept with the reason, undone, brought back, and their fixes."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.checks.dismissing import subject_of
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.operations.dismissals import bring_back_problems, dismiss_problems
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.queries.checks import dismissals, findings, problems
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import first, small


@pytest.fixture
def workspace(tmp_path):
    """A small plan with one unit below strength, open."""
    opened = small(tmp_path)
    opened.do(edit_exercise, {"startex": "2026-11-02T06:00:00Z", "endex": 7200})
    strength = {"strength_planned": 100, "strength_present": 50}
    opened.do(VERBS["unit"].edit, [first(opened, "unit")], strength)
    yield opened
    opened.close()


def of(workspace, code):
    return [problem for problem in workspace.ask(problems) if problem.code == code]


def aside(workspace):
    return [each.problem.code for each in workspace.ask(findings).dismissed]


def dismiss(workspace, code, reason="Known"):
    subjects = [subject_of(problem) for problem in of(workspace, code)]
    workspace.do(dismiss_problems, subjects, reason, "Chief planner")


def test_that_a_dismissal_is_kept_with_the_file(workspace):
    dismiss(workspace, "FOR06", "They arrive\nlater")
    workspace.close()
    again = Workspace.open(workspace.path)
    (found,) = again.ask(findings).dismissed
    assert found.said.startswith("They arrive later (Chief planner, 20")
    assert of(again, "FOR06") == []
    again.close()


def test_that_setting_aside_and_bringing_back_can_be_taken_back(workspace):
    dismiss(workspace, "FOR06")
    workspace.do(bring_back_problems, [each.id for each in workspace.ask(dismissals)])
    assert (len(of(workspace, "FOR06")), aside(workspace)) == (1, [])
    workspace.undo()
    assert (of(workspace, "FOR06"), aside(workspace)) == ([], ["FOR06"])
    workspace.undo()
    assert (len(of(workspace, "FOR06")), aside(workspace)) == (1, [])


def test_that_a_problem_comes_back_when_its_figures_change_and_is_replaced_when_set_aside(
    workspace,
):
    dismiss(workspace, "FOR06")
    workspace.do(VERBS["unit"].edit, [first(workspace, "unit")], {"name": "Brigade Nord"})
    assert aside(workspace) == ["FOR06"]
    workspace.do(VERBS["unit"].edit, [first(workspace, "unit")], {"strength_present": 40})
    assert (len(of(workspace, "FOR06")), aside(workspace)) == (1, [])
    dismiss(workspace, "FOR06", "Known again")
    (kept,) = workspace.ask(dismissals)
    assert kept.reason == "Known again"


def test_that_nothing_is_set_aside_without_a_reason(workspace):
    with pytest.raises(Refusal, match="State the reason"):
        dismiss(workspace, "FOR06", "  ")
    assert workspace.ask(dismissals) == ()


def add(workspace, noun, **values):
    return workspace.do(VERBS[noun].add, values)


def test_that_the_fixes_of_law_burden_command_and_test_cases_settle_what_they_are_for(workspace):
    unit, inject = first(workspace, "unit"), first(workspace, "inject")
    nation, objective = first(workspace, "participant"), first(workspace, "objective")
    other = add(workspace, "participant", code="POL", name="Poland")
    workspace.do(
        VERBS["unit"].edit, [unit],
        {"location_name": "", "latitude": None, "notice_days": 2, "required_by": 60},
    )  # fmt: skip
    workspace.do(VERBS["inject"].edit, [inject], {"message": "Board the ship, by force."})
    add(workspace, "authority", code="ROE 1", title="Boarding", activity="Boarding of ships")
    add(
        workspace, "contribution", title="Ship", participant_id=nation, resource="assets",
        asked=2, offered=1,
    )  # fmt: skip
    above = add(workspace, "unit", name="Corps", participant_id=nation)
    top = add(workspace, "unit", name="Army", participant_id=nation)
    for superior, start in ((above, 0), (top, 30)):
        add(
            workspace, "command_relation", unit_id=unit, superior_id=superior, relation="OPCON",
            start=start,
        )  # fmt: skip
    standard = add(workspace, "standard", code="STANAG 1", title="Link", edition="Ed B")
    aim = add(workspace, "interoperability_objective", code="IO-1", title="Link up")
    add(
        workspace, "test_case", code="TC-1", title="Tracks", standard_id=standard, edition="Ed A",
        provider_id=nation, consumer_id=other, mediator_id=other, interoperability_objective_id=aim,
    )  # fmt: skip
    add(workspace, "priority", participant_id=nation, objective_id=objective, weight=50)
    wanted = {"BUR01", "FOR08", "FOR13", "IOP10", "IOP18", "IOP19", "LEG09"}
    fixes = [each for each in workspace.ask(problems) if each.code in wanted]
    assert {each.code for each in fixes} == wanted
    for problem in fixes:
        fix = problem.fix
        if fix.noun == "exercise":
            workspace.do(edit_exercise, {fix.field: fix.value})
        else:
            workspace.do(VERBS[fix.noun].edit, fix.ids, {fix.field: fix.value})
    assert wanted.isdisjoint(each.code for each in workspace.ask(problems))
