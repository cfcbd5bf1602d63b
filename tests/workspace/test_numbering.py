"""Serials are given once, whatever is given by hand, imported, removed or undone between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.intake import Intake, Proposed
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.operations.injects import add_inject, edit_injects, remove_injects
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.operations.lessons import add_lesson
from exerciseplanner.workspace.operations.storylines import add_strand
from exerciseplanner.workspace.queries.records import record
from tests.workspace.plans import fresh, ids


@pytest.fixture
def workspace(tmp_path):
    """An exercise that has just begun, open."""
    opened = fresh(tmp_path)
    yield opened
    opened.close()


def serial(workspace, noun, row_id):
    """The serial of a row."""
    return workspace.ask(record, noun, row_id)["serial"]


def added(workspace, **values):
    """Add an inject and give its serial."""
    return serial(workspace, "inject", workspace.do(add_inject, {"title": "x", **values}))


def test_that_serials_follow_the_strand(workspace):
    story = workspace.do(add_strand, {"title": "a"})
    event = workspace.do(add_strand, {"title": "b", "kind": "event", "parent_id": story})
    incident = workspace.do(add_strand, {"title": "c", "kind": "incident", "parent_id": event})
    assert serial(workspace, "strand", incident) == "SL01-E01-I01"
    assert added(workspace, strand_id=incident) == "SL01-E01-I01-001"
    assert added(workspace) == "INJ-001"
    lesson = workspace.do(add_lesson, {"title": "d", "observation": "e"})
    assert serial(workspace, "lesson", lesson) == "OBS-001"


def test_that_a_serial_is_not_wishesagain_when_its_inject_is_removed(workspace):
    assert [added(workspace), added(workspace)] == ["INJ-001", "INJ-002"]
    workspace.do(remove_injects, ids(workspace, "inject"))
    assert added(workspace) == "INJ-003"


def test_that_a_serial_wishesby_hand_is_stepped_over_and_never_wishesagain(workspace):
    assert added(workspace, serial="INJ-002") == "INJ-002"
    assert added(workspace) == "INJ-003"
    workspace.do(edit_injects, ids(workspace, "inject")[:1], {"serial": "INJ-009"})
    workspace.do(remove_injects, ids(workspace, "inject"))
    assert added(workspace) == "INJ-010"


def test_that_an_imported_serial_is_stepped_over_and_never_wishesagain(workspace):
    rows = [
        Proposed("inject", str(number), "row", {"title": "x", **given})
        for number, given in enumerate([{"serial": "INJ-005"}, {}, {"serial": "INJ-007"}, {}])
    ]
    workspace.do(take_in, Intake("plan.xlsx", "test", tuple(rows)))
    found = {serial(workspace, "inject", row_id) for row_id in ids(workspace, "inject")}
    assert len(found) == 4
    assert {"INJ-005", "INJ-007"} < found
    workspace.do(remove_injects, ids(workspace, "inject"))
    assert added(workspace) not in found


def test_that_a_taken_serial_is_refused(workspace):
    added(workspace, serial="X-1")
    with pytest.raises(Refusal, match="X-1 is taken"):
        added(workspace, serial="X-1")


def test_that_undoing_an_inject_frees_its_serial_because_it_never_was(workspace):
    added(workspace)
    workspace.undo()
    assert added(workspace) == "INJ-001"


@given(
    wishes=st.lists(st.sampled_from([None, "INJ-001", "INJ-003", "INJ-4", "SL01-E1", "7", "-1"]))
)
def test_that_no_two_injects_ever_have_one_serial(wishes, workspace):
    while workspace.undo():
        pass
    seen = []
    for wanted in wishes:
        try:
            seen.append(added(workspace, **({"serial": wanted} if wanted else {})))
        except Refusal:
            assert wanted in seen
    assert len(set(seen)) == len(seen)
