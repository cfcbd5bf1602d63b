"""The one door: transactions, notices, errors as they were raised, and copies for other threads."""

from __future__ import annotations

import threading

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.injects import inject
from exerciseplanner.workspace.operation import Operation
from exerciseplanner.workspace.operations.injects import add_inject, edit_injects
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.query import Query
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import content, ids, small


@pytest.fixture
def workspace(tmp_path):
    """A small plan, open."""
    opened = small(tmp_path)
    yield opened
    opened.close()


def failing(error):
    """An operation that changes a row and then fails."""

    def work(desk):
        desk.add(inject, {"title": "half done"})
        raise error

    return Operation("Fail", work)


def test_that_a_gesture_is_told_once_after_its_commit_with_what_it_touched(workspace):
    heard = []

    def listen(changes):
        other = Workspace.open(workspace.path, read_only=True)
        heard.append((changes, len(other.ask(injects))))
        other.close()

    workspace.subscribe(listen)
    row_id = workspace.do(add_inject, {"title": "x"})
    ((changes, seen),) = heard
    assert seen == 4, "whoever is told finds the change in the file"
    assert changes.label == "Add inject"
    assert changes.kind == "work"
    assert changes.touched["inject"] == {row_id}
    assert changes.touches(["inject", "unit"])
    assert not changes.touches(["unit"])


@pytest.mark.parametrize("error", [ValueError("a bug"), Refusal("No."), KeyError("x")])
def test_that_an_operation_that_fails_changes_nothing_and_its_error_arrives_as_raised(
    error, workspace
):
    heard = []
    workspace.subscribe(heard.append)
    before, head = content(workspace), workspace.head
    with pytest.raises(type(error)) as told:
        workspace.do(failing(error))
    assert told.value is error
    assert error.__cause__ is None
    assert content(workspace) == before
    assert workspace.head == head
    assert heard == []
    workspace.do(add_inject, {"title": "x"})
    assert workspace.verify().sound


def test_that_an_interrupted_operation_is_rolled_back_too(workspace):
    before = content(workspace)
    with pytest.raises(KeyboardInterrupt):
        workspace.do(failing(KeyboardInterrupt()))
    assert content(workspace) == before
    workspace.do(add_inject, {"title": "x"})


def test_that_a_query_that_fails_leaves_the_door_open(workspace):
    def ask(_desk):
        raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        workspace.ask(Query(frozenset({"inject"}), ask))
    assert len(workspace.ask(injects)) == 3


def test_that_the_door_is_not_entered_from_inside(workspace):
    def nested(_desk):
        workspace.do(add_inject, {"title": "x"})

    def asking(_desk):
        workspace.ask(injects)

    before = content(workspace)
    for within in (nested, asking):
        with pytest.raises(RuntimeError, match="on the desk they were given"):
            workspace.do(Operation("Nested", within))
    assert content(workspace) == before
    workspace.do(add_inject, {"title": "x"})
    assert workspace.verify().sound


def test_that_one_operation_may_call_another_and_they_are_one_step(workspace):
    def both(desk):
        edit_injects(desk, [add_inject(desk, {"title": "x"})], {"note": "y"})

    before = content(workspace)
    workspace.do(Operation("Both", both))
    assert workspace.undo_label == "Both"
    workspace.undo()
    assert content(workspace) == before


def test_that_every_listener_hears_even_where_one_fails_and_the_change_stands(workspace):
    heard = []

    def broken(_changes):
        raise ValueError("a bug in a view")

    workspace.subscribe(broken)
    workspace.subscribe(heard.append)
    with pytest.raises(ValueError, match="a bug in a view"):
        workspace.do(add_inject, {"title": "x"})
    assert len(heard) == 1
    assert len(workspace.ask(injects)) == 4
    assert workspace.verify().sound


def test_that_notices_arrive_in_the_order_of_the_commits_whoever_changes_what_meanwhile(workspace):
    heard = []

    def chained(changes):
        if changes.label == "Add inject":
            workspace.do(edit_injects, list(changes.touched["inject"]), {"note": "numbered"})

    workspace.subscribe(chained)
    workspace.subscribe(lambda changes: heard.append(changes.step))
    workspace.do(add_inject, {"title": "x"})
    assert heard == sorted(heard)
    assert len(heard) == 2


def test_that_who_stops_listening_hears_no_more(workspace):
    heard = []
    stop = workspace.subscribe(heard.append)
    workspace.do(add_inject, {"title": "x"})
    stop()
    stop()
    workspace.do(add_inject, {"title": "y"})
    assert len(heard) == 1


def test_that_a_listener_may_end_the_listening_of_another(workspace):
    heard = []
    stops = []
    workspace.subscribe(lambda _changes: stops[0]())
    stops.append(workspace.subscribe(heard.append))
    workspace.do(add_inject, {"title": "x"})
    assert heard == []


def test_that_a_snapshot_is_read_in_another_thread_while_the_file_is_written(workspace):
    copy = workspace.snapshot()
    before = copy.ask(injects)
    seen, errors = [], []

    def read():
        try:
            for _ in range(60):
                seen.append(copy.ask(injects) == before)
        except Exception as error:  # noqa: BLE001 - whatever it is, the test shows it
            errors.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(40):
        workspace.do(add_inject, {"title": f"Inject {number}"})
    reader.join()
    assert errors == []
    assert len(seen) == 60
    assert all(seen)
    assert len(workspace.ask(injects)) == 43
    assert copy.read_only
    with pytest.raises(Refusal, match="copy in memory"):
        copy.do(add_inject, {"title": "x"})
    copy.close()


def test_that_undoing_nothing_is_no_error(workspace):
    assert workspace.undo() is None
    assert workspace.redo() is None
    assert (workspace.undo_label, workspace.redo_label) == (None, None)
    with pytest.raises(Refusal, match="cannot be taken back"):
        workspace.undo_to(workspace.history()[0].id)


def test_that_text_that_no_file_can_keep_is_refused(workspace):
    row_id = ids(workspace, "inject")[0]
    for text in ("a\x00b", "\ud800"):
        with pytest.raises(Refusal, match="cannot be kept"):
            workspace.do(edit_injects, [row_id], {"title": text})
        with pytest.raises(Refusal, match="cannot be kept"):
            workspace.do(
                Operation("Write", lambda desk, t=text: desk.change(inject, [row_id], {"note": t}))
            )
