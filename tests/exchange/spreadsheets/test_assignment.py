"""The assignment is exact: no other choice of columns scores more."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exerciseplanner.exchange.spreadsheets.assignment import assign


def total(scores, chosen, worth):
    return sum(
        scores[row][column] - worth for row, column in enumerate(chosen) if column is not None
    )


def best_by_trying(scores, worth):
    width = len(scores[0])
    options = [*range(width), *([None] * len(scores))]
    return max(total(scores, choice, worth) for choice in permutations(options, len(scores)))


tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.floats(-1, 2).map(lambda x: round(x, 3)), min_size=width, max_size=width),
        min_size=1,
        max_size=4,
    )
)


@settings(max_examples=150, deadline=None)
@given(tables, st.sampled_from([0.0, 0.3, 0.8]))
def test_that_no_other_choice_scores_more(scores, worth):
    chosen = assign(scores, worth)
    taken = [column for column in chosen if column is not None]
    assert len(taken) == len(set(taken))
    assert total(scores, chosen, worth) == pytest.approx(best_by_trying(scores, worth))


def test_that_a_column_gives_way_where_the_whole_gains():
    scores = [[0.9, 0.8], [0.85, 0.1]]
    assert assign(scores) == [1, 0]


def test_that_a_row_stays_free_where_nothing_is_worth_it():
    assert assign([[0.2, 0.3], [0.9, 0.1]], 0.5) == [None, 0]


def test_that_no_rows_need_no_choice():
    assert assign([]) == []
