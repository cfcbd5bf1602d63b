"""The journal records what changed and nothing else, and puts back exactly what was."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exerciseplanner.storage.journal import FIRST_HASH, recorded_tables
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.storage.tables.injects import inject
from exerciseplanner.storage.tables.steps import UNRECORDED
from exerciseplanner.workspace.operation import Operation
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.forces import edit_units, remove_units
from exerciseplanner.workspace.operations.injects import add_inject, edit_injects, remove_injects
from exerciseplanner.workspace.operations.storylines import remove_strands
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import content, ids

texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"))
tricky = st.text(st.sampled_from("',\"\n\r\t;NULLX0-1.e+%–ø演🙂"))


@pytest.fixture
def workspace(plan):
    """The small plan, open."""
    opened = Workspace.open(plan)
    yield opened
    opened.close()


def writing(values):
    """An operation that writes values to a row as they are."""
    return Operation("Write", lambda desk, row_id: desk.change(inject, [row_id], values))


def test_that_every_table_is_journaled_except_the_journal_itself():
    names = {table.name for table in recorded_tables()}
    assert names == set(METADATA.tables) - UNRECORDED
    assert {"step", "change"} == UNRECORDED


@settings(max_examples=60)
@given(
    text=st.one_of(texts, tricky),
    place=st.one_of(st.none(), st.floats(allow_nan=False)),
    start=st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1)),
)
def test_that_any_value_that_a_row_can_have_comes_back_exactly(text, place, start, workspace):
    row_id = ids(workspace, "inject")[0]
    before, head = content(workspace), workspace.head
    workspace.do(writing({"message": text, "latitude": place, "start": start}), row_id)
    after = content(workspace)
    if workspace.head == head:
        assert after == before
        return
    workspace.undo()
    assert content(workspace) == before
    workspace.redo()
    assert content(workspace) == after
    row = workspace._database.raw.execute(
        "SELECT message, latitude, start FROM inject WHERE id=?", (row_id,)
    ).fetchone()
    assert row == (text, place, start)
    workspace.undo()


def test_that_writing_a_row_as_it_stands_is_no_step(workspace):
    row_id = ids(workspace, "inject")[0]
    head, whole = workspace.head, workspace.path.read_bytes()
    workspace.do(writing({"title": "Inject 1", "latitude": None}), row_id)
    workspace.do(edit_injects, [row_id], {"title": "Inject 1"})
    assert workspace.head == head
    assert workspace.path.read_bytes() == whole
    assert workspace.undo_label is None


@pytest.mark.parametrize(
    ("operation", "noun", "taken"),
    [
        (remove_strands, "strand", {"strand", "inject", "inject_objective", "inject_unit"}),
        (remove_units, "unit", {"unit", "inject_unit", "objective_audience"}),
        (remove_injects, "inject", {"inject", "inject_objective", "inject_unit"}),
        (VERBS["participant"].remove, "participant", {"participant", "unit"}),
    ],
)
def test_that_what_goes_with_a_row_comes_back_with_it(operation, noun, taken, workspace):
    heard = []
    workspace.subscribe(heard.append)
    before = content(workspace)
    workspace.do(operation, ids(workspace, noun)[:1])
    after = content(workspace)
    assert set(heard[0].touched) == taken
    workspace.undo()
    assert content(workspace) == before
    workspace.redo()
    assert content(workspace) == after
    assert heard[1].touched == heard[0].touched == heard[2].touched
    assert [each.kind for each in heard] == ["work", "undo", "redo"]


def test_that_many_changes_of_one_row_in_one_step_are_undone_in_order(workspace):
    def back_and_forth(desk):
        row_id = desk.add(inject, {"title": "a"})
        for title in ("b", "c", "a", "d"):
            desk.change(inject, [row_id], {"title": title})
        desk.remove(inject, [row_id])
        desk.add(inject, {"id": row_id, "title": "e"})

    before = content(workspace)
    workspace.do(Operation("Back and forth", back_and_forth))
    after = content(workspace)
    workspace.undo()
    assert content(workspace) == before
    workspace.redo()
    assert content(workspace) == after
    assert workspace.verify().sound


def test_that_new_work_after_an_undo_ends_what_could_be_redone(workspace):
    workspace.do(add_inject, {"title": "first"})
    workspace.undo()
    assert workspace.redo_label == "Add inject"
    workspace.do(edit_units, ids(workspace, "unit")[:1], {"name": "New name"})
    assert workspace.redo_label is None
    assert workspace.redo() is None


def test_that_undo_and_redo_stand_as_they_were_when_the_file_is_opened_again(workspace):
    for number in range(4):
        workspace.do(add_inject, {"title": f"Inject {number}"})
    workspace.undo()
    workspace.undo()
    workspace.redo()
    workspace.close()
    again = Workspace.open(workspace.path)
    assert (again.undo_label, again.redo_label) == ("Add inject", "Add inject")
    assert again.redo() is not None
    assert again.redo() is None
    for _ in range(4):
        assert again.undo() is not None
    assert again.undo() is None, "what an exercise begins with cannot be taken back"
    assert again.verify().sound
    again.close()


def test_that_each_step_names_its_author_its_workstation_and_the_step_before(workspace):
    workspace.do(add_inject, {"title": "x"})
    newest, base = workspace.history()
    assert newest.parent_hash == base.hash
    assert base.parent_hash == FIRST_HASH
    assert (base.kind, newest.kind) == ("base", "work")
    assert newest.author
    assert newest.workstation
    assert newest.at.endswith("Z")
    assert workspace.head == newest.hash


def test_that_nothing_can_be_written_past_the_journal(workspace):
    with pytest.raises(sqlite3.IntegrityError), workspace._database.writing():
        workspace._database.raw.execute("UPDATE inject SET title = 'quietly'")
    assert workspace.verify().sound


def test_that_undoing_back_to_a_step_takes_everything_since_and_can_be_redone(workspace):
    states = [content(workspace)]
    for number in range(3):
        workspace.do(add_inject, {"title": f"Inject {number}"})
        states.append(content(workspace))
    second = workspace.history()[1].id
    assert workspace.can_undo_to(second)
    assert workspace.undo_to(second) == 2
    assert content(workspace) == states[1]
    assert not workspace.can_undo_to(second)
    workspace.redo()
    workspace.redo()
    assert content(workspace) == states[3]
