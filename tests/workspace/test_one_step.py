"""Several operations as one gesture."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.operation import Operation
from exerciseplanner.workspace.operations.injects import add_inject, edit_injects
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import empty_at


@pytest.fixture
def workspace(tmp_path):
    opened = Workspace.open(empty_at(tmp_path / "x.exercise"))
    yield opened
    opened.close()


def test_that_what_is_done_inside_is_one_step_and_one_notice(workspace):
    told = []
    workspace.subscribe(told.append)
    before = len(workspace.history())
    with workspace.one_step("Paste cells"):
        made = workspace.do(add_inject, {"title": "One"})
        workspace.do(edit_injects, [made], {"title": "Two"})
        assert workspace.ask(injects)[0].title == "Two"
    assert len(workspace.history()) == before + 1
    assert [each.label for each in told] == ["Paste cells"]
    workspace.undo()
    assert workspace.ask(injects) == ()


def add_two(workspace, first, second):
    with workspace.one_step("Paste cells"):
        workspace.do(add_inject, {"title": first})
        workspace.do(add_inject, {"title": second})


def test_that_a_refusal_inside_takes_all_of_it_back(workspace):
    before = len(workspace.history())
    with pytest.raises(Refusal):
        add_two(workspace, "One", "")
    assert workspace.ask(injects) == ()
    assert len(workspace.history()) == before
    workspace.do(add_inject, {"title": "Three"})
    assert workspace.undo_label == "Add inject"


def test_that_what_is_refused_inside_is_taken_back_alone_where_the_caller_goes_on(workspace):
    def half(desk):
        add_inject(desk, {"title": "Half"})
        raise Refusal("No.")

    with workspace.one_step("Paste cells"):
        workspace.do(add_inject, {"title": "One"})
        with pytest.raises(Refusal):
            workspace.do(Operation("Half", half))
        workspace.do(add_inject, {"title": "Two"})
    assert [row.title for row in workspace.ask(injects)] == ["One", "Two"]
    assert workspace.verify().sound
    workspace.undo()
    assert workspace.ask(injects) == ()


def nested(workspace):
    with workspace.one_step("Outer"), workspace.one_step("Inner"):
        workspace.do(add_inject, {"title": "One"})


def test_that_one_gesture_inside_another_is_a_mistake_that_changes_nothing(workspace):
    with pytest.raises(RuntimeError):
        nested(workspace)
    assert workspace.ask(injects) == ()
    workspace.do(add_inject, {"title": "Three"})
    assert workspace.verify().sound
