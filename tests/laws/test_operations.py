"""What holds for every operation: it undoes and redoes exactly, and a refusal changes nothing."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.operation import OPERATIONS
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.workspace import Workspace
from tests.laws.examples import ARGUMENTS, KEYWORDS
from tests.workspace.plans import content, ids

CHANGING = sorted(name for name, each in OPERATIONS.items() if each.kind != "base")


def test_that_every_operation_has_an_example():
    assert sorted(ARGUMENTS) == CHANGING


def test_that_every_operation_has_a_label_of_its_own_and_says_what_it_does():
    labels = [OPERATIONS[name].label for name in CHANGING]
    assert len(set(labels)) == len(labels)
    assert all(OPERATIONS[name].__doc__ for name in CHANGING)


@pytest.mark.parametrize("name", CHANGING)
def test_that_an_operation_undoes_and_redoes_exactly_even_after_the_file_was_closed(name, sample):
    heard = []
    arguments = ARGUMENTS[name](sample)
    before = content(sample)
    steps = len(sample.history())
    sample.subscribe(heard.append)
    sample.do(OPERATIONS[name], *arguments, **KEYWORDS.get(name, {}))
    after = content(sample)
    assert after != before, "the example changes nothing"
    assert len(sample.history()) == steps + 1
    assert {noun: set(found) for noun, found in heard[0].touched.items()} == differing(
        before, after
    )
    assert sample.undo_label == OPERATIONS[name].label
    sample.undo()
    assert content(sample) == before
    sample.redo()
    assert content(sample) == after
    assert sample.verify().complaints == ()
    sample.close()

    again = Workspace.open(sample.path)
    try:
        assert content(again) == after
        assert again.undo_label == OPERATIONS[name].label
        again.undo()
        assert content(again) == before
        again.redo()
        assert content(again) == after
        assert again.verify().complaints == ()
    finally:
        again.close()


def differing(before, after):
    """The ids of the rows that two contents do not have alike, by table."""
    found = {}
    for noun in before:
        rows = {
            row_id
            for row_id in before[noun].keys() | after[noun].keys()
            if before[noun].get(row_id) != after[noun].get(row_id)
        }
        if rows:
            found[noun] = rows
    return found


def refused_calls(workspace):
    """Calls of the verbs of every noun that the rules forbid."""
    for noun, verbs in VERBS.items():
        present = ids(workspace, noun)[:1]
        yield verbs.add, ({"no_such_field": "x"},)
        yield verbs.edit, (present, {"no_such_field": "x"})
        yield verbs.edit, ([*present, "no-such-row"], {NOUNS[noun].title: "x"})
        for field in NOUNS[noun].columns:
            if field.required:
                yield verbs.edit, (present, {field.name: ""})
            if field.kind in ("choice", "pick", "reference", "whole", "degrees", "date", "moment"):
                yield verbs.edit, (present, {field.name: "no such thing"})
    yield OPERATIONS["set_inject_state"], (ids(workspace, "inject")[:1], "no-such-state")
    yield OPERATIONS["edit_exercise"], ({"endex": -5},)
    yield OPERATIONS["edit_exercise"], ({"name": "half", "zone": "J"},)
    yield OPERATIONS["edit_terms"], (["no-such-row"], {"name": "x"})
    yield OPERATIONS["rate"], ("no-such-row", "criterion", "x", "y")
    yield OPERATIONS["link_injects"], (*(ids(workspace, "inject")[:1] * 2),)


def test_that_a_refusal_changes_nothing_writes_no_step_and_is_told_to_nobody(sample):
    before, head = content(sample), sample.head
    heard = []
    sample.subscribe(heard.append)
    count = 0
    for operation, arguments in refused_calls(sample):
        with pytest.raises(Refusal) as told:
            sample.do(operation, *arguments)
        assert told.value.message.endswith((".", "?"))
        count += 1
    assert count > 100
    assert content(sample) == before
    assert sample.head == head
    assert heard == []
    assert sample.verify().sound
