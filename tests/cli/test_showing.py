"""`show`: what the plan holds, one object or one line a row."""

from __future__ import annotations

import pytest

from exerciseplanner.cli.listed import Listed
from exerciseplanner.workspace.operations.forces import add_unit
from exerciseplanner.workspace.operations.injects import add_inject
from exerciseplanner.workspace.workspace import Workspace

ASKED_FOR = {
    "exercise",
    "participants",
    "forces",
    "objectives",
    "interoperability",
    "tests",
    "threats",
    "injects",
    "ratings",
    "lessons",
}


@pytest.mark.parametrize("word", list(Listed))
def test_that_every_word_lists_the_sample_as_text_and_as_objects(planner, sample, word):
    objects = planner("show", sample, word, "--json")
    assert objects.code == 0
    assert isinstance(objects.json, list)
    assert len({each["id"] for each in objects.json}) == len(objects.json)
    text = planner("show", sample, word)
    assert (text.code, text.err) == (0, "")
    assert text.out.strip()


@pytest.mark.parametrize("word", list(Listed))
def test_that_every_word_answers_on_an_empty_exercise(planner, empty, word):
    text = planner("show", empty, word)
    assert text.code == 0
    listed = planner("show", empty, word, "--json").json
    assert len(listed) == {"exercise": 1}.get(word, len(listed))
    if not listed:
        assert text.out.startswith("There are no ")


def test_that_the_words_of_the_handbook_are_all_taken():
    assert set(Listed) >= ASKED_FOR


def test_that_a_list_has_as_many_rows_as_the_plan(planner, sample):
    counts = {word: len(planner("show", sample, word, "--json").json) for word in ASKED_FOR}
    assert counts["exercise"] == 1
    assert counts["participants"] == 23
    assert counts["forces"] == 90
    assert counts["tests"] == 30


def test_that_references_come_by_code_and_name_beside_their_ids(planner, sample):
    units = {each["id"]: each for each in planner("show", sample, "forces", "--json").json}
    below = next(each for each in units.values() if each["parent_id"])
    assert below["parent"] == units[below["parent_id"]]["name"]
    participants = {
        each["id"]: each for each in planner("show", sample, "participants", "--json").json
    }
    provider = participants[below["participant_id"]]
    assert below["participant_code"] == provider["code"]
    assert below["participant"] == f"{provider['code']} {provider['name']}"


def test_that_links_come_as_codes_and_as_ids(planner, sample):
    codes = {
        each["id"]: each["code"] for each in planner("show", sample, "objectives", "--json").json
    }
    inject = next(
        each for each in planner("show", sample, "injects", "--json").json if each["objectives"]
    )
    assert inject["objectives"] == [codes[row_id] for row_id in inject["objectives_ids"]]


def test_that_a_planned_time_comes_as_minutes_dtg_and_day_of_the_exercise(planner, sample):
    workspace = Workspace.open(sample)
    added = workspace.do(add_inject, {"title": "Late", "start": 24 * 60 + 95})
    workspace.close()
    startex = planner("show", sample, "exercise", "--json").json[0]["startex"]
    assert startex == "2026-11-02T06:00:00Z"
    injects = planner("show", sample, "injects", "--json").json
    late = next(each for each in injects if each["id"] == added)
    assert late["start"] == 1535
    assert late["start_dtg"] == "030735ZNOV26"
    assert late["start_offset"] == "STARTEX+1 0735"
    times = [each["start"] for each in injects if each["start"] is not None]
    assert times == sorted(times)


def test_that_lists_and_flags_come_as_lists_and_flags(planner, sample):
    participant = planner("show", sample, "participants", "--json").json[0]
    assert isinstance(participant["frameworks"], list)
    criterion = planner("show", sample, "criteria", "--json").json[0]
    assert criterion["critical"] is True


def test_that_objectives_bring_their_criteria(planner, sample):
    objectives = planner("show", sample, "objectives", "--json").json
    criteria = planner("show", sample, "criteria", "--json").json
    listed = [(each["id"], one["code"]) for each in objectives for one in each["criteria"]]
    assert sorted(listed) == sorted((each["objective_id"], each["code"]) for each in criteria)
    assert all(each["criteria_count"] == len(each["criteria"]) for each in objectives)


def test_that_units_are_listed_below_their_superior(planner, empty):
    workspace = Workspace.open(empty)
    brigade = workspace.do(add_unit, {"name": "Brigade"})
    workspace.do(add_unit, {"name": "Other brigade"})
    battalion = workspace.do(add_unit, {"name": "Battalion", "parent_id": brigade})
    workspace.do(add_unit, {"name": "Company", "parent_id": battalion})
    workspace.close()
    lines = planner("show", empty, "forces").out.splitlines()[2:6]
    assert [line.rstrip() for line in lines] == [
        "Brigade",
        "  Battalion",
        "    Company",
        "Other brigade",
    ]


def test_that_an_override_names_its_subject(planner, sample):
    for override in planner("show", sample, "overrides", "--json").json:
        if override["subject_kind"] == "objective":
            assert override["subject"].startswith("TO-")
