"""`check`: every problem of the plan, as text and as JSON, and what its exit code says."""

from __future__ import annotations

from exerciseplanner.domain.checks.dismissing import subject_of
from exerciseplanner.workspace.operations.dismissals import dismiss_problems
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.queries.checks import findings
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import first


def test_that_problems_are_listed_by_severity_with_reason_and_remedy(planner, sample):
    planner("undo", sample)  # the problems that were set aside stand again
    answer = planner("check", sample)
    assert answer.code == 1
    heads = [line for line in answer.out.splitlines() if line and line[0].isupper()]
    assert [head.split(" (")[0] for head in heads[:3]] == ["Errors", "Warnings", "Notes"]
    assert "SL07-E03-I02-001 “Order to decontaminate a rocket battery” goes against the caveat" in (
        answer.out
    )
    assert "Why: It addresses CBRN Coy, bound by the caveat; it comes in the phase" in answer.out
    assert "Remedy: Address a unit of another nation" in answer.out


def test_that_the_same_problems_stand_in_json(planner, sample):
    planner("undo", sample)
    answer = planner("check", sample, "--json")
    listed = answer.json["problems"]
    assert answer.code == 1
    assert sum(answer.json["counts"].values()) == len(listed)
    assert {each["severity"] for each in listed} == {"error", "warning", "note"}
    text = planner("check", sample).out
    assert all(each["sentence"] in text for each in listed)
    first = listed[0]
    assert (first["code"], first["noun"], len(first["ids"])) == ("CAV01", "inject", 1)


def test_that_warnings_and_notes_alone_are_no_error(planner, sample):
    listed = planner("check", sample, "--json").json["problems"]
    errors = [each for each in listed if each["severity"] == "error"]
    workspace = Workspace.open(sample)
    for each in errors:
        workspace.do(VERBS[each["noun"]].remove, each["ids"])
    workspace.close()
    answer = planner("check", sample)
    assert answer.code == 0
    assert "0 errors" in answer.out


def test_that_nothing_is_wrong_with_an_exercise_that_has_just_begun(planner, empty):
    answer = planner("check", empty)
    assert (answer.code, answer.out) == (0, "Nothing in the plan breaks a rule.\n")
    assert planner("check", empty, "--json").json["problems"] == []


def test_that_checking_changes_nothing(planner, sample):
    before = sample.read_bytes()
    planner("check", sample)
    assert sample.read_bytes() == before


def test_that_dismissed_problems_are_counted_apart_and_break_nothing(planner, sample):
    workspace = Workspace.open(sample)
    before = len(workspace.ask(findings).dismissed)
    refused = {"position": "does_not_concur"}
    workspace.do(VERBS["concurrence"].edit, [first(workspace, "concurrence")], refused)
    wrong = [each for each in workspace.ask(findings).open if each.severity == "error"]
    workspace.close()
    assert planner("check", sample).code == 1
    workspace = Workspace.open(sample)
    subjects = [subject_of(each) for each in wrong]
    workspace.do(dismiss_problems, subjects, "Written to test it", "Chief planner")
    workspace.close()
    answer = planner("check", sample)
    assert answer.code == 0
    number = before + len(wrong)
    assert f"Dismissed ({number})" in answer.out
    assert "Written to test it (Chief planner, " in answer.out
    assert answer.out.rstrip().endswith(f"; {number} dismissed.")
    told = planner("check", sample, "--json").json
    assert told["counts"]["error"] == 0
    assert len(told["dismissed"]) == number
    own = [each for each in told["dismissed"] if each["dismissed_by"] == "Chief planner"]
    assert [each["ids"] for each in own] == [list(each.ids) for each in wrong]
