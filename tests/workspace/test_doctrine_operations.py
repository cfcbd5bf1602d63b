"""What may be done to the doctrine in an exercise, and what is refused with which remedy."""

from __future__ import annotations

import json

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.operations.doctrine import (
    add_term,
    arrange_terms,
    edit_terms,
    remove_terms,
)
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.injects import set_inject_state
from exerciseplanner.workspace.operations.markings import (
    add_audience,
    remove_audiences,
    use_policy,
)
from exerciseplanner.workspace.operations.scales import edit_rating_values
from exerciseplanner.workspace.operations.transitions import add_transition, edit_transitions
from exerciseplanner.workspace.queries.doctrine import (
    marking_audiences,
    moves,
    policies,
    rating_values,
    term_kinds,
    term_lines,
)
from exerciseplanner.workspace.queries.exercise import exercise
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import empty_at, sample_at


@pytest.fixture
def sample(tmp_path):
    workspace = Workspace.open(sample_at(tmp_path / "sample.exercise"))
    yield workspace
    workspace.close()


@pytest.fixture
def empty(tmp_path):
    workspace = Workspace.open(empty_at(tmp_path / "empty.exercise"))
    yield workspace
    workspace.close()


def line(workspace, kind, code):
    return next(each for each in workspace.ask(term_lines, kind) if each.code == code)


def refusal(workspace, operation, *arguments):
    head = workspace.head
    with pytest.raises(Refusal) as told:
        workspace.do(operation, *arguments)
    assert workspace.head == head
    return told.value


def test_that_a_state_in_use_is_not_removed_and_its_users_are_named(sample):
    closed = line(sample, "inject_state", "closed")
    count = sum(each.state == "closed" for each in sample.ask(injects))
    said = refusal(sample, remove_terms, [closed.id])
    assert f"{count} injects" in said.message
    assert "moves between states" in said.message
    assert said.remedy


def test_that_a_role_is_used_by_the_moves_it_makes_and_the_documents_it_owns(empty):
    used = line(empty, "role", "OSE").used_by
    assert "document" in used
    assert "moves between states" in line(empty, "role", "EXCON").used_by


def test_that_an_added_term_can_be_used_and_then_not_removed(sample):
    made = sample.do(add_term, "inject_state", {"code": "parked", "name": "Parked"})
    added = line(sample, "inject_state", "parked")
    assert (added.id, added.attribute("standing"), added.edited) == (made, "preparing", 1)
    draft = next(each for each in sample.ask(injects) if each.state == "draft")
    sample.do(add_transition, "inject_state", "draft", "parked", "EXCON")
    sample.do(set_inject_state, [draft.id], "parked")
    assert (
        "1 inject and 1 move between states use it" in refusal(sample, remove_terms, [made]).message
    )


def test_that_the_code_of_a_used_term_stays(sample):
    email = line(sample, "means", "EMAIL")
    assert "another code" in refusal(sample, edit_terms, [email.id], {"code": "MAIL"}).message
    unused = next(each for each in sample.ask(term_lines, "terminology"))
    sample.do(edit_terms, [unused.id], {"code": "OTHER"})
    assert line(sample, "terminology", "OTHER").id == unused.id


def test_that_no_two_terms_of_a_kind_have_one_code(empty):
    said = refusal(empty, add_term, "means", {"code": "email", "name": "Post"})
    assert "Email" in said.message


def test_that_an_edited_term_is_marked_and_an_unchanged_one_is_not(empty):
    stage = empty.ask(term_lines, "stage")[0]
    empty.do(edit_terms, [stage.id], {"name": stage.name})
    assert not line(empty, "stage", stage.code).edited
    empty.do(edit_terms, [stage.id], {"name": "Beginning"})
    assert line(empty, "stage", stage.code).edited
    assert {each.id: each.edited for each in empty.ask(term_kinds)}["stage"] == 1


def test_that_what_a_kind_must_state_cannot_be_emptied(empty):
    event = empty.ask(term_lines, "planning_event")[0]
    said = refusal(empty, edit_terms, [event.id], {"default_offset_days": None})
    assert said.field == "default_offset_days"
    state = empty.ask(term_lines, "inject_state")[0]
    assert "Preparing" in refusal(empty, edit_terms, [state.id], {"standing": "asleep"}).remedy


def test_that_the_first_state_in_the_list_is_where_injects_begin(empty):
    from exerciseplanner.workspace.operations.injects import add_inject

    states = [each.id for each in empty.ask(term_lines, "inject_state")]
    empty.do(arrange_terms, [states[1], states[0], *states[2:]])
    empty.do(add_inject, {"title": "Cable cut"})
    assert empty.ask(injects)[0].state == "in_review"


def test_that_the_last_term_of_a_kind_stays(empty):
    every = [each.id for each in empty.ask(term_lines, "terminology")]
    assert "at least one" in refusal(empty, remove_terms, every).message


def test_that_a_move_is_allowed_once_between_two_states_that_exist(empty):
    assert (
        "allowed already"
        in refusal(empty, add_transition, "inject_state", "draft", "in_review").message
    )
    assert refusal(empty, add_transition, "inject_state", "draft", "draft").field == "to_code"
    assert refusal(empty, add_transition, "inject_state", "draft", "gone").field == "to_code"
    assert refusal(empty, add_transition, "means", "EMAIL", "PHONE").field == "kind"
    move = empty.ask(moves, "inject_state")[0]
    assert refusal(empty, edit_transitions, [move.id], {"role": "NOBODY"}).field == "role"


def test_that_the_scale_stays_while_ratings_have_no_place_on_another(sample, empty):
    said = refusal(sample, edit_exercise, {"scale": "TPU"})
    assert "T/P/U" in said.message
    assert said.field == "scale"
    assert "Evaluation" in said.remedy
    empty.do(edit_exercise, {"scale": "TPU"})
    assert empty.ask(exercise).scale == "TPU"


def test_that_only_the_words_of_a_rating_value_can_be_changed(empty):
    value = empty.ask(rating_values)[0]
    empty.do(edit_rating_values, [value.id], {"name": "As we say it"})
    assert empty.ask(rating_values)[0].name == "As we say it"
    assert refusal(empty, edit_rating_values, [value.id], {"worth": "1/7"}).field == "worth"
    assert refusal(empty, edit_rating_values, [value.id], {"name": " "}).field == "name"


def test_that_the_exercise_takes_only_levels_and_audiences_of_its_policy(empty):
    assert "NATO SECRET" in refusal(empty, edit_exercise, {"marking_level": "TS"}).remedy
    said = refusal(empty, edit_exercise, {"marking_releases": ["Everybody"]})
    assert said.field == "marking_releases"
    empty.do(edit_exercise, {"marking_releases": ["EU", "SWE"]})
    assert json.loads(empty.ask(exercise).marking_releases) == ["EU", "SWE"]


def test_that_an_audience_added_can_be_released_to_and_then_stays(empty):
    policy = next(each for each in empty.ask(policies) if each.in_force)
    made = empty.do(
        add_audience, policy.id, {"code": "N5", "name": "Nordic five", "members": ["NOR", "SWE"]}
    )
    empty.do(edit_exercise, {"marking_releases": ["N5"]})
    assert "1 exercise is released to it" in refusal(empty, remove_audiences, [made]).message
    empty.do(edit_exercise, {"marking_releases": []})
    empty.do(remove_audiences, [made])
    assert "N5" not in {each.code for each in empty.ask(marking_audiences)}


def test_that_another_policy_takes_the_level_of_the_same_rank_and_no_new_reader(empty):
    empty.do(edit_exercise, {"marking_level": "NC", "marking_releases": ["EU", "MD"]})
    empty.do(use_policy, "EU")
    row = empty.ask(exercise)
    assert (row.marking_policy, row.marking_level) == ("EU", "C-UE/EU-C")
    assert json.loads(row.marking_releases) == ["EU"]
    empty.undo()
    assert empty.ask(exercise).marking_policy == "NATO"


def test_that_a_policy_stays_while_records_carry_its_levels(sample):
    said = refusal(sample, use_policy, "US")
    assert "injects carry" in said.message
    assert said.remedy


def test_that_releases_offer_the_audiences_in_force_and_then_the_nations_taking_part(sample, empty):
    from exerciseplanner.domain.exercise import EXERCISE
    from exerciseplanner.workspace.queries.exercise import field_choices

    field = EXERCISE.field("marking_releases")
    assert list(empty.ask(field_choices, field)) == ["NATO", "EU", "PfP", "MD", "ICI", "PatG"]
    offered = sample.ask(field_choices, field)
    assert list(offered)[:6] == ["NATO", "EU", "PfP", "MD", "ICI", "PatG"]
    assert offered["NOR"] == "Norway"


def test_that_the_levels_of_the_policy_in_force_are_offered_first(empty):
    from exerciseplanner.domain.injects import INJECT
    from exerciseplanner.workspace.queries.exercise import field_choices

    field = INJECT.field("marking_level")
    assert list(empty.ask(field_choices, field))[:2] == ["NU", "NR"]
    empty.do(use_policy, "TLP")
    assert list(empty.ask(field_choices, field))[:2] == ["CLEAR", "GREEN"]
