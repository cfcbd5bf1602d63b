"""A check of the file finds whatever was done to it without the program."""

from __future__ import annotations

import sqlite3

import pytest

from exerciseplanner.workspace.operations.injects import add_inject, edit_injects, remove_injects
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import ids


@pytest.fixture
def worked(plan):
    """The small plan after some work, closed."""
    workspace = Workspace.open(plan)
    first, second, third = ids(workspace, "inject")
    workspace.do(edit_injects, [first], {"title": "Anew"})
    workspace.do(add_inject, {"title": "More"})
    workspace.do(remove_injects, [second])
    workspace.do(edit_injects, [first, third], {"note": "Both"})
    workspace.undo()
    workspace.close()
    return plan


MADE_UP = """
INSERT INTO step SELECT 7, label, at, author, workstation, kind, reverses, schema, hash, 'made up'
FROM step WHERE id = 6
"""


def complaints(path, *statements):
    """What a check says after statements were carried out behind the program's back."""
    raw = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        assert raw.execute(statement).rowcount != 0, "nothing was tampered with"
    raw.close()
    workspace = Workspace.open(path, read_only=True)
    found = workspace.verify()
    workspace.close()
    assert found.sound == (not found.complaints)
    return " ".join(found.complaints)


def test_that_an_untouched_file_is_sound_and_its_rows_and_steps_are_counted(worked):
    workspace = Workspace.open(worked)
    found = workspace.verify()
    assert found.sound
    assert found.steps == 6
    assert found.rows > 500
    assert found.head == workspace.head
    workspace.close()


@pytest.mark.parametrize(
    ("said", "statement"),
    [
        ("is not as its last change left it", "UPDATE inject SET title = 'x' WHERE seq = 0"),
        ("is not as its last change left it", "UPDATE exercise SET marking_level = 'NS'"),
        ("is not as its last change left it", "DELETE FROM criterion"),
        ("came in without a step", "INSERT INTO inject (id, title) VALUES ('new', 'x')"),
        ("was altered after it was written", "UPDATE step SET label = 'x' WHERE id = 3"),
        ("was altered after it was written", "UPDATE step SET at = 'x' WHERE id = 2"),
        ("was altered after it was written", "UPDATE step SET author = 'x' WHERE id = 4"),
        ("was altered after it was written", "UPDATE change SET after = before WHERE step = 2"),
        ("was altered after it was written", "DELETE FROM change WHERE step = 5 AND noun='inject'"),
        (
            "was altered after it was written",
            "UPDATE change SET id = 1000000 - id WHERE step = 4",
        ),
        (
            "was altered after it was written",
            "INSERT INTO change (step, noun, row_id) VALUES (6, 'inject', 'x')",
        ),
        ("does not follow from the step before it", "DELETE FROM step WHERE id = 3"),
        ("belong to no step", "DELETE FROM step WHERE id = 6"),
        (
            "was altered after it was written",
            MADE_UP,
        ),
    ],
)
def test_that_tampering_shows(said, statement, worked):
    assert said in complaints(worked, statement)


def test_that_steps_in_another_order_show(worked):
    swap = [
        f"UPDATE {table} SET {column} = CASE {column} WHEN 2 THEN -3 WHEN 3 THEN -2 "
        f"ELSE {column} END"
        for table, column in (("step", "id"), ("change", "step"))
    ]
    swap += [
        "UPDATE step SET id = -id WHERE id < 0",
        "UPDATE change SET step = -step WHERE step < 0",
    ]
    found = complaints(worked, *swap)
    assert "does not follow" in found
    assert "was altered" in found


def test_that_cutting_off_the_newest_steps_shows_in_the_rows_or_against_a_printed_head(worked):
    workspace = Workspace.open(worked)
    printed = workspace.head
    workspace.close()
    found = complaints(worked, "DELETE FROM change WHERE step = 6", "DELETE FROM step WHERE id = 6")
    assert "is not as its last change left it" in found
    # Whoever puts the rows back as well leaves no trace inside the file; the printed head tells.
    reader = Workspace.open(worked, read_only=True)
    assert reader.verify().head != printed
    reader.close()


def test_that_a_reference_to_nothing_shows(worked):
    found = complaints(worked, "DELETE FROM objective")
    assert "refers to a missing objective" in found


def test_that_checking_while_another_program_writes_sees_one_state(worked):
    writer = Workspace.open(worked)
    reader = Workspace.open(worked, read_only=True)
    writer.do(add_inject, {"title": "x"})
    assert reader.verify().sound
    assert reader.head == writer.head
    reader.close()
    writer.close()
