"""`sample` and `new`: exercise files made, and refused without leaving anything behind."""

from __future__ import annotations

import pytest

from tests.cli.conftest import fingerprint, is_one_line_for_people


def test_that_the_sample_is_written_and_says_that_it_is_fictitious(planner, tmp_path):
    path = tmp_path / "sample.exercise"
    answer = planner("sample", path)
    assert answer.code == 0
    assert "fictitious" in answer.out
    assert "23 participants, 90 units" in answer.out
    assert planner("verify", path).code == 0


def test_that_the_sample_never_overwrites_a_file(planner, sample):
    before = fingerprint(sample)
    answer = planner("sample", sample)
    assert answer.code == 1
    assert "exists already" in answer.err
    assert is_one_line_for_people(answer.err)
    assert fingerprint(sample) == before


@pytest.mark.parametrize("pack", ["nato-2023", "nato-2013", "us-jelc", "hseep"])
def test_that_a_new_exercise_follows_the_doctrine_asked_for(planner, tmp_path, pack):
    path = tmp_path / "new.exercise"
    assert planner("new", path, "--name", "BOREAL SHIELD", "--doctrine", pack).code == 0
    row = planner("show", path, "exercise", "--json").json[0]
    assert (row["name"], row["doctrine"]) == ("BOREAL SHIELD", pack)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--name", "A", "--doctrine", "atlantis"), "There is no doctrine pack “atlantis”."),
        (("--name", "  "), "An exercise needs a name."),
    ],
)
def test_that_a_new_exercise_refused_leaves_no_file(planner, tmp_path, arguments, said):
    path = tmp_path / "new.exercise"
    answer = planner("new", path, *arguments)
    assert answer.code == 1
    assert answer.err.startswith(said)
    assert list(tmp_path.iterdir()) == []


def test_that_a_folder_that_does_not_exist_is_named(planner, tmp_path):
    answer = planner("new", tmp_path / "nowhere" / "new.exercise", "--name", "A")
    assert answer.code == 1
    assert "new.exercise could not be made" in answer.err


def test_that_a_new_exercise_without_a_name_is_wrong_use(planner, tmp_path):
    answer = planner("new", tmp_path / "new.exercise")
    assert answer.code == 2
    assert "--name" in answer.err
