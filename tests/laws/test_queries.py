"""What holds for every query: it answers on any exercise, and asking changes nothing."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.workspace.query import QUERIES
from tests.laws.examples import arguments_of

NAMES = sorted(QUERIES)


def answer(workspace, name):
    """What a query says: its answer, or the refusal to name a row that is not there."""
    try:
        return workspace.ask(QUERIES[name], *arguments_of(QUERIES[name], workspace))
    except Refusal as refusal:
        return str(refusal)


@pytest.mark.parametrize("name", NAMES)
def test_that_a_query_answers_on_the_sample_exercise_and_changes_nothing(name, sample):
    before = sample.path.read_bytes()
    arguments = arguments_of(QUERIES[name], sample)
    found = sample.ask(QUERIES[name], *arguments)
    assert sample.ask(QUERIES[name], *arguments) == found or name == "dry_run"
    assert sample.path.read_bytes() == before


def test_that_every_query_answers_on_an_exercise_that_has_just_begun(empty):
    before = empty.path.read_bytes()
    for name in NAMES:
        answer(empty, name)
    assert empty.path.read_bytes() == before


def test_that_every_query_answers_from_a_snapshot_in_memory(sample):
    copy = sample.snapshot()
    try:
        for name in NAMES:
            if name != "dry_run":  # gives a new id to every new row
                assert answer(copy, name) == answer(sample, name), name
    finally:
        copy.close()


def test_that_every_query_watches_nouns_that_exist_and_says_what_it_answers():
    known = set(METADATA.tables)
    for name in NAMES:
        query = QUERIES[name]
        assert query.watches, f"{name} would never be asked again"
        assert query.watches <= known, name
        assert query.__doc__
