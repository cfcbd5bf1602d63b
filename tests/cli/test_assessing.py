"""`assess`: the readiness assessment in figures."""

from __future__ import annotations


def test_that_the_assessment_says_the_grade_why_and_on_what_it_rests(planner, sample):
    found = planner("assess", sample, "--json").json
    whole = found["exercise"]
    assert whole["reading"]
    assert whole["why"]
    assert whole["criteria_planned"] == len(found["criteria"])
    assert whole["criteria_rated"] <= whole["criteria_applicable"] <= whole["criteria_planned"]
    text = planner("assess", sample).out
    assert text.startswith(f"{whole['title']}: {whole['reading']}")
    assert whole["why"] in text
    assert found["state"] in text


def test_that_every_training_objective_and_its_counts_are_in_it(planner, sample):
    found = planner("assess", sample, "--json").json
    objectives = planner("show", sample, "objectives", "--json").json
    training = {each["code"] for each in objectives if each["kind"] == "training"}
    assert {each["code"] for each in found["objectives"]} == training
    for each in found["objectives"]:
        assert sum(each["counts"].values()) == each["criteria_planned"]


def test_that_an_override_keeps_both_values_who_and_why(planner, sample):
    for subject in planner("assess", sample, "--json").json["overrides"]:
        override = subject["override"]
        assert subject["grade"] == override["grade"]
        assert subject["computed"]
        assert override["decided_by"]
        assert override["reason"]


def test_that_without_evidence_an_exercise_reads_not_rated(planner, empty):
    answer = planner("assess", empty)
    assert answer.code == 0
    assert answer.out.startswith("Empty: not rated")
    assert "0 of 0 criteria are rated" in answer.out


def test_that_a_file_that_is_no_exercise_is_not_assessed(planner, tmp_path):
    path = tmp_path / "empty.exercise"
    path.touch()
    answer = planner("assess", path)
    assert answer.code == 1
    assert "empty.exercise is empty (0 bytes)." in answer.err
