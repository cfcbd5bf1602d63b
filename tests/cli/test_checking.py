"""`check`: every problem of the plan, as text and as JSON, and what its exit code says."""

from __future__ import annotations

from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.workspace import Workspace


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
    problems = answer.json["problems"]
    assert answer.code == 1
    assert sum(answer.json["counts"].values()) == len(problems)
    assert {each["severity"] for each in problems} == {"error", "warning", "note"}
    text = planner("check", sample).out
    assert all(each["sentence"] in text for each in problems)
    first = problems[0]
    assert (first["code"], first["noun"], len(first["ids"])) == ("CAV01", "inject", 1)


def test_that_warnings_and_notes_alone_are_no_error(planner, sample):
    problems = planner("check", sample, "--json").json["problems"]
    errors = [each for each in problems if each["severity"] == "error"]
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
